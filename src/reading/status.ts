import type { Catalog, Disclosure } from '../catalog/types.ts'
import type { Statement } from './statement.ts'

/** Whether a notice makes a disclosure. */
export type Status = 'stated' | 'partial' | 'missing'

/** A disclosure with what the notice says of it, strongest first. */
export type DisclosureStatus = { disclosure: Disclosure; status: Status; statements: Statement[] }

/** The status of every disclosure of the catalog, in the catalog's order. */
export function statusOf(catalog: Catalog, statements: readonly Statement[]): Map<string, DisclosureStatus> {
  const byDisclosure = new Map<string, Statement[]>()
  for (const statement of statements) {
    const list = byDisclosure.get(statement.disclosure)
    if (list) list.push(statement)
    else byDisclosure.set(statement.disclosure, [statement])
  }
  return new Map(
    catalog.disclosures.map((disclosure) => {
      const counted = (byDisclosure.get(disclosure.id) ?? [])
        .filter((statement) => statement.polarity === 'affirmed' || disclosure.denialStates)
        .sort(
          (a, b) =>
            strength(b) - strength(a) ||
            b.values.length - a.values.length ||
            a.span.block - b.span.block ||
            a.span.from - b.span.from,
        )
      const strongest = counted[0]
      return [disclosure.id, { disclosure, statements: counted, status: strongest?.strength ?? 'missing' }]
    }),
  )
}

function strength(statement: Statement): number {
  return statement.strength === 'stated' ? 1 : 0
}
