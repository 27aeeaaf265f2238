import type {
  Catalog,
  CheckPage,
  Disclosure,
  Law,
  LawPages,
  Pages,
  Provision,
  RulePage,
  WordingRule,
} from '../catalog/types.ts'
import { visible } from './escape.ts'

/** The catalog with everything that is told of it. */
export type Book = { catalog: Catalog; pages: Pages; lawPages: LawPages }

/** Columns that prose is wrapped to where the terminal has more, or output is none. */
const widest = 100
const narrowest = 40

/** A part of a page: prose is wrapped, examples stand as they are written. */
type Part = { heading: string } & ({ prose: readonly string[] } | { examples: readonly string[] })

/**
 * A rule's page as plain text; undefined when there is no such rule.
 * @param columns the terminal's width
 */
export function explainRule(id: string, { catalog, pages, lawPages }: Book, columns = widest): string | undefined {
  const examples = pages[id]
  const disclosure = catalog.disclosures.find((one) => one.id === id)
  const rule = disclosure ?? catalog.wording.find((one) => one.id === id) ?? catalog.checks.find((one) => one.id === id)
  if (!examples || !rule) return undefined
  const asking = (picks: Picks) => provisions(catalog, lawPages, picks)
  const parts = disclosure ? disclosureParts(disclosure, asking, examples) : ruleParts(rule as Rule, asking, examples)
  const width = Math.max(Math.min(columns, widest), narrowest)
  return [`${id}: ${rule.title}`, ...parts.flatMap((part) => partText(part, width))].join('\n\n') + '\n'
}

/** All rules with their titles, by kind. */
export function listRules({ disclosures, wording, checks }: Catalog): string {
  const kinds = Object.entries({ Disclosures: disclosures, Wording: wording, Checks: checks })
  const width = Math.max(...kinds.flatMap(([, rules]) => rules.map(({ id }) => id.length)))
  return kinds
    .filter(([, rules]) => rules.length > 0)
    .map(([kind, rules]) =>
      [`${kind}:`, ...rules.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`), ''].join('\n'),
    )
    .join('\n')
}

type Rule = WordingRule | CheckPage
type Picks = (law: Law, provision: Provision) => boolean

function ruleParts(rule: Rule, asking: (picks: Picks) => string[], examples: RulePage): Part[] {
  const cites = 'cites' in rule ? rule.cites : []
  return [
    { heading: 'Severity', prose: [rule.severity] },
    { heading: 'Why', prose: [rule.why] },
    { heading: 'What to do', prose: [rule.remedy] },
    {
      heading: 'Provisions',
      prose: asking((law, { id }) => cites.some((cite) => cite.law === law.id && cite.provision === id)),
    },
    {
      heading: 'Fires on',
      examples: examples.fires.map(({ text, quote }) => (quote === text ? text : `${text.trimEnd()}\n→ at “${quote}”`)),
    },
    { heading: 'Silent on', examples: examples.silent },
    { heading: 'Known limits', prose: examples.limits },
  ]
}

function disclosureParts(disclosure: Disclosure, asking: (picks: Picks) => string[], examples: RulePage): Part[] {
  const { id, defect } = disclosure
  return [
    { heading: defect ? 'It is a fault when the notice' : 'It asks that the notice', prose: [disclosure.asks] },
    { heading: 'Why', prose: [disclosure.why] },
    { heading: 'What to do', prose: [disclosure.remedy] },
    { heading: defect ? 'Facts that show it' : 'Facts that state it', prose: disclosure.facts },
    {
      heading: 'Provisions',
      prose: asking((_, { requires, concerns }) => [...requires.flat(), ...concerns].includes(id)),
    },
    { heading: defect ? 'Found in' : 'Stated by', examples: examples.stated },
    { heading: defect ? 'Perhaps in' : 'Only partly by', examples: examples.partial },
    { heading: defect ? 'Not found in' : 'Not stated by', examples: examples.missing },
    { heading: 'Known limits', prose: examples.limits },
  ]
}

/** What the provisions ask that a test picks, with dates and source. */
function provisions({ laws }: Catalog, lawPages: LawPages, picks: Picks): string[] {
  return laws.flatMap((law) =>
    law.provisions
      .filter((provision) => picks(law, provision))
      .flatMap(({ id, cite, level, from, until, confidence, source }) => {
        const page = lawPages[law.id]?.provisions[id]
        return [
          `${law.short} ${cite} (${level}): ${page?.asks ?? ''}`,
          `  in force from ${from}${until === undefined ? '' : ` until ${until}`}; checked ${page?.checked ?? ''}, ${confidence} confidence`,
          `  ${source}`,
        ]
      }),
  )
}

function partText(part: Part, width: number): string[] {
  const lines =
    'prose' in part
      ? part.prose.flatMap((text) => wrap(text, width - 2, part.prose.length > 1 ? 2 : 0)).map((line) => `  ${line}`)
      : part.examples.flatMap(example)
  return lines.length > 0 ? [[`${part.heading}:`, ...lines].join('\n')] : []
}

/** An example as written, behind a bullet that shows where it begins. */
function example(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => `${index === 0 ? '  • ' : '    '}${visible(line)}`.trimEnd())
}

/** Breaks a text between words. Further lines are indented as the first one is, and by `hang` more. */
function wrap(text: string, columns: number, hang: number): string[] {
  const indent = ' '.repeat(text.length - text.trimStart().length)
  const lines: string[] = []
  let line = indent
  for (const word of visible(text.trim()).split(/\s+/u)) {
    if (line.trim() !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + ' '.repeat(hang)
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
