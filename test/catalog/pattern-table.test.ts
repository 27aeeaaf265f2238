import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates, PatternPacker, patternsOf, type PatternTable } from '../../src/catalog/pattern-table.ts'
import type { Pattern, Step } from '../../src/catalog/types.ts'

const size = 9
const groups = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 3 })
const step: fc.Arbitrary<Step> = fc.record(
  {
    groups,
    as: fc.constantFrom('controller.name', 'rights.granted.*'),
    optional: fc.constant(true as const),
    start: fc.constant(true as const),
    end: fc.constant(true as const),
    own: fc.constant(true as const),
    gap: fc.nat(60),
  },
  { requiredKeys: ['groups'] },
)
const pattern: fc.Arbitrary<Omit<Pattern, 'id'>> = fc.record(
  {
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    gap: fc.nat(60),
    anyOrder: fc.constant(true as const),
    not: groups,
    heading: groups,
    notHeading: groups,
    after: groups,
    with: groups,
    subject: fc.subarray(['we', 'you', 'other', 'none'] as const, { minLength: 1 }).map((list) => [...list]),
    gives: fc.constantFrom('partial' as const, 'support' as const),
    polarity: fc.constantFrom('either' as const, 'free' as const, 'denied' as const),
  },
  { requiredKeys: ['steps'] },
)

function packed(list: readonly Omit<Pattern, 'id'>[]): { table: PatternTable; patterns: number[] } {
  const packer = new PatternPacker()
  const patterns = list.map((one, at) => packer.add(one, at % 2 === 0 ? `odd-${at}` : undefined))
  return { table: packer.table(), patterns }
}

test('patterns come out of the table as they went in, with their own ids or their numbers', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 5 }), (list) => {
      const { table, patterns } = packed(list)
      expect(patternsOf(table, { id: 'rule', patterns })).toEqual(
        list.map((one, at) => ({ ...one, id: at % 2 === 0 ? `odd-${at}` : `rule#${at + 1}` })),
      )
    }),
    { numRuns: 500 },
  )
})

const sentence = fc.uniqueArray(fc.nat(size - 1), { maxLength: size })

/** The bits of sentences, in runs of at most `most`. */
const bitsOf = (sentences: readonly (readonly number[])[], most: number) =>
  Array.from({ length: Math.ceil(sentences.length / most) }, (_, run) => {
    const part = sentences.slice(run * most, (run + 1) * most)
    const words = Math.ceil(part.length / 32)
    const rows = Int32Array.from({ length: size }, (_, group) =>
      part.some((sentence) => sentence.includes(group)) ? group * words : -1,
    )
    const bits = new Int32Array(size * words)
    part.forEach((sentence, at) => sentence.forEach((group) => (bits[group * words + (at >> 5)]! |= 1 << (at & 31))))
    return { first: run * most, words, rows, bits }
  })

test('a pattern can match where all that it needs stands, what it must have with it, and nothing that it excludes', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.array(sentence, { maxLength: 80 }),
      fc.integer({ min: 1, max: 70 }),
      (one, sentences, most) => {
        const { table, patterns } = packed([one])
        const needed = one.steps.filter(({ optional }) => !optional)
        const has = (at: number, list: readonly number[]) => list.some((group) => sentences[at]?.includes(group))
        const can = sentences.flatMap((_, at) =>
          needed.length > 0 &&
          needed.every((step) => has(at, step.groups)) &&
          !(one.not && has(at, one.not)) &&
          (!one.with || has(at, one.with))
            ? [at]
            : [],
        )
        expect(candidates(table, patterns[0] as number, bitsOf(sentences, most))).toEqual(can)
      },
    ),
    { numRuns: 1000 },
  )
})
