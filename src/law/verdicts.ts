import type { Catalog, Law, Provision } from '../catalog/types.ts'
import type { Fact } from '../policy/fact.ts'
import type { Statement } from '../reading/statement.ts'
import type { DisclosureStatus, Status } from '../reading/status.ts'
import { breachesOf, valuesIn, type Breach, type ValuesByPath } from './bounds.ts'
import { judgeCondition, type ConditionResult } from './conditions.ts'
import { dayAfter } from './days.ts'

/** Provision × notice. */
export type Outcome = 'satisfied' | 'partial' | 'violated' | 'not-applicable' | 'undetermined' | 'upcoming'

export type Verdict = {
  law: Law
  provision: Provision
  outcome: Outcome
  /** Of a provision that is upcoming: what the outcome would be if it were in force. */
  then?: Exclude<Outcome, 'upcoming'>
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

/**
 * What a verdict depends on besides the notice: the date (ISO 8601), the jurisdictions whose laws are judged, and laws
 * that are judged by their id, whatever is addressed. `chosen`: whoever asks chose them, so that what the policy declares,
 * or the text says, is left aside.
 */
export type Context = { asOf: string; addresses: readonly string[]; laws?: readonly string[]; chosen?: boolean }

/** The jurisdictions of a law that a context addresses. A law judged by its id is addressed whole. */
export function addressedBy(law: Law, { addresses, laws }: Context): readonly string[] {
  return laws?.includes(law.id) ? law.jurisdictions : law.jurisdictions.filter((code) => addresses.includes(code))
}

/** How many days before it is in force a provision is told of. */
const upcomingDays = 90

/**
 * Gives for each verdict the outcome that findings are made of: that of a provision in force, or what a provision comes
 * to that will be in force within 90 days; undefined for one that is further off.
 * @param asOf the date of the judgement, ISO 8601
 */
export function outcomesSoon(asOf: string): (verdict: Verdict) => Outcome | undefined {
  const last = dayAfter(asOf, upcomingDays)
  return ({ outcome, then, provision }) =>
    outcome !== 'upcoming' ? outcome : provision.from <= last ? then : undefined
}

/** Judges every provision of the laws that are addressed, and the duties that every notice is reminded of. */
export function judgeLaws(
  catalog: Catalog,
  statements: readonly Statement[],
  statuses: ReadonlyMap<string, DisclosureStatus>,
  context: Context,
  root?: Fact,
): Verdict[] {
  const known = new Map<string, ConditionResult[]>()
  const conditionOf = (id: string): ConditionResult[] => {
    const before = known.get(id)
    if (before) return before
    const condition = catalog.conditions.find((one) => one.id === id)
    const made = condition ? [judgeCondition(condition, statements, root)] : []
    known.set(id, made)
    return made
  }
  let collected: ValuesByPath | undefined
  const values = () => (collected ??= valuesIn(statements))
  return catalog.laws.flatMap((law) => {
    const where = addressedBy(law, context)
    if (where.length === 0 && !law.everywhere) return []
    return law.provisions.flatMap((provision) => {
      const addressed = where.length > 0 && (provision.jurisdictions?.some((code) => where.includes(code)) ?? true)
      if (!(addressed || provision.everywhere) || hasEnded(provision, context.asOf)) return []
      return [judge(law, provision, { conditionOf, statements, values, statuses, asOf: context.asOf, addressed })]
    })
  })
}

function hasEnded({ until }: Provision, asOf: string): boolean {
  return until !== undefined && until < asOf
}

type Ground = {
  /** The result of a condition by its id; nothing for an id that is none. */
  conditionOf: (id: string) => ConditionResult[]
  statements: readonly Statement[]
  /** The values that are affirmed: collected when first asked for. */
  values: () => ValuesByPath
  statuses: ReadonlyMap<string, DisclosureStatus>
  asOf: string
  addressed: boolean
}

function judge(law: Law, provision: Provision, ground: Ground): Verdict {
  const { requires, concerns, bounds, when } = provision
  const conditions = when.length === 0 ? none : when.flatMap(ground.conditionOf)
  const asked = requires.length > 0 ? requires : concerns.map((id) => [id])
  const unmet: string[][] = []
  const evidence: Statement[] = []
  let missing = false
  for (let index = 0; index < asked.length; index++) {
    const alternatives = asked[index] as string[]
    const status = addEvidence(alternatives, ground, evidence)
    if (status !== 'stated') unmet.push(alternatives)
    if (status === 'missing') missing = true
  }
  const bounded = Object.keys(bounds).length > 0
  const breaches = ground.addressed && bounded ? breachesOf(provision, ground.values()) : []
  const outcome = outcomeOf({
    provision,
    conditions,
    breaches,
    unmet,
    missing,
    asked: asked.length > 0 || !bounded || areStated(bounds, ground.statements),
  })
  const isUpcoming = provision.from > ground.asOf
  const { addressed } = ground
  const rest = { law, provision, unmet, conditions, evidence, breaches, addressed }
  return isUpcoming ? { ...rest, outcome: 'upcoming', then: outcome } : { ...rest, outcome }
}

const none: ConditionResult[] = []

/** Whether a statement gives a value that is bounded. */
function areStated(bounds: Provision['bounds'], statements: readonly Statement[]): boolean {
  return statements.some(({ values }) => values.some(({ path }) => path in bounds))
}

/** Adds the strongest statement of each alternative; the status of the best. */
function addEvidence(alternatives: readonly string[], { statuses }: Ground, evidence: Statement[]): Status {
  let best: Status = 'missing'
  for (let index = 0; index < alternatives.length; index++) {
    const found = statuses.get(alternatives[index] as string)
    if (!found) continue
    if (found.statements[0]) evidence.push(found.statements[0])
    if (found.status === 'stated' || best === 'missing') best = found.status
  }
  return best
}

type Weighed = Pick<Verdict, 'provision' | 'conditions' | 'breaches' | 'unmet'> & {
  missing: boolean
  /** Whether it asks for disclosures, or bounds a value that the notice states: else there is nothing to be satisfied. */
  asked: boolean
}

/** What a provision that is in force comes to. */
function outcomeOf(weighed: Weighed): Exclude<Outcome, 'upcoming'> {
  const { provision, conditions, breaches, unmet, missing, asked } = weighed
  let open = false
  for (let index = 0; index < conditions.length; index++) {
    const { holds } = conditions[index] as ConditionResult
    if (holds === 'no') return 'not-applicable'
    if (holds === 'unknown') open = true
  }
  if (breaches.length > 0) return open ? 'undetermined' : 'violated'
  if (unmet.length === 0) return asked ? 'satisfied' : 'undetermined'
  if (open) return 'undetermined'
  // A duty is conduct: silence of the notice breaks no law, so nothing says whether the duty is kept.
  if (provision.requires.length === 0) return missing ? 'undetermined' : 'partial'
  return missing ? 'violated' : 'partial'
}
