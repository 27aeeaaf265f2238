import type { Condition } from '../catalog/types.ts'
import type { Fact } from '../policy/fact.ts'
import type { Statement } from '../reading/statement.ts'

/** Whether a condition holds, and what says so. */
export type ConditionResult = {
  condition: Condition
  holds: 'yes' | 'no' | 'unknown'
  because: Fact | Statement | undefined
}

/** Judges a condition: facts decide; where they are unknown, statements do. */
export function judgeCondition(
  condition: Condition,
  statements: readonly Statement[],
  root: Fact | undefined,
): ConditionResult {
  const known = (root ? condition.facts : []).flatMap((test) => testFacts(test, factsAt(root as Fact, test.path)) ?? [])
  // One fact by which it holds is enough: a transfer on adequacy does not undo another on clauses.
  const decided = known.find((result) => result.holds === 'yes') ?? known[0]
  if (decided) return { condition, ...decided }
  for (const test of condition.statements) {
    const found = statements.filter(
      (statement) =>
        statement.disclosure === test.disclosure &&
        (!test.stated || statement.strength === 'stated') &&
        (!test.value ||
          statement.values.some((value) => value.path === test.value?.path && test.value.is.includes(value.value))),
    )
    const affirmed = found.find((statement) => statement.polarity === 'affirmed')
    if (affirmed) return { condition, holds: 'yes', because: affirmed }
    const denied = found.find((statement) => statement.polarity === 'denied')
    if (denied) return { condition, holds: 'no', because: denied }
  }
  return { condition, holds: 'unknown', because: undefined }
}

type Found = { facts: Fact[]; none: Fact | undefined; complete: boolean }

/** All facts that a path with `*` means. `complete` is false where a member leaves the asked value unknown. */
export function factsAt(root: Fact, path: string): Found {
  let level: Fact[] = [root]
  let complete = true
  for (const key of path.split('.')) {
    const next: Fact[] = []
    for (const fact of level) {
      if (fact.state === 'none') return { facts: [], none: fact, complete: true }
      if (key === '*' && fact.known) next.push(...fact.items())
      else if (key === '*') complete = false
      else next.push(fact.get(key))
    }
    level = next
  }
  const none = level.find((fact) => fact.state === 'none')
  const known = level.filter((fact) => fact.known)
  return {
    facts: known,
    none: known.length === 0 ? none : undefined,
    complete: complete && level.length > 0 && known.length === level.length,
  }
}

function testFacts(test: Condition['facts'][number], found: Found): { holds: 'yes' | 'no'; because: Fact } | undefined {
  if (found.none) return { holds: 'no', because: found.none }
  const plain = (fact: Fact) => fact.string ?? fact.number ?? fact.boolean
  const holds = (fact: Fact): boolean => {
    const value = plain(fact)
    if (test.isNot && value !== undefined && test.isNot.includes(value)) return false
    return test.is ? value !== undefined && test.is.includes(value) : true
  }
  const yes = found.facts.find(holds)
  if (yes) return { holds: 'yes', because: yes }
  const first = found.facts[0]
  return first && found.complete ? { holds: 'no', because: first } : undefined
}
