import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OffsetMap, type Segment } from '../../src/source/offset-map.ts'

/** `it's fine` in single quotes at offset 10: words, a doubled quote, a folded CR LF with indentation after it. */
const folded = new OffsetMap([
  { length: 2, source: 11, sourceLength: 2 },
  { length: 1, source: 13, sourceLength: 2 },
  { length: 1, source: 15, sourceLength: 1 },
  { length: 1, source: 16, sourceLength: 2 },
  { length: 4, source: 20, sourceLength: 4 },
])

/** The range of each decoded character. */
const ranges = (map: OffsetMap): [number, number][] =>
  Array.from({ length: map.length }, (_, at) => {
    const { start, end } = map.range(at, at + 1)
    return [start, end]
  })

test('a map gives the source of each decoded character', () => {
  expect(folded.length).toBe(9)
  expect(ranges(folded)).toEqual([
    [11, 12],
    [12, 13],
    [13, 15],
    [15, 16],
    [16, 18],
    [20, 21],
    [21, 22],
    [22, 23],
    [23, 24],
  ])
})

test('a range ends where its last character ends, and an empty one where it begins', () => {
  expect(folded.range(0, 9)).toEqual({ start: 11, end: 24 })
  expect(folded.range(3, 5)).toEqual({ start: 15, end: 18 })
  expect(folded.range(5, 5)).toEqual({ start: 20, end: 20 })
  expect(folded.range(9, 9)).toEqual({ start: 24, end: 24 })
  expect(folded.toSource(9)).toBe(24)
  expect(folded.toSourceEnd(5)).toBe(18)
  expect(folded.toSourceEnd(0)).toBe(11)
})

test('an empty text has a place', () => {
  const empty = OffsetMap.identity(7, 0)
  expect(empty.length).toBe(0)
  expect(empty.range(0, 0)).toEqual({ start: 7, end: 7 })
  expect(OffsetMap.identity(7, 3).slice(2, 2).range(0, 0)).toEqual({ start: 9, end: 9 })
  expect(folded.slice(9, 9).range(0, 0)).toEqual({ start: 24, end: 24 })
  expect(empty.through(OffsetMap.identity(100, 20)).range(0, 0)).toEqual({ start: 107, end: 107 })
})

test('an empty text between others leaves no trace', () => {
  const joined = OffsetMap.concat([OffsetMap.identity(1, 0), OffsetMap.identity(5, 2), OffsetMap.identity(9, 0)])
  expect(ranges(joined)).toEqual([
    [5, 6],
    [6, 7],
  ])
  expect(joined.range(0, 0)).toEqual({ start: 5, end: 5 })
})

test('a part of a run that stands for a whole still stands for the whole', () => {
  // Two UTF-16 units written as \U0001F600; four spaces for a tab of two columns' source.
  const map = new OffsetMap([
    { length: 2, source: 0, sourceLength: 10 },
    { length: 4, source: 10, sourceLength: 2 },
  ])
  expect(ranges(map.slice(1, 4))).toEqual([
    [0, 10],
    [10, 12],
    [10, 12],
  ])
})

test('a very long map composes', () => {
  const many = new OffsetMap(
    Array.from({ length: 300_000 }, (_, at) => ({ length: 1, source: 2 * at, sourceLength: 2 })),
  )
  const both = OffsetMap.identity(0, 300_000).through(many)
  expect(both.length).toBe(300_000)
  expect(both.range(299_999, 300_000)).toEqual({ start: 599_998, end: 600_000 })
})

/** Segments over a source, some of them one to one, with gaps between. */
const maps = (maximum = 12): fc.Arbitrary<OffsetMap> =>
  fc
    .array(
      fc.oneof(
        fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 5 }), sourceLength: fc.constant(-1) }),
        fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 3 }), sourceLength: fc.nat(6) }),
      ),
      { maxLength: maximum },
    )
    .map((parts) => {
      const segments: Segment[] = []
      let source = 0
      for (const part of parts) {
        source += part.gap
        const sourceLength = part.sourceLength < 0 ? part.length : part.sourceLength
        segments.push({ length: part.length, source, sourceLength })
        source += sourceLength
      }
      return new OffsetMap(segments)
    })

test('sources ascend', () => {
  fc.assert(
    fc.property(maps(), (map) => {
      const all = ranges(map)
      for (const [index, [start, end]] of all.entries()) {
        expect(end).toBeGreaterThanOrEqual(start)
        expect(start).toBeGreaterThanOrEqual(all[index - 1]?.[0] ?? 0)
      }
    }),
  )
})

test('a slice maps its characters as the whole does', () => {
  fc.assert(
    fc.property(maps(), fc.nat(40), fc.nat(40), (map, one, other) => {
      const from = Math.min(one, other, map.length)
      const to = Math.min(Math.max(one, other), map.length)
      expect(ranges(map.slice(from, to))).toEqual(ranges(map).slice(from, to))
      expect(map.slice(from, to).length).toBe(to - from)
    }),
  )
})

test('maps put together map as the parts do', () => {
  fc.assert(
    fc.property(fc.array(maps(4), { maxLength: 4 }), (parts) => {
      expect(ranges(OffsetMap.concat(parts))).toEqual(parts.flatMap(ranges))
    }),
  )
})

test('a map through another maps as one after the other', () => {
  fc.assert(
    fc.property(maps(), maps(20), (inner, outer) => {
      fc.pre((ranges(inner).at(-1)?.[1] ?? 0) <= outer.length)
      const both = inner.through(outer)
      expect(ranges(both)).toEqual(
        ranges(inner).map(([start, end]) => {
          const range = outer.range(start, end)
          return [range.start, range.end]
        }),
      )
    }),
  )
})
