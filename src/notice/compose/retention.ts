import type { Fact } from '../../policy/fact.ts'
import { dataName, term } from './terms.ts'
import { duration, say, value, type Part, type Writer } from './writer.ts'

/** How long data are kept, and what happens then. */
export function retention(root: Fact, w: Writer): void {
  const kept = root
    .get('data')
    .items()
    .filter((item) => item.get('retention').known)
  if (kept.length > 0)
    w.table(
      say`We keep personal data for these periods:`,
      ['Data', 'We keep them for'],
      kept.map((item) => [dataName(item), period(item.get('retention'))]),
    )
  const length = duration(root.at('retention.period'))
  const after = value(root.at('retention.after'))
  const criteria = value(root.at('retention.criteria'))
  const end = term(root.at('retention.end'))
  w.paragraph(
    length
      ? say`We keep personal data for ${length}${after ? say` after ${after}` : ''}.`
      : after && say`We keep personal data until ${after}.`,
    criteria && say`We decide how long to keep personal data by ${criteria}.`,
    end && say`At the end of the retention period the data are ${end}.`,
  )
}

function period(keeping: Fact): Part {
  const length = duration(keeping.get('period'))
  const after = value(keeping.get('after'))
  const criteria = value(keeping.get('criteria'))
  const fixed = length ? say`${length}${after ? say` after ${after}` : ''}` : after && say`until ${after}`
  if (fixed && criteria) return say`${fixed}; longer for as long as ${criteria}`
  return fixed ?? (criteria ? say`as long as ${criteria}` : '')
}
