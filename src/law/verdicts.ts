import type { Bound, Catalog, Law, Provision } from '../catalog/types.ts'
import type { Fact } from '../policy/fact.ts'
import type { StatedValue, Statement } from '../reading/statement.ts'
import type { DisclosureStatus } from '../reading/status.ts'
import { judgeCondition, type ConditionResult } from './conditions.ts'
import { extentOf } from './period.ts'

/** Provision × notice. */
export type Outcome = 'satisfied' | 'partial' | 'violated' | 'not-applicable' | 'undetermined' | 'upcoming'

/** A stated value that a law does not allow. */
export type Breach = { statement: Statement; value: StatedValue; bound: Bound }

export type Verdict = {
  law: Law
  provision: Provision
  outcome: Outcome
  /** Requirements (alternatives) that the notice does not fully meet. */
  unmet: string[][]
  /** The conditions that were looked at. */
  conditions: ConditionResult[]
  /** Statements that meet it. */
  evidence: Statement[]
  breaches: Breach[]
  /** Whether the law was addressed; a duty that every notice is reminded of is judged without. */
  addressed: boolean
}

/** What a verdict depends on besides the notice. Dates are ISO 8601. */
export type Context = { asOf: string; addresses: readonly string[] }

/** Judges every provision of the laws that are addressed, and the duties that every notice is reminded of. */
export function judgeLaws(
  catalog: Catalog,
  statements: readonly Statement[],
  statuses: ReadonlyMap<string, DisclosureStatus>,
  context: Context,
  root?: Fact,
): Verdict[] {
  const conditions = new Map(
    catalog.conditions.map((condition) => [condition.id, judgeCondition(condition, statements, root)]),
  )
  return catalog.laws.flatMap((law) => {
    const addressed = law.jurisdictions.some((jurisdiction) => context.addresses.includes(jurisdiction))
    return law.provisions
      .filter(
        (provision) =>
          (addressed || provision.everywhere) && !(provision.until !== undefined && provision.until < context.asOf),
      )
      .map((provision) => judge(law, provision, { conditions, statements, statuses, asOf: context.asOf, addressed }))
  })
}

type Ground = {
  conditions: ReadonlyMap<string, ConditionResult>
  statements: readonly Statement[]
  statuses: ReadonlyMap<string, DisclosureStatus>
  asOf: string
  addressed: boolean
}

function judge(law: Law, provision: Provision, ground: Ground): Verdict {
  const conditions = provision.when.flatMap((id) => ground.conditions.get(id) ?? [])
  const asked = provision.requires.length > 0 ? provision.requires : provision.concerns.map((id) => [id])
  const status = (alternatives: string[]) =>
    best(alternatives.map((id) => ground.statuses.get(id)?.status ?? 'missing'))
  const unmet = asked.filter((alternatives) => status(alternatives) !== 'stated')
  const missing = asked.some((alternatives) => status(alternatives) === 'missing')
  const evidence = asked.flat().flatMap((id) => ground.statuses.get(id)?.statements.slice(0, 1) ?? [])
  const breaches = ground.addressed ? breachesOf(provision, ground.statements) : []
  const verdict = (outcome: Outcome): Verdict => ({
    law,
    provision,
    outcome,
    unmet,
    conditions,
    evidence,
    breaches,
    addressed: ground.addressed,
  })
  if (provision.from > ground.asOf) return verdict('upcoming')
  if (conditions.some((result) => result.holds === 'no')) return verdict('not-applicable')
  if (breaches.length > 0) return verdict('violated')
  if (unmet.length === 0) return verdict('satisfied')
  if (conditions.some((result) => result.holds === 'unknown')) return verdict('undetermined')
  // A duty is conduct: silence of the notice breaks no law, so nothing says whether the duty is kept.
  if (provision.requires.length === 0) return verdict(missing ? 'undetermined' : 'partial')
  return verdict(missing ? 'violated' : 'partial')
}

function best(statuses: readonly ('stated' | 'partial' | 'missing')[]): 'stated' | 'partial' | 'missing' {
  return statuses.includes('stated') ? 'stated' : statuses.includes('partial') ? 'partial' : 'missing'
}

function breachesOf(provision: Provision, statements: readonly Statement[]): Breach[] {
  return Object.entries(provision.bounds).flatMap(([path, bound]) =>
    statements.flatMap((statement) =>
      statement.values
        .filter((value) => value.path === path && statement.polarity === 'affirmed' && exceeds(value.value, bound))
        .map((value) => ({ statement, value, bound })),
    ),
  )
}

/** Whether a stated value is certainly outside a bound; what cannot be compared is inside. */
export function exceeds(value: string, bound: Bound): boolean {
  if (bound.allow?.includes(value)) return false
  if (typeof bound.max === 'number' && Number(value) > bound.max) return true
  if (typeof bound.min === 'number' && Number(value) < bound.min) return true
  const stated = extentOf(value)
  const max = typeof bound.max === 'string' ? extentOf(bound.max) : undefined
  const min = typeof bound.min === 'string' ? extentOf(bound.min) : undefined
  return (
    stated !== undefined &&
    ((max !== undefined && stated.least > max.most) || (min !== undefined && stated.most < min.least))
  )
}
