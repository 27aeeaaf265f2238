import type { Catalog, CheckPage, Law } from '../catalog/types.ts'
import { addressedBy, type Context } from '../law/verdicts.ts'
import type { Span } from '../notice/notice.ts'
import { findAll, type Reading } from '../reading/read.ts'

/** Words of a text that lead to a law: `names` is the id of a law that they name, or the code of a jurisdiction. */
export type Lead = { names: string; span: Span }

/** The id of the page whose patterns lead to laws. */
const rule = 'law-inferred'

/** What a published text says of the laws that apply to it, in reading order. */
export function leadsIn(reading: Reading, catalog: Catalog): Lead[] {
  const page = catalog.checks.find(({ id }) => id === rule)
  if (!page) return []
  const leads = [...lawsNamed(page, reading), ...addressesIn(reading, catalog)]
  return leads.sort((a, b) => a.span.block - b.span.block || a.span.from - b.span.from)
}

/** What patterns find as members of `addresses`. */
export function lawsNamed(page: CheckPage, reading: Reading): Lead[] {
  return findAll(page, reading).flatMap(({ values }) =>
    values().map(({ value, span }) => ({ names: jurisdictionOf(value), span })),
  )
}

/** How many tokens after a postal address its country may stand. */
const countryReach = 8

/** The countries of postal addresses: the controller's, or a contact's. */
function addressesIn({ sentences, vocabulary }: Reading, { lexicon }: Catalog): Lead[] {
  const address = vocabulary.values.get('address')
  const country = lexicon.groups.country
  return sentences.flatMap(({ hits, tokens, block, own }) =>
    hits.flatMap((here, at) => {
      const found = at < own ? undefined : here.find(({ group }) => group === address)
      if (!found) return []
      const end = Math.min(at + found.length + countryReach, hits.length)
      for (let next = end - 1; next > at; next--) {
        const hit = hits[next]?.find(({ group }) => group === country)
        const [first, last] = [tokens[next], tokens[next + (hit?.length ?? 1) - 1]]
        if (hit?.value !== undefined && first && last)
          return [{ names: jurisdictionOf(hit.value), span: { block: block.id, from: first.from, to: last.to } }]
      }
      return []
    }),
  )
}

/** Countries are ISO 3166-1 codes; the law of the United Kingdom goes by UK. */
function jurisdictionOf(code: string): string {
  return code === 'GB' ? 'UK' : code
}

/** The context that leads make: the laws they name, and the jurisdictions. */
export function contextOf(asOf: string, leads: readonly Lead[]): Context {
  const names = [...new Set(leads.map((lead) => lead.names))]
  return { asOf, addresses: names.filter(isJurisdiction), laws: names.filter((name) => !isJurisdiction(name)) }
}

function isJurisdiction(name: string): boolean {
  return /^[A-Z]/.test(name)
}

/** The first words that led to a law that is judged; undefined where none did. */
export function leadTo(law: Law, leads: readonly Lead[], context: Context): Lead | undefined {
  const where = addressedBy(law, context)
  return leads.find(({ names }) => names === law.id || where.includes(names))
}
