import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/types.ts'
import { judge } from '../../src/check/judge.ts'
import { asOf, catalog, markdownNotice } from '../support.ts'

/** What a text leads to: the laws and places it is judged under. */
function ledTo(text: string, using: Catalog = catalog): string[] {
  const { context } = judge(markdownNotice(`We respect your privacy.\n\n${text}`), { asOf, addresses: [] }, using)
  return [...(context.laws ?? []), ...context.addresses]
}

describe('a published text leads to the law', () => {
  test.each([
    ['that it names', 'Under the GDPR you can ask us for a copy of your data.', ['gdpr']],
    ['of its controller’s seat', 'We are a company based in Chile.', ['CL']],
    ['of its postal address', 'Contact us: Acme SpA, Av. Providencia 1234, Santiago, Chile.', ['CL']],
    [
      'of the United Kingdom by its own code',
      'Our registered office is 1 High Street, London, United Kingdom.',
      ['UK'],
    ],
    ['of the people it speaks to', 'Residents of California have further rights.', ['US-CA']],
    ['of the people it speaks to, the place first', 'California residents have further rights.', ['US-CA']],
    ['of its representative', 'Our representative in the EU is Acme Rep GmbH.', ['EU']],
    ['of the authority it names', 'You can complain to the ICO.', ['UK']],
    ['that governs it', 'This notice is governed by the laws of Rwanda.', ['RW']],
  ])('%s: %s', (_why, text, places) => {
    expect(ledTo(text)).toEqual(expect.arrayContaining(places))
    expect(ledTo(text)).toHaveLength(places.length)
  })

  test.each([
    ['where its servers stand', 'We store your data on servers located in Germany.'],
    ['whither data go', 'We transfer your personal data to the United States.'],
    ['where others are', 'Our providers are based in India.'],
    ['that it says does not apply', 'The GDPR does not apply to this service.'],
    ['where it is not', 'We are not based in Chile.'],
  ])('but not to that of a place %s: %s', (_why, text) => {
    expect(ledTo(text)).toEqual([])
  })
})

test('laws that the caller names are judged in place of those that the text leads to', () => {
  const notice = markdownNotice('Under the GDPR you have rights.')
  const { context, leads } = judge(notice, { asOf, addresses: ['CL'], chosen: true }, catalog)
  expect({ context, leads }).toEqual({ context: { asOf, addresses: ['CL'], chosen: true }, leads: [] })
})
