import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import type { Outcome } from '../../law/verdicts.ts'
import { sentencesWith } from '../../reading/postings.ts'
import type { Ground } from '../judge.ts'
import { atFact } from '../make.ts'

/** Outcomes of provisions that apply. */
const judged: ReadonlySet<Outcome> = new Set(['satisfied', 'partial', 'violated'])

/** The groups whose values are jurisdictions or laws: what names one of them speaks of it. */
const naming = ['law-name', 'country', 'territory', 'federal-state', 'national-authority']

/** Declared places of which the notice names neither the law nor the place, and whose law it does not meet by half. */
export function lawUnaddressed(ground: Ground, page: CheckPage): Finding[] {
  const { context, policy, verdicts } = ground
  if (!policy || context.chosen) return []
  const required = verdicts.filter(({ addressed, provision }) => addressed && provision.requires.length > 0)
  const broken = required.filter(({ outcome, provision }) => outcome === 'violated' && provision.confidence !== 'low')
  if (broken.length === 0) return []
  const named = namedIn(ground)
  return policy.root
    .get('addresses')
    .items()
    .flatMap((item) => {
      const code = item.string ?? ''
      const unmet = broken.filter(({ law }) => law.jurisdictions.includes(code))
      const laws = [...new Map(unmet.map(({ law }) => [law.id, law])).values()]
      if (laws.length === 0 || named.has(code) || laws.some(({ id }) => named.has(id))) return []
      const asked = required.filter(({ law, outcome }) => law.jurisdictions.includes(code) && judged.has(outcome))
      if (unmet.length * 2 < asked.length) return []
      return [
        atFact(item, {
          rule: page.id,
          severity: page.severity,
          message: `The policy addresses ${code}, but the notice names neither that place nor the ${laws.map(({ short }) => short).join(' or the ')}, and ${unmet.length === 1 ? 'one provision is' : `${unmet.length} provisions are`} not met.`,
          remedy: page.remedy,
          where: code,
        }),
      ]
    })
}

/** The codes of places and ids of laws that the notice names anywhere. */
function namedIn({ catalog: { lexicon }, reading }: Ground): ReadonlySet<string> {
  const groups = naming.flatMap((name) => lexicon.groups[name] ?? [])
  const named = new Set<string>()
  for (const group of groups)
    for (const at of sentencesWith(reading.postings, group))
      for (const hits of reading.sentences[at]?.hits ?? [])
        for (const hit of hits) if (hit.group === group && hit.value !== undefined) named.add(hit.value)
  if (named.has('GB')) named.add('UK')
  return named
}
