import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Policies that cannot be read at all: the line that says why, after `error: `. */
const unreadable: Record<string, { content: string | Uint8Array; says: string }> = {
  'not YAML': {
    content: 'clauselint: 1\ntitle: [a, b\ncontroller: x\n',
    says: 'x.policy.yaml:2:8: The "[" that opens here is not closed where it should be. ',
  },
  'a colon in a value': {
    content: 'clauselint: 1\ntitle: Privacy: the policy\n',
    says: 'x.policy.yaml:2:8: There is a ":" in the value "Privacy: the policy", which YAML reads as another key. ',
  },
  'duplicate keys': {
    content: 'clauselint: 1\ntitle: a\ncontroller: {}\ntitle: b\n',
    says: 'x.policy.yaml:4:1: The key "title" stands twice in one mapping; it stands first in line 2. ',
  },
  'a tab': {
    content: 'clauselint: 1\ncontroller:\n\tname: x\n',
    says: 'x.policy.yaml:3:1: This line is indented with a tab; YAML allows only spaces. ',
  },
  'two documents': {
    content: 'clauselint: 1\n---\nclauselint: 1\n',
    says: 'x.policy.yaml:2:1: A second document begins here; a file holds one. ',
  },
  'an empty file': { content: '', says: 'x.policy.yaml:1:1: The file is empty. ' },
  'a byte-order mark and nothing else': { content: '\ufeff', says: 'x.policy.yaml:1:1: The file is empty. ' },
  'only comments': { content: '# later\n', says: 'x.policy.yaml:1:1: The file holds no keys and values. ' },
  'an alias bomb': {
    content: `clauselint: 1\nx-a: &a [${'x,'.repeat(9)}x]\n${Array.from('bcdefghi', (name, index) => `x-${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(10)}]\n`).join('')}`,
    says: 'x.policy.yaml:6:31: Up to here the aliases in this file stand for more than 100,000 values. ',
  },
  'an alias inside itself': {
    content: 'clauselint: 1\nx-a: &a\n  b: *a\n',
    says: 'x.policy.yaml:3:6: The alias "*a" stands inside the value it refers to, which would never end. ',
  },
  'lists nested without end': {
    content: `clauselint: 1\nx-a: ${'['.repeat(20_000)}\n`,
    says: 'x.policy.yaml:2:206: Lists and mappings stand more than 200 deep in one another here. ',
  },
  'Latin-1': {
    content: latin1('clauselint: 1\ntitle: Pol\xedtica\n'),
    says: 'x.policy.yaml:2:11: The file is not valid UTF-8: line 2 holds bytes that stand for no text. ',
  },
  'UTF-16': {
    content: latin1('\xff\xfec\0l\0a\0u\0'),
    says: 'x.policy.yaml: The file is UTF-16; policies and notices are read as UTF-8. ',
  },
  'a NUL': {
    content: 'clauselint: 1\ntitle: a\0b\n',
    says: 'x.policy.yaml:2:9: There is a NUL character (U+0000) here. ',
  },
  'a merge conflict': {
    content: 'clauselint: 1\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n',
    says: 'x.policy.yaml:2:1: This is a conflict marker that a merge left in the file. ',
  },
}

const worlds: Record<string, { world: World; says: string }> = {
  ...Object.fromEntries(
    Object.entries(unreadable).map(([name, { content, says }]) => [
      name,
      { world: { files: { 'x.policy.yaml': content } }, says },
    ]),
  ),
  'a file of 50 MB': {
    world: { files: { 'x.policy.yaml': '' }, sizes: { 'x.policy.yaml': 50 * 1024 * 1024 } },
    says: 'x.policy.yaml: The file is 50 MB; the limit is 8 MB. ',
  },
  'a missing file': { world: { files: {} }, says: 'x.policy.yaml: There is no such file or folder. ' },
  'a folder without policies': {
    world: { files: { 'x.policy.yaml/notes.txt': '' } },
    says: 'x.policy.yaml: The folder holds no policy. ',
  },
  'a file that may not be read': {
    world: { files: { 'x.policy.yaml': '' }, refused: { 'x.policy.yaml': 'EACCES' } },
    says: 'x.policy.yaml: It cannot be read (EACCES). ',
  },
}

const cases = Object.entries(worlds).map(([name, one]) => [name, one] as const)

test.each(cases)('%s: one line for programs, with place and cure, and exit 2', (_, { world, says }) => {
  for (const [command, format] of [
    ['check', 'json'],
    ['check', 'sarif'],
    ['coverage', 'json'],
  ] as const) {
    const { code, stdout, stderr } = clauselint(world, command, 'x.policy.yaml', '--format', format)
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 })
    expect(stderr.startsWith(`error: ${says}`)).toBe(true)
    // The cure: a sentence after the fault.
    expect(stderr.slice(`error: ${says}`.length)).toMatch(/^[A-Z"].*\.\n$/)
    expect(() => JSON.parse(stdout) as unknown).not.toThrow()
  }
})

test.each(cases)('%s: told once to people, on stderr', (_, { world, says }) => {
  const [, position, fault] = /^x\.policy\.yaml(?::(\d+:\d+))?: (.*?) ?$/.exec(says) as unknown as [
    string,
    string | undefined,
    string,
  ]
  for (const command of ['check', 'coverage', 'render']) {
    const { code, stdout, stderr } = clauselint(world, command, 'x.policy.yaml')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(
      stderr.startsWith(`x.policy.yaml\n  ${position === undefined ? '' : `${position}  `}unreadable  ${fault}`),
    ).toBe(true)
    expect(stderr.endsWith('\n\n1 file could not be read\n')).toBe(true)
  }
})

test.each(cases)('%s: told once to GitHub', (_, { world, says }) => {
  const [, position, fault] = /^x\.policy\.yaml(?::(\d+:\d+))?: (.*?) ?$/.exec(says) as unknown as [
    string,
    string | undefined,
    string,
  ]
  const { code, stdout, stderr } = clauselint(world, 'check', 'x.policy.yaml', '--format', 'github')
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
  const [annotation, summary, ...rest] = stdout.split('\n')
  expect(annotation).toMatch(
    /^::error file=x\.policy\.yaml,(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=unreadable::/,
  )
  expect(annotation).toContain(`::x.policy.yaml${position === undefined ? '' : `:${position}`} ${fault}`)
  expect([summary, ...rest]).toEqual(['1 file could not be read', ''])
})

test('a huge file is not read', () => {
  const read: string[] = []
  const world: World = { files: {}, sizes: { 'x.policy.yaml': 9 * 1024 * 1024 } }
  Object.defineProperty(world.files, 'x.policy.yaml', {
    enumerable: true,
    get: () => {
      read.push('asked whether it is there')
      return ''
    },
  })
  expect(clauselint(world, 'check', 'x.policy.yaml').code).toBe(2)
  expect(read).toEqual(['asked whether it is there'])
})

const authored = `clauselint: 1
addresses: [AQ]
breach: { authority: { within: PT72H }, persons: { within: without undue delay } }
sections:
  - { id: breach, topic: breach, heading: Breaches }
  - id: contact
    topic: contact
    heading: Contact Us
    body: |
      Please contact us using one of the following methods:

  - id: transfers
    topic: transfers
    heading: Transfers
    body: >
      Our transfers rest on the EU-US Privacy
      Shield.
`

/** Findings as places in the file and what stands there. */
function found(content: string): { place: string; rule: string; quote: string | undefined }[] {
  const { stdout, stderr } = clauselint({ files: { 'x.policy.yaml': content } }, 'check', '--format', 'json')
  expect(stderr).toBe('')
  const report = JSON.parse(stdout) as {
    files: {
      findings: { rule: string; line: number; column: number; endLine: number; endColumn: number; quote?: string }[]
    }[]
  }
  return report.files[0]!.findings.map(({ rule, line, column, endLine, endColumn, quote }) => ({
    place: `${line}:${column}-${endLine}:${endColumn}`,
    rule,
    quote,
  }))
}

test('Windows line ends and a byte-order mark change no place and no word', () => {
  const expected = [
    { place: '2:13-2:15', rule: 'law-not-shipped', quote: undefined },
    { place: '10:31-10:60', rule: 'contact-promised-not-given', quote: 'one of the following methods:' },
    { place: '16:33-17:13', rule: 'retired-mechanism', quote: 'EU-US Privacy Shield' },
  ]
  const windows = authored.replaceAll('\n', '\r\n')
  for (const content of [authored, windows, `\ufeff${authored}`, `\ufeff${windows}`])
    expect(found(content)).toEqual(expected)
})

test('a byte-order mark has no column, in findings and in errors', () => {
  expect(found('\ufefftitel: x\nclauselint: 1\n')[0]).toMatchObject({ place: '1:1-1:6', rule: 'policy-schema' })
  expect(clauselint({ files: { 'x.policy.yaml': '\ufeffa: b: c\r\n' } }, 'check', '--format', 'json').stderr).toMatch(
    /^error: x\.policy\.yaml:1:4: /,
  )
})
