import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument, stringify } from 'yaml'
import type { Range } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { nodeAt, parseYaml, toData, type YamlNode } from '../../src/source/yaml.ts'

const read = (text: string): YamlNode => parseYaml(new SourceText('a.yaml', text)).root
const data = (text: string): unknown => toData(read(text))

/** The words at each node, by path; `via` too where there is one. */
function words(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const slice = (range: Range): string => text.slice(range.start, range.end)
  const walk = (node: YamlNode, path: string, via?: Range): void => {
    found[path] = slice(node.range) + (via ? ` < ${slice(via)}` : '')
    if (node.kind === 'seq')
      for (const [index, item] of node.items.entries()) walk(item.value, `${path}/${index}`, item.via)
    if (node.kind === 'map')
      for (const { key, value, via: through } of node.pairs) {
        found[`${path}/${slice(key.range)}:`] = slice(key.range)
        walk(value, `${path}/${slice(key.range)}`, through)
      }
  }
  walk(read(text), '')
  return found
}

test('every node and key has the range of its words', () => {
  const text = [
    '# a policy',
    'title: "Privacy Policy" # in quotes',
    "owner: { name: 'A', tags: [ x, 2 ] }",
    'sections:',
    '  - id: one',
    '    body: |2-  # the body',
    '        Words.',
    '      More.  ',
    '',
    '  - &two',
    '    id: two',
    'none:',
    'last: |',
    '   ',
    '',
  ].join('\n')
  expect(words(text)).toEqual({
    '': text.slice(text.indexOf('title'), text.indexOf('last: |') + 7),
    '/title:': 'title',
    '/title': '"Privacy Policy"',
    '/owner:': 'owner',
    '/owner': "{ name: 'A', tags: [ x, 2 ] }",
    '/owner/name:': 'name',
    '/owner/name': "'A'",
    '/owner/tags:': 'tags',
    '/owner/tags': '[ x, 2 ]',
    '/owner/tags/0': 'x',
    '/owner/tags/1': '2',
    '/sections:': 'sections',
    '/sections': text.slice(text.indexOf('- id: one'), text.indexOf('\nnone:')),
    '/sections/0': text.slice(text.indexOf('id: one'), text.indexOf('\n\n  - &two')),
    '/sections/0/id:': 'id',
    '/sections/0/id': 'one',
    '/sections/0/body:': 'body',
    '/sections/0/body': text.slice(text.indexOf('|2-'), text.indexOf('\n\n  - &two')),
    '/sections/1': 'id: two',
    '/sections/1/id:': 'id',
    '/sections/1/id': 'two',
    '/none:': 'none',
    '/none': '',
    '/last:': 'last',
    '/last': '|',
  })
})

test('values follow YAML 1.2: dates, yes and no are text', () => {
  expect(
    data('a: 2026-12-15\nb: yes\nc: No\nd: 012\ne: 0o17\nf: 1e3\ng: TRUE\nh: .5\ni: Null\nj: 12:30:00\nk: "1"\n'),
  ).toEqual({
    a: '2026-12-15',
    b: 'yes',
    c: 'No',
    d: 12,
    e: 15,
    f: 1000,
    g: true,
    h: 0.5,
    i: null,
    j: '12:30:00',
    k: '1',
  })
})

test('a file may hold a list or a single value, begin with "---" and a byte-order mark, and end lines with CR LF', () => {
  expect(data('- a\n- b\n')).toEqual(['a', 'b'])
  expect(data('just words')).toBe('just words')
  expect(data('\uFEFF%YAML 1.2\r\n---\r\na: 1\r\nb:\r\n  - c\r\n...\r\n')).toEqual({ a: 1, b: ['c'] })
})

test('keys are named as they are written', () => {
  const root = read('1.0: a\n"two words": b\nnull: c\n? three\n: d\n')
  expect(toData(root)).toEqual({ '1.0': 'a', 'two words': 'b', null: 'c', three: 'd' })
  expect(root.kind === 'map' && root.get('1.0')?.value).toMatchObject({ value: 'a' })
  expect(root.kind === 'map' && root.get('1')).toBeUndefined()
})

test('keys that objects are born with are keys like any other', () => {
  const made = data('__proto__: { x: 1 }\nconstructor: 2\ntoString: 3\n') as object
  expect(Object.keys(made)).toEqual(['__proto__', 'constructor', 'toString'])
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  expect(Object.getOwnPropertyDescriptor(made, '__proto__')?.value).toEqual({ x: 1 })
  const root = read('a: 1\n')
  expect(root.kind === 'map' && root.get('toString')).toBeUndefined()
})

test('an alias is the value it refers to, in the place where that is written', () => {
  const text = 'a: &x { y: 1 }\nb: *x\nc: [*x, &z two, *z]\n'
  expect(words(text)).toMatchObject({
    '/a/y': '1',
    '/b': '{ y: 1 } < *x',
    '/b/y': '1',
    '/c/0': '{ y: 1 } < *x',
    '/c/1': 'two',
    '/c/2': 'two < *z',
  })
  const made = data(text) as { a: unknown; b: unknown; c: unknown[] }
  expect(made.b).toBe(made.a)
  expect(made.c[0]).toBe(made.a)
})

test('an alias refers to the last anchor of its name that began before it', () => {
  expect(data('a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &x [&x 3, *x]\nf: *x\n')).toEqual({
    a: 1,
    b: 1,
    c: 2,
    d: 2,
    e: [3, 3],
    f: 3,
  })
})

test('merge keys: own keys win, earlier merges win over later, places stay where the words are written', () => {
  const text = [
    'x-base: &base { a: base, b: base, c: base }',
    'x-more: &more { c: more, d: more }',
    'one: { b: own, <<: [*base, *more], e: own }',
    'two: { <<: *more, f: own }',
    'three: &three { <<: { g: inline }, <<x: 1 }',
    'four: { <<: *three }',
    'five: { "<<": *more }',
    'x-list: &list [*more, *base]',
    'six: { <<: *list }',
    '',
  ].join('\n')
  expect(data(text)).toMatchObject({
    one: { a: 'base', b: 'own', c: 'base', d: 'more', e: 'own' },
    two: { c: 'more', d: 'more', f: 'own' },
    three: { g: 'inline', '<<x': 1 },
    four: { g: 'inline', '<<x': 1 },
    five: { '<<': { c: 'more', d: 'more' } },
    six: { a: 'base', b: 'base', c: 'more', d: 'more' },
  })
  expect(Object.keys((data(text) as { one: object }).one)).toEqual(['b', 'a', 'c', 'd', 'e'])
  const found = words(text)
  expect(Object.entries(found).filter(([path]) => /^\/(one|four|six)\/\w+$/.test(path))).toEqual([
    ['/one/b', 'own'],
    ['/one/a', 'base < *base'],
    ['/one/c', 'base < *base'],
    ['/one/d', 'more < *more'],
    ['/one/e', 'own'],
    ['/four/g', 'inline < *three'],
    ['/six/c', 'more < *list'],
    ['/six/d', 'more < *list'],
    ['/six/a', 'base < *list'],
    ['/six/b', 'base < *list'],
  ])
  expect(nodeAt(read(text), ['one', 'a'])?.node.range.start).toBe(text.indexOf('base,'))
})

test('a node is found by its path, with its key and the last alias or merge passed', () => {
  const text = 'a: &a\n  - b: { c: 1 }\nd: *a\ne: { <<: { x: 2 }, f: *a }\ng: &g { h: *a }\ni: { <<: *g }\n'
  const root = read(text)
  const at = (...path: (string | number)[]): unknown => {
    const found = nodeAt(root, path)
    const slice = (range: Range | undefined): string | undefined => range && text.slice(range.start, range.end)
    return found && [slice(found.node.range), slice(found.key?.range), slice(found.via)]
  }
  expect(at()).toEqual([text.trimEnd(), undefined, undefined])
  expect(at('a', 0, 'b', 'c')).toEqual(['1', 'c', undefined])
  expect(at('a', '0')).toEqual(['b: { c: 1 }', undefined, undefined])
  expect(at('d', 0, 'b', 'c')).toEqual(['1', 'c', '*a'])
  expect(at('e', 'x')).toEqual(['2', 'x', undefined])
  expect(at('i', 'h')).toEqual(['- b: { c: 1 }', 'h', '*g'])
  expect(at('a', 1)).toBeUndefined()
  expect(at('a', '')).toBeUndefined()
  expect(at('a', 'length')).toBeUndefined()
  expect(at('a', 0, 'b', 'c', 'd')).toBeUndefined()
  expect(at('zzz')).toBeUndefined()
})

test('what is read is what the yaml package reads', () => {
  const key = fc.constantFrom('a', 'b', 'c d', 'é', 'true-ish', 'x-y', '"', "it's", '#', '- ')
  const scalar = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', ':', '#', '"', "'", '-', '\t', 'é', '{', '*', '&', '|') }),
    fc.constantFrom(true, false, null, 0, -1.5, 1e21, 'null', '1', ''),
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }),
      fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED' as const),
      fc.constantFrom('block', 'flow', 'any' as const),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('\n', '\r\n'),
      (given, defaultStringType, collectionStyle, indent, ending) => {
        const text = stringify(given, { defaultStringType, collectionStyle, indent }).replaceAll('\n', ending)
        const theirs = parseDocument(text)
        fc.pre(theirs.errors.length === 0)
        expect(data(text)).toEqual(theirs.toJS())
      },
    ),
  )
})
