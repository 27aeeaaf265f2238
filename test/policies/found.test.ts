import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSource } from '../../src/check/run.ts'
import type { Finding } from '../../src/finding.ts'
import { SourceText } from '../../src/source/text.ts'
import { parse, stringify } from 'yaml'
import { asOf, catalog, composed, statuses } from '../support.ts'

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

/** Words without what Markdown and YAML put between them: the slice of a quote over a soft break has a line end. */
function plain(words: string): string {
  return words.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/[\s*_`]+/g, ' ').trim()
}
