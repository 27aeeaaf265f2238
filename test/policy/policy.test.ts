import { expect, test } from 'vitest'
import { policyOf } from '../support.ts'

test('what a policy does not say has its default', () => {
  const { language, addresses, numbering, sections } = policyOf('clauselint: 1\n')
  expect({ language, addresses, numbering, sections }).toEqual({
    language: 'en',
    addresses: [],
    numbering: 'automatic',
    sections: undefined,
  })
})

test('what it says is taken', () => {
  const { language, addresses, numbering, sections } = policyOf(`clauselint: 1
language: de
addresses: [EU, US-CA]
numbering: authored
sections:
  - { id: a, topic: contact, heading: H, body: B }
  - { id: b, topic: other }
`)
  expect({ language, addresses, numbering }).toEqual({
    language: 'de',
    addresses: ['EU', 'US-CA'],
    numbering: 'authored',
  })
  expect(sections?.map(({ id, topic, heading, body }) => [id, topic, heading.string, body.string])).toEqual([
    ['a', 'contact', 'H', 'B'],
    ['b', 'other', undefined, undefined],
  ])
})

test('`numbering: none` is a way of numbering', () => {
  expect(policyOf('clauselint: 1\nnumbering: none\n').numbering).toBe('none')
})
