import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const policy = `clauselint: 1
title: Privacy policy
controller: { name: Nimbus Cloud SpA, contact: { email: privacy@nimbus.example } }
breach: { authority: { within: PT72H } }
`
const text = `# Privacy policy

## 1. Who we are

Nimbus Cloud SpA is the controller of your personal data.

## 2. Contact us

You can contact us about this notice and about your personal data by e-mail at privacy@nimbus.example.

## 3. Personal data breaches

If there is a personal data breach, we notify the supervisory authority within 72 hours of becoming aware of it.
`
const world = (files: World['files'] = {}): World => ({ files: { 'p/a.policy.yaml': policy, ...files } })

test('render prints the canonical text', () => {
  expect(clauselint(world(), 'render', 'p/a.policy.yaml')).toEqual({ code: 0, stdout: text, stderr: '', files: {} })
  expect(clauselint(world(), 'render', 'p')).toMatchObject({ code: 0, stdout: text })
})

test('--out writes it and prints nothing', () => {
  const outcome = clauselint(world(), 'render', 'p/a.policy.yaml', '--out', './p/a.md')
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '', files: { 'p/a.md': text } })
})

test('--out into a folder that is not there, or may not be written to, is one clear error', () => {
  expect(clauselint(world(), 'render', 'p/a.policy.yaml', '--out', 'docs/a.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: docs/a.md cannot be written (ENOENT). Check that its folder exists and may be written to.\n',
    files: {},
  })
  const locked = { ...world(), refused: { 'p/a.md': 'EACCES' } }
  expect(clauselint(locked, 'render', 'p/a.policy.yaml', '--out', 'p/a.md').stderr).toBe(
    'error: p/a.md cannot be written (EACCES). Check that its folder exists and may be written to.\n',
  )
})

test('a policy is never overwritten by its text', () => {
  const { code, stderr, files } = clauselint(world(), 'render', 'p/a.policy.yaml', '--out', './p//a.policy.yaml')
  expect({ code, files }).toEqual({ code: 2, files: {} })
  expect(stderr).toBe('error: --out is the policy itself. See clauselint render --help.\n')
})

test('one policy is rendered at a time', () => {
  const two = world({ 'p/b.policy.yaml': policy })
  expect(clauselint(two, 'render', 'p').stderr).toBe(
    'error: These are 2 policies; render one at a time. See clauselint render --help.\n',
  )
  expect(clauselint(two, 'render', '--check', '--out', 'x.md', 'p').stderr).toBe(
    'error: These are 2 policies; --check with --out compares one. See clauselint render --help.\n',
  )
})

test('only policies are rendered', () => {
  expect(clauselint(world({ 'notice.md': text }), 'render', 'notice.md')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('The name does not end in .yaml or .yml.') as unknown,
  })
})

test('a policy that breaks its schema is not rendered, and all its faults are told', () => {
  const broken = 'clauselint: 1\ntitel: x\nversion: 1.0\n'
  expect(clauselint(world({ 'b.policy.yaml': broken }), 'render', 'b.policy.yaml', '--out', 'b.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: `b.policy.yaml
  2:1   error    There is no key "titel" at the top of a policy.   policy-schema
        2 │ titel: x
          │ ~~~~~
        Did you mean "title"?

  3:10  error    version is 1.0 where text is wanted.   policy-schema
        3 │ version: 1.0
          │          ~~~
        Put it in quotes: "1.0".

1 file: 2 errors, 0 warnings, 0 infos
`,
    files: {},
  })
})

test('a slot without words forbids to render', () => {
  const slot = `${policy}sections: [{ id: a, topic: other, body: "Call {{ controller.contact.phone }}." }]\n`
  const { code, stdout, stderr } = clauselint(world({ 'b.policy.yaml': slot }), 'render', 'b.policy.yaml')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('5:47  error    controller.contact.phone is not given, so it has no words.   interpolation')
})

const fresh = { code: 0, stdout: '', stderr: '', files: {} }

test('--check is content with the committed text, also when a checkout turned its line ends', () => {
  expect(clauselint(world({ 'p/a.md': text }), 'render', '--check', 'p')).toEqual(fresh)
  expect(clauselint(world({ 'p/a.md': text.replaceAll('\n', '\r\n') }), 'render', '--check', 'p')).toEqual(fresh)
  expect(
    clauselint(world({ 'docs/x.md': text }), 'render', '--check', 'p/a.policy.yaml', '--out', 'docs/x.md'),
  ).toEqual(fresh)
})

test('a policy from a checkout with turned line ends renders the same text', () => {
  for (const turned of [policy.replaceAll('\n', '\r\n'), `\ufeff${policy.replaceAll('\n', '\r\n')}`])
    expect(clauselint({ files: { 'a.policy.yaml': turned } }, 'render', 'a.policy.yaml').stdout).toBe(text)
})

test('--check says which text is missing and how to write it', () => {
  expect(clauselint(world(), 'render', '--check', 'p')).toEqual({
    ...fresh,
    code: 1,
    stdout: 'p/a.md does not exist. Write it: clauselint render p/a.policy.yaml --out p/a.md\n',
  })
  const spaced = { files: { "it's here/a.policy.yaml": policy } }
  expect(clauselint(spaced, 'render', '--check', "it's here").stdout).toBe(
    "it's here/a.md does not exist. Write it: clauselint render 'it'\\''s here/a.policy.yaml' --out 'it'\\''s here/a.md'\n",
  )
})

test('--check shows the words that differ, and only the lines they stand in', () => {
  const old = text.replace('Cloud SpA', 'Cloud Ltd').replace('72 hours', '24 hours')
  for (const committed of [old, old.replaceAll('\n', '\r\n')])
    expect(clauselint(world({ 'p/a.md': committed }), 'render', '--check', 'p')).toEqual({
      ...fresh,
      code: 1,
      stdout: `p/a.md is stale: it differs from what p/a.policy.yaml renders. Write it anew: clauselint render p/a.policy.yaml --out p/a.md
Nimbus Cloud [-Ltd-]{+SpA+} is the controller of your personal data.
If there is a personal data breach, we notify the supervisory authority within [-24-]{+72+} hours of becoming aware of it.
`,
    })
})

test('--check shows hostile words inert', () => {
  const { stdout } = clauselint(
    world({ 'p/a.md': `${text}\n::error::x ##[error] \u001b[31m\u202e\n` }),
    'render',
    '--check',
    'p',
  )
  expect(stdout).toContain('## [error]')
  expect(stdout).not.toMatch(/^::|##\[|[\u001b\u202e]/m)
})

test('--check goes on after a stale text and after a policy that cannot be rendered', () => {
  const files = {
    'p/a.md': '',
    'p/b.policy.yaml': 'clauselint: 1\ntitel: x\n',
    'p/c.policy.yaml': policy,
    'p/d.policy.yaml': policy,
    'p/d.md': text,
  }
  const { code, stdout, stderr } = clauselint(world(files), 'render', '--check')
  expect(code).toBe(2)
  expect(stdout.match(/^\S+\.md/gm)).toEqual(['p/a.md', 'p/c.md'])
  expect(stderr).toMatch(/^p\/b\.policy\.yaml\n/)
})

test('a committed text that cannot be read is said with its own name and place', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('# Privacy\n\nWe '), 0xff])
  const { code, stdout, stderr } = clauselint(world({ 'p/a.md': bytes }), 'render', '--check', 'p')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^p\/a\.md\n {2}3:4 {2}unreadable {2}The file is not valid UTF-8/)
})
