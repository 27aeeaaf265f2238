import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sortFindings, type Finding } from '../../src/finding.ts'
import { catalog } from '../support.ts'
import { checked, found, judgedBy, places, policy } from './support.ts'

const read = (name: string) => readFileSync(new URL(`../../policies/${name}.policy.yaml`, import.meta.url), 'utf8')
const shield = 'The transfer is based on the EU-US Privacy Shield.'

describe('reliance on a mechanism that has ended', () => {
  test('is an error at its name, with its end and its replacement', () => {
    const yaml = policy(shield)
    const start = yaml.indexOf('EU-US Privacy Shield')
    expect(found(yaml, 'retired-mechanism')).toEqual([
      {
        rule: 'retired-mechanism',
        severity: 'error',
        message:
          '“EU-US Privacy Shield” relies on the EU-US Privacy Shield, retired on 2020-07-16 (Court of Justice of the EU, C-311/18 (Schrems II), with no period of grace).',
        remedy:
          'Name what the transfer rests on today: the EU-US Data Privacy Framework for organisations on its list, otherwise the standard contractual clauses of Decision (EU) 2021/914.',
        at: {
          kind: 'words',
          place: { file: 'test.policy.yaml', range: { start, end: start + 20 } },
          quote: 'EU-US Privacy Shield',
        },
        related: [],
        citations: ['13.1.f', '14.1.f'].map((provision) => ({
          law: 'gdpr',
          provision,
          title: provision.startsWith('13') ? 'GDPR Art. 13(1)(f)' : 'GDPR Art. 14(1)(f)',
          url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
        })),
        identity: 'retired-mechanism|eu-us-privacy-shield|eu-us privacy shield',
      },
    ])
  })

  test.each([
    ['2019-06-01', 0],
    ['2020-07-15', 0],
    ['2020-07-16', 1],
    ['2020-07-17', 1],
    ['2026-11-22', 1],
  ])('on %s it is told %i times: from the day that ended it', (asOf, times) => {
    expect(found(policy(shield), 'retired-mechanism', asOf)).toHaveLength(times)
    expect(found(shield, 'retired-mechanism', asOf)).toHaveLength(times)
    const fact = 'clauselint: 1\naddresses: [EU]\ntransfers: [{ to: [US], mechanism: eu-us-privacy-shield }]\n'
    expect(found(fact, 'retired-mechanism', asOf)).toHaveLength(times)
  })

  test('before its end it is no statement of a defect either', () => {
    const statements = (asOf: string) =>
      judgedBy(catalog, policy(shield), asOf).statements.filter(({ disclosure }) => disclosure === 'retired-mechanism')
        .length
    expect([statements('2020-07-15'), statements('2020-07-16')]).toEqual([0, 1])
  })

  test.each([
    'We no longer rely on the Privacy Shield.',
    'We do not rely on the EU-US Privacy Shield for transfers to the United States.',
    'The Privacy Shield was invalidated on 16 July 2020, so we use standard contractual clauses for transfers.',
    'Mailgun is certified under the EU-U.S. Privacy Shield.',
    'Our transfers rest on the EU-US Data Privacy Framework.',
  ])('is not told of history, denials, and what others say of themselves: %s', (text) => {
    expect(found(text, 'retired-mechanism')).toEqual([])
  })

  test('of a fact that no words state is told at the fact', () => {
    const facts = 'transfers: [{ to: [US], mechanism: scc-2010-87 }]\n'
    expect(places(policy('Hello.', { facts }), 'retired-mechanism')).toEqual([
      ['retired-mechanism', 'scc-2010-87', 'fact'],
    ])
    expect(found(policy('Hello.', { facts }), 'retired-mechanism', '2021-01-01')).toEqual([])
  })

  test('of a fact is told once, at its value', () => {
    const yaml = 'clauselint: 1\naddresses: [EU]\ntransfers: [{ to: [US], mechanism: eu-us-privacy-shield }]\n'
    expect(places(yaml, 'retired-mechanism')).toEqual([['retired-mechanism', 'eu-us-privacy-shield', 'fact']])
  })
})

describe('wording rules', () => {
  test('tell the exact words, under their heading', () => {
    const text =
      '# Privacy\n\n## Who we are\n\nThis notice is\npublished by **[Company Name]**. It is of [insert date].\n'
    expect(places(text, 'placeholder')).toEqual([
      ['placeholder', '[Company Name]', 'words'],
      ['placeholder', '[insert date]', 'words'],
    ])
    expect(found(text, 'placeholder').map(({ identity }) => identity)).toEqual([
      'placeholder|Who we are|[company name]',
      'placeholder|Who we are|[insert date]',
    ])
  })

  test('tell words in headings, items, cells and long sentences', () => {
    const text =
      '# Privacy of [Company Name] Incorporated\n\n- [insert date]\n\n| A | B |\n| --- | --- |\n| x | lorem ipsum |\n'
    expect(places(text, 'placeholder').map(([, words]) => words)).toEqual(['[insert date]', 'lorem ipsum'])
    expect(places('By [Company Name], at [Address].', 'placeholder').map(([, words]) => words)).toEqual([
      '[Company Name]',
      '[Address]',
    ])
  })

  test('words with a dollar sign stand in the message as they are', () => {
    for (const { message, at } of found('By [Company Name $& $1].', 'placeholder'))
      if (at.kind === 'words') expect(message).toContain(at.quote)
  })
})

const names = ['frust', 'infuze', 'frs', 'strettch', 'primus']
const identities = (findings: readonly Finding[]) => findings.map(({ identity }) => identity).sort()

describe.each(names)('the findings of %s', (name) => {
  const text = read(name)
  const { findings } = checked(text)

  test('are in reading order, none of them twice', () => {
    expect(sortFindings(findings)).toEqual(findings)
    const keys = findings.map(
      ({ rule, message, at: { place } }) => `${place.range.start} ${place.range.end} ${rule} ${message}`,
    )
    expect(new Set(keys).size).toBe(keys.length)
    const starts = findings.map(({ at }) => at.place.range.start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  test('keep their identity where lines move', () => {
    const moved = text.replace(/^clauselint: 1\n/m, 'clauselint: 1\n# A remark.\n\n\n')
    expect(moved).not.toBe(text)
    const later = checked(moved).findings
    expect(later.map(({ identity }) => identity)).toEqual(findings.map(({ identity }) => identity))
    expect(later.map(({ message }) => message)).toEqual(findings.map(({ message }) => message))
  })

  test('keep their identity where lines end otherwise', () => {
    expect(identities(checked(text.replaceAll('\n', '\r\n')).findings)).toEqual(identities(findings))
  })

  test('are the same each time', () => {
    expect(checked(text).findings).toEqual(findings)
  })
})

test('findings keep their identity where sections change places', () => {
  const sections = [
    '  - id: a\n    topic: introduction\n    heading: Start\n    body: By [Company Name], see section 40.\n',
    '  - id: b\n    topic: contact\n    heading: Contact\n    body: "You can reach us at:"\n',
    '  - { id: c, topic: breach, heading: Breaches, body: Lorem ipsum. }\n',
    '  - id: d\n    topic: transfers\n    heading: Transfers\n    body: The transfer is based on the EU-US Privacy Shield.\n',
  ]
  const head = 'clauselint: 1\naddresses: [EU, AQ]\nnumbering: authored\nsections:\n'
  const first = identities(checked(head + sections.join('')).findings)
  expect(first).toEqual(
    expect.arrayContaining(['dangling-reference|40|section 40', 'placeholder|Start|[company name]']),
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(sections, { minLength: sections.length }), (order) => {
      expect(identities(checked(head + order.join('')).findings)).toEqual(first)
    }),
    { numRuns: 10 },
  )
})

test('the same finding at one place is told once; at two places twice', () => {
  const { findings } = checked('By [Company Name].\n\nBy [Company Name].')
  const placeholders = findings.filter(({ rule }) => rule === 'placeholder')
  expect(placeholders).toHaveLength(2)
  expect(sortFindings([...findings, ...findings].reverse())).toEqual(findings)
})

test('before the GDPR applied, nothing was asked; in the last 90 days it was announced', () => {
  const gdpr = { ...catalog, laws: catalog.laws.filter(({ id }) => id === 'gdpr') }
  const before = judgedBy(gdpr, policy('Hello.'), '2018-02-23')
  expect(new Set(before.verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['upcoming']))
  expect(before.findings).toEqual([])
  const soon = judgedBy(gdpr, policy('Hello.'), '2018-02-24').findings
  expect(new Set(soon.map(({ severity }) => severity))).toEqual(new Set(['info', 'warning']))
  expect(soon.find(({ rule }) => rule === 'complaint-authority')).toMatchObject({
    message:
      'The notice nowhere tells people that they can complain to a supervisory authority. It is asked from 2018-05-25.',
    citations: [{ title: 'GDPR Art. 13(2)(d) (from 2018-05-25)' }],
  })
  expect(judgedBy(gdpr, policy('Hello.'), '2018-05-25').findings.length).toBeGreaterThan(10)
})
