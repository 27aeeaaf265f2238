import type { Fact } from '../../policy/fact.ts'
import { channels, noneSentence } from './terms.ts'
import { enumerate, say, value, type Writer } from './writer.ts'

/** How to reach the controller and its data protection officer. */
export function contact(root: Fact, w: Writer): void {
  const us = root.get('controller')
  const ways = channels(us.get('contact'))
  if (ways.length > 0)
    w.paragraph(say`You can contact us about this notice and about your personal data ${enumerate(ways, 'or')}.`)
  officer(us.get('dpo'), w)
  responsiblePerson(us.get('responsiblePerson'), w)
}

function officer(dpo: Fact, w: Writer): void {
  if (dpo.state === 'none') w.paragraph(noneSentence(dpo, w))
  if (!dpo.known) return
  const name = value(dpo.get('name'))
  const reach = channels(dpo)
  w.paragraph(
    name && say`Our data protection officer is ${name}.`,
    reach.length > 0 ? say`You can contact our data protection officer ${enumerate(reach, 'or')}.` : undefined,
  )
}

/** Who answers for personal data where a law asks for a person who is no data protection officer. */
function responsiblePerson(person: Fact, w: Writer): void {
  const name = value(person.get('name'))
  const title = value(person.get('title'))
  const reach = channels(person)
  w.paragraph(
    name && say`The person responsible for personal data with us is ${name}.`,
    title && say`This person is our ${title}.`,
    reach.length > 0
      ? say`You can contact the person responsible for personal data ${enumerate(reach, 'or')}.`
      : undefined,
  )
}
