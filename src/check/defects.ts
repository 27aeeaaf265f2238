import type { Disclosure, Mechanism } from '../catalog/types.ts'
import type { Citation, Finding } from '../finding.ts'
import { factsAt } from '../law/conditions.ts'
import type { Ground } from './judge.ts'
import { atFact, atSpan, cite } from './make.ts'
import { isRetired, mechanismOf } from './mechanisms.ts'
import { ownDate, whenWritten } from './own-date.ts'

/** Findings of the disclosures whose presence is the fault: reliance on a mechanism that has ended. */
export function defectFindings(ground: Ground): Finding[] {
  return ground.catalog.disclosures
    .filter((disclosure) => disclosure.defect)
    .flatMap((disclosure) => relianceFindings(disclosure, ground))
}

/** The facts that name a mechanism. */
const mechanismFacts = ['transfers.*.mechanism', 'recipients.*.safeguard']

/** At the words that rely on it; at the fact when no words state what the fact says. */
function relianceFindings(disclosure: Disclosure, ground: Ground): Finding[] {
  const { catalog, notice, policy, context } = ground
  const citations = citationsOf(disclosure, ground)
  const own = ownDate(ground.statements)
  const said = (mechanism: Mechanism, quote: string) => ({
    rule: disclosure.id,
    severity: mechanism.confidence === 'low' ? ('info' as const) : ('error' as const),
    message: `“${quote}” relies on the ${mechanism.name}, retired on ${mechanism.usableUntil ?? ''}${mechanism.endedBy === undefined ? '' : ` (${mechanism.endedBy})`}.${whenWritten(mechanism.usableUntil ?? '', own)}`,
    remedy:
      mechanism.replacement === undefined
        ? disclosure.remedy
        : `Name what the transfer rests on today: ${mechanism.replacement}.`,
    citations,
    where: mechanism.id,
  })
  const named = new Set<string>()
  const atWords = (ground.statuses.get(disclosure.id)?.statements ?? []).flatMap((statement) => {
    const mechanism = mechanismOf(statement, catalog)
    if (!mechanism) return []
    named.add(mechanism.id)
    const span = statement.values[0]?.span ?? statement.span
    return [atSpan(notice, span, said(mechanism, notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''))]
  })
  const facts = policy ? mechanismFacts.flatMap((path) => factsAt(policy.root, path).facts) : []
  const atFacts = facts.flatMap((fact) => {
    const mechanism = catalog.mechanisms.find((candidate) => candidate.id === fact.string)
    return mechanism && isRetired(mechanism, context.asOf) && !named.has(mechanism.id)
      ? [atFact(fact, said(mechanism, fact.string ?? ''))]
      : []
  })
  return [...atWords, ...atFacts]
}

/** Provisions of the addressed laws that are about the disclosure. */
function citationsOf({ id }: Disclosure, { verdicts }: Ground): Citation[] {
  return verdicts
    .filter(
      ({ provision }) =>
        provision.concerns.includes(id) || provision.requires.some((alternatives) => alternatives.includes(id)),
    )
    .map(({ law, provision }) => cite(law, provision))
}
