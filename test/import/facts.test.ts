import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkSource } from '../../src/check/run.ts'
import { importNotice, type Draft } from '../../src/import/draft.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf, catalog } from '../support.ts'

function imported(text: string, file = 'notice.md'): Draft {
  const source = new SourceText(file, text)
  const { notice } = checkSource(source, asOf, catalog)
  const draft = notice && importNotice(source, notice, catalog)
  if (!draft) throw new Error('nothing was imported')
  return draft
}

/** The facts of a draft, without what every draft has. */
function facts(text: string): Record<string, unknown> {
  const arrangement = ['clauselint', 'title', 'language', 'numbering', 'sections']
  const all = Object.entries(parse(imported(text).yaml) as Record<string, unknown>)
  return Object.fromEntries(all.filter(([key]) => !arrangement.includes(key)))
}

const doubts = (text: string) =>
  imported(text).doubts.map(({ path, why, said }) => `${path}: ${why}: ${said.map(({ value }) => value).join(', ')}`)

describe('facts', () => {
  test('a value that the text states is a fact, also where it is stated twice', () => {
    expect(facts('Our services are not for children under 16. We do not serve children under 16.')).toEqual({
      children: { age: 16 },
    })
  })

  test('two values that disagree are none', () => {
    const text = 'Our services are not for children under 16. Our shop is not for children under 13.'
    expect(facts(text)).toEqual({})
    expect(doubts(text)).toEqual(['children.age: the text says different things: 16, 13'])
  })

  test('the jurisdictions that the text leads to are shown with their words, and declared by nobody', () => {
    const text = 'We obey the GDPR.\n\nIf you are a California resident, ask.\n\nWe obey the GDPR again.'
    expect(imported(text).yaml).toContain(
      '# Declare whose people the notice addresses, which decides whose law is judged. The text leads to these:\n' +
        '# addresses: [EU, US-CA]\n' +
        '#   EU: line 1: “We obey the GDPR.”\n' +
        '#   US-CA: line 3: “If you are a California resident, ask.”\n',
    )
    expect(facts(text)).toEqual({})
  })

  test('a telephone number stays as it is written', () => {
    expect(facts('You can contact us by phone on +49 30 5550 1234.')).toEqual({
      controller: { contact: { phone: '+49 30 5550 1234' } },
    })
  })

  test('what a list is made of stands in one member for each statement', () => {
    const text =
      'We transfer personal data to other countries: the United States. The transfer is based on the standard contractual clauses of the European Commission.'
    expect(facts(text)).toEqual({ transfers: [{ to: ['US'] }, { mechanism: 'scc-2021-914' }] })
  })

  test('a value that belongs to something the text does not name plainly is in doubt', () => {
    const text = 'The legal basis is your consent.'
    expect(facts(text)).toEqual({})
    expect(doubts(text)).toEqual(['purposes.*.basis: the text says this, and not plainly of what: consent'])
  })

  test('a month is no day', () => {
    expect(facts('Last updated: May 2026')).toEqual({})
    expect(doubts('Last updated: May 2026')).toEqual(['updated: this is not of the form that the fact has: 2026-05'])
  })
})

describe('none', () => {
  test.each([
    ['We do not sell your personal data.', { sale: 'none' }],
    ['Acme does not sell your personal data to anyone.', { sale: 'none' }],
    ['We do not share your personal data for cross-context behavioural advertising.', { sharing: 'none' }],
    ['We do not use cookies or similar technologies.', { cookies: 'none' }],
  ])('“%s” declares it', (text, wanted) => {
    expect(facts(text)).toEqual(wanted)
  })

  test.each([
    'We do not sell your personal data unless you ask us to.',
    'If you write to us about a job that we have advertised, we do not sell your personal data.',
    'We do not sell your personal data to companies that send advertising by post.',
  ])('“%s” does not, but says that it may', (text) => {
    expect(facts(text)).toEqual({})
    expect(doubts(text)).toEqual(['sale: the text denies it, perhaps not all of it: none'])
  })

  test('what is denied in one place and said in another is in doubt', () => {
    const text = 'We do not use cookies.\n\nWe use cookies to remember your settings.'
    expect(facts(text)).toEqual({})
    expect(doubts(text)).toEqual(['cookies: the text denies it in one place and says it in another: none, said'])
  })
})

/** Every value of the facts by its path, members of lists without their places. */
function flat(data: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(data)) return data.flatMap((one) => flat(one, path))
  if (typeof data !== 'object' || data === null) return [[path, data]]
  return Object.entries(data).flatMap(([key, value]) => flat(value, `${path}/${key}`))
}

const folder = new URL('../../policies/', import.meta.url)
const names = readdirSync(folder).flatMap((name) => /^(.*)\.policy\.yaml$/.exec(name)?.[1] ?? [])
/** Where the reading differs from the policies: a measure that "may" be used, parts of authorities' names. */
const known = [
  'primus /transfers/mechanism bcr',
  'model /controller/authorities/name Berlin Commissioner',
  'model /controller/authorities/name National Cyber Security Authority',
]

test.each(names)('the facts imported from the text of %s agree with its policy', (name) => {
  const read = (ending: string) => readFileSync(new URL(`${name}${ending}`, folder), 'utf8')
  const own = flat(parse(read('.policy.yaml')))
  const shape = (value: unknown) => String(value).replace(/[.\s]/g, '').toLowerCase()
  const differ = flat(facts(read('.md'))).filter(([path, value]) => {
    const there = own.filter(([other]) => other === path)
    return !there.some(([, one]) => shape(one) === shape(value))
  })
  expect(
    differ.map(([path, value]) => `${name} ${path} ${String(value)}`).filter((one) => !known.includes(one)),
  ).toEqual([])
})
