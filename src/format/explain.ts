import type { Catalog } from '../catalog/types.ts'
import { lawPage, provisionPage, type Book } from './law-page.ts'
import { textPage, type Page } from './page.ts'
import { rulePage } from './rule-page.ts'

export type { Book } from './law-page.ts'

/**
 * What there is to tell of a rule (`breach-timeline`), a law (`gdpr`) or a provision (`gdpr/13.1.a`), as plain text;
 * undefined when there is none of that name.
 * @param columns the terminal's width
 */
export function explain(name: string, book: Book, columns?: number): string | undefined {
  const page = rulePage(name, book) ?? lawPage(name, book) ?? pageOfProvision(name, book)
  return page && textPage(page, columns)
}

function pageOfProvision(name: string, book: Book): Page | undefined {
  const [id, ...rest] = name.split('/')
  const law = book.catalog.laws.find((one) => one.id === id)
  const provision = law?.provisions.find((one) => one.id === rest.join('/'))
  return law && provision && provisionPage(law, provision, book)
}

/** Every name that `explain` knows. */
export function explained({ disclosures, wording, checks, laws }: Catalog): string[] {
  return [
    ...[...disclosures, ...wording, ...checks].map(({ id }) => id),
    ...laws.flatMap((law) => [law.id, ...law.provisions.map((provision) => `${law.id}/${provision.id}`)]),
  ]
}

/** All rules and laws with their titles, by kind. */
export function listRules({ disclosures, wording, checks, laws }: Catalog): string {
  const kinds = Object.entries({ Disclosures: disclosures, Wording: wording, Checks: checks, Laws: laws })
  const width = Math.max(...kinds.flatMap(([, rules]) => rules.map(({ id }) => id.length)))
  return kinds
    .filter(([, rules]) => rules.length > 0)
    .map(([kind, rules]) =>
      [`${kind}:`, ...rules.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`), ''].join('\n'),
    )
    .join('\n')
}
