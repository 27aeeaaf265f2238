import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { addressedBy } from '../../law/verdicts.ts'
import { startOf } from '../absence.ts'
import type { Ground } from '../judge.ts'
import { atAbsence, atFact } from '../make.ts'

/** Tells where no law is judged, so that silence is not taken for approval. */
export function lawNotShipped(ground: Ground, page: CheckPage): Finding[] {
  const { policy, catalog, context } = ground
  if (ground.unread) return []
  const said = (message: string, remedy: string, where: string) => ({
    rule: page.id,
    severity: page.severity,
    message,
    remedy,
    where,
  })
  const shipped = new Set(catalog.laws.flatMap((law) => law.jurisdictions))
  const unknown = (code: string) =>
    said(`No law of ${code} is shipped yet, so nothing is judged under it.`, page.remedy, code)
  if (context.chosen || !policy) {
    const missing = context.addresses.filter((code) => !shipped.has(code))
    if (context.chosen) return missing.map((code) => atAbsence(startOf(ground), unknown(code)))
    if (catalog.laws.some((law) => addressedBy(law, context).length > 0)) return []
    return [
      atAbsence(
        startOf(ground),
        said(
          'Nothing in the text says which law applies to it, so no law is judged.',
          'Name the place or the law: `--jurisdiction EU`, `--law gdpr`; `clauselint laws` lists them.',
          'addresses',
        ),
      ),
    ]
  }
  const addresses = policy.root.get('addresses')
  if (!addresses.known)
    return [
      atAbsence(
        policy.root.keyPlace,
        said(
          'The policy does not say whose people it addresses, so no law is judged.',
          'Give `addresses`: [EU], [US-CA], …',
          'addresses',
        ),
      ),
    ]
  return addresses.items().flatMap((item) => {
    const code = item.string ?? ''
    return shipped.has(code) ? [] : [atFact(item, unknown(code))]
  })
}
