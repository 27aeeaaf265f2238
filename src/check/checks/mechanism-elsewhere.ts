import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { listWords } from '../../notice/words.ts'
import type { Ground } from '../judge.ts'
import { atSpan, citesOf } from '../make.ts'
import { isRetired } from '../mechanisms.ts'

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
  const served = (code: string) => catalog.mechanisms.filter(({ from }) => from.includes(code))
  return context.addresses.flatMap((code) => {
    if (served(code).length === 0 || named.some(({ mechanism }) => mechanism.from.includes(code))) return []
    const { span } = first.value
    const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
    const usable = served(code).filter(
      (mechanism) => mechanism.kind !== 'derogation' && !isRetired(mechanism, context.asOf),
    )
    return [
      atSpan(notice, span, {
        rule: page.id,
        severity: page.severity,
        message: `“${quote}” is no ground for transfers from ${code}, which the notice addresses, and it names no other.`,
        remedy: `${page.remedy} For ${code}: ${listWords(
          usable.map(({ name }) => name),
          'or',
        )}.`,
        citations: citesOf(page, ground),
        where: code,
      }),
    ]
  })
}
