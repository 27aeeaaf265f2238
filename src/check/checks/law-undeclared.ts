import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { addressedBy } from '../../law/verdicts.ts'
import { lawsNamed } from '../infer-laws.ts'
import type { Ground } from '../judge.ts'
import { atSpan } from '../make.ts'

/** Rights named of a law that the policy does not declare: told once for each law, at the first words. */
export function lawUndeclared(ground: Ground, page: CheckPage): Finding[] {
  const { catalog, context, notice, reading, policy } = ground
  if (!policy?.root.get('addresses').known || context.chosen) return []
  const told = new Set<string>()
  return lawsNamed(page, reading).flatMap(({ names, span }) => {
    const law = catalog.laws.find(({ id }) => id === names)
    if (!law || told.has(law.id) || addressedBy(law, context).length > 0) return []
    told.add(law.id)
    const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
    const places = law.jurisdictions.length > 3 ? (law.jurisdictions[0] ?? '') : law.jurisdictions.join(', ')
    return [
      atSpan(notice, span, {
        rule: page.id,
        severity: page.severity,
        message: `The notice speaks of rights under the “${quote}”, but \`addresses\` does not name ${places}, so that law is not judged.`,
        remedy: page.remedy,
        where: law.id,
      }),
    ]
  })
}
