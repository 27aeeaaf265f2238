import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import { identityOf, type Finding } from '../finding.ts'
import type { Fact } from './fact.ts'
import type { Policy } from './policy.ts'

/** Findings that no JSON Schema can make: dates of no calendar, ids that name nothing, ids given twice. */
export function referenceFindings(policy: Policy, catalog: Catalog): Finding[] {
  const { root } = policy
  const data = root.get('data').items()
  const dataIds = data.map((item) => item.get('id').string ?? '')
  const mechanisms = catalog.mechanisms.map((mechanism) => mechanism.id)
  return [
    ...[root.get('effective'), root.get('updated')].flatMap(dateFinding),
    ...twice(data, 'data'),
    ...twice(root.get('purposes').items(), 'purposes'),
    ...twice(
      (policy.sections ?? []).map((section) => section.fact),
      'sections',
    ),
    ...root
      .get('purposes')
      .items()
      .flatMap((purpose) => purpose.get('uses').items())
      .flatMap((use) => unknownName(use, dataIds, 'data id')),
    ...root
      .get('recipients')
      .items()
      .flatMap((recipient) => recipient.get('receives').items())
      .flatMap((use) => unknownName(use, dataIds, 'data id')),
    ...root
      .get('sale')
      .get('what')
      .items()
      .flatMap((use) => unknownName(use, dataIds, 'data id')),
    ...[...root.get('recipients').items(), ...root.get('transfers').items()]
      .flatMap((item) => [item.get('safeguard'), item.get('mechanism')])
      .flatMap((mechanism) => unknownName(mechanism, mechanisms, 'transfer mechanism')),
  ]
}

function dateFinding(fact: Fact): Finding[] {
  const text = fact.string
  if (text === undefined) return []
  const date = new Date(`${text}T00:00:00Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return []
  return [finding(fact, `${fact.path} is "${text}", a day that no calendar has.`, 'Give the right date.')]
}

function unknownName(fact: Fact, known: readonly string[], kind: string): Finding[] {
  const name = fact.string
  if (name === undefined || known.includes(name)) return []
  const guess = closest(name, known)
  return [
    finding(
      fact,
      `${fact.path} names the ${kind} "${name}", which does not exist.`,
      guess === undefined ? `Use one of: ${known.join(', ') || '(none is declared)'}.` : `Did you mean "${guess}"?`,
    ),
  ]
}

function twice(items: readonly Fact[], list: string): Finding[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const id = item.get('id').string
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [finding(item.get('id'), `The id "${id}" is used twice in ${list}.`, 'Give each its own id.')]
  })
}

function finding(fact: Fact, message: string, remedy: string): Finding {
  return {
    rule: 'policy-schema',
    severity: 'error',
    message,
    remedy,
    at: { kind: 'fact', place: fact.place, path: fact.path },
    related: fact.use ? [{ place: fact.use, message: 'It is used here.' }] : [],
    citations: [],
    identity: identityOf('policy-schema', fact.path, message),
  }
}
