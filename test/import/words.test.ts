import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSource } from '../../src/check/run.ts'
import { importNotice, type Draft } from '../../src/import/draft.ts'
import { compose } from '../../src/notice/compose.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { numbered, someBody } from '../notice/bodies.ts'
import { asOf, catalog, markdownNotice, statementsOf } from '../support.ts'

/** A text imported, loaded and rendered; `read` is what its readers see of the text, `back` of the rendered policy. */
function through(text: string, file: string): { draft: Draft; read: Notice; back: Notice } | undefined {
  const source = new SourceText(file, text)
  const { notice: read } = checkSource(source, asOf, catalog)
  const draft = read && importNotice(source, read, catalog)
  if (!draft) return undefined
  const { policy, findings } = loadPolicy(new SourceText('draft.policy.yaml', draft.yaml), catalog)
  expect(findings).toEqual([])
  if (!policy) throw new Error('the draft is no policy')
  const composed = compose(policy, catalog)
  expect(composed.findings).toEqual([])
  return { draft, read, back: markdownNotice(renderMarkdown(composed.notice)) }
}

/** What readers see, the number of an item that is a heading included. */
function wordsOf({ blocks }: Notice): string[] {
  return blocks
    .flatMap(({ text, numbered: apart, label }) => `${apart && label ? `${label}. ` : ''}${text}`.split(/\s+/u))
    .filter(Boolean)
}

/** The words but for the numbers of items, which are words of a heading and a mark of the list elsewhere. */
function unnumbered(notice: Notice | undefined): string[] {
  return notice ? wordsOf(notice).filter((word) => !/^\d+[.)]$/.test(word)) : []
}

/** What has letters or digits in a plain text, in order. */
function spoken(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

describe('importing and rendering keeps every word in order', () => {
  test('of any Markdown', () => {
    fc.assert(
      fc.property(fc.array(someBody, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n'), (bodies, end) => {
        const text = numbered(
          bodies.map((body, index) => `${index === 1 ? '## § {{ § }}\n\n' : ''}${body}`).join('\n\n'),
          0,
        )
        const imported = through(text.replaceAll('\n', end), 'notice.md')
        expect(unnumbered(imported?.back)).toEqual(unnumbered(imported?.read))
      }),
      { numRuns: 200 },
    )
  })

  test('of any plain text', () => {
    fc.assert(
      fc.property(
        fc.array(someLine, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, end) => {
          const text = lines.join(end)
          const imported = through(text, 'notice.txt')
          expect(spoken(imported ? wordsOf(imported.back).join(' ') : '')).toEqual(spoken(text))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('of any page', () => {
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1, maxLength: 14 }), (tags) => {
        const imported = through(numbered(tags.join(''), 0), 'notice.html')
        if (imported) expect(unnumbered(imported.back)).toEqual(unnumbered(imported.read))
      }),
      { numRuns: 200 },
    )
  })

  test('of any characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('.md', '.txt', '.html'),
        (text, ending) => {
          const imported = through(text, `notice${ending}`)
          if (imported) expect(unnumbered(imported.back)).toEqual(unnumbered(imported.read))
        },
      ),
      { numRuns: 300 },
    )
  })
})

const tag = fc.constantFrom(
  ...['§', '§ *§* {{ § }} ', '<p>', '</p>', '<h1>§</h1>', '<h2>§ # §</h2>', '<h3>', '</h3>', '<ul>', '<li>', '</ul>'],
  ...['<ol>', '</ol>', '<table>', '<tr>', '<td>', '<th>', '</table>', '<br>', '<b>', '</b>', '<a href="u_(v)">§ §</a>'],
  ...['<div>', '</div>', '<pre>§\n  §</pre>', '&lt;§&gt;', '&amp;amp;', '\n', ' ', '§|§', '!', '<blockquote>', '1. '],
)
const piece = fc.constantFrom(
  'Data',
  'we',
  'none',
  '1.',
  '(a)',
  '13',
  '-',
  '•',
  'o x',
  '●',
  '*',
  '**bold**',
  '_x_',
  '#',
  '##',
  '>',
  '|',
  '{{',
  '}}',
  '{{ x }}',
  '\\',
  '`',
  '<b>',
  '<!--',
  '&amp;',
  '&',
  '[a]',
  '(b)',
  '[a](b)',
  '!',
  '~~',
  '===',
  '---',
  '+',
  ':',
  'x@y.example',
  'https://a.example/_b_',
  '\t',
  '\u00a0',
  '\u200f',
  '😀',
  '日本',
  "'",
  '"',
  '%',
  '@',
)
const someLine = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '))

const folder = new URL('../../policies/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))

test.each(names)('the policy imported from %s states what the text states, in the same words', (name) => {
  const imported = through(readFileSync(new URL(name, folder), 'utf8'), name)
  if (!imported) throw new Error('nothing was imported')
  const { read, back } = imported
  expect(wordsOf(back)).toEqual(wordsOf(read))
  expect(meaning(back)).toEqual(meaning(read))
})

function meaning(notice: Notice): string[] {
  return statementsOf(notice).map(({ disclosure, polarity, strength, values, by }) =>
    [disclosure, polarity, strength, by, ...values.map(({ path, value }) => `${path} = ${value}`)].join(' | '),
  )
}
