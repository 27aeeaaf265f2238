import type { Law } from '../catalog/types.ts'
import type { Finding } from '../finding.ts'
import { dayAfter } from '../law/days.ts'
import { addressedBy, judgeLaws, type Context } from '../law/verdicts.ts'
import { disclosureFindings } from './disclosure-findings.ts'
import type { Ground } from './judge.ts'

/** What a date changes: by how many the errors grow (negative: shrink), and the laws that change then. */
export type NextChange = { from: string; errors: number; laws: string[] }

/** The nearest date to come on which the law changes so that the number of errors does; undefined when none is known. */
export function nextChange(ground: Ground): NextChange | undefined {
  const { catalog, context, statements, statuses, policy } = ground
  const laws = catalog.laws.filter((law) => addressedBy(law, context).length > 0)
  const dates = [...new Set(laws.flatMap((law) => [...beginnings(law), ...ends(law)]))]
    .filter((date) => date > context.asOf)
    .sort()
  if (dates.length === 0) return undefined
  const now = errorsOf(disclosureFindings(ground))
  for (const from of dates) {
    const then: Context = { ...context, asOf: from }
    const verdicts = judgeLaws(catalog, statements, statuses, then, policy?.root)
    const errors = errorsOf(disclosureFindings({ ...ground, verdicts, context: then })) - now
    if (errors !== 0) {
      const changed = laws.filter((law) => (errors > 0 ? beginnings : ends)(law).includes(from))
      return { from, errors, laws: changed.map(({ short }) => short) }
    }
  }
  return undefined
}

/** The dates on which something of a law begins to bind. */
function beginnings({ provisions }: Law): string[] {
  return provisions.map(({ from }) => from)
}

/** The dates on which something of a law no longer binds. */
function ends({ provisions }: Law): string[] {
  return provisions.flatMap(({ until }) => (until === undefined ? [] : [dayAfter(until)]))
}

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}
