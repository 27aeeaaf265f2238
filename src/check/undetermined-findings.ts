import type { Finding } from '../finding.ts'
import type { ConditionResult } from '../law/conditions.ts'
import type { Verdict } from '../law/verdicts.ts'
import { listWords } from '../notice/words.ts'
import { keyFor, startOf } from './absence.ts'
import type { Ground } from './judge.ts'
import { atAbsence, citeVerdict } from './make.ts'

/**
 * One warning for each condition on which provisions depend and of which nothing says whether it holds. A text has no
 * facts to declare: there it is a row of the coverage and no finding.
 */
export function undeterminedFindings(ground: Ground): Finding[] {
  const { policy } = ground
  if (!policy) return []
  const open = new Map<string, { result: ConditionResult; verdicts: Verdict[] }>()
  for (const verdict of ground.verdicts) {
    if (verdict.outcome !== 'undetermined' || (verdict.unmet.length === 0 && verdict.breaches.length === 0)) continue
    // What the first condition leaves open decides; the next are asked once it is answered.
    const result = verdict.conditions.find((candidate) => candidate.holds === 'unknown')
    if (!result) continue
    const known = open.get(result.condition.id)
    if (known) known.verdicts.push(verdict)
    else open.set(result.condition.id, { result, verdicts: [verdict] })
  }
  return [...open.values()].map(({ result: { condition }, verdicts }) => {
    const citations = verdicts.map(citeVerdict)
    const titles = [...new Set(citations.map((citation) => citation.title))]
    const shown = titles.length > 3 ? [...titles.slice(0, 2), `${titles.length - 2} more provisions`] : titles
    const place = condition.facts[0] ? keyFor(condition.facts[0].path, policy) : startOf(ground)
    return atAbsence(place, {
      rule: 'undetermined',
      severity: 'warning',
      message: `Nothing says whether ${condition.title}, and ${listWords(shown)} ${titles.length > 1 ? 'depend' : 'depends'} on it.`,
      remedy: asSentence(condition.declare),
      citations,
      where: condition.id,
    })
  })
}

/** `declare x` as "Declare x." */
function asSentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.')
}
