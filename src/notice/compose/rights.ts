import type { Fact } from '../../policy/fact.ts'
import { channels, noneSentence, sentence } from './terms.ts'
import { duration, enumerate, say, value, type FactText, type Writer } from './writer.ts'

/** One sentence for each right, named as people know it. */
const granted: Record<string, string> = {
  access: 'Access: you have the right to know whether we process personal data about you, and to get a copy of them.',
  rectification: 'Rectification: you have the right to have inaccurate personal data corrected.',
  erasure: 'Erasure: you have the right to have your personal data deleted.',
  restriction: 'Restriction: you have the right to have the processing of your personal data restricted.',
  objection: 'Objection: you have the right to object to the processing of your personal data.',
  portability:
    'Portability: you have the right to receive your personal data in a machine-readable format and to have them sent to another controller.',
  'withdraw-consent':
    'Withdrawal of consent: you have the right to withdraw your consent at any time; what was done before stays lawful.',
  complaint: 'Complaint: you have the right to lodge a complaint with a supervisory authority.',
  'no-automated-decision':
    'Automated decisions: you have the right not to be subject to a decision made by automated means alone.',
  'close-account': 'Account: you have the right to close your account.',
  'designate-heir': 'Heir: you have the right to designate an heir to your personal data in your will.',
}

/** The words of each code that has some. */
export function worded(items: readonly Fact[], words: Record<string, string>): FactText[][] {
  return items.flatMap((fact) => {
    const text = words[fact.string ?? '']
    return text === undefined ? [] : [[{ text, fact }]]
  })
}

/** The rights, how to use them, and what to expect. */
export function rights(root: Fact, w: Writer): void {
  const all = root.get('rights')
  w.list(say`You have these rights:`, worded(all.get('granted').items(), granted))
  const authorities = root.at('controller.authorities').items()
  for (const authority of authorities) {
    const name = value(authority.get('name'))
    const url = value(authority.get('url'))
    const address = value(authority.get('address'))
    w.paragraph(
      name &&
        say`You can lodge a complaint with this supervisory authority: ${name}${url ? say`, ${url}` : ''}${address ? say`, ${address}` : ''}.`,
    )
  }
  const ways = channels(all.get('exercise'))
  const settings = value(all.at('exercise.settings'))
  const within = duration(all.at('response.within'))
  const extension = duration(all.at('response.extension'))
  const identity = value(all.get('identity'))
  const agent = value(all.get('agent'))
  const appealTo = value(all.at('appeal.to'))
  const appealWithin = duration(all.at('appeal.within'))
  const complain = value(all.at('complaintToUs.how'))
  const acknowledged = duration(all.at('complaintToUs.acknowledged'))
  const appealAnswer = duration(all.at('appeal.answer'))
  const fee = all.get('fee')
  const charge = value(fee)
  w.paragraph(
    ways.length > 0 ? say`To use your rights, contact us ${enumerate(ways, 'or')}.` : undefined,
    settings && say`You can use your rights yourself on ${settings}.`,
    within && say`We respond to your request within ${within}.`,
    extension && say`If a request is complex, this time can be extended by ${extension}.`,
    fee.state === 'none' ? noneSentence(fee, w) : charge && sentence(charge),
    identity && sentence(identity),
    agent && say`An authorised agent can make a request for you ${agent}.`,
    appealTo && say`You can appeal our decision to ${appealTo}${appealWithin ? say` within ${appealWithin}` : ''}.`,
    appealAnswer && say`We decide on an appeal within ${appealAnswer}.`,
    complain && say`You have the right to complain to us about how we handle your personal data ${complain}.`,
    acknowledged && say`We acknowledge your complaint within ${acknowledged}.`,
  )
}
