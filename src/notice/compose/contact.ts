import type { Fact } from '../../policy/fact.ts'
import { channels, noneSentence } from './terms.ts'
import { enumerate, say, value, type Writer } from './writer.ts'

/** How to reach the controller and its data protection officer. */
export function contact(root: Fact, w: Writer): void {
  const us = root.get('controller')
  const ways = channels(us.get('contact'))
  if (ways.length > 0)
    w.paragraph(say`You can contact us about this notice and about your personal data ${enumerate(ways, 'or')}.`)
  const dpo = us.get('dpo')
  if (dpo.state === 'none') w.paragraph(noneSentence(dpo, w))
  if (!dpo.known) return
  const name = value(dpo.get('name'))
  const reach = channels(dpo)
  w.paragraph(
    name && say`Our data protection officer is ${name}.`,
    reach.length > 0 ? say`You can contact our data protection officer ${enumerate(reach, 'or')}.` : undefined,
  )
}
