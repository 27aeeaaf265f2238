import { expect, test } from 'vitest'
import { expandGroup, normalEntry } from '../../src/catalog/normalize.ts'

test.each([
  ['Opt-Out of', 'opt out of'],
  ['the company’s  notice', 'the company notice'],
  ['EU-U.S. Privacy Shield', 'eu usa privacy shield'],
  ['e.g', 'e . g'],
  ['e.g.', 'eg'],
  ['Art. 6(1)(f)', 'art . 6 ( 1 ) ( f )'],
  ['-', '-'],
  ['–', '–'],
  ['privacy@Acme.example', 'privacy@acme.example'],
  ['', ''],
])('%s is looked up as %s', (phrase, entry) => {
  expect(normalEntry(phrase)).toBe(entry)
})

test('a group has every form of its words, each once, and the values they stand for', () => {
  expect(
    expandGroup('g', {
      verbs: ['tell'],
      nouns: ['authority'],
      words: ['At once', 'told'],
      values: { DE: ['Bonn'], FR: { nouns: ['city'], verbs: ['go'] } },
    }),
  ).toEqual({
    id: 'g',
    entries: [
      'tell',
      'tells',
      'told',
      'telling',
      'authority',
      'authorities',
      'at once',
      'bonn',
      'go',
      'goes',
      'went',
      'gone',
      'going',
      'city',
      'cities',
    ],
    values: { bonn: 'DE', go: 'FR', goes: 'FR', went: 'FR', gone: 'FR', going: 'FR', city: 'FR', cities: 'FR' },
  })
})
