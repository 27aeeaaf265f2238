import { describe, expect, test } from 'vitest'
import { found, places } from '../support.ts'

const sections = (list: string, facts = '') => `clauselint: 1\naddresses: [AQ]\n${facts}sections:\n${list}`

describe('an empty section', () => {
  test('is an error at its heading', () => {
    const yaml = sections('  - { id: breach, topic: breach, heading: Data breaches }\n')
    const start = yaml.indexOf('Data breaches')
    expect(found(yaml, 'empty-section')).toMatchObject([
      {
        rule: 'empty-section',
        severity: 'error',
        message: 'The section “Data breaches” has no body, and no fact fills its topic “breach”.',
        remedy: 'Give the facts of the topic, write a body, or take the section out.',
        at: {
          kind: 'fact',
          place: { file: 'test.policy.yaml', range: { start, end: start + 13 } },
          path: 'sections.0.heading',
        },
        related: [],
        citations: [],
      },
    ])
  })

  test.each([
    ['has a body', sections('  - { id: b, topic: breach, heading: Breaches, body: Hello. }\n')],
    [
      'has facts',
      sections('  - { id: b, topic: breach, heading: Breaches }\n', 'breach: { authority: { within: PT72H } }\n'),
    ],
    [
      'has a fact declared none',
      sections('  - { id: t, topic: transfers, heading: Transfers }\n', 'transfers: none\n'),
    ],
    ['is not there: a policy without sections composes what it has', 'clauselint: 1\naddresses: [AQ]\n'],
  ])('is none where it %s', (_case, yaml) => {
    expect(found(yaml, 'empty-section')).toMatchObject([])
  })

  test('is told for each, and a full section of the same heading excuses none', () => {
    const yaml = sections(
      '  - { id: a, topic: breach, heading: Same }\n  - { id: b, topic: contact, heading: Same, body: Hello. }\n',
    )
    expect(places(yaml, 'empty-section')).toEqual([['empty-section', 'Same', 'fact']])
    const other = sections(
      '  - { id: b, topic: contact, heading: Same, body: Hello. }\n  - { id: a, topic: breach, heading: Same }\n',
    )
    expect(places(other, 'empty-section')).toEqual([['empty-section', 'Same', 'fact']])
  })
})

describe('a law that is not shipped', () => {
  test('is an info at each jurisdiction', () => {
    const yaml = 'clauselint: 1\naddresses: [EU, AQ, DE, BV]\n'
    expect(places(yaml, 'law-not-shipped')).toEqual([
      ['law-not-shipped', 'AQ', 'fact'],
      ['law-not-shipped', 'BV', 'fact'],
    ])
    expect(found(yaml, 'law-not-shipped')[0]).toMatchObject({
      severity: 'info',
      message: 'No law of AQ is shipped yet, so nothing is judged under it.',
    })
  })

  test('a policy that addresses nobody is told that nothing is judged', () => {
    const yaml = 'clauselint: 1\ntitle: Privacy\n'
    expect(found(yaml, 'law-not-shipped')).toMatchObject([
      {
        severity: 'info',
        message: 'The policy does not say whose people it addresses, so no law is judged.',
        remedy: 'Give `addresses`: [EU], [US-CA], …',
        at: { kind: 'absence' },
      },
    ])
  })

  test('a published notice that leads to no law is told so once, and what to pass', () => {
    expect(found('# Privacy\n\nHello.\n\nWe answer.', 'law-not-shipped')).toMatchObject([
      {
        severity: 'info',
        message: 'Nothing in the text says which law applies to it, so no law is judged.',
        remedy: 'Name the place or the law: `--jurisdiction EU`, `--law gdpr`; `clauselint laws` lists them.',
      },
    ])
    expect(found('# Privacy\n\nUnder the GDPR you have rights.', 'law-not-shipped')).toEqual([])
  })
})
