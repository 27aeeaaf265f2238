import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Block } from '../../src/notice/notice.ts'
import { readPlainText } from '../../src/notice/read/text.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { composed, markdownNotice, statuses } from '../support.ts'

const companies = ['frust', 'infuze', 'frs', 'strettch', 'primus'] as const

/** A block as a published page shows it once it is copied into a text file: no marks but bullets. */
function line({ kind, label, text }: Block): string {
  const words = text.replaceAll('\n', ' ')
  if (kind === 'item') return `• ${words}`
  return kind === 'heading' && label !== undefined && !words.startsWith(label) ? `${label}. ${words}` : words
}

test.each(companies)('the policy of %s, its Markdown and its plain text have the same statuses', (company) => {
  const notice = composed(readFileSync(new URL(`../../policies/${company}.policy.yaml`, import.meta.url), 'utf8'))
  const wanted = statuses(notice)
  const plain = readPlainText(new SourceText('notice.txt', notice.blocks.map(line).join('\n')))
  expect(statuses(markdownNotice(renderMarkdown(notice)))).toEqual(wanted)
  expect(statuses(plain)).toEqual(wanted)
})
