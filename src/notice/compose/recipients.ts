import type { Fact } from '../../policy/fact.ts'
import { country, dataNames, mechanism, noneSentence, term } from './terms.ts'
import { enumerate, say, value, type Writer } from './writer.ts'

/** Who receives the data. */
export function recipients(root: Fact, w: Writer): void {
  const all = root.get('recipients')
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  if (!all.known) return
  w.table(
    say`We share personal data with these recipients:`,
    ['Recipient', 'Role', 'Data', 'Purpose', 'Country'],
    all.items().map((item) => {
      const name = value(item.get('name'))
      const category = value(item.get('category'))
      return [
        name && category ? say`${name} (${category})` : (name ?? category ?? ''),
        term(item.get('role')) ?? '',
        enumerate(dataNames(root, item.get('receives'))),
        value(item.get('purpose')) ?? '',
        country(item.get('country'), w.catalog) ?? '',
      ]
    }),
  )
  for (const item of all.items()) {
    const name = value(item.get('name')) ?? value(item.get('category'))
    const contact = value(item.get('contact'))
    if (name && contact) w.paragraph(say`${name} can be reached about your personal data at ${contact}.`)
  }
}

/** Which data leave for other countries, on what ground, and where they are stored. */
export function transfers(root: Fact, w: Writer): void {
  const residency = root
    .get('residency')
    .items()
    .flatMap((place) => country(place, w.catalog) ?? [])
  if (residency.length > 0) w.paragraph(say`We store personal data in ${enumerate(residency)}.`)
  const all = root.get('transfers')
  if (all.state === 'none') w.paragraph(noneSentence(all, w))
  for (const transfer of all.items()) {
    const to = transfer
      .get('to')
      .items()
      .flatMap((place) => country(place, w.catalog) ?? [])
    const ground = mechanism(transfer.get('mechanism'), w.catalog)
    const instrument = value(transfer.get('instrument'))
    const copy = value(transfer.get('copy'))
    const risks = value(transfer.get('risks'))
    const consent = transfer.get('separateConsent').boolean
    w.paragraph(
      to.length > 0 ? say`We transfer personal data to other countries: ${enumerate(to)}.` : undefined,
      ground && say`The transfer is based on the ${ground}${instrument ? say` (${instrument})` : ''}.`,
      !ground && instrument ? say`The transfer is based on ${instrument}.` : undefined,
      copy && say`You can get a copy of the safeguards ${copy}.`,
      risks && say`The risks of this transfer: ${risks}.`,
      consent === true ? say`We ask for your separate consent before this transfer.` : undefined,
      consent === false ? say`We do not ask for your separate consent before this transfer.` : undefined,
    )
  }
  for (const item of root.get('recipients').items()) {
    const ground = mechanism(item.get('safeguard'), w.catalog)
    const name = value(item.get('name')) ?? value(item.get('category'))
    if (ground && name) w.paragraph(say`The transfer to ${name} is based on the ${ground}.`)
  }
}
