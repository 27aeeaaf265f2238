import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const text = `# Privacy policy

Last updated: 2 May 2026

## 1. Who we are

Nimbus Cloud SpA is the controller of your personal data.

## 2. Your rights

You have the right to access your personal data. Your [rights](https://nimbus.example/rights) are *yours*.

## 3. Children

Our services are not for children under 16. Our shop is not for children under 13.

## 4. The garden

The garden behind our house is open on Sundays.
`
const draft = `# yaml-language-server: $schema=./node_modules/clauselint/schemas/policy.schema.json

# Draft of a policy, imported from notice.md. The sections hold the text word for word.
# Each fact is filled from the words quoted beside it. Check them, and add what the text leaves out.

# In doubt, so no facts:
# - children.age: the text says different things.
#     16: line 15: “Our services are not for children under 16.”
#     13: line 15: “Our shop is not for children under 13.”

clauselint: 1
title: Privacy policy
language: en
# Declare whose people the notice addresses, which decides whose law is judged: addresses: [EU, US-CA]
numbering: authored
updated: 2026-05-02 # line 3: “Last updated: 2 May 2026”
controller:
  name: Nimbus Cloud SpA # line 7: “Nimbus Cloud SpA is the controller of your personal data.”
rights:
  granted:
    - access # line 11: “You have the right to access your personal data.”

sections:
  - id: opening
    topic: introduction
    body: |
      Last updated: 2 May 2026
  - id: who-we-are
    topic: controller
    heading: 1. Who we are
    body: |
      Nimbus Cloud SpA is the controller of your personal data.
  - id: your-rights
    topic: rights
    heading: 2. Your rights
    body: |
      You have the right to access your personal data. Your [rights](https://nimbus.example/rights) are *yours*.
  - id: children
    topic: children
    heading: 3. Children
    body: |
      Our services are not for children under 16. Our shop is not for children under 13.
  - id: the-garden
    topic: other
    heading: 4. The garden
    body: |
      The garden behind our house is open on Sundays.

# Not understood: nothing was read from these passages of the text.
# - line 19, under “4. The garden”: “The garden behind our house is open on Sundays.”
`
const told = 'Listed in its comments: 1 fact in doubt (children.age); 1 passage not understood.\n'
const world = (files: World['files'] = {}): World => ({ files: { 'p/notice.md': text, ...files } })

test('import prints a draft, and what was not understood beside it', () => {
  expect(clauselint(world(), 'import', 'p/notice.md')).toEqual({
    code: 0,
    stdout: draft,
    stderr: `p/notice.md: 5 sections and 3 facts. ${told}`,
    files: {},
  })
})

test('--out writes it, and the draft is a policy that renders the text', () => {
  const machine = world()
  const { code, stdout, stderr } = clauselint(machine, 'import', 'p/notice.md', '--out', './p/a.policy.yaml')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toBe(`p/notice.md: 5 sections and 3 facts written to p/a.policy.yaml. ${told}`)
  expect(machine.files['p/a.policy.yaml']).toBe(draft)
  expect(clauselint(machine, 'render', 'p/a.policy.yaml')).toMatchObject({ code: 0, stdout: text })
})

test('a file that exists is replaced only with --force', () => {
  const machine = world({ 'a.policy.yaml': 'mine' })
  const { code, stdout, stderr, files } = clauselint(machine, 'import', 'p/notice.md', '--out', 'a.policy.yaml')
  expect({ code, stdout, files }).toEqual({ code: 2, stdout: '', files: {} })
  expect(stderr).toBe(
    'error: a.policy.yaml exists, and a draft would replace it. Name another file, or give --force.\n',
  )
  expect(clauselint(machine, 'import', 'p/notice.md', '--out', 'a.policy.yaml', '--force').files).toEqual({
    'a.policy.yaml': draft,
  })
})

test.each([
  [[], 'Name the published notice to import.'],
  [['a.md', 'b.md'], 'These are 2 texts; import one at a time.'],
  [['p/notice.md', '--out', ''], '--out is empty; name the file to write.'],
  [['p/notice.md', '--out', 'a.md'], `--out is "a.md"; a policy's name ends in .yaml or .yml.`],
  [['p/notice.md', '--force'], '--force replaces the file of --out; name it.'],
])('%j is wrong usage', (args, message) => {
  expect(clauselint(world(), 'import', ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `error: ${message} See clauselint import --help.\n`,
    files: {},
  })
})

test.each([
  ['a.policy.yaml', 'clauselint: 1\n', 'The name does not end in'],
  ['empty.md', ' \n', 'There are no words in it.'],
  ['marks.txt', '\u200b\n', 'There are no words in it.'],
  ['bytes.txt', Uint8Array.of(0x61, 0xff, 0x62), 'not valid UTF-8'],
])('%s cannot be imported, and one message says why', (name, content, message) => {
  const { code, stdout, stderr } = clauselint(world({ [name]: content }), 'import', name, '--out', 'x.yaml')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('a file that is not there is one message', () => {
  expect(clauselint(world(), 'import', 'no.md')).toMatchObject({ code: 2, stdout: '', files: {} })
})
