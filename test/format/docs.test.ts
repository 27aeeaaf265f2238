import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lawPages, pages } from '../../src/catalog/generated/pages.js'
import { docsOf } from '../../src/format/docs.ts'
import { markdownPage } from '../../src/format/page.ts'
import { readMarkdown } from '../../src/notice/read/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { catalog } from '../support.ts'

// Made by `npm run regenerate`; reviewed as a diff.
const folder = new URL('../../docs/', import.meta.url)
const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'))
const files = docsOf({ catalog, pages: pages(), lawPages: lawPages() })

test('there is a page for every rule and law, and no other', () => {
  const ids = [...catalog.disclosures, ...catalog.wording, ...catalog.checks].map(({ id }) => `rules/${id}.md`)
  const wanted = ['README.md', ...ids, ...catalog.laws.map(({ id }) => `laws/${id}.md`)]
  expect(committed.sort()).toEqual(wanted.sort())
})

test.each(Object.keys(files))('docs/%s is what the rules say', (name) => {
  expect(readFileSync(new URL(name, folder), 'utf8')).toBe(files[name])
})

test('marks of Markdown in our own words are words; code stays code', () => {
  const text = markdownPage({
    title: 'a_b *c* <d>',
    parts: [
      { heading: 'Why', prose: ['purposes.*.basis and `data.*.source` and [x]'] },
      { heading: 'Items', items: [{ head: '# one', more: ['two'] }] },
      { heading: 'Seen', examples: ['```\nfence\n```'] },
      { heading: 'Empty', prose: [] },
    ],
  })
  const notice = readMarkdown(new SourceText('page.md', text))
  expect(notice.blocks.map((block) => block.text)).toEqual([
    'a_b *c* <d>',
    'Why',
    'purposes.*.basis and data.*.source and [x]',
    'Items',
    expect.stringMatching(/^# one\s+two$/),
    'Seen',
    expect.stringContaining('fence'),
  ])
})
