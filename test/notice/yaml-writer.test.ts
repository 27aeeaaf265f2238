import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { numbered, someBody } from './bodies.ts'
import { anyText } from './policies.ts'
import { picks, scalar, styles } from './yaml-writer.ts'

test('what the tests write as YAML is YAML for what they mean', () => {
  const texts = fc.oneof(
    anyText,
    someBody.map((body) => numbered(body, 0)),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...styles), fc.nat(), (text, style, seed) => {
      const { written } = scalar(text, style, 4, picks(seed))
      const file = `a:\n  - b: 1\n    c: ${written}\n    d: 2\n`
      expect(parse(file), file).toEqual({ a: [{ b: 1, c: text, d: 2 }] })
    }),
    { numRuns: 300 },
  )
})
