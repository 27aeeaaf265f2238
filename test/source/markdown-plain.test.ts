import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseMarkup, type MarkdownBlock } from '../../src/source/markdown.ts'
import { readPlain } from '../../src/source/markdown-plain.ts'

/** Blocks with their maps as the source of every character. */
const spelled = (blocks: readonly MarkdownBlock[]) =>
  blocks.map((block) => ({
    ...block,
    inline:
      block.kind === 'row'
        ? undefined
        : {
            ...block.inline,
            map: Array.from({ length: block.inline.text.length + 1 }, (_, at) => block.inline.map.toSource(at)),
          },
  }))

const word = fc.constantFrom(
  'We',
  'data',
  'e.g.',
  '15',
  '2.1',
  '1.',
  '7)',
  '(a)',
  'x-y',
  '"q"',
  '“q”',
  'é',
  '日本',
  '😀',
  '#',
  '##',
  '-',
  '+',
  '=',
  '>',
  ':',
  '!',
  'https://a.example/b',
  'a@b.example',
  '’s',
  '-',
  '---',
  '===',
  '10.Contact',
  '4\\.',
  '\\[x\\]',
  '[email protected]',
  '[a][b]',
  '[',
  ']',
  '&',
  '1\\)',
  '\\-',
  '\\#',
)
const line = fc.oneof(
  fc.constant(''),
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom('', '- ', '  - ', '## ', '# ', '  ', '    ', '1. ', '2) ', '   - '),
      fc.array(word, { minLength: 1, maxLength: 6 }),
    )
    .map(([start, words]) => start + words.join(' ')),
)

test('plain text is read by line as the parser reads it', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const read = readPlain(text)
      if (!read) return
      plain++
      expect(spelled(read)).toEqual(spelled(parseMarkup(text)))
    }),
    { numRuns: 3000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('the bodies of the policies are read alike, and many of them are plain', () => {
  const folder = new URL('../../policies/', import.meta.url)
  const bodies = readdirSync(folder)
    .filter((name) => name.endsWith('.policy.yaml'))
    .flatMap(
      (name) =>
        (parse(readFileSync(new URL(name, folder), 'utf8')) as { sections?: { body?: string }[] }).sections ?? [],
    )
    .flatMap(({ body }) => body ?? [])
  const plain = bodies.flatMap((body) => {
    const read = readPlain(body)
    if (read) expect(spelled(read)).toEqual(spelled(parseMarkup(body)))
    return read ? [body] : []
  })
  expect(plain.length).toBeGreaterThan(bodies.length / 2)
})

test.each([
  '*a*',
  'a_b_',
  'a\nb',
  'a\n- b',
  '- a\nb',
  '#a',
  'a  \nb',
  '    a',
  'a\n===',
  '[a](b)',
  '[a]: b',
  '  - a',
  '1. a\n  - b',
  'a &amp; b',
  '{{ a }}',
  '# a #',
  '- - a',
  '> a',
  '| a |',
])('%j is left to the parser', (text) => {
  expect(readPlain(text)).toBeUndefined()
})
