import type { Finding } from '../finding.ts'
import { dayAfter } from '../law/days.ts'
import { judgeLaws, type Context, type Verdict } from '../law/verdicts.ts'
import { disclosureFindings } from './disclosure-findings.ts'
import type { Ground } from './judge.ts'

/** What a date changes: by how many the errors grow (negative: shrink), and the laws by their short names that change then. */
export type NextChange = { from: string; errors: number; laws: string[] }

/** The nearest date to come on which the law changes so that the number of errors does; undefined when none is known. */
export function nextChange(ground: Ground): NextChange | undefined {
  const { catalog, context, statements, statuses, policy, verdicts } = ground
  // Only what a notice does not meet makes errors, so most notices are judged no second time.
  const unmet = verdicts.filter(({ outcome, then }) => (then ?? outcome) === 'violated')
  const dates = [...new Set(unmet.flatMap((verdict) => [...beginning(verdict), ...end(verdict)]))]
    .filter((date) => date > context.asOf)
    .sort()
  if (dates.length === 0) return undefined
  const now = errorsOf(disclosureFindings(ground))
  for (const from of dates) {
    const then: Context = { ...context, asOf: from }
    const later = judgeLaws(catalog, statements, statuses, then, policy?.root)
    const errors = errorsOf(disclosureFindings({ ...ground, verdicts: later, context: then })) - now
    if (errors !== 0) {
      const changing = unmet.filter((verdict) => (errors > 0 ? beginning : end)(verdict).includes(from))
      return { from, errors, laws: [...new Set(changing.map(({ law }) => law.short))] }
    }
  }
  return undefined
}

/** When a provision that is not yet in force will be. */
function beginning({ outcome, provision }: Verdict): string[] {
  return outcome === 'upcoming' ? [provision.from] : []
}

/** When a provision will no longer be in force. */
function end({ provision: { until } }: Verdict): string[] {
  return until === undefined ? [] : [dayAfter(until)]
}

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}
