import type { Fact } from '../../policy/fact.ts'
import { noneSentence, sentence, timeLimit } from './terms.ts'
import { capital, duration, enumerate, members, say, value, type Writer } from './writer.ts'

/** Decisions made by machines alone. */
export function automatedDecisions(root: Fact, w: Writer): void {
  const all = root.get('automatedDecisions')
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  w.list(
    say`We make these automated decisions about you:`,
    all.items().map((item) => {
      const logic = value(item.get('logic'))
      const significance = value(item.get('significance'))
      const review = value(item.get('review'))
      return [
        ...say`By automated means alone we decide ${value(item.get('decision')) ?? ''}.`,
        ...(logic ? [' ', sentence(logic)] : []),
        ...(significance ? [' ', sentence(significance)] : []),
        ...(review
          ? say` You can ask for a human to review this decision, give your view and contest it ${review}.`
          : []),
      ]
    }),
  )
}

/** How data are protected. */
export function security(root: Fact, w: Writer): void {
  w.list(
    say`We protect personal data with these security measures:`,
    members(root.at('security.measures')).map((measure) => [capital(measure), '.']),
  )
}

/** Who is told of a personal data breach, and how soon. */
export function breach(root: Fact, w: Writer): void {
  const all = root.get('breach')
  const authority = timeLimit(all.at('authority.within'))
  const persons = timeLimit(all.at('persons.within'))
  const how = members(all.at('persons.how'))
  const toAuthority = members(all.at('authority.content'))
  const toPersons = members(all.at('persons.content'))
  w.paragraph(
    authority &&
      say`If there is a personal data breach, we notify the supervisory authority ${authority} of becoming aware of it.`,
    persons || how.length > 0
      ? say`If there is a personal data breach, we notify the persons concerned${persons ? say` ${persons}` : ''}${how.length > 0 ? say` by ${enumerate(how, 'or')}` : ''}.`
      : undefined,
    toAuthority.length > 0 ? say`Our notice to the authority says ${enumerate(toAuthority)}.` : undefined,
    toPersons.length > 0 ? say`Our notice to the persons concerned says ${enumerate(toPersons)}.` : undefined,
  )
}

/** Children and the service. */
export function children(root: Fact, w: Writer): void {
  const age = value(root.at('children.age'))
  const consent = root.at('children.parentalConsent').boolean
  w.paragraph(
    age && say`Our services are not for children under ${age}.`,
    consent === true ? say`Younger children may use them only with the consent of a parent or guardian.` : undefined,
    consent === false
      ? say`Younger children may not use them, even with the consent of a parent or guardian.`
      : undefined,
  )
}

/** What an objection to direct marketing does. */
const objections: Readonly<Record<string, string>> = {
  unconditional: 'If you object to direct marketing, we stop it in every case.',
  conditional: 'If you object to direct marketing, we stop it where your particular situation gives grounds for that.',
}

/** Direct marketing and how to stop it. */
export function marketing(root: Fact, w: Writer): void {
  const all = root.get('marketing')
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  const channels = members(all.get('channels'))
  const optOut = value(all.get('optOut'))
  const objection = value(all.get('objection'))
  w.paragraph(
    channels.length > 0 ? say`We send direct marketing by ${enumerate(channels)}.` : undefined,
    optOut && say`You can opt out of marketing messages at any time ${optOut}.`,
    objection && [{ ...objection, text: objections[objection.text] ?? '' }],
  )
}

/** How changes of the notice are announced. */
export function changes(root: Fact, w: Writer): void {
  const means = members(root.at('changes.announced'))
  const before = duration(root.at('changes.before'))
  const lead = before && say`at least ${before} before they take effect`
  w.paragraph(
    means.length > 0
      ? say`We will notify you of changes to this notice ${enumerate(means)}${lead ? say`, ${lead}` : ''}.`
      : lead && say`We will notify you of changes to this notice ${lead}.`,
  )
}
