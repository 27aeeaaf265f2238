import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { judge } from '../../src/check/judge.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { asOf, catalog, composed, markdownNotice, statementsOf } from '../support.ts'

const read = (name: string) => readFileSync(new URL(`../../policies/${name}.policy.yaml`, import.meta.url), 'utf8')
const readBack = (notice: Notice) => markdownNotice(renderMarkdown(notice))

/** Statements without their places. */
const meaning = (notice: Notice) =>
  statementsOf(notice)
    .map(({ disclosure, polarity, strength, values }) =>
      [disclosure, polarity, strength, ...values.map(({ path, value }) => `${path} = ${value}`)].join(' | '),
    )
    .sort()
const verdicts = (notice: Notice) =>
  judge(notice, { asOf, addresses: ['EU'] }, catalog).verdicts.map(
    ({ provision, outcome, breaches }) =>
      `${provision.id} ${outcome} ${breaches.map(({ value }) => value.value).join()}`,
  )

test.each(['model', 'frust', 'infuze', 'frs', 'strettch', 'primus'])(
  'the notice of %s, rendered and read back, means the same and is judged the same',
  (name) => {
    const notice = composed(read(name))
    const back = readBack(notice)
    expect(meaning(back)).toEqual(meaning(notice))
    expect(verdicts(back)).toEqual(verdicts(notice))
  },
)

/** A policy with some of its parts left out: `keep` is asked for each in turn. */
function thinned(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => typeof item !== 'object' || keep()).map((item) => thinned(item, () => true))
    return kept.length > 0 ? kept : undefined
  }
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, child]) => {
    const rest = needed.has(key) || keep() ? thinned(child, keep) : undefined
    return rest === undefined ? [] : [[key, rest] as const]
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

const needed = new Set(['clauselint', 'data', 'id', 'items', 'text', 'name', 'for', 'decision', 'required', 'category'])

test('any part of the model, rendered and read back, means the same', () => {
  const model = parse(read('model')) as Record<string, unknown>
  const data = model.data
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (stream) => {
      const keep = () => stream.next().value === true
      const { data: _all, ...rest } = model
      const notice = composed(stringify({ ...(thinned(rest, keep) as object), clauselint: 1, data }))
      expect(meaning(readBack(notice))).toEqual(meaning(notice))
    }),
    { numRuns: 60 },
  )
})

test('reading the same notice again, or after others, gives the same statements', () => {
  const notice = composed(read('primus'))
  const first = statementsOf(notice)
  statementsOf(composed(read('frust')))
  expect(statementsOf(notice)).toEqual(first)
})
