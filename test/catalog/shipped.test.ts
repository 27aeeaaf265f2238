import { describe, expect, test } from 'vitest'
import { lawPages } from '../../src/catalog/generated/pages.js'
import { catalog } from '../support.ts'

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text)

describe.each(catalog.laws.map((law) => [law.id, law] as const))('the law %s', (_id, law) => {
  test.each(law.provisions.map((provision) => [provision.id, provision] as const))(
    '%s has dates, an official source and a confidence',
    (_number, provision) => {
      expect(provision.source).toMatch(/^https:\/\/[\w.-]+\//)
      const page = lawPages()[law.id]?.provisions[provision.id]
      expect([provision.from, page?.checked ?? '', provision.until ?? '2020-01-01'].every(isDate)).toBe(true)
      expect(provision.from <= (provision.until ?? '9999')).toBe(true)
      expect(['high', 'medium', 'low']).toContain(provision.confidence)
      expect(provision.confidence === 'high' || (page?.note ?? '') !== '').toBe(true)
    },
  )

  test('its provisions have ids of their own', () => {
    const ids = law.provisions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('mandatory and conditional provisions require, duties do not; mandatory ones have no conditions', () => {
    for (const { id, level, requires, when, everywhere } of law.provisions) {
      if (level !== 'guidance') expect([id, requires.length > 0]).toEqual([id, level !== 'duty'])
      if (level === 'mandatory') expect([id, when]).toEqual([id, []])
      if (everywhere) expect([id, level]).toEqual([id, 'duty'])
    }
  })
})

test.each(catalog.mechanisms.map((mechanism) => [mechanism.id, mechanism] as const))(
  'the mechanism %s has ordered dates, a source and its end',
  (_id, mechanism) => {
    expect([mechanism.validFrom, mechanism.checked, mechanism.usableUntil ?? '2020-01-01'].every(isDate)).toBe(true)
    expect(mechanism.validFrom <= (mechanism.usableUntil ?? '9999')).toBe(true)
    expect(mechanism.source).toMatch(/^https:\/\//)
    expect(mechanism.endedBy !== undefined).toBe(mechanism.usableUntil !== undefined)
    expect(mechanism.replacement !== undefined).toBe(mechanism.usableUntil !== undefined)
  },
)

test('the dates on which mechanisms fell are those of the rulings', () => {
  const ended = Object.fromEntries(
    catalog.mechanisms.flatMap(({ id, usableUntil }) => (usableUntil === undefined ? [] : [[id, usableUntil]])),
  )
  expect(ended).toMatchObject({
    'eu-us-privacy-shield': '2020-07-16',
    'ch-us-privacy-shield': '2020-09-08',
    'eu-us-safe-harbor': '2015-10-06',
    'scc-2010-87': '2022-12-27',
  })
})

test('every disclosure is named as its law would need it, and every bound is on a fact', () => {
  const asked = new Set(
    catalog.laws.flatMap((law) =>
      law.provisions.flatMap(({ requires, concerns }) => [...requires.flat(), ...concerns]),
    ),
  )
  const known = new Set(catalog.disclosures.map(({ id }) => id))
  expect([...asked].filter((id) => !known.has(id))).toEqual([])
})
