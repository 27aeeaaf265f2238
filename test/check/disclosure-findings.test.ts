import { describe, expect, test } from 'vitest'
import type { Provision } from '../../src/catalog/types.ts'
import { checked, found, judgedBy, places, policy, withLaw } from './support.ts'

const silent = policy('Hello.', { addresses: 'CL' })
const half = policy('If a security incident occurs, we will notify you as required by law.', { addresses: 'CL' })

/** Severity and citations of the findings on breach timelines under made-up provisions. */
function said(yaml: string, ...provisions: Partial<Provision>[]) {
  return judgedBy(withLaw(...provisions), yaml)
    .findings.filter(({ rule }) => rule === 'breach-timeline')
    .map(({ severity, citations }) => [severity, ...citations.map(({ provision }) => provision)])
}

describe('the severity of a missing disclosure', () => {
  const requires = [['breach-timeline']]
  test.each<[string, Partial<Provision>, string]>([
    ['mandatory', { requires }, 'error'],
    ['conditional', { level: 'conditional', requires }, 'error'],
    ['of medium confidence', { requires, confidence: 'medium' }, 'warning'],
    ['of low confidence', { requires, confidence: 'low' }, 'info'],
    ['guidance', { level: 'guidance', requires }, 'info'],
    ['a duty', { level: 'duty', concerns: ['breach-timeline'] }, 'warning'],
    ['a duty of medium confidence', { level: 'duty', concerns: ['breach-timeline'], confidence: 'medium' }, 'warning'],
    ['a duty of low confidence', { level: 'duty', concerns: ['breach-timeline'], confidence: 'low' }, 'info'],
  ])('%s', (_case, provision, severity) => {
    expect(said(silent, provision)).toEqual([[severity, '1']])
  })

  test('half of what is required is a warning', () => {
    expect(said(half, { requires })).toEqual([['warning', '1']])
    expect(said(half, { requires, confidence: 'low' })).toEqual([['info', '1']])
  })

  test('what is upcoming, expired or not addressed is none', () => {
    expect(said(silent, { requires, from: '2030-01-01' })).toEqual([])
    expect(said(silent, { requires, until: '2025-01-01' })).toEqual([])
    expect(said(policy('Hello.', { addresses: 'PE' }), { requires })).toEqual([])
  })

  test('one finding for each disclosure, with all that ask for it, at the severest level', () => {
    const duty = { level: 'duty' as const, concerns: ['breach-timeline'] }
    expect(said(silent, duty, { requires, confidence: 'low' }, { requires }, { requires, from: '2030-01-01' })).toEqual(
      [['error', '1', '2', '3']],
    )
    expect(said(silent, { requires, confidence: 'low' }, duty)).toEqual([['warning', '1', '2']])
  })
})

test('a missing disclosure is an absence at the section of its topic, with its message, remedy and citation', () => {
  const yaml = policy('Hello.', { addresses: 'CL', topic: 'breach', heading: 'Data breaches' })
  const { findings } = judgedBy(withLaw({ requires: [['breach-timeline']] }), yaml)
  const finding = findings.find(({ rule }) => rule === 'breach-timeline')
  const start = yaml.indexOf('Data breaches')
  expect(finding).toEqual({
    rule: 'breach-timeline',
    severity: 'error',
    message:
      'The notice nowhere gives a time frame for telling the authority or the persons concerned of a personal data breach.',
    remedy: 'Say within what time the authority and the persons concerned are told of a breach.',
    at: { kind: 'absence', place: { file: 'test.policy.yaml', range: { start, end: start + 'Data breaches'.length } } },
    related: [],
    citations: [{ law: 'act', provision: '1', title: 'Act s. 1', url: 'https://law.example/act' }],
    identity: 'breach-timeline|breach-timeline|',
  })
})

test.each([
  [
    'the topic’s section',
    'clauselint: 1\naddresses: [EU]\nsections:\n  - { id: b, topic: breach, heading: Breaches, body: Hello. }\n',
    'Breaches',
  ],
  [
    'the id of a section without a heading',
    'clauselint: 1\naddresses: [EU]\nsections:\n  - { id: b, topic: breach, body: Hello. }\n',
    'b',
  ],
  [
    '`sections`, where no section has its topic',
    'clauselint: 1\naddresses: [EU]\nsections:\n  - { id: b, topic: contact, body: Hello. }\n',
    'sections',
  ],
  ['the fact’s nearest key', 'clauselint: 1\naddresses: [EU]\nbreach: { persons: { how: [email] } }\n', 'breach'],
  ['the first key', 'clauselint: 1\naddresses: [EU]\n', 'clauselint'],
])('an absence is at %s', (_where, yaml, words) => {
  expect(places(yaml, 'breach-timeline')).toEqual([['breach-timeline', words, 'absence']])
})

test('in a published notice an absence is at its title, else at its first words', () => {
  expect(places('# Privacy\n\nHello.', 'breach-timeline')).toEqual([['breach-timeline', 'Privacy', 'absence']])
  expect(places('\n\nHello there.\n\nWe like privacy.', 'breach-timeline')).toEqual([
    ['breach-timeline', 'Hello there.', 'absence'],
  ])
})

test('half a disclosure is at its words', () => {
  const [finding] = found(half, 'breach-timeline')
  expect(finding?.at).toMatchObject({ kind: 'words', quote: expect.stringContaining('notify') as string })
  expect(finding?.message).toMatch(
    /^“If a security incident occurs, we will notify you as required by law\.” is not enough: a complete notice gives a time frame/,
  )
})

test.each(['EU', 'US-VA', 'BV, PE, AQ'])(
  'silence on breaches is one warning, whatever the policy addresses: %s',
  (addresses) => {
    const findings = checked(policy('Hello.', { addresses })).findings.filter(({ rule }) => rule.startsWith('breach-'))
    expect(
      findings.map(({ rule, severity, citations }) => [rule, severity, ...citations.map(({ title }) => title)]),
    ).toEqual([
      ['breach-notification', 'warning', 'GDPR Art. 33(1)', 'GDPR Art. 34(1)'],
      ['breach-timeline', 'warning', 'GDPR Art. 33(1)', 'GDPR Art. 34(1)'],
    ])
    expect(findings[1]?.message).toMatch(
      / GDPR Art\. 33\(1\) sets the duty; no law makes a notice repeat it, but a good notice does\.$/,
    )
  },
)

describe('a stated value that the GDPR does not allow', () => {
  const late =
    'If there is a personal data breach, we notify the supervisory authority within 96 hours of becoming aware of it.'

  test('is an error at its words where the GDPR is addressed', () => {
    const yaml = policy(late)
    const findings = found(yaml, 'breach-timeline')
    const start = yaml.indexOf('96 hours')
    expect(findings).toEqual([
      {
        rule: 'breach-timeline',
        severity: 'error',
        message: '“96 hours” is more than GDPR Art. 33(1) allows: at most 72 hours.',
        remedy: 'Keep to 72 hours, and say so.',
        at: { kind: 'words', place: { file: 'test.policy.yaml', range: { start, end: start + 8 } }, quote: '96 hours' },
        related: [],
        citations: [
          {
            law: 'gdpr',
            provision: '33.1',
            title: 'GDPR Art. 33(1)',
            url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
          },
        ],
        identity: 'breach-timeline|breach.authority.within|96 hours',
      },
    ])
  })

  test('is none where it is not', () => {
    expect(found(policy(late, { addresses: 'CL' }), 'breach-timeline')).toEqual([])
    expect(found(late, 'breach-timeline')).toEqual([])
  })

  test.each([
    ['We answer your request within three months.', 'response-time', 'three months', 'GDPR Art. 12(3)'],
    ['We answer your request within 45 days.', 'response-time', '45 days', 'GDPR Art. 12(3)'],
    [
      'If there is a personal data breach, we notify the supervisory authority within ten (10) business days.',
      'breach-timeline',
      'ten (10) business days',
      'GDPR Art. 33(1)',
    ],
  ])('%s', (body, rule, words, title) => {
    const findings = found(policy(body), rule)
    expect(places(policy(body), rule)).toEqual([[rule, words, 'words']])
    expect(findings.map(({ severity, citations }) => [severity, citations.map((citation) => citation.title)])).toEqual([
      ['error', [title]],
    ])
  })

  test.each([
    ['We answer your request within one month.', 'response-time'],
    ['We answer your request within 30 days.', 'response-time'],
    [
      'If there is a personal data breach, we notify the supervisory authority within 72 hours of becoming aware of it.',
      'breach-timeline',
    ],
    ['If there is a personal data breach, we notify the supervisory authority within three days.', 'breach-timeline'],
    [
      'If there is a personal data breach, we notify the supervisory authority without undue delay of becoming aware of it.',
      'breach-timeline',
    ],
  ])('is not: %s', (body, rule) => {
    expect(found(policy(body), rule)).toEqual([])
  })

  test('of a fact is at the fact', () => {
    const yaml = 'clauselint: 1\naddresses: [EU]\nrights: { response: { within: P3M } }\n'
    expect(places(yaml, 'response-time')).toEqual([['response-time', 'P3M', 'fact']])
    expect(found(yaml, 'response-time')).toMatchObject([
      {
        severity: 'error',
        message: '“3 months” is more than GDPR Art. 12(3) allows: at most 1 month.',
        at: { path: 'rights.response.within' },
      },
    ])
  })

  test('under a provision of medium confidence is a warning', () => {
    const law = withLaw({
      level: 'duty',
      concerns: ['breach-timeline'],
      bounds: { 'breach.authority.within': { max: 'PT24H' } },
      confidence: 'medium',
    })
    const judgement = judgedBy(law, policy(late, { addresses: 'CL' }))
    expect(
      judgement.findings
        .filter(({ rule }) => rule === 'breach-timeline')
        .map(({ severity, message }) => [severity, message]),
    ).toEqual([['warning', '“96 hours” is more than Act s. 1 allows: at most 24 hours.']])
  })

  test('under a provision of low confidence is no error', () => {
    const law = withLaw({
      level: 'duty',
      concerns: ['breach-timeline'],
      bounds: { 'breach.authority.within': { max: 'PT24H' } },
      confidence: 'low',
    })
    const severities = judgedBy(law, policy(late, { addresses: 'CL' })).findings.map(({ severity }) => severity)
    expect(severities).not.toContain('error')
  })

  test('under a provision that is not yet in force is a warning, and none when that is far off', () => {
    const bounds = { 'breach.authority.within': { max: 'PT24H' } }
    const law = withLaw({ level: 'duty', bounds, from: '2026-12-01' })
    const on = (date: string) =>
      judgedBy(law, policy(late, { addresses: 'CL' }), date)
        .findings.filter(({ rule }) => rule === 'breach-timeline')
        .map(({ severity, message, citations }) => [severity, message, citations[0]?.title])
    const more = '“96 hours” is more than Act s. 1 allows: at most 24 hours.'
    expect(on('2026-09-01')).toEqual([])
    expect(on('2026-09-02')).toEqual([['warning', `${more} It binds from 2026-12-01.`, 'Act s. 1 (from 2026-12-01)']])
    expect(on('2026-11-30')).toEqual(on('2026-09-02'))
    expect(on('2026-12-01')).toEqual([['error', more, 'Act s. 1']])
  })

  test('by two laws is one finding, against the stricter bound, citing both', () => {
    const bounded = (max: string) => ({ level: 'duty' as const, bounds: { 'breach.authority.within': { max } } })
    const { findings } = judgedBy(withLaw(bounded('PT72H'), bounded('PT48H')), policy(late, { addresses: 'CL' }))
    expect(
      findings
        .filter(({ rule }) => rule === 'breach-timeline')
        .map(({ message, citations }) => [message, ...citations.map(({ provision }) => provision)]),
    ).toEqual([['“96 hours” is more than Act s. 2 allows: at most 48 hours.', '1', '2']])
  })

  test('in working days is compared with the calendar days that they can take', () => {
    const told = (body: string) => {
      const bounds = { 'rights.response.within': { max: 'P10D', days: 'working' as const } }
      const law = withLaw({ level: 'duty', bounds, concerns: ['response-time'] })
      return judgedBy(law, policy(body, { addresses: 'CL' }))
        .findings.filter(({ rule }) => rule === 'response-time')
        .map(({ message }) => message)
    }
    expect(told('We answer your request within 14 days.')).toEqual([])
    expect(told('We answer your request within 10 working days.')).toEqual([])
    expect(told('We answer your request within 15 days.')).toEqual([
      '“15 days” is more than Act s. 1 allows: at most 10 working days.',
    ])
  })

  test('because it is no value of those allowed says where the law is told', () => {
    const never = { 'breach.authority.within': { never: ['PT96H'] } }
    const [finding] = judgedBy(
      withLaw({ level: 'duty', bounds: never }),
      policy(late, { addresses: 'CL' }),
    ).findings.filter(({ rule }) => rule === 'breach-timeline')
    expect(finding).toMatchObject({
      severity: 'error',
      message: '“96 hours” is not what Act s. 1 allows.',
      remedy: 'Change what the notice promises; `clauselint explain act/1` tells what it asks.',
    })
  })

  test('is undetermined where nothing says whether the provision applies', () => {
    const law = withLaw({
      level: 'duty',
      when: ['transfer-takes-place'],
      bounds: { 'breach.authority.within': { max: 'PT24H' } },
    })
    const { findings, verdicts } = judgedBy(law, policy(late, { addresses: 'CL' }))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['undetermined'])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('below the least is said so', () => {
    const law = withLaw({ level: 'duty', bounds: { 'breach.authority.within': { min: 'P5D' } } })
    const [finding] = judgedBy(law, policy(late, { addresses: 'CL' })).findings.filter(
      ({ rule }) => rule === 'breach-timeline',
    )
    expect(finding?.message).toBe('“96 hours” is less than Act s. 1 allows: at least 5 days.')
  })
})

describe('conditions of which nothing says whether they hold', () => {
  test('give one warning each, which names every provision that depends on it', () => {
    const yaml = 'clauselint: 1\naddresses: [EU]\ndata: [{ id: a, items: [name], source: person }]\n'
    const open = found(yaml, 'undetermined')
    expect(open.map(({ severity, identity }) => `${severity} ${identity}`).sort()).toEqual([
      'warning undetermined|automated-decisions-made|',
      'warning undetermined|consent-relied-on|',
      'warning undetermined|controller-in-us|',
      'warning undetermined|controller-outside-eu|',
      'warning undetermined|direct-marketing-done|',
      'warning undetermined|dpo-designated|',
      'warning undetermined|joint-controllers-exist|',
      'warning undetermined|legitimate-interests-relied-on|',
      'warning undetermined|non-essential-cookies|',
      'warning undetermined|special-categories-processed|',
      'warning undetermined|transfer-takes-place|',
    ])
    expect(open.find(({ identity }) => identity.includes('|consent-relied-on|'))).toMatchObject({
      message: 'Nothing says whether consent is the legal basis of a purpose, and GDPR Art. 13(2)(c) depends on it.',
      remedy: 'Declare the `basis` of each of the `purposes`.',
      at: { kind: 'absence' },
      citations: [{ provision: '13.2.c' }],
    })
    expect(
      open
        .find(({ identity }) => identity.includes('|transfer-takes-place|'))
        ?.citations.map(({ provision }) => provision),
    ).toEqual(['13.1.f', '13.1.f-copy', '49.1.a', '49.1-compelling', 'wp260-transfers'])
  })

  test('ask one thing at a time: of what a provision hangs on, the first that is open', () => {
    const open = (yaml: string) =>
      found(yaml, 'undetermined')
        .map(({ identity }) => identity.split('|')[1])
        .filter((condition) => condition?.includes('transfer'))
    expect(open(policy('Hello.'))).toEqual(['transfer-takes-place'])
    expect(open(policy('We transfer your personal data to the United States.'))).toEqual([
      'compelling-interest-transfer',
      'explicit-consent-transfer',
      'transfer-needs-safeguard',
    ])
    expect(open(policy('We do not transfer your personal data to other countries.'))).toEqual([])
  })

  test('name each provision once, and count them where they are many', () => {
    const messages = found('clauselint: 1\naddresses: [EU]\n', 'undetermined').map(({ message }) => message)
    expect(messages).toContain(
      'Nothing says whether personal data come from somebody other than the person, and GDPR Art. 14(1)(a), GDPR Art. 14(1)(a) with Art. 27 and 12 more provisions depend on it.',
    )
    expect(messages).toContain(
      'Nothing says whether personal data go to a country outside the European Economic Area, and GDPR Art. 13(1)(f), GDPR Art. 49(1)(a) and 2 more provisions depend on it.',
    )
  })

  test('are none in a published notice, which has no facts to declare', () => {
    expect(found('# Privacy\n\nHello.', 'undetermined')).toEqual([])
  })

  test('are none where no law is addressed', () => {
    expect(found(policy('Hello.', { addresses: 'AQ' }), 'undetermined')).toEqual([])
  })
})

test('a long sentence is quoted up to a whole character', () => {
  const start = 'If a security incident occurs, we will notify you as required by law, '
  const filled = start.padEnd(118, 'x')
  const [finding] = found(
    policy(`${filled}😀 and more words of the same sentence.`, { addresses: 'EU' }),
    'breach-timeline',
  )
  expect(finding?.message.startsWith(`“${filled}…” is not enough: `)).toBe(true)
})
