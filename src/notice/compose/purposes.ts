import type { Fact } from '../../policy/fact.ts'
import { dataNames, noneSentence, term } from './terms.ts'
import { enumerate, say, value, type Part, type Writer } from './writer.ts'

/** Each purpose with its data, its legal basis and the interest pursued. */
export function purposes(root: Fact, w: Writer): void {
  w.list(
    say`We use personal data for these purposes:`,
    root
      .get('purposes')
      .items()
      .map((purpose) => {
        const uses = dataNames(root, purpose.get('uses'))
        const text = value(purpose.get('text')) ?? ''
        return [
          ...say`To ${text}${uses.length > 0 ? say`. For this we use ${enumerate(uses)}` : ''}.`,
          ...basis(purpose),
        ]
      }),
  )
  const training = root.get('modelTraining')
  const what = value(training)
  w.paragraph(
    training.state === 'none'
      ? noneSentence(training, w)
      : what && say`Large language models are trained with these personal data: ${what}.`,
  )
}

function basis(purpose: Fact): Part[] {
  const ground = term(purpose.get('basis'))
  const interest = value(purpose.get('interest'))
  return [
    ...(ground ? say` The legal basis is ${ground}.` : []),
    ...(interest ? say` Our legitimate interest is ${interest}.` : []),
  ]
}

/** The legal bases alone, for a notice that has a section of its own for them. */
export function legalBasis(root: Fact, w: Writer): void {
  w.list(
    say`We process personal data on these legal bases:`,
    root
      .get('purposes')
      .items()
      .filter((purpose) => purpose.get('basis').known)
      .map((purpose) => [...say`To ${value(purpose.get('text')) ?? ''}.`, ...basis(purpose)]),
  )
}
