import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  packLexicon,
  phrasesAt,
  placeOfPhrases,
  singlesOf,
  unknownWord,
  wordNumber,
} from '../../src/catalog/lexicon.ts'
import type { Lexicon, WordGroup } from '../../src/catalog/types.ts'

const word = fc.constantFrom(
  'a',
  'ab',
  'b',
  'to',
  "to's",
  'opt',
  'out',
  '5',
  '.',
  '1,000',
  'é',
  '中',
  'constructor',
  'x@y.example',
)
const entry = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const groups: fc.Arbitrary<WordGroup[]> = fc
  .array(
    fc.record({
      entries: fc.uniqueArray(entry, { maxLength: 12 }),
      valued: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ entries, valued }, at) => ({
      id: `g${at}`,
      entries,
      ...(valued && {
        values: Object.fromEntries(entries.filter((_, odd) => odd % 2 === 1).map((name) => [name, `V:${name}`])),
      }),
    })),
  )

const valueOf = (group: WordGroup | undefined, name: string) =>
  group?.values && Object.hasOwn(group.values, name) ? group.values[name] : undefined

const packed = (list: readonly WordGroup[], offset: number): Lexicon => ({
  groups: {},
  values: {},
  size: list.length + offset,
  ...packLexicon(list, offset),
})

/** What two words begin: each phrase whole, with its group and value. */
function phrasesOf(lexicon: Lexicon, first: string, second: string): string[] {
  const words = lexicon.words.split(' ')
  const [one, two] = [wordNumber(lexicon, first), wordNumber(lexicon, second)]
  const place = one === unknownWord || two === unknownWord ? -1 : placeOfPhrases(lexicon, one, two)
  if (place < 0) return []
  return phrasesAt(lexicon, place).map(
    ({ rest, group, value }) => `${group} ${[first, second, ...rest.map((word) => words[word])].join(' ')} = ${value}`,
  )
}

test('every entry of every group is found again by its first two words, with its value, and nothing else is', () => {
  fc.assert(
    fc.property(groups, fc.nat(20), (list, offset) => {
      const lexicon = packed(list, offset)
      const wanted = list.flatMap((group, number) =>
        group.entries.map((name) => `${number + offset} ${name} = ${valueOf(group, name)}`),
      )
      // What is asked for: every word there is, alone and before every other.
      const known = new Set(list.flatMap(({ entries }) => entries.flatMap((name) => name.split(' '))))
      expect(new Set(lexicon.words.split(' ').filter(Boolean))).toEqual(known)
      const found = [...known].flatMap((first) => [
        ...singlesOf(lexicon, wordNumber(lexicon, first)).map(({ group, value }) => `${group} ${first} = ${value}`),
        ...[...known].flatMap((second) => phrasesOf(lexicon, first, second)),
      ])
      expect(found.sort()).toEqual(wanted.sort())
    }),
    { numRuns: 300 },
  )
})

test('only words of entries have numbers, also where one begins like another', () => {
  const lexicon = packed([{ id: 'g', entries: ['optional', 'opt out'] }], 0)
  const numbers = ['opt', 'optional', 'out'].map((word) => wordNumber(lexicon, word))
  expect(numbers.sort()).toEqual([0, 1, 2])
  for (const word of ['op', 'opti', 'optionalo', 'ut', 'opt ', 't optional', ' ', ''])
    expect([word, wordNumber(lexicon, word)]).toEqual([word, unknownWord])
  expect(wordNumber(packed([], 0), 'opt')).toBe(unknownWord)
  expect(wordNumber(packed([], 0), '')).toBe(unknownWord)
})

test('the longest phrase comes first', () => {
  const lexicon = packed([{ id: 'g', entries: ['opt out', 'opt out of', 'opt in', 'opt outside', 'opt'] }], 7)
  expect(phrasesOf(lexicon, 'opt', 'out')).toEqual(['7 opt out of = undefined', '7 opt out = undefined'])
  expect(phrasesOf(lexicon, 'opt', 'opt')).toEqual([])
  expect(singlesOf(lexicon, wordNumber(lexicon, 'opt'))).toEqual([{ group: 7, value: undefined }])
})

test('a lexicon is the same whatever the order of the entries', () => {
  const one = packed([{ id: 'g', entries: ['b', 'a c', 'a b'] }], 0)
  expect(packed([{ id: 'g', entries: ['a b', 'b', 'a c'] }], 0)).toEqual(one)
})
