import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import type { Ground } from '../judge.ts'
import { atSpan, citesOf } from '../make.ts'

/** Territories whose exports need mechanisms of their own, by the codes under which policies address them. */
const exporters: Readonly<Record<string, { codes: readonly string[]; name: string; use: string }>> = {
  UK: {
    codes: ['UK', 'GB'],
    name: 'the United Kingdom',
    use: 'the International Data Transfer Agreement, the UK Addendum to the standard contractual clauses, or the UK Extension to the Data Privacy Framework',
  },
}

/** A notice that addresses a territory and names transfer mechanisms none of which serves exports from there. */
export function mechanismElsewhere(ground: Ground, page: CheckPage): Finding[] {
  const { catalog, notice, context, statements } = ground
  const named = statements
    .filter(({ disclosure, polarity }) => disclosure === 'transfer-safeguard' && polarity === 'affirmed')
    .flatMap(({ values }) => values)
    .flatMap((value) => {
      const mechanism = catalog.mechanisms.find(({ id }) => id === value.value)
      return mechanism ? [{ mechanism, value }] : []
    })
  const [first] = named
  if (!first) return []
  return Object.entries(exporters).flatMap(([exporter, { codes, name, use }]) => {
    if (!codes.some((code) => context.addresses.includes(code))) return []
    if (named.some(({ mechanism }) => mechanism.from.includes(exporter))) return []
    const { span } = first.value
    const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
    return [
      atSpan(notice, span, {
        rule: page.id,
        severity: page.severity,
        message: `“${quote}” is no ground for transfers from ${name}, which the notice addresses, and it names no other.`,
        remedy: `Name what transfers from ${name} rest on: ${use}.`,
        citations: citesOf(page, ground),
        where: exporter,
      }),
    ]
  })
}
