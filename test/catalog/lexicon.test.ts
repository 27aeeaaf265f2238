import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packedWord, packLexicon, unpackPhrases, unpackSingles } from '../../src/catalog/lexicon.ts'
import type { WordGroup } from '../../src/catalog/types.ts'

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

test('every entry of every group is found again by its first two words, with its value, and nothing else is', () => {
  fc.assert(
    fc.property(groups, fc.nat(20), (list, offset) => {
      const entries = packLexicon(list, offset)
      const all = list.flatMap((group) => group.entries)
      const wanted = list.flatMap((group, number) =>
        group.entries.map((name) => `${number + offset} ${name} = ${valueOf(group, name)}`),
      )
      // What is asked for: every word there is, alone and before every other.
      const known = new Set(all.flatMap((name) => name.split(' ')))
      const found = [...known].flatMap((first) => {
        const packed = packedWord(entries, first)
        if (packed === undefined) return []
        return [
          ...unpackSingles(packed).map(({ group, value }) => `${group} ${first} = ${value}`),
          ...[...known].flatMap((second) =>
            unpackPhrases(packed, second).map(({ rest, group, value }) => {
              expect(rest[0]).toBe(second)
              return `${group} ${first} ${rest.join(' ')} = ${value}`
            }),
          ),
        ]
      })
      expect(found.sort()).toEqual(wanted.sort())
    }),
    { numRuns: 300 },
  )
})

test('a word that begins no entry is unknown, also where another begins like it', () => {
  const entries = packLexicon([{ id: 'g', entries: ['optional', 'opt out'] }], 0)
  for (const word of ['op', 'o', '', 'optio', 'out', 'optional ', 'constructor', '__proto__', 'zebra'])
    expect([word, packedWord(entries, word)]).toEqual([word, undefined])
})

test('the longest phrase comes first', () => {
  const entries = packLexicon([{ id: 'g', entries: ['opt out', 'opt out of', 'opt in', 'opt outside', 'opt'] }], 7)
  const packed = packedWord(entries, 'opt') ?? ''
  expect(unpackPhrases(packed, 'out').map(({ rest }) => rest.join(' '))).toEqual(['out of', 'out'])
  expect(unpackPhrases(packed, 'ou')).toEqual([])
  expect(unpackPhrases(packed, 'opt')).toEqual([])
  expect(unpackSingles(packed)).toEqual([{ group: 7, value: undefined }])
})

test('a lexicon is the same whatever the order of the entries', () => {
  const one = packLexicon([{ id: 'g', entries: ['b', 'a c', 'a b'] }], 0)
  expect(packLexicon([{ id: 'g', entries: ['a b', 'b', 'a c'] }], 0)).toEqual(one)
})
