import type { CheckPage } from '../../catalog/types.ts'
import type { Finding, Severity } from '../../finding.ts'
import { findAll } from '../../reading/read.ts'
import type { Ground } from '../judge.ts'
import { atSpan } from '../make.ts'
import { ownDate, whenWritten } from '../own-date.ts'

/** References to laws, bodies, numbers and names that are out of date at the date of the check, at the exact words. */
export function retiredReference(ground: Ground, page: CheckPage): Finding[] {
  const { catalog, notice, reading, context } = ground
  const own = ownDate(ground.statements)
  return catalog.references
    .filter(({ ended }) => ended <= context.asOf)
    .flatMap((reference) => {
      const { id, name, ended, endedBy, replacement, severity, confidence } = reference
      const places = new Set<string>()
      return findAll(reference.patterns, id, reading).flatMap(({ span }) => {
        const place = `${span.block} ${span.from}`
        if (places.has(place)) return []
        places.add(place)
        const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
        return [
          atSpan(notice, span, {
            rule: page.id,
            severity: confidence === 'high' ? severity : weaker(severity),
            message: `“${quote}” is out of date: ${name}, ended on ${ended} (${endedBy}).${whenWritten(ended, own)}`,
            remedy: `Name what counts today: ${replacement}.`,
            where: id,
          }),
        ]
      })
    })
}

/** What is not certain raises no error. */
function weaker(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity
}
