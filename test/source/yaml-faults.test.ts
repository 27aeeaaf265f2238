import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { parseYaml, toData } from '../../src/source/yaml.ts'

function faultOf(text: string): InputError {
  try {
    parseYaml(new SourceText('a.yaml', text))
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('no error was raised')
}

/** What is read, the line and column of the fault, the words there, and the message. */
const faults: [string, string, string, string][] = [
  // Nothing to read, or too much.
  ['', '1:1', '', 'The file is empty.'],
  ['\uFEFF \n\n', '1:1', '', 'The file is empty.'],
  ['# only\n# comments\n', '1:1', '', 'The file holds no keys and values.'],
  ['---\n', '1:1', '', 'The file holds no keys and values.'],
  ['a: 1\n---\nb: 2\n', '2:1', '---', 'A second document begins here; a file holds one.'],
  ['---\na: 1\n---\n', '3:1', '---', 'A second document begins here; a file holds one.'],
  ['a: 1\n...\nb: "2\n', '3:1', 'b: "2', 'A second document begins here; a file holds one.'],
  // Quotes and brackets.
  ['a: 1\nb: "x y\nc: 2\n', '2:4', '"x y', 'The text in quotes that begins here is not closed.'],
  ["a: 1\nb: 'x y", '2:4', "'x y", 'The text in quotes that begins here is not closed.'],
  ['a: "x\ny"\n', '1:4', '"x', 'The text in quotes that begins here is not closed.'],
  ['a: [1, 2\nb: 3\n', '1:4', '[', 'The "[" that opens here is not closed where it should be.'],
  ['a: { b: [1, 2 }\n', '1:9', '[', 'The "[" that opens here is not closed where it should be.'],
  ['a: {b: 1\nc: 2\n}\n', '1:4', '{', 'The "{" that opens here is not closed where it should be.'],
  ['a: 1 }\nb: ]', '2:4', ']', '"]" closes nothing here.'],
  ['a: [1,, 2]', '1:7', ',', 'There is nothing before this comma.'],
  ['a: {"b" 1}', '1:9', '1}', 'A comma is missing before "1}".'],
  ['a: "x" y\n', '1:8', 'y', '"y" cannot stand here: the value before it has ended.'],
  ["a: 'don't'\n", '1:9', "t'", '"t\'" cannot stand here: the value before it has ended.'],
  ['a: "b\\qc"', '1:6', '\\q', '"\\q" is no escape that YAML knows.'],
  ['a: "\\u12"', '1:5', '\\u12', '"\\u12" is no escape that YAML knows.'],
  ['a: "x"#c', '1:7', '#c', '"#" begins a comment only after a space.'],
  // Indentation.
  ['a:\n\tb: 1\n', '2:1', '\t', 'This line is indented with a tab; YAML allows only spaces.'],
  ['a:\r\n  b: |\r\n    x\r\n\ty\r\n', '4:1', '\t', 'This line is indented with a tab; YAML allows only spaces.'],
  ['\uFEFF\ta: 1', '1:1', '\t', 'This line is indented with a tab; YAML allows only spaces.'],
  ['a:\n    b: 1\n  c: 2\n', '3:3', 'c: 2', 'The indentation of this line fits none of the lines above.'],
  ['  a: 1\nb: 2\n', '2:1', 'b: 2', 'The indentation of this line fits none of the lines above.'],
  ['a: |\n    x\n  y: 1\n', '3:3', 'y: 1', 'The indentation of this line fits none of the lines above.'],
  ['a:\n  - 1\n - 2\n', '3:2', '- 2', 'This list item stands where no list is.'],
  ['a: 1\n- b\n', '2:1', '- b', 'This list item stands where no list is.'],
  ['- a\n-b\n', '2:1', '-b', 'After the "-" of a list item there must be a space.'],
  ['a: - b\n', '1:4', '- b', 'A list cannot begin on the line of its key.'],
  ['a: |\n    \n  b\n', '3:3', 'b', 'A blank line above this one has more spaces than the text itself.'],
  ['a: | x\n  b\n', '1:6', 'x', '"x" cannot stand on the line of the "|" or ">" that begins a text.'],
  // Keys and values.
  ['a: b: c\n', '1:4', 'b: c', 'There is a ":" in the value "b: c", which YAML reads as another key.'],
  ['a: 1\n  b: 2\n', '1:4', '1', 'A key cannot have both the value "1" and keys indented below it.'],
  ['a: 1\nwords\nb: 2\n', '2:1', 'words', '"words" is neither "key: value" nor part of the text above.'],
  ['a:1\nb: 2\n', '1:1', 'a:1', '"a:1" is neither "key: value" nor part of the text above.'],
  ['a: |\nwords\n', '2:1', 'words', '"words" is neither "key: value" nor part of the text above.'],
  [': 1\n', '1:1', '', 'There is no key before this ":".'],
  ['a: 1\nb: 2\n"a" : 3\n', '3:1', '"a"', 'The key "a" stands twice in one mapping; it stands first in line 1.'],
  ['x: {1: a, "1": b}', '1:11', '"1"', 'The key "1" stands twice in one mapping; it stands first in line 1.'],
  ['? [a]\n: 1\n', '1:3', '[a]', 'A list cannot be a key.'],
  ['{a: 1}: 2', '1:1', '{a: 1}', 'A mapping cannot be a key.'],
  ['a: [b, {c}, {[d]}]', '1:14', '[d]', 'A list cannot be a key.'],
  ['a: &x 1\n*x : 2\n', '2:1', '*x', 'An alias cannot be a key.'],
  ['a: @x', '1:4', '@x', 'A value cannot begin with "@".'],
  ['a: `x`', '1:4', '`x`', 'A value cannot begin with "`".'],
  [
    'a: {{ b.c }}',
    '1:4',
    '{{ b.c }}',
    'A text that begins with "{{" needs quotes: YAML reads a brace as the beginning of a mapping.',
  ],
  [
    'a: {{ b.c }} and more',
    '1:4',
    '{{ b.c }}',
    'A text that begins with "{{" needs quotes: YAML reads a brace as the beginning of a mapping.',
  ],
  ['--- a: 1', '1:5', 'a: 1', 'After "---" keys begin on a line of their own.'],
  // Anchors, aliases, merges, tags, directives.
  ['a: 1\nb: *x\n', '2:4', '*x', 'The alias "*x" refers to nothing: no "&x" stands before it.'],
  ['a: *x\nb: &x 1\n', '1:4', '*x', 'The alias "*x" refers to nothing: no "&x" stands before it.'],
  ['a: **Note** that\n', '1:4', '**Note**', '"**Note**" is read as an alias, as it begins with "*".'],
  ['a: * that\n', '1:4', '* that', 'The "&" or "*" here needs a name after it, without ":" at its end.'],
  ['a: &x\n  - b: [*x]\n', '2:9', '*x', 'The alias "*x" stands inside the value it refers to, which would never end.'],
  ['a: &x { <<: *x }\n', '1:13', '*x', 'The alias "*x" stands inside the value it refers to, which would never end.'],
  ['a: &x &y 1', '1:7', '&y 1', 'A value can have one anchor ("&name") before it, and an alias ("*name") none.'],
  ['a: &x 1\nb: { <<: *x }', '2:10', '*x', 'The key "<<" takes over the keys of a mapping, and this is none.'],
  ['a: { <<: [{ b: 1 }, c] }', '1:21', 'c', 'The key "<<" takes over the keys of a mapping, and this is none.'],
  [
    'a: &x { b: 1 }\nc:\n  <<: *x\n  <<: *x\n',
    '4:3',
    '<<',
    'The key "<<" stands twice in one mapping; it stands first in line 3.',
  ],
  ['a: !secret x', '1:4', '!secret', 'The tag "!secret" cannot stand before this value.'],
  ['a: !!int x', '1:4', '!!int', 'The tag "!!int" cannot stand before this value.'],
  ['a: !!set {x}', '1:4', '!!set', 'The tag "!!set" cannot stand before this value.'],
  ['a: !!timestamp 2026-01-01', '1:4', '!!timestamp', 'The tag "!!timestamp" cannot stand before this value.'],
  [
    '%YAML 1.1\n---\na: yes\n',
    '1:1',
    '%YAML 1.1',
    '"%YAML 1.1" is an instruction to YAML (as it begins with "%") that is not supported.',
  ],
  [
    '# c\n%TAG ! tag:x:\n---\na: 1\n',
    '2:1',
    '%TAG ! tag:x:',
    '"%TAG ! tag:x:" is an instruction to YAML (as it begins with "%") that is not supported.',
  ],
  ['%YAML 1.2\na: 1\n', '2:1', 'a: 1', 'After the lines that begin with "%" there must be a line "---".'],
  // What is no text.
  ['a: x\0y\n', '1:5', '\0', 'There is a NUL character (U+0000) here.'],
  ['a: x\u001fy\n', '1:5', '\u001f', 'There is a control character (U+001F) here.'],
  ['a: x\ry\n', '1:5', '\r', 'There is a carriage return without a line feed (U+000D) here.'],
  [
    'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main: x\n',
    '2:1',
    '<<<<<<< HEAD',
    'This is a conflict marker that a merge left in the file.',
  ],
  [
    'a: |\r\n  x\r\n>>>>>>> 12ab (b: c)\r\n  y\r\n',
    '3:1',
    '>>>>>>> 12ab (b: c)',
    'This is a conflict marker that a merge left in the file.',
  ],
]

test.for(faults)('%j', ([text, position, words, message]) => {
  const error = faultOf(text)
  const source = new SourceText('a.yaml', text)
  const range = error.place?.range ?? { start: -1, end: -1 }
  const { line, column } = source.position(range.start)
  expect({ message: error.message, at: `${line}:${column}`, words: source.slice(range) }).toEqual({
    message,
    at: position,
    words,
  })
  expect(error.file).toBe('a.yaml')
})

test('each remedy says what to do, and neither it nor the message uses the words of the YAML specification', () => {
  for (const [text] of faults) {
    const { message, remedy } = faultOf(text)
    expect(remedy).toMatch(/^[A-Z].*\.$/)
    expect(`${message} ${remedy}`).not.toMatch(
      /\b(scalar|node|token|flow|implicit|sequence|collection|indicator|props)\b/i,
    )
  }
})

test('a key may be 1024 characters long', () => {
  const error = faultOf(`${'k'.repeat(1100)}: 1`)
  expect(error.message).toBe('A key is longer than 1024 characters.')
  expect(error.place?.range.start).toBe(0)
})

test('of several faults the first in the file is told', () => {
  expect(faultOf('a: [1, 2\nb: "x" y\n').message).toBe('The "[" that opens here is not closed where it should be.')
  expect(faultOf('a: 1\na: 2\nb: "x" y\n').message).toBe('"y" cannot stand here: the value before it has ended.')
})

const deep = 'Lists and mappings stand more than 200 deep in one another here.'
const bomb = 'Up to here the aliases in this file stand for more than 100,000 values.'

test.for<[string, string, string]>([
  ['a megabyte of [', '['.repeat(1_000_000), deep],
  ['a megabyte of {a:', '{a: '.repeat(250_000), deep],
  ['a megabyte of -', '- '.repeat(500_000), deep],
  [
    'lists as keys in one another',
    `${'[ '.repeat(150)}${'a, '.repeat(100_000)}${' ]: x'.repeat(150)}`,
    'A list cannot be a key.',
  ],
  ['a hundred thousand stray brackets', `a: [1] ${']'.repeat(100_000)}`, '"]" closes nothing here.'],
  ['a hundred thousand commas', `a: [${','.repeat(100_000)}]`, 'There is nothing before this comma.'],
  [
    'blank lines with comments after',
    `a:\n  b: |\n    x\n${'\n'.repeat(100_000)}${'   # c\n'.repeat(20_000)}`,
    'More than a thousand blank lines stand in a row here.',
  ],
  [
    'an alias bomb',
    `a0: &a0 x\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`).join('\n')}`,
    bomb,
  ],
  [
    'a bomb of merges',
    Array.from({ length: 2000 }, (_, at) => `a${at}: &a${at} { ${at > 0 ? `<<: *a${at - 1}, ` : ''}k${at}: 1 }`).join(
      '\n',
    ),
    bomb,
  ],
  [
    'aliases that nest what they refer to',
    `a0: &a0 [x]\n${Array.from({ length: 201 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]`).join('\n')}`,
    deep,
  ],
])('hostile: %s', ([, text, message]) => {
  const error = faultOf(text)
  expect(error.message).toBe(message)
  expect(error.place?.range.start).toBeLessThan(text.length)
})

test('what is large or deep and not hostile is read', () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: v${at}\n`).join('')
  expect(Object.keys(toData(parseYaml(new SourceText('a.yaml', keys)).root) as object).length).toBe(20_000)
  const nested = `${'['.repeat(200)}x${']'.repeat(200)}`
  expect(JSON.stringify(toData(parseYaml(new SourceText('a.yaml', nested)).root))).toBe(nested.replace('x', '"x"'))
  expect(faultOf(`[${nested}]`).message).toBe(deep)
  const shared = `a: &a [${'x, '.repeat(900)}]\nb:\n${'  - *a\n'.repeat(100)}`
  const { b } = toData(parseYaml(new SourceText('a.yaml', shared)).root) as { b: unknown[] }
  expect(new Set(b).size).toBe(1)
})

test('whatever is read, there is a value or one error with a place in the file', () => {
  const pieces = fc.constantFrom(
    '\n',
    '\n  ',
    '\n- ',
    ' ',
    '\t',
    'a',
    'b: ',
    'c:',
    '- ',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|\n',
    '>-\n ',
    ' # c',
    '&a ',
    '*a',
    '<<: *a',
    '<<: ',
    '!!str ',
    '!x ',
    '%',
    '---\n',
    '...\n',
    '\r\n',
    '\\',
    '\uFEFF',
    '\0',
    '<<<<<<< ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      try {
        toData(parseYaml(new SourceText('a.yaml', text)).root)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        const { start, end } = error.place?.range ?? { start: -1, end: -1 }
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
        expect(error.message.length).toBeLessThan(200)
      }
    }),
    { numRuns: 3000 },
  )
})
