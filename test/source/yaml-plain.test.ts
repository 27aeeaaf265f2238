import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SourceText } from '../../src/source/text.ts'
import { buildTree } from '../../src/source/yaml-build.ts'
import { composeText } from '../../src/source/yaml-compose.ts'
import { nameOf, type YamlNode } from '../../src/source/yaml-node.ts'
import { readPlainYaml } from '../../src/source/yaml-plain.ts'

/** A tree with the text of every scalar and the source of every character. */
function spelled(node: YamlNode): unknown {
  if (node.kind === 'seq')
    return { range: node.range, items: node.items.map(({ value, via }) => [spelled(value), via]) }
  if (node.kind === 'map')
    return {
      range: node.range,
      pairs: node.pairs.map(({ key, value, via }) => [spelled(key), spelled(value), via]),
      found: node.pairs.map((pair) => node.get(nameOf(pair.key)) === pair),
    }
  const { text, map } = node.decode()
  const places = Array.from({ length: text.length + 1 }, (_, at) => [map.toSource(at), map.toSourceEnd(at)])
  return { value: node.value, range: node.range, text, places }
}

const parsed = (text: string) => {
  const source = new SourceText('a.yaml', text)
  return spelled(buildTree(source, composeText(source)))
}

const sample = `# A comment
clauselint: 1
title: Privacy Notice # of 2026
version: 3.1.0
empty: {}
flags: { ccpa: true, other: [a, "b, c", {d: 'it''s'}, []], none: null }
controller:
  name: Nimbus Cloud GmbH
  # about the address
  address: "4 Bridge Street\\nLeeds"

  contact:
    phone: +49 30 5550 1234
    url: https://nimbus.example/a#b
data:
  - id: account
    age: 16
    retention: { period: P6M, after: the closure of your account }
  -   id: billing
      share: 2.5
purposes:
- run it
- 'sell: it'
sections:
  - id: intro
    body: |
      # Intro

      We use  data.
        Deeper.
    note: >-
      folded

      text
  - body: |-

      text
`

/** What a hand may put anywhere in a file. */
const edit = fc.constantFrom(
  ...[' ', '  ', '\n', '\n\n', '\n  ', '\n    ', '- ', '- - ', ':', ': ', '#', ' #', '# c\n', ',', ', ', '[', ']', '{'],
  ...['}', '"', "'", '|', '>', '|\n', '>\n  ', '|+\n', '\\', '\\n', 'a', '1', '+', '.', '-', '0x1', '1e3', 'null', '~'],
  ...['---\n', '...\n', '&a ', '*a', '!', '%', '@', '`', '?', '? ', '<<: ', 'key: ', 'x:\n', '"a"', '\u00a0', '\t'],
  ...['\r', 'é', '😀', ''],
)

const lines = sample.split('\n')
const edited = fc
  .tuple(
    fc.nat(lines.length - 1),
    fc.integer({ min: 1, max: lines.length }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), edit), { maxLength: 4 }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '', '\ufeff'),
  )
  .map(([from, count, isWhole, edits, lineEnd, mark]) => {
    const part = isWhole ? lines : lines.slice(from, from + count)
    const indent = Math.min(...part.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
    let text = mark + part.map((line) => line.slice(indent)).join(lineEnd)
    for (const [place, cut, words] of edits) {
      const at = place % (text.length + 1)
      text = text.slice(0, at) + words + text.slice(at + cut)
    }
    return text
  })

test('whatever is read by line is read as the parser reads it', () => {
  let plain = 0
  fc.assert(
    fc.property(edited, (text) => {
      const read = readPlainYaml(new SourceText('a.yaml', text))
      if (!read) return
      plain++
      expect(spelled(read)).toEqual(parsed(text))
    }),
    { numRuns: 4000 },
  )
  expect(plain).toBeGreaterThan(400)
})

test.each([
  ['', sample],
  [' with a document mark', `---\n${sample}`],
  [' with a byte-order mark', `\ufeff${sample}`],
  [' with CR LF', sample.replaceAll('\n', '\r\n')],
])('a text with everything that is plain%s is read by line', (_, text) => {
  const read = readPlainYaml(new SourceText('a.yaml', text))
  expect(read && spelled(read)).toEqual(parsed(text))
})

const folder = new URL('../../policies/', import.meta.url)
test.each(readdirSync(folder).filter((name) => name.endsWith('.policy.yaml')))('%s is read by line', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const read = readPlainYaml(new SourceText(name, text))
  expect(read && spelled(read)).toEqual(parsed(text))
})

test.each([
  '',
  '# nothing\n',
  '- a\n',
  'a\n',
  'a:\n',
  'a: b: c\n',
  'a: b\n  c\n',
  'a: "b\n  c"\n',
  'a: 1\na: 2\n',
  'a: [b\n  , c]\n',
  'a: [b, ]\n',
  'a: {b}\n',
  'a: {b: c}: d\n',
  'a: &x b\n',
  'a: *x\n',
  'a: !!str b\n',
  'a: ~\n',
  'a: 0x10\n',
  'a: 1e3\n',
  'a: -1\n',
  'a: "\\x41"\n',
  'a: |+\n  b\n',
  'a: |2\n  b\n',
  'a: |\nb: c\n',
  'a: |\n    b\n   c\n',
  '"a": b\n',
  'a b: c\n',
  '? a\n',
  'a:\n  - b\n c: d\n',
  'a:\n    b: c\n  d: e\n',
  'a: b\r',
  'a:\tb\n',
  'a: \ufeffb\n',
  'a: b\n---\nc: d\n',
  'a: b\n...\n',
  '%YAML 1.2\n---\na: b\n',
  `a: b\n${'\n'.repeat(600)}c: d\n`,
  Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('') + ' '.repeat(60) + 'a: b\n',
  `a: ${'['.repeat(30)}${']'.repeat(30)}\n`,
])('%j is left to the parser', (text) => {
  expect(readPlainYaml(new SourceText('a.yaml', text))).toBeUndefined()
})
