import type { Fact } from '../../policy/fact.ts'
import { channels, country, mechanism, noneSentence, territory } from './terms.ts'
import { enumerate, members, say, value, type Writer } from './writer.ts'

/** Who the controller is, with joint controllers and representatives. */
export function controller(root: Fact, w: Writer): void {
  const us = root.get('controller')
  const name = value(us.get('name'))
  const trade = members(us.get('tradeNames'))
  const registration = value(us.get('registration'))
  const where = country(us.get('country'), w.catalog)
  const address = value(us.get('address'))
  const legal = value(us.get('legalRepresentative'))
  w.paragraph(
    name && say`${name} is the controller of your personal data.`,
    trade.length > 0 ? say`You may know us as ${enumerate(trade)}.` : undefined,
    where && say`We are established in ${where}.`,
    registration && say`We are registered under ${registration}.`,
    address && say`Our postal address is ${address}.`,
    legal && say`Our legal representative is ${legal}.`,
  )
  jointControllers(us.get('jointControllers'), w)
  representatives(us.get('representatives'), w)
  frameworks(us.get('frameworks'), w)
}

function jointControllers(joint: Fact, w: Writer): void {
  if (joint.state === 'none') w.paragraph(noneSentence(joint, w))
  for (const other of joint.items()) {
    const name = value(other.get('name'))
    const ways = channels(other)
    const arrangement = value(other.get('arrangement'))
    w.paragraph(
      name && say`We decide together with ${name} why and how your personal data are processed.`,
      ways.length > 0 ? say`You can contact this joint controller ${enumerate(ways, 'or')}.` : undefined,
      arrangement && say`The essence of our arrangement: ${arrangement}.`,
    )
  }
}

function representatives(all: Fact, w: Writer): void {
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  for (const one of all.items()) {
    const name = value(one.get('name'))
    const place = territory(one.get('for'), w.catalog)
    const ways = channels(one)
    w.paragraph(
      name && place && say`Our representative in ${place} is ${name}.`,
      ways.length > 0 ? say`You can contact the representative ${enumerate(ways, 'or')}.` : undefined,
    )
  }
}

/** Certification of the controller itself, where it is in the United States. */
function frameworks(all: Fact, w: Writer): void {
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  const names = all.items().flatMap((one) => mechanism(one, w.catalog) ?? [])
  if (names.length > 0) w.paragraph(say`We are certified under the ${enumerate(names)}.`)
}
