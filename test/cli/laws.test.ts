import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import catalog from '../../src/catalog/generated/catalog.js'
import { lawPages } from '../../src/catalog/generated/pages.js'
import { clauselint, type World } from './fake-io.ts'

const nowhere: World = { files: {} }
const schema = JSON.parse(readFileSync(new URL('../../schemas/laws.schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv2020({ allErrors: true }).compile(schema)

type Row = { id: string; checked: string; stale: boolean; upcoming: string[]; provisions: number }
function rowsAt(asOf: string): Row[] {
  const { code, stdout, stderr } = clauselint(nowhere, 'laws', '--format', 'json', '--as-of', asOf)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const printed = JSON.parse(stdout) as { asOf: string; laws: Row[] }
  expect(validate(printed) || validate.errors).toBe(true)
  expect(printed.asOf).toBe(asOf)
  return printed.laws
}

test('every law is listed with when its oldest provision was checked', () => {
  const rows = rowsAt('2026-11-22')
  expect(rows.map(({ id, provisions }) => [id, provisions])).toEqual(
    catalog.laws.map(({ id, provisions }) => [id, provisions.length]),
  )
  for (const { id, checked } of rows)
    expect(checked).toBe(
      Object.values(lawPages()[id]?.provisions ?? {})
        .map((provision) => provision.checked)
        .sort()[0],
    )
})

test('a check is stale when it is older than a year', () => {
  const gdpr = (asOf: string) => rowsAt(asOf).find(({ id }) => id === 'gdpr')
  const checked = gdpr('2026-11-22')?.checked ?? ''
  const nextYear = `${Number(checked.slice(0, 4)) + 1}${checked.slice(4)}`
  expect(gdpr(nextYear)?.stale).toBe(false)
  expect(gdpr(`${Number(checked.slice(0, 4)) + 2}-01-01`)?.stale).toBe(true)
})

test('what is still to come is told by its dates', () => {
  expect(rowsAt('2018-05-24').find(({ id }) => id === 'gdpr')?.upcoming).toContain('2018-05-25')
  expect(rowsAt('2018-05-25').find(({ id }) => id === 'gdpr')?.upcoming).not.toContain('2018-05-25')
})

test('for people it is a line for each law', () => {
  const { code, stdout } = clauselint(nowhere, 'laws', '--as-of', '2026-11-22')
  expect(code).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(catalog.laws.length)
  for (const [at, { id, title }] of catalog.laws.entries()) {
    expect(lines[at]).toMatch(new RegExp(`^${id} +`))
    expect(lines[at]).toContain(title)
  }
})

describe('the laws that are judged', () => {
  const german = '# Privacy\n\nOur registered office is Musterstrasse 12, 10115 Berlin, Germany.\n'
  const policy = 'clauselint: 1\naddresses: [EU]\ntitle: Privacy\n'
  const world: World = { files: { 'a.md': german, 'b.md': '# Privacy\n\nHello.\n', 'c.policy.yaml': policy } }
  const judged = (...args: string[]) => {
    const { stdout } = clauselint(world, 'coverage', '--format', 'json', ...args)
    const { notices } = JSON.parse(stdout) as { notices: { verdicts: { law: string; provision: string }[] }[] }
    return notices.map(({ verdicts }) => verdicts.some(({ law, provision }) => `${law} ${provision}` === 'gdpr 13.1.a'))
  }

  test('are those that a text leads to, or a policy declares', () => {
    expect(judged('a.md', 'b.md', 'c.policy.yaml')).toEqual([true, false, true])
  })

  test('are others where flags say so, for texts and policies', () => {
    expect(judged('--jurisdiction', 'AQ', 'a.md', 'b.md', 'c.policy.yaml')).toEqual([false, false, false])
    expect(judged('--jurisdiction', 'DE', 'a.md', 'b.md', 'c.policy.yaml')).toEqual([true, true, true])
    expect(judged('--law', 'gdpr', 'b.md')).toEqual([true])
    expect(judged('--law', 'gdpr', '--jurisdiction', 'AQ', '--jurisdiction', 'CL', 'b.md')).toEqual([true])
  })

  test('and the words that led there, are shown by coverage and check', () => {
    const coverage = clauselint(world, 'coverage', 'a.md', '--as-of', '2026-11-22').stdout
    expect(coverage).toContain('(GDPR) as of 2026-11-22, because of “Germany” at 3:58: ')
    const check = clauselint(world, 'check', 'a.md').stdout
    expect(check).toContain(
      '3:58  info     “Germany” is why the text is judged under the Data Privacy Framework Principles, the ePrivacy Directive 2002/58/EC, the General Data Protection Regulation',
    )
    expect(clauselint(world, 'coverage', 'a.md', '--law', 'gdpr').stdout).not.toContain('because of')
  })

  test('are none for a place of which no law is shipped, which is told', () => {
    const { code, stdout } = clauselint(world, 'check', 'b.md', '--jurisdiction', 'AQ', '--fail-on', 'info')
    expect(code).toBe(1)
    expect(stdout).toContain('No law of AQ is shipped yet, so nothing is judged under it.')
  })
})
