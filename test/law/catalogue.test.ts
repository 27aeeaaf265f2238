import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lawPages } from '../../src/catalog/generated/pages.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Every entry of the catalogues of requirements that the laws were made from. */
const entries = read('test/law/catalogue-ids.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

/** Entries left out, with the reason. */
const leftOut = [...read('rules/laws/README.md').matchAll(/^ *- `([^`]+)`: *(\S[^]*?)(?=\n *- |\n\n|\n*$)/gm)].map(
  ([, id = '', reason = '']) => ({ id, reason }),
)
const represented = Object.values(lawPages()).flatMap(({ provisions }) =>
  Object.values(provisions).flatMap(({ catalogue }) => catalogue),
)

test('every entry is represented by a provision, or left out with a reason', () => {
  const known = new Set([...represented, ...leftOut.map(({ id }) => id)])
  expect(entries.filter((id) => !known.has(id))).toEqual([])
})

test('no provision and no reason is for an entry that is none', () => {
  const known = new Set(entries)
  expect(represented.filter((id) => !known.has(id))).toEqual([])
  expect(leftOut.map(({ id }) => id).filter((id) => id !== 'id' && !known.has(id))).toEqual([])
})

test('an entry is left out or represented, not both, and each reason says something', () => {
  const made = new Set(represented)
  expect(leftOut.filter(({ id }) => made.has(id))).toEqual([])
  expect(leftOut.filter(({ reason }) => reason.trim().length < 5)).toEqual([])
})
