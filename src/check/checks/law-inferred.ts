import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { leadTo } from '../infer-laws.ts'
import type { Ground } from '../judge.ts'
import { atSpan } from '../make.ts'

/** Tells under which laws a published text is judged, at the words that led there: one finding for each place of words. */
export function lawInferred({ catalog, leads, context, notice }: Ground, page: CheckPage): Finding[] {
  const byPlace = new Map<string, { span: { block: number; from: number; to: number }; titles: string[] }>()
  for (const law of catalog.laws) {
    const lead = leadTo(law, leads, context)
    if (!lead) continue
    const { block, from } = lead.span
    const known = byPlace.get(`${block} ${from}`)
    if (known) known.titles.push(law.title)
    else byPlace.set(`${block} ${from}`, { span: lead.span, titles: [law.title] })
  }
  return [...byPlace.values()].map(({ span, titles }) => {
    const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
    return atSpan(notice, span, {
      rule: page.id,
      severity: page.severity,
      message: `“${quote}” is why the text is judged under the ${titles.join(', the ')}.`,
      remedy: page.remedy,
      where: titles.join(),
    })
  })
}
