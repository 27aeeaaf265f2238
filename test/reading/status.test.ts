import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/types.ts'
import { statusOf } from '../../src/reading/status.ts'
import { catalog } from '../support.ts'
import { stated } from '../law/facts.ts'

const [first] = catalog.disclosures
const small: Catalog = {
  ...catalog,
  disclosures: ['a', 'b'].map((id) => ({ ...(first as Catalog['disclosures'][number]), id, denialStates: id === 'b' })),
}
const status = (...statements: Parameters<typeof statusOf>[1]) =>
  [...statusOf(small, statements).values()].map((one) => one.status)

const half = stated('a', { strength: 'partial' })
const denied = stated('a', { polarity: 'denied' })

test('every disclosure has a status, in the catalog’s order', () => {
  expect([...statusOf(catalog, []).keys()]).toEqual(catalog.disclosures.map(({ id }) => id))
  expect(status()).toEqual(['missing', 'missing'])
})

test.each([
  ['a statement', [stated('a')], 'stated'],
  ['half a statement', [half], 'partial'],
  ['half and whole', [half, stated('a')], 'stated'],
  ['a denial', [denied], 'missing'],
  ['a denial and half', [denied, half], 'partial'],
  ['another disclosure', [stated('c')], 'missing'],
])('%s', (_what, statements, wanted) => {
  expect(status(...statements)).toEqual([wanted, 'missing'])
})

test('a denial states where the disclosure says so', () => {
  expect(status(stated('b', { polarity: 'denied' }))).toEqual(['missing', 'stated'])
})

test('statements come strongest first: whole, then with more values, then in reading order', () => {
  const at = (from: number, more: Parameters<typeof stated>[1] = {}) => ({
    ...stated('a', more),
    span: { block: 1, from, to: from + 1 },
  })
  const rich = at(9, { values: { x: '1', y: '2' } })
  const late = at(5)
  const early = at(2)
  const partial = at(0, { strength: 'partial', values: { x: '1', y: '2', z: '3' } })
  expect(statusOf(small, [partial, late, early, denied, rich]).get('a')?.statements).toEqual([
    rich,
    early,
    late,
    partial,
  ])
})
