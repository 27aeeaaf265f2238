import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileTexts } from '../format/fixture.ts'
import { clauselint } from './fake-io.ts'

// Whatever a stranger writes into a policy, no line of ours is obeyed by a terminal or by GitHub's runner.

const formats = ['human', 'json', 'github', 'sarif']
const commands = [
  ...formats.map((format) => ['check', '--format', format]),
  ['coverage'],
  ['coverage', '--format', 'json'],
  ['render'],
  ['render', '--check'],
]

/** Characters that steer a terminal or turn text round; a rendered text may hold the ones that are part of it. */
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

/** A text without halves of surrogate pairs, which no YAML file can hold. */
function whole(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

/** Runs every command over a policy and looks at what it printed. */
function runAll(policy: string): void {
  for (const [command = '', ...args] of commands) {
    const world = {
      files: { 'x.policy.yaml': policy, 'x.md': '::error::x ##[error]\u001b[31m' },
      env: { GITHUB_STEP_SUMMARY: 'summary.md' },
    }
    const { code, stdout, stderr, files } = clauselint(world, command, 'x.policy.yaml', ...args)
    expect(stderr).not.toContain('internal error')
    expect([0, 1, 2]).toContain(code)
    // A rendered text is the author's own; it goes into a file and not to a log.
    const printed = command === 'render' && args.length === 0 ? stderr : stdout + stderr
    expect(printed).not.toMatch(steering)
    expect(printed).not.toContain('##[')
    const orders = printed.split('\n').filter((line) => /^\s*::/.test(line))
    if (args.includes('github'))
      for (const line of orders) expect(line).toMatch(/^::(error|warning|notice) file=x\.policy\.yaml[,:]/)
    else expect(orders).toEqual([])
    if (args.includes('github')) expect(files['summary.md']).not.toMatch(/<(?!br)|\]\((?!https:\/\/)|!\[/)
  }
}

/** A policy that carries a text in every place where an author can write one, in quotes as JSON has them. */
function carrying(text: string): string {
  const quoted = JSON.stringify(whole(text))
  return `clauselint: 1
title: ${quoted}
addresses: [EU]
controller: { name: ${quoted}, address: ${quoted}, contact: { other: [${quoted}] } }
transfers: [{ to: [US], mechanism: eu-us-privacy-shield, copy: ${quoted} }]
sections:
  - { id: a, topic: controller, heading: ${quoted} }
  - id: b
    topic: contact
    heading: ${quoted}
    body: ${JSON.stringify(`Please contact us using one of the following methods:\n\n${whole(text)} [email protected] {{ controller.name }} section 99 of this policy`)}
  - { id: c, topic: transfers }
`
}

test.each(hostileTexts)('hostile words in every field: %j', (text) => {
  runAll(carrying(text.replaceAll('\0', '')))
})

test.each(hostileTexts)(
  'hostile words as keys, as values of the wrong form, and in syntax that is broken: %j',
  (text) => {
    const quoted = JSON.stringify(whole(text.replaceAll('\0', '')))
    runAll(
      `clauselint: 1\n${quoted}: 1\ncontroller: { country: ${quoted}, ${quoted}: 1 }\nchildren: { age: ${quoted} }\nsale: ${quoted}\n`,
    )
    runAll(`clauselint: 1\n? [${quoted}]\n: 1\n`)
    runAll(`clauselint: ${quoted}\n${quoted}: [\n`)
    runAll(text)
  },
)

test('hostile words of any kind', () => {
  const words = fc.array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(words, (parts) => runAll(carrying(parts.join('').replaceAll('\0', '')))),
    { numRuns: 20 },
  )
})

test('hostile file names are shown and not obeyed', () => {
  for (const name of hostileTexts) {
    const path = `${name.replaceAll('\0', '')}.policy.yaml`
    for (const files of [{}, { [path]: 'clauselint: 1\ntitel: x\n' }, { [path]: 'a: [' }])
      for (const args of [
        ...formats.map((format) => ['check', '--format', format]),
        ['coverage'],
        ['render'],
        ['render', '--check'],
      ]) {
        const [command = '', ...rest] = args
        const { stdout, stderr } = clauselint({ files: { ...files } }, command, ...rest, '--', path)
        const printed = stdout + stderr
        expect(printed).not.toMatch(steering)
        expect(printed).not.toContain('##[')
        expect(
          printed.split('\n').filter((line) => /^\s*::/.test(line) && !/^::(error|warning|notice) file=/.test(line)),
        ).toEqual([])
      }
  }
})

test('hostile arguments are shown and not obeyed', () => {
  for (const text of hostileTexts.filter((one) => one !== ''))
    for (const args of [
      [text],
      ['check', `--format=${text}`],
      ['check', `--as-of=${text}`],
      ['check', `--${text}`],
      ['explain', '--', text],
    ]) {
      const { stdout, stderr } = clauselint({ files: {} }, ...args)
      expect(stdout).toBe('')
      expect(stderr).not.toMatch(steering)
      expect(stderr.split('\n')).toHaveLength(2)
      expect(stderr).toMatch(/^error: /)
      expect(stderr).not.toContain('##[')
    }
})
