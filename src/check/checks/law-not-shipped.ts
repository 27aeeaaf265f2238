import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import type { Ground } from '../judge.ts'
import { atAbsence, atFact } from '../make.ts'

/** Tells where no law is judged, so that silence is not taken for approval. */
export function lawNotShipped({ policy, catalog }: Ground, page: CheckPage): Finding[] {
  if (!policy) return []
  const addresses = policy.root.get('addresses')
  const said = (message: string, remedy: string, where: string) => ({
    rule: page.id,
    severity: page.severity,
    message,
    remedy,
    where,
  })
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
  const shipped = new Set(catalog.laws.flatMap((law) => law.jurisdictions))
  return addresses.items().flatMap((item) => {
    const code = item.string ?? ''
    return shipped.has(code)
      ? []
      : [atFact(item, said(`No law of ${code} is shipped yet, so nothing is judged under it.`, page.remedy, code))]
  })
}
