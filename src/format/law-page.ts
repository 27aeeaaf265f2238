import type { Bound, Catalog, Law, LawPages, Pages, Provision } from '../catalog/types.ts'
import { durationWords, listWords } from '../notice/words.ts'
import type { Item, Page } from './page.ts'

/** The catalog with everything that is told of it. */
export type Book = { catalog: Catalog; pages: Pages; lawPages: LawPages }

/** What a level means. */
const levels: Readonly<Record<Provision['level'], string>> = {
  mandatory: 'mandatory: every notice is asked for it',
  conditional: 'conditional: asked where its conditions hold',
  duty: 'duty: it is about conduct, so silence breaks no law; a value that the notice states must keep to its bounds',
  guidance: 'guidance: advice, never an error',
}

/** The page of a law: where it binds, since when, and all that it asks. Undefined when there is no such law. */
export function lawPage(id: string, book: Book): Page | undefined {
  const law = book.catalog.laws.find((one) => one.id === id)
  const page = book.lawPages[id]
  if (!law || !page) return undefined
  const { from, until } = spanOfLaw(law)
  return {
    title: `${law.id}: ${law.title} (${law.short})`,
    parts: [
      { heading: 'Binds in', prose: [law.jurisdictions.join(', ')] },
      {
        heading: 'In force',
        prose: [
          `from ${from}${until === undefined ? '' : ` until ${until}`}; checked ${page.checked}, ${page.confidence} confidence`,
        ],
      },
      { heading: 'Source', prose: [page.source] },
      { heading: 'Names in notices', prose: page.names.length > 0 ? [page.names.join(', ')] : [] },
      { heading: 'Note', prose: page.note === undefined ? [] : [page.note] },
      {
        heading: 'Provisions',
        items: law.provisions.map((provision) => {
          const { head, more } = provisionItem(law, provision, book)
          return { head: `${provision.id}: ${head}`, more: more.slice(0, 1) }
        }),
      },
    ],
  }
}

/** From when until when anything of a law binds. */
export function spanOfLaw({ provisions }: Law): { from: string; until: string | undefined } {
  const until = provisions.map((provision) => provision.until)
  return {
    from: provisions.map((provision) => provision.from).sort()[0] ?? '',
    until: until.includes(undefined) ? undefined : until.sort().at(-1),
  }
}

/** The page of a provision: what it asks and of whom, why it matters, since when, and its examples. */
export function provisionPage(law: Law, provision: Provision, book: Book): Page {
  const page = book.lawPages[law.id]?.provisions[provision.id]
  const { examples, note } = page ?? { examples: { satisfied: [], violated: [], silent: [], notApplicable: [] } }
  const where = provision.jurisdictions ?? law.jurisdictions
  return {
    title: `${law.id}/${provision.id}: ${law.short} ${provision.cite}`,
    parts: [
      { heading: 'It asks that the notice', prose: [page?.asks ?? ''] },
      { heading: 'Level', prose: [levels[provision.level]] },
      { heading: 'Applies if', items: provision.when.map((id) => conditionItem(id, book)) },
      { heading: 'Why it matters', prose: reasonsOf(provision, book) },
      { heading: 'Requires', items: provision.requires.map((ids) => disclosureItem(ids, book)) },
      { heading: 'Concerns', items: provision.concerns.map((id) => disclosureItem([id], book)) },
      {
        heading: 'Bounds',
        items: Object.entries(provision.bounds).map(([path, bound]) => ({
          head: `${path}: ${boundWords(bound)}`,
          more: [],
        })),
      },
      { heading: 'Binds in', prose: [where.join(', ')] },
      { heading: 'In force', prose: [datesOf(provision, page?.checked ?? '')] },
      { heading: 'Source', prose: [provision.source] },
      { heading: 'Note', prose: note === undefined ? [] : [note] },
      { heading: 'Met by', examples: examples.satisfied },
      { heading: 'Broken by', examples: examples.violated },
      { heading: 'Left open by', examples: examples.silent },
      { heading: 'Not asked of', examples: examples.notApplicable },
    ],
  }
}

/** A provision in a few lines: what it asks, its dates, its source. */
export function provisionItem(law: Law, provision: Provision, { lawPages }: Book): Item {
  const page = lawPages[law.id]?.provisions[provision.id]
  const { cite, level, source } = provision
  return {
    head: `${law.short} ${cite} (${level}): ${page?.asks ?? ''}`,
    more: [`in force ${datesOf(provision, page?.checked ?? '')}`, source],
  }
}

function datesOf({ from, until, confidence }: Provision, checked: string): string {
  return `from ${from}${until === undefined ? '' : ` until ${until}`}; checked ${checked}, ${confidence} confidence`
}

function conditionItem(id: string, { catalog }: Book): Item {
  const condition = catalog.conditions.find((one) => one.id === id)
  return condition
    ? { head: condition.title, more: [`Where nothing says so: ${condition.declare}.`] }
    : { head: id, more: [] }
}

function disclosureItem(ids: readonly string[], { catalog }: Book): Item {
  const words = ids.map((id) => {
    const disclosure = catalog.disclosures.find((one) => one.id === id)
    return `${id}: ${disclosure?.asks ?? ''}`
  })
  return { head: words.join(', or '), more: [] }
}

/** Why its disclosures exist, each reason once. */
function reasonsOf({ requires, concerns }: Provision, { catalog }: Book): string[] {
  const ids = [...requires.flat(), ...concerns]
  return [...new Set(ids.flatMap((id) => catalog.disclosures.find((one) => one.id === id)?.why ?? []))]
}

/** A bound in words: "at most 1 month, or without undue delay". */
function boundWords({ max, min, days, allow, only, never }: Bound): string {
  const amount = (limit: string | number) =>
    (typeof limit === 'number' ? String(limit) : durationWords(limit)).replace(/\bdays?$/, (word) =>
      days === undefined ? word : `working ${word}`,
    )
  return [
    ...(min === undefined ? [] : [`at least ${amount(min)}`]),
    ...(max === undefined ? [] : [`at most ${amount(max)}`]),
    ...(only === undefined ? [] : [`only ${listWords(only.map(String), 'or')}`]),
    ...(never === undefined ? [] : [`never ${listWords(never.map(String), 'or')}`]),
    ...(allow === undefined ? [] : [`or ${listWords(allow, 'or')}`]),
  ].join(', ')
}
