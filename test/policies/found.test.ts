import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSource } from '../../src/check/run.ts'
import type { Finding } from '../../src/finding.ts'
import { SourceText } from '../../src/source/text.ts'
import { parse, stringify } from 'yaml'
import { coverageOf } from '../../src/check/coverage.ts'
import { compose } from '../../src/notice/compose.ts'
import { judge } from '../../src/check/judge.ts'
import { asOf, catalog, composed, policyOf, statuses } from '../support.ts'

const companies = ['frust', 'infuze', 'frs', 'strettch', 'primus'] as const
const read = (name: string) => new SourceText(`policies/${name}.policy.yaml`, readFileSync(new URL(`../../policies/${name}.policy.yaml`, import.meta.url), 'utf8'))
const check = (name: string) => {
  const source = read(name)
  return { source, findings: checkSource(source, asOf, catalog).findings }
}
const of = (rule: string, findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule)

test.each(companies)('deleting every fact of %s changes no status: its prose alone discloses', (company) => {
  const text = read(company).text
  const { clauselint, language, addresses, numbering, sections } = parse(text) as Record<string, unknown>
  const bare = stringify({ clauselint, ...(language !== undefined && { language }), addresses, numbering, sections })
  expect(statuses(composed(bare))).toEqual(statuses(composed(text)))
})

describe.each([...companies, 'model'])('every finding in %s', (company) => {
  const { source, findings } = check(company)

  test('that points at words points at exactly those words', () => {
    for (const { at } of findings)
      if (at.kind === 'words') expect(plain(source.slice(at.place.range))).toBe(plain(at.quote))
  })

  test('stands inside the file, with a message and a remedy that are sentences', () => {
    for (const { at, message, remedy } of findings) {
      expect(at.place.file).toBe(source.file)
      expect(at.place.range.end).toBeLessThanOrEqual(source.text.length)
      expect(at.place.range.start).toBeLessThanOrEqual(at.place.range.end)
      expect(message).toMatch(/[.?!]$/)
      expect(remedy).toMatch(/[.?!…]$/)
    }
  })
})

test('the model has no finding', () => {
  expect(check('model').findings).toEqual([])
})

test('Infuze promises one of the following methods and gives none', () => {
  const { findings, source } = check('infuze')
  const [found, ...more] = of('contact-promised-not-given', findings)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    severity: 'warning',
    message: 'Section 13 "Contact Us" promises “one of the following methods:” and gives none.',
    at: { kind: 'words', quote: 'one of the following methods:' },
    citations: [{ law: 'gdpr', provision: '13.1.a' }],
  })
  expect(source.slice((found as Finding).at.place.range)).toBe('one of the following methods:')
})

test('Frust relies on Privacy Shield, and the finding says since when not and what replaced it', () => {
  const { findings, source } = check('frust')
  const [found, ...more] = of('retired-mechanism', findings)
  expect(more).toEqual([])
  expect(source.slice((found as Finding).at.place.range)).toBe('Privacy Shield')
  expect(found?.severity).toBe('error')
  expect(found?.message).toContain('retired on 2020-07-16')
  expect(found?.remedy).toMatch(/data privacy framework|dpf/i)
})

test('Frust refers to a section 15 that does not exist', () => {
  const { findings } = check('frust')
  const [found, ...more] = of('dangling-reference', findings)
  expect(more).toEqual([])
  expect(found?.at).toMatchObject({ kind: 'words', quote: 'section 15 of this policy' })
})

test('Strettch hides its address three times', () => {
  const { findings, source } = check('strettch')
  expect(of('obfuscated-contact', findings).map(({ at }) => source.slice(at.place.range))).toEqual(['[email protected]', '[email protected]', '[email protected]'])
})

test.each([
  ['frust', 1],
  ['infuze', 1],
  ['frs', 1],
  ['strettch', 1],
  ['primus', 0],
] as const)('the breach timeline of %s gives %i findings', (company, count) => {
  const found = of('breach-timeline', check(company).findings)
  expect(found).toHaveLength(count)
  for (const finding of found) {
    expect(finding.severity).toBe('warning')
    expect(finding.citations.map(({ law, provision }) => `${law} ${provision}`)).toEqual(
      expect.arrayContaining(['gdpr 33.1', 'gdpr 34.1']),
    )
  }
})

test.each(companies)('every place that %s addresses has a law', (company) => {
  expect(of('law-not-shipped', check(company).findings)).toEqual([])
})

describe('the last day before Law 21.719 of Chile and its first day differ for Frust by that law alone', () => {
  const policy = policyOf(read('frust').text)
  const { notice } = compose(policy, catalog)
  const judged = (asOf: string) => judge(notice, { asOf, addresses: policy.addresses }, catalog, policy)
  const [before, after] = [judged('2026-11-30'), judged('2026-12-01')]
  const isChile = ({ law }: { law: string }) => law === 'cl-19628' || law === 'cl-21719'

  test('what other laws come to is the same', () => {
    const others = (judgement: typeof before) =>
      coverageOf(notice, judgement).verdicts.filter((verdict) => !isChile(verdict))
    expect(others(after)).toEqual(others(before))
  })

  test('the old text is judged up to that day, and the new one is upcoming up to it', () => {
    const chile = (judgement: typeof before, law: string) =>
      new Set(coverageOf(notice, judgement).verdicts.flatMap((row) => (row.law === law ? [row.outcome] : [])))
    expect(chile(before, 'cl-19628').size).toBeGreaterThan(0)
    expect([...chile(after, 'cl-19628')]).toEqual([])
    expect([...chile(before, 'cl-21719')]).toEqual(['upcoming'])
    expect([...chile(after, 'cl-21719')].sort()).toEqual([
      'not-applicable',
      'partial',
      'satisfied',
      'undetermined',
      'violated',
    ])
  })

  test('each finding that comes, goes or changes cites Chilean law', () => {
    const words = ({ findings }: typeof before) => new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
    const [old, now] = [words(before), words(after)]
    const changed = [...old, ...now].filter(([text]) => !old.has(text) || !now.has(text))
    expect(changed.length).toBeGreaterThan(5)
    for (const [, { identity }] of changed) {
      const versions = changed.filter(([, finding]) => finding.identity === identity)
      expect(versions.some(([, { citations }]) => citations.some(isChile))).toBe(true)
    }
  })

  test('what the new text alone asks for is a warning before and an error from then on', () => {
    const only = ({ findings }: typeof before) =>
      findings
        .filter(({ citations, rule }) => rule !== 'undetermined' && citations.length > 0 && citations.every(({ law }) => law === 'cl-21719'))
        .map(({ rule, severity }) => `${rule} ${severity}`)
    expect(only(before)).toEqual([
      'legal-representative warning',
      'policy-version warning',
      'person-categories warning',
      'retention-period warning',
    ])
    expect(only(after)).toEqual([
      'legal-representative error',
      'policy-version error',
      'person-categories warning',
      'retention-period warning',
    ])
  })
})

/** Words without what Markdown and YAML put between them: the slice of a quote over a soft break has a line end. */
function plain(words: string): string {
  return words.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/[\s*_`]+/g, ' ').trim()
}
