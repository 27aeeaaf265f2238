import type { Law } from '../catalog/types.ts'
import { lawPage, provisionPage, type Book } from './law-page.ts'
import { markdownPage } from './page.ts'
import { rulePage } from './rule-page.ts'

const generated = '<!-- Made from rules/ by `npm run regenerate`. -->\n\n'

/** The documentation as Markdown, by file name in docs/: a page for every rule and law, and an index. */
export function docsOf(book: Book): Record<string, string> {
  const { disclosures, wording, checks, laws } = book.catalog
  const rules = [...disclosures, ...wording, ...checks]
  return {
    'README.md': generated + indexOf(book),
    ...Object.fromEntries(rules.map(({ id }) => [`rules/${id}.md`, generated + ruleText(id, book)])),
    ...Object.fromEntries(laws.map((law) => [`laws/${law.id}.md`, generated + lawText(law, book)])),
  }
}

function indexOf({ catalog }: Book): string {
  const { disclosures, wording, checks, laws } = catalog
  const list = (heading: string, folder: string, entries: readonly { id: string; title: string }[]) =>
    `## ${heading}\n\n${entries.map(({ id, title }) => `- [${id}](${folder}/${id}.md): ${title}\n`).join('')}`
  return [
    '# Rules and laws\n',
    list('Laws', 'laws', laws),
    list('Disclosures', 'rules', disclosures),
    list('Wording', 'rules', wording),
    list('Checks', 'rules', checks),
  ].join('\n')
}

function ruleText(id: string, book: Book): string {
  const page = rulePage(id, book)
  return page ? markdownPage(page) : ''
}

/** The law's own page without the list of its provisions, each of which follows with its page. */
function lawText(law: Law, book: Book): string {
  const page = lawPage(law.id, book)
  if (!page) return ''
  const head = markdownPage({ ...page, parts: page.parts.filter(({ heading }) => heading !== 'Provisions') })
  const places = law.jurisdictions.join()
  const provisions = law.provisions.map((provision) => {
    const { title, parts } = provisionPage(law, provision, book)
    const own = parts.filter(
      (part) => part.heading !== 'Binds in' || (provision.jurisdictions ?? law.jurisdictions).join() !== places,
    )
    return markdownPage({ title, parts: own }, 2)
  })
  return [head, ...provisions].join('\n')
}
