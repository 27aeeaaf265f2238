import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compose } from '../../src/notice/compose.ts'
import { readMarkdown } from '../../src/notice/read/markdown.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { parseMarkdown, type MarkdownBlock } from '../../src/source/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { parseYaml, toData } from '../../src/source/yaml.ts'
import { catalog } from '../support.ts'

type FoundPolicy = { title?: string; sections: { heading?: string; body: string }[] }

// words/<company>.txt are the words of the text as it was found, one per line: what white space parts, so that quotes,
// typos and sentences glued together ("services.2.2") count. The marks of its bullets (•, ●, -) are layout, no words.
const companies: [string, number][] = [
  ['frust', 1345],
  ['infuze', 1195],
  ['frs', 2758],
  ['strettch', 1388],
  ['primus', 3545],
]

test.each(companies)('the policy of %s has the %i words of the text as found, in order, and no others', (company, count) => {
  expect(found(company)).toHaveLength(count)
  const { title = '', sections } = toData(parseYaml(sourceOf(company)).root) as FoundPolicy
  // Title and headings are plain text; bodies are Markdown.
  const texts = sections.flatMap(({ heading = '', body }) => [heading, ...parseMarkdown(body).map(textOf)])
  expect(wordsOf([title, ...texts])).toEqual(found(company))
})

test.each(companies)('so has what is rendered of it and read back: %s, %i words', (company) => {
  const { policy } = loadPolicy(sourceOf(company), catalog)
  if (!policy) throw new Error(`the policy of ${company} is broken`)
  const text = renderMarkdown(compose(policy, catalog).notice)
  const { blocks } = readMarkdown(new SourceText(`${company}.md`, text))
  // Where sentences were glued together the notice parts them again, so white space does not count here.
  const texts = blocks.map(({ kind, label, text }) =>
    `${kind === 'item' && label !== undefined ? `${label}.` : ''}${text.replaceAll(' | ', '')}`,
  )
  expect(texts.join('').replace(/\s/gu, '')).toBe(found(company).join(''))
})

function found(company: string): string[] {
  return readHere(`words/${company}.txt`).trimEnd().split('\n')
}

function sourceOf(company: string): SourceText {
  const file = `${company}.policy.yaml`
  return new SourceText(file, readHere(`../../policies/${file}`))
}

function readHere(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.join('\n').split(/\s+/u).filter(Boolean)
}

function textOf(block: MarkdownBlock): string {
  if (block.kind === 'row') return block.cells.map(({ text }) => text).join('\n')
  return `${numberOf(block)} ${block.inline.text}`
}

/** The number of an item in a numbered list is a word of the text (FRS numbers its definitions); a bullet is not. */
function numberOf(block: MarkdownBlock | undefined): string {
  return block?.kind === 'item' && block.ordered ? block.marker : ''
}
