import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseMarkdown, type MarkdownBlock } from '../../src/source/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { parseYaml, toData } from '../../src/source/yaml.ts'

type FoundPolicy = { title?: string; sections: { heading?: string; body: string }[] }

// words/<company>.txt are the words of the text as it was found, one per line: what white space parts, so that quotes,
// typos and sentences glued together ("services.2.2") count. The marks of its bullets (•, ●, -) are layout, no words.
test.each([
  ['frust', 1345],
  ['infuze', 1195],
  ['frs', 2758],
  ['strettch', 1388],
  ['primus', 3545],
])('the policy of %s has the %i words of the text as found, in order, and no others', (company, count) => {
  const found = readHere(`words/${company}.txt`).trimEnd().split('\n')
  expect(found).toHaveLength(count)
  expect(wordsOf(readPolicy(company))).toEqual(found)
})

function readPolicy(company: string): FoundPolicy {
  const file = `${company}.policy.yaml`
  const source = new SourceText(file, readHere(`../../policies/${file}`))
  return toData(parseYaml(source).root) as FoundPolicy
}

function readHere(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** Title and headings are plain text; bodies are Markdown. */
function wordsOf({ title = '', sections }: FoundPolicy): string[] {
  const texts = sections.flatMap(({ heading = '', body }) => [heading, ...parseMarkdown(body).map(textOf)])
  return [title, ...texts].join('\n').split(/\s+/u).filter(Boolean)
}

/** The number of an item in a numbered list is a word of the text (FRS numbers its definitions); a bullet is not. */
function textOf(block: MarkdownBlock): string {
  if (block.kind === 'row') return block.cells.map(({ text }) => text).join('\n')
  if (block.kind === 'item' && block.ordered) return `${block.marker} ${block.inline.text}`
  return block.inline.text
}
