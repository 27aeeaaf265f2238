import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates, canMatch, PatternPacker, patternsOf, type PatternTable } from '../../src/catalog/pattern-table.ts'
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

test('a pattern can match where all that it needs stands and nothing that it excludes, and its candidates have its rarest step', () => {
  fc.assert(
    fc.property(pattern, fc.array(sentence, { maxLength: 6 }), (one, sentences) => {
      const { table, patterns } = packed([one])
      const place = patterns[0] as number
      const needed = one.steps.filter(({ optional }) => !optional)
      const has = (at: number, list: readonly number[]) => list.some((group) => sentences[at]?.includes(group))
      const every = sentences.map((_, at) => at)
      const can = every.filter(
        (at) =>
          needed.every((step) => has(at, step.groups)) &&
          !(one.not && has(at, one.not)) &&
          (!one.with || has(at, one.with)),
      )
      const matching = every.filter((at) =>
        canMatch(
          table,
          place,
          Uint8Array.from({ length: size }, (_, group) => (sentences[at]?.includes(group) ? 7 : 0)),
        ),
      )
      expect(matching).toEqual(can)

      const postings = Array.from({ length: size }, (_, group) => every.filter((at) => has(at, [group])))
      const found = candidates(table, place, postings)
      expect([...found].sort((a, b) => a - b)).toEqual([...new Set(found)])
      if (needed.length > 0) for (const at of can) expect(found).toContain(at)
      for (const at of found) expect(needed.some((step) => has(at, step.groups))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
