import type { Fact } from '../../policy/fact.ts'
import { worded } from './rights.ts'
import { dataNames, noneSentence, sentence } from './terms.ts'
import { enumerate, say, value, type Part, type Writer } from './writer.ts'

/** The rights by their codes. */
const rights: Record<string, string> = {
  know: 'To know which personal information we collect, use and disclose.',
  delete: 'To have your personal information deleted.',
  correct: 'To have inaccurate personal information corrected.',
  'opt-out': 'To opt out of the sale or sharing of your personal information.',
  'limit-sensitive': 'To limit the use and disclosure of your sensitive personal information.',
  'non-discrimination': 'Not to be discriminated against for using these rights.',
}

/** What the law of California asks to be told: the rights (Cal. Civ. Code 1798.130(a)(5)), and the rest of 11 CCR 7011(e). */
export function california(root: Fact, w: Writer): void {
  w.list(
    say`If you live in California, the California Consumer Privacy Act gives you these rights:`,
    worded(root.at('rights.california').items(), rights),
  )
  const all = root.get('california')
  const disclosed = all.get('disclosed')
  const which = dataNames(root, disclosed)
  const metrics = value(all.get('metrics'))
  w.paragraph(
    disclosed.state === 'none' ? noneSentence(disclosed, w) : undefined,
    which.length > 0
      ? say`In the last twelve months we disclosed these categories of personal information for a business purpose: ${enumerate(which)}.`
      : undefined,
  )
  w.paragraph(
    declared(
      all.get('sensitiveUse'),
      w,
      (use) => say`We also use or disclose sensitive personal information to ${use}.`,
    ),
    declared(all.get('minors'), w, sentence),
  )
  w.paragraph(
    declared(
      all.get('incentives'),
      w,
      (offer) => say`We offer this financial incentive in exchange for personal information: ${offer}.`,
    ),
    declared(
      all.get('directMarketing'),
      w,
      (how) =>
        say`You can ask which third parties got your personal information for their own direct marketing ${how}.`,
    ),
  )
  w.paragraph(metrics && say`We publish how many requests about rights we received, met and refused at ${metrics}.`)
}

/** The sentence of a fact that is a text or declared none. */
function declared(
  fact: Fact,
  w: Writer,
  words: (text: NonNullable<ReturnType<typeof value>>) => Part[],
): Part[] | undefined {
  if (fact.state === 'none') return noneSentence(fact, w)
  const text = value(fact)
  return text && words(text)
}
