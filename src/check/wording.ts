import type { Finding } from '../finding.ts'
import { findAll } from '../reading/read.ts'
import type { Ground } from './judge.ts'
import { atSpan } from './make.ts'

/** Findings of the wording rules: phrases that should not stand, at the exact words. */
export function wordingFindings(ground: Ground): Finding[] {
  const judged = new Set(ground.verdicts.filter(({ addressed }) => addressed).map(({ law }) => law.id))
  const rules = ground.catalog.wording.filter(({ laws }) => laws?.some((law) => judged.has(law)) ?? true)
  return rules.flatMap((rule) =>
    findAll(rule, ground.reading).map(({ span }) => {
      const quote = ground.notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
      return atSpan(ground.notice, span, {
        rule: rule.id,
        severity: rule.severity,
        message: rule.message.replaceAll('{{ quote }}', () => quote),
        remedy: rule.remedy,
        where: headingWords(ground, span.block),
      })
    }),
  )
}

/** The heading that words stand under, so that a finding keeps its identity when lines move. */
function headingWords({ notice }: Ground, block: number): string {
  const heading = notice.blocks[block]?.heading
  return heading === undefined ? '' : (notice.blocks[heading]?.text ?? '')
}
