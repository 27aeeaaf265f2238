import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPolicy } from '../../src/catalog/generated/is-policy.js'
import { policyErrors } from '../../src/catalog/generated/policy-errors.js'
import { SourceText } from '../../src/source/text.ts'
import { parseYaml, toData } from '../../src/source/yaml.ts'

// Two validators are made of one schema: the quick one must say of every value what the one with reasons says.

const policies = ['model', 'frust', 'primus'].map((name) => {
  const file = `policies/${name}.policy.yaml`
  return toData(parseYaml(new SourceText(file, readFileSync(file, 'utf8'))).root)
})

type Collection = Record<string, unknown>

/** Every object and list in a value. */
function collectionsIn(value: unknown): Collection[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Collection, ...Object.values(value).flatMap(collectionsIn)]
}

const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('none', '', 'unknown', null, true, 0, 1, -1, 'P1M', '2026-02-30', 'EU', 'a@b.example', 'http://x y'),
  fc.constant([]),
  fc.constant([{}]),
  fc.constant({}),
  fc.json().map((json) => JSON.parse(json) as unknown),
)

test('the quick validator says of every value what the one with reasons says', () => {
  for (const policy of policies) expect([isPolicy(policy), policyErrors(policy)]).toEqual([true, []])
  let broken = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...policies),
      fc.nat(),
      fc.nat(),
      fc.option(values),
      fc.option(fc.constantFrom('x-note', 'name', 'id', 'Name')),
      (policy, which, member, value, added) => {
        const changed = structuredClone(policy)
        const collections = collectionsIn(changed)
        const one = collections[which % collections.length] as Collection
        const keys = Object.keys(one)
        const key = added ?? keys[member % Math.max(keys.length, 1)] ?? 'name'
        if (value === null) Reflect.deleteProperty(one, key)
        else one[key] = value
        const errors = policyErrors(changed)
        expect(isPolicy(changed)).toBe(errors.length === 0)
        if (errors.length > 0) broken++
      },
    ),
    { numRuns: 3_000 },
  )
  for (const value of [undefined, null, 1, 'none', [], {}]) expect(isPolicy(value)).toBe(false)
  // The changes do break what they change, and not always.
  expect(broken).toBeGreaterThan(500)
  expect(broken).toBeLessThan(2_900)
})
