import type { Fact } from '../../policy/fact.ts'
import { date, enumerate, members, say, value, type Writer } from './writer.ts'

/** Whose notice it is, what it covers, and since when. */
export function introduction(root: Fact, w: Writer): void {
  const name = value(root.at('controller.name'))
  const services = members(root.get('services'))
  if (services.length > 0)
    w.paragraph(
      say`This notice explains how ${name ?? 'we'} ${name ? 'handles' : 'handle'} personal data when you use ${enumerate(services)}.`,
    )
  const version = value(root.get('version'))
  const effective = date(root.get('effective'))
  const updated = date(root.get('updated'))
  w.paragraph(
    effective && say`This notice applies from ${effective}.`,
    updated && say`It was last updated on ${updated}.`,
    version && say`This is version ${version}.`,
  )
}
