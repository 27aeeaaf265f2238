import type { Fact } from '../../policy/fact.ts'
import { dataNames, noneSentence, term } from './terms.ts'
import { duration, enumerate, say, value, type Part, type Writer } from './writer.ts'

/** Cookies and similar technologies, consent and control. */
export function cookies(root: Fact, w: Writer): void {
  const all = root.get('cookies')
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  const list = all.get('list').items()
  if (list.length > 0)
    w.table(
      say`We use these cookies:`,
      ['Cookie', 'Provider', 'Purpose', 'Kind', 'Stays for'],
      list.map((cookie) => [
        value(cookie.get('name')) ?? '',
        value(cookie.get('provider')) ?? '',
        value(cookie.get('purpose')) ?? '',
        term(cookie.get('kind')) ?? '',
        lifetime(cookie.get('duration')),
      ]),
    )
  const kinds = all
    .get('kinds')
    .items()
    .flatMap((kind) => term(kind) ?? [])
  if (kinds.length > 0) w.paragraph(say`We use these kinds of cookies: ${enumerate(kinds)}.`)
  const consent = all.get('consent').boolean
  const control = value(all.get('control'))
  const signals = all
    .get('signals')
    .items()
    .flatMap((signal) => term(signal) ?? [])
  w.paragraph(
    consent === true ? say`We ask for your consent before we set cookies that are not necessary.` : undefined,
    consent === false ? say`We set cookies without asking for your consent.` : undefined,
    control && say`You can refuse or delete cookies ${control}.`,
    signals.length > 0 ? say`We honour these opt-out signals of your browser: ${enumerate(signals)}.` : undefined,
    doNotTrack[all.get('doNotTrack').string ?? ''],
  )
  tracking(all.get('tracking'), w)
}

const doNotTrack: Record<string, Part[]> = {
  honoured: say`We honour the Do Not Track signals of your browser.`,
  ignored: say`We do not respond to the Do Not Track signals of your browser.`,
}

/** Cal. Bus. & Prof. Code 22575(b)(5) and (6): who follows people over time and across websites. */
function tracking(all: Fact, w: Writer): void {
  const own = all.get('own').boolean
  const others = all.get('others').boolean
  w.paragraph(
    own === undefined
      ? undefined
      : say`We ${own ? 'collect' : 'do not collect'} personal data about your online activities over time and across the websites of others.`,
    others === undefined
      ? undefined
      : say`Other parties ${others ? 'may collect' : 'may not collect'} personal data about your online activities over time and across different websites when you use our services.`,
  )
}

function lifetime(fact: Fact): Part {
  return (fact.string === 'session' ? term(fact) : duration(fact)) ?? ''
}

/** Sale of data, and sharing in the sense of the CCPA. */
export function sale(root: Fact, w: Writer): void {
  const sold = root.get('sale')
  const what = dataNames(root, sold.get('what'))
  const optOut = value(sold.get('optOut'))
  w.paragraph(
    sold.state === 'none' ? noneSentence(sold, w) : undefined,
    what.length > 0 ? say`We sell these personal data: ${enumerate(what)}.` : undefined,
    sold.get('sensitive').boolean === true ? say`NOTICE: We may sell your sensitive personal data.` : undefined,
    sold.get('biometric').boolean === true ? say`NOTICE: We may sell your biometric personal data.` : undefined,
    optOut && say`You can opt out of the sale of your personal data ${optOut}.`,
  )
  const shared = root.get('sharing')
  const which = dataNames(root, shared.get('what'))
  const stop = value(shared.get('optOut'))
  w.paragraph(
    shared.state === 'none' ? noneSentence(shared, w) : undefined,
    which.length > 0
      ? say`We share these personal data for cross-context behavioural advertising: ${enumerate(which)}.`
      : undefined,
    stop && say`You can opt out of this sharing ${stop}.`,
  )
}
