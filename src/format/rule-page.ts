import type { CheckPage, Disclosure, Law, Provision, RulePage, WordingRule } from '../catalog/types.ts'
import { provisionItem, type Book } from './law-page.ts'
import type { Item, Page, Part } from './page.ts'

/** The page of a disclosure, a wording rule or a check; undefined when there is no such rule. */
export function rulePage(id: string, book: Book): Page | undefined {
  const { catalog, pages } = book
  const examples = Object.hasOwn(pages, id) ? pages[id] : undefined
  const disclosure = catalog.disclosures.find((one) => one.id === id)
  const rule = disclosure ?? catalog.wording.find((one) => one.id === id) ?? catalog.checks.find((one) => one.id === id)
  if (!examples || !rule) return undefined
  const parts = disclosure ? disclosureParts(disclosure, book, examples) : ruleParts(rule as Rule, book, examples)
  return { title: `${id}: ${rule.title}`, parts }
}

type Rule = WordingRule | CheckPage
type Picks = (law: Law, provision: Provision) => boolean

function ruleParts(rule: Rule, book: Book, examples: RulePage): Part[] {
  const cites = 'cites' in rule ? rule.cites : []
  return [
    { heading: 'Severity', prose: [rule.severity] },
    { heading: 'Why', prose: [rule.why] },
    { heading: 'What to do', prose: [rule.remedy] },
    {
      heading: 'Provisions',
      items: provisions(book, (law, { id }) => cites.some((cite) => cite.law === law.id && cite.provision === id)),
    },
    {
      heading: 'Fires on',
      examples: examples.fires.map(({ text, quote }) => (quote === text ? text : `${text.trimEnd()}\n→ at “${quote}”`)),
    },
    { heading: 'Silent on', examples: examples.silent },
    { heading: 'Known limits', prose: examples.limits },
  ]
}

function disclosureParts(disclosure: Disclosure, book: Book, examples: RulePage): Part[] {
  const { id, defect } = disclosure
  return [
    { heading: defect ? 'It is a fault when the notice' : 'It asks that the notice', prose: [disclosure.asks] },
    { heading: 'Why', prose: [disclosure.why] },
    { heading: 'What to do', prose: [disclosure.remedy] },
    {
      heading: defect ? 'Facts that show it' : 'Facts that state it',
      items: disclosure.facts.map((path) => ({ head: path, more: [] })),
    },
    {
      heading: 'Provisions',
      items: provisions(book, (_, { requires, concerns }) => [...requires.flat(), ...concerns].includes(id)),
    },
    { heading: defect ? 'Found in' : 'Stated by', examples: examples.stated },
    { heading: defect ? 'Perhaps in' : 'Only partly by', examples: examples.partial },
    { heading: defect ? 'Not found in' : 'Not stated by', examples: examples.missing },
    { heading: 'Known limits', prose: examples.limits },
  ]
}

/** What the provisions ask that a test picks, with dates and source. */
function provisions(book: Book, picks: Picks): Item[] {
  return book.catalog.laws.flatMap((law) =>
    law.provisions.filter((provision) => picks(law, provision)).map((provision) => provisionItem(law, provision, book)),
  )
}
