import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closest } from '../../src/catalog/closest.ts'

const known = ['controller', 'contact', 'purposes', 'dpo', 'transfers']

test.each([
  ['controler', 'controller'],
  ['contorller', 'controller'],
  ['Contact', 'contact'],
  ['contcat', 'contact'],
  ['purpose', 'purposes'],
  ['dop', 'dpo'],
  ['dp', 'dpo'],
  ['transfer', 'transfers'],
  // Unfinished, and only one begins so.
  ['contr', 'controller'],
])('%s means %s', (name, meant) => {
  expect(closest(name, known)).toBe(meant)
})

test.each(['zebra', '', 'x', 'officer', 'controllercontact', 'cont', 'pur'])('%s means none of them', (name) => {
  expect(closest(name, known)).toBeUndefined()
})

test('of two equally near names the first is meant', () => {
  expect(closest('bat', ['cat', 'hat'])).toBe('cat')
  expect(closest('bat', [])).toBeUndefined()
})

test('a known name is its own nearest, and the answer is always a known name', () => {
  const names = fc.array(fc.string({ maxLength: 12 }), { minLength: 1 })
  fc.assert(
    fc.property(names, fc.string({ maxLength: 12 }), (list, name) => {
      const found = closest(name, list)
      expect(found === undefined || list.includes(found)).toBe(true)
      const first = list[0] as string
      expect(closest(first, list)?.toLowerCase()).toBe(first.toLowerCase())
    }),
  )
})
