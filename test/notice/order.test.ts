import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '../../src/check/judge.ts'
import { compose } from '../../src/notice/compose.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { asOf, catalog, policyOf } from '../support.ts'
import { seen } from './blocks.ts'
import { someBody } from './bodies.ts'
import { fileOf, someFacts, type Data, type Value } from './policies.ts'
import { picks, type Pick } from './yaml-writer.ts'

const somePolicy = fc.tuple(someFacts, fc.option(someBody, { nil: undefined })).map(([facts, body]): Data => {
  if (body === undefined) return facts
  const sections = [
    { id: 'other', topic: 'other', heading: 'Other', body },
    { id: 'rights', topic: 'rights', heading: 'Rights' },
  ]
  return { ...facts, sections }
})

function made(file: string) {
  const policy = policyOf(file)
  const { notice, findings } = compose(policy, catalog)
  const judgement = judge(notice, { asOf, addresses: policy.addresses }, catalog, policy)
  return { notice, rendered: renderMarkdown(notice), findings, judgement }
}

test('the same policy gives the same notice, text and findings each time', () => {
  fc.assert(
    fc.property(somePolicy, (policy) => {
      const file = fileOf(policy)
      expect(JSON.stringify(made(file))).toBe(JSON.stringify(made(file)))
    }),
    { numRuns: 30 },
  )
})

test('the order of keys changes nothing but places', () => {
  fc.assert(
    fc.property(somePolicy, fc.nat(), (policy, seed) => {
      const one = made(fileOf(policy))
      const other = made(JSON.stringify(shuffled({ clauselint: 1, ...policy }, picks(seed)), null, 1))
      expect(other.rendered).toBe(one.rendered)
      expect(seen(other.notice)).toEqual(seen(one.notice))
      expect(sourcesOf(other.notice)).toEqual(sourcesOf(one.notice))
      expect(other.judgement.statements).toEqual(one.judgement.statements)
      expect(placeless(other.findings)).toEqual(placeless(one.findings))
      expect(placeless(other.judgement.findings)).toEqual(placeless(one.judgement.findings))
    }),
    { numRuns: 30 },
  )
})

/** The same with the keys of every mapping in another order; lists keep theirs. */
function shuffled(value: Value, pick: Pick): Value {
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => shuffled(item, pick))
  const entries = Object.entries(value).map(([key, child]): [string, Value] => [key, shuffled(child, pick)])
  for (let at = entries.length - 1; at > 0; at--) {
    const other = pick(at + 1)
    const held = entries[at] as [string, Value]
    entries[at] = entries[other] as [string, Value]
    entries[other] = held
  }
  return Object.fromEntries(entries)
}

function sourcesOf(notice: Notice): unknown[] {
  return notice.blocks.map(({ runs }) =>
    runs.map(({ from, to, source }) => [from, to, source.kind, 'path' in source ? source.path : undefined]),
  )
}

function placeless(findings: ReturnType<typeof made>['findings']): string[] {
  return findings
    .map(({ rule, severity, message, remedy, at, citations, identity }) =>
      JSON.stringify({ rule, severity, message, remedy, at: { ...at, place: undefined }, citations, identity }),
    )
    .sort()
}
