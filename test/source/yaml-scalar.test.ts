import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { Mapped } from '../../src/source/offset-map.ts'
import { SourceText } from '../../src/source/text.ts'
import { nodeAt, parseYaml } from '../../src/source/yaml.ts'

function decode(text: string, path: (string | number)[]): Mapped {
  const node = nodeAt(parseYaml(new SourceText('a.yaml', text)).root, path)?.node
  if (node?.kind !== 'scalar') throw new Error(`no scalar at ${path.join('/')}`)
  return node.decode()
}

/** Each decoded character with the source it was decoded from; neighbours that stand as they are, together. */
function pairs(source: string, { text, map }: Mapped): [string, string][] {
  const found: [string, string][] = []
  let end = -1
  for (let at = 0; at < text.length; at++) {
    const range = map.range(at, at + 1)
    const words = source.slice(range.start, range.end)
    const last = found.at(-1)
    if (last && last[0] === last[1] && words === text[at] && range.start === end)
      found[found.length - 1] = [last[0] + words, last[1] + words]
    else found.push([text.charAt(at), words])
    end = range.end
  }
  return found
}

test.for<[string, string, [string, string][]]>([
  ['plain', 'k: we use cookies # so\n', [['we use cookies', 'we use cookies']]],
  [
    'plain over lines',
    'k: we  \n  use\n\n\n  cookies\n',
    [
      ['we', 'we'],
      [' ', '\n'],
      ['use', 'use'],
      ['\n\n', '\n\n'],
      ['cookies', 'cookies'],
    ],
  ],
  [
    'single quotes',
    "k: 'it''s\n  ours '\n",
    [
      ['it', 'it'],
      ["'", "''"],
      ['s', 's'],
      [' ', '\n'],
      ['ours ', 'ours '],
    ],
  ],
  [
    'double quotes with escapes',
    'k: "a\\tb\\x41\\u00e9\\U0001F600\\"c\\\\\\/\\_"\n',
    [
      ['a', 'a'],
      ['\t', '\\t'],
      ['b', 'b'],
      ['A', '\\x41'],
      ['é', '\\u00e9'],
      ['\ud83d', '\\U0001F600'],
      ['\ude00', '\\U0001F600'],
      ['"', '\\"'],
      ['c', 'c'],
      ['\\', '\\\\'],
      ['/', '\\/'],
      ['\xa0', '\\_'],
    ],
  ],
  [
    'double quotes over lines',
    'k: "a \\\n   b  \n  c\n\n  \\ d"\n',
    [
      ['a ', 'a '],
      ['b', 'b'],
      [' ', '\n'],
      ['c', 'c'],
      ['\n', '\n'],
      [' ', '\\ '],
      ['d', 'd'],
    ],
  ],
  [
    'literal',
    'k: |\n  a\n    b\n\n  c\n',
    [
      ['a\n', 'a\n'],
      ['  b\n\n', '  b\n\n'],
      ['c\n', 'c\n'],
    ],
  ],
  [
    'folded',
    'k: >\n  a\n  b\n\n  c\n    d\n  e\n',
    [
      ['a', 'a'],
      [' ', '\n'],
      ['b', 'b'],
      ['\n', '\n'],
      ['c\n', 'c\n'],
      ['  d\n', '  d\n'],
      ['e\n', 'e\n'],
    ],
  ],
  [
    'folded with CR LF',
    'k: >-\r\n  a\r\n  b\r\n\r\n  c\r\n',
    [
      ['a', 'a'],
      [' ', '\r\n'],
      ['b', 'b'],
      ['\n', '\r\n'],
      ['c', 'c'],
    ],
  ],
  ['stripped, with a comment', 'k: |- # a | b\n  a\n\n\n', [['a', 'a']]],
  ['kept, of spaces only', 'k: |+\n   \n\n', [['\n\n', '\n\n']]],
  ['an indentation indicator', 'k: |1-\n   a\n', [['  a', '  a']]],
  [
    'no line break at the end of the file',
    'k: |\n  a',
    [
      ['a', 'a'],
      ['\n', ''],
    ],
  ],
  ['a byte-order mark before', '\uFEFFk: "a"\n', [['a', 'a']]],
])('%s', ([, text, expected]) => {
  expect(pairs(text, decode(text, ['k']))).toEqual(expected)
})

test('numbers, booleans and null decode to what is written', () => {
  const text = 'a: 0x1F\nb: 1.50\nc: True\nd: ~\ne:\nf: !!int "7"\n'
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => decode(text, [key]).text)).toEqual([
    '0x1F',
    '1.50',
    'True',
    '~',
    '',
    '7',
  ])
  expect(decode(text, ['d']).map.range(0, 1)).toEqual({ start: text.indexOf('~'), end: text.indexOf('~') + 1 })
})

test.for<[string, number]>([
  ['k: ""', 4],
  ["k: ''", 4],
  ['k:', 2],
  ['k: # none', 3],
  ['k: |\n\n', 5],
])('an empty text has the place where its words would stand: %j', ([written, at]) => {
  const { text, map } = decode(written, ['k'])
  expect(text).toBe('')
  expect(map.range(0, 0)).toEqual({ start: at, end: at })
})

test('a text is decoded once', () => {
  const { root } = parseYaml(new SourceText('a.yaml', 'k: "a\\tb"\n'))
  const node = nodeAt(root, ['k'])?.node
  if (node?.kind !== 'scalar') throw new Error('no scalar')
  expect(node.decode()).toBe(node.decode())
})

/** A character that stands nowhere else in a text, so that its place is certain. */
const letters = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + at))

const words = fc.constantFrom(
  '§',
  '§§',
  '§ §',
  '§  §',
  '§.',
  '§ # §',
  '§: §',
  '"§"',
  "'§'",
  '- §',
  '§😀',
  'é§',
  '{{ § }}',
  '*§*',
  '\\§',
)
const breaks = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n\n', '  \n', '\n   \n', '\t\n', '\n \t\n')
const escapes = fc.constantFrom(
  '\\n',
  '\\t',
  '\\x41',
  '\\u00e9',
  '\\U0001F600',
  '\\uD83D\\uDE00',
  '\\"',
  '\\\\',
  '\\/',
  '\\0',
  '\\e',
  '\\N',
  '\\_',
  '\\L',
  '\\P',
  '\\ ',
  '\\\t',
  '\\\n',
  '\\\n\n',
  ' \\\n  ',
)
const indents = fc.constantFrom('', ' ', '  ', '   ', '\t')
const lines = fc.array(
  fc.tuple(
    indents,
    fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom('', ' ', '    ') }),
  ),
  { maxLength: 6 },
)

const plain = fc
  .array(fc.tuple(fc.constantFrom('§', '§ §', "§'§", '§"', '§-§', '§😀', '§,§'), breaks), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.flat().join('').trimEnd())
const single = fc
  .array(fc.oneof(words, breaks, indents), { maxLength: 8 })
  .map((parts) => `'${parts.join('').replaceAll("'", "''")}'`)
const double = fc
  .array(
    fc.oneof(
      words.map((word) => word.replace(/["\\]/g, '\\$&')),
      breaks,
      indents,
      escapes,
    ),
    { maxLength: 8 },
  )
  .map((parts) => `"${parts.join('')}"`)
const block = fc
  .tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+'),
    fc.constantFrom('', '1', '2', '3'),
    fc.constantFrom('', ' # § |', '  #'),
    lines,
    fc.constantFrom('', '\n', '\n\n', '\n  \n', '\n      \n', '\n\t'),
  )
  .map(
    ([mode, chomp, indent, comment, body, end]) =>
      `${mode}${chomp}${indent}${comment}\n${body.map((line) => line.join('')).join('\n')}${end}`,
  )

/** Where a scalar stands: what comes before and after, its path, and how far its further lines are indented. */
const nests = fc.constantFrom<[string, string, (string | number)[], number]>(
  ['', '', [], 0],
  ['k: ', '\n', ['k'], 1],
  ['k: ', '\n', ['k'], 4],
  ['k:\n  ', '\n', ['k'], 2],
  ['a:\n  b: ', '\nz: 1\n', ['a', 'b'], 3],
  ['- ', '\n- 1\n', [0], 2],
  ['a:\n- b: &x !!str ', '\n  c: *x\n', ['a', 0, 'c'], 4],
  ['- - ', '', [0, 0], 4],
  ['k: [1, ', ' ]\n', ['k', 1], 2],
  ['{ k: ', ' }', ['k'], 1],
  ['--- # c\nk: ', '\n...\n', ['k'], 3],
)

/** Whether `written` in the file may stand for a decoded character. */
function mayStandFor(written: string, character: string): boolean {
  if (written === character) return true
  if (written === "''") return character === "'"
  if (written === '\n' || written === '\r\n') return character === '\n' || character === ' '
  // The last line feed of a block at the end of a file that has none.
  if (written === '') return character === '\n'
  return written.startsWith('\\') && String(parseDocument(`"${written}"`).toJS()).includes(character)
}

/** The decoded characters whose place is wrong. */
function misplaced(source: string, { text, map }: Mapped): { character: string; written: string; start: number }[] {
  const faults = []
  let last = -1
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const { start, end } = map.range(at, at + 1)
    const written = source.slice(start, end)
    const isThere = !letters.includes(character) || start === source.indexOf(character)
    if (!isThere || start < last || !mayStandFor(written, character)) faults.push({ character, written, start })
    last = start
  }
  return faults
}

test('each style decodes to what the yaml package says, with the place of each character', () => {
  fc.assert(
    fc.property(
      fc.oneof(plain, single, double, { arbitrary: block, weight: 4 }),
      nests,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (scalar, [before, after, path, indent], ending, mark) => {
        let next = 0
        const indented = scalar
          .replace(/\n(?=.)/g, `\n${' '.repeat(indent)}`)
          .replaceAll('§', () => letters[next++] ?? 'x')
        const text = ((mark ? '\uFEFF' : '') + before + indented + after).replaceAll('\n', ending)
        const document = parseDocument(text, { logLevel: 'silent' })
        fc.pre(document.errors.length === 0 && document.warnings.length === 0)
        const value = path.reduce<unknown>(
          (from, step) => (from as Record<string | number, unknown> | null)?.[step],
          document.toJS(),
        )
        fc.pre(typeof value === 'string' && next < letters.length)

        const decoded = decode(text, path)
        expect(decoded.text).toBe(value)
        expect(decoded.map.length).toBe(decoded.text.length)
        expect(misplaced(text, decoded)).toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
})
