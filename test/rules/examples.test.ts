import { describe, expect, test } from 'vitest'
import { pages } from '../../src/catalog/generated/pages.js'
import { statusOf } from '../../src/reading/status.ts'
import { catalog, findingsOf, markdownNotice, statementsOf } from '../support.ts'

/** The examples in rule files are their proof: every one is read or checked here. */
const statusOfText = (id: string, text: string) => statusOf(catalog, statementsOf(markdownNotice(text))).get(id)?.status

describe.each(catalog.disclosures.map(({ id }) => id))('disclosure %s', (id) => {
  const page = pages()[id]
  const cases = (['stated', 'partial', 'missing'] as const).flatMap((status) => (page?.[status] ?? []).map((text) => ({ status, text })))

  test('has examples that state it and examples that do not', () => {
    expect(page?.stated.length).toBeGreaterThan(0)
    expect(page?.missing.length).toBeGreaterThan(0)
  })

  test.each(cases)('$status: $text', ({ status, text }) => {
    expect(statusOfText(id, text)).toBe(status)
  })
})

describe.each([...catalog.wording, ...catalog.checks].map(({ id }) => id))('rule %s', (id) => {
  const page = pages()[id]

  test('has examples that fire and examples that are silent', () => {
    expect(page?.fires.length).toBeGreaterThan(0)
    expect(page?.silent.length).toBeGreaterThan(0)
  })

  test.each(page?.fires ?? [])('fires at "$quote"', ({ text, quote }) => {
    const { findings, source } = findingsOf(text)
    const found = findings.filter((finding) => finding.rule === id)
    expect(found.map(({ at }) => source.slice(at.place.range))).toEqual([quote])
    for (const { at } of found) if (at.kind === 'words') expect(at.quote).toBe(quote)
  })

  test.each(page?.silent ?? [])('is silent: %s', (text) => {
    expect(findingsOf(text).findings.filter((finding) => finding.rule === id)).toEqual([])
  })
})
