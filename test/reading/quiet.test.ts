import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { composed, findingsOf, markdownNotice, statementsOf } from '../support.ts'

/** A notice of one section, as a text and as a policy in YAML. */
function both(body: string, heading: string): { markdown: string; yaml: string } {
  const sections = [{ id: 'words', topic: 'introduction', heading, body: `${body}\n` }]
  return { markdown: `## ${heading}\n\n${body}\n`, yaml: stringify({ clauselint: 1, language: 'en', sections }) }
}

/** The disclosures among some that a notice makes, read from both forms of it. */
function made(ids: readonly string[], body: string, heading = 'Your data'): string[][] {
  const { markdown, yaml } = both(body, heading)
  return [markdownNotice(markdown), composed(yaml)].map((notice) => [
    ...new Set(
      statementsOf(notice)
        .map(({ disclosure }) => disclosure)
        .filter((id) => ids.includes(id)),
    ),
  ])
}

/** The findings of one rule on words, in both forms: the words they point at. */
function found(rule: string, body: string, heading = 'Your data'): string[][] {
  const { markdown, yaml } = both(body, heading)
  return [markdown, yaml].map((text) => {
    const { findings, source } = findingsOf(text)
    return findings
      .filter((finding) => finding.rule === rule && finding.at.kind === 'words')
      .map(({ at }) => source.slice(at.place.range))
  })
}

const nothing = [[], []]
const same = <T>(value: T): T[] => [value, value]

describe('an ended mechanism', () => {
  test.each([
    ['as history', 'We no longer rely on the EU-US Privacy Shield for transfers to the United States.'],
    [
      'as history',
      'The Privacy Shield was invalidated in 2020, so our transfers rest on standard contractual clauses.',
    ],
    ['as history', 'Until July 2020 these transfers were covered by the Privacy Shield, which the court struck down.'],
    ["as a processor's claim", 'Postfleet is certified under the EU-U.S. Privacy Shield.'],
    ["as a processor's claim", 'Our mail is sent by Postfleet, which takes part in the Privacy Shield.'],
    ["in a link's address", 'Postfleet has [a page on transfers](https://postfleet.example/privacy-shield).'],
    ["in a link's address", 'More about this: https://www.privacyshield.example/list'],
    ['denied', 'We do not rely on Safe Harbor.'],
  ])('%s raises nothing: %s', (_, body) => {
    expect(made(['retired-mechanism'], body)).toEqual(nothing)
    expect(found('retired-mechanism', body)).toEqual(nothing)
  })

  test.each([
    ['We rely on the EU-US Privacy Shield for transfers to the United States.', 'EU-US Privacy Shield'],
    ['We are certified under the [EU-U.S. Privacy Shield](https://shield.example).', 'EU-U.S. Privacy Shield'],
  ])('that somebody relies on today is found: %s', (body, name) => {
    expect(made(['retired-mechanism'], body)).toEqual(same(['retired-mechanism']))
    for (const quotes of found('retired-mechanism', body)) expect(quotes.join().replace(/\s+/g, ' ')).toContain(name)
  })
})

describe('hours and breaches in another sense', () => {
  const breaches = ['breach-notification', 'breach-timeline']

  test.each([
    'We delete these logs within 72 hours.',
    'Access logs are removed after 72 hours without undue delay.',
    'If you are in breach of contract, we notify you within 72 hours and end the agreement.',
    'In the event of a breach of these terms we may close your account and notify the authorities without delay.',
  ])('are no word on personal data breaches: %s', (body) => {
    expect(made(breaches, body)).toEqual(nothing)
  })

  test('a personal data breach is one', () => {
    const body = 'If there is a personal data breach, we notify the supervisory authority within 72 hours.'
    expect(made(breaches, body)).toEqual(same(breaches))
  })
})

describe('a service that people sign in with', () => {
  const ids = ['recipients', 'transfer-disclosed', 'transfer-safeguard']

  test.each([
    'You can sign in with GitHub.',
    'Log in with your GitHub account, or press the GitHub button.',
    'Our source code is on GitHub.',
  ])('receives nothing: %s', (body) => {
    expect(made(ids, body)).toEqual(nothing)
  })

  test('a recipient is one', () => {
    expect(made(ids, 'We share your name with our hosting provider GitHub.')).toEqual(same(['recipients']))
    expect(made(ids, 'We transfer your personal data to GitHub in the United States.')).toEqual(
      same(['transfer-disclosed']),
    )
  })
})

describe('a right', () => {
  test.each([
    [
      'right-access',
      'You have no right to access the data of other people.',
      'You have the right to access your data.',
    ],
    [
      'right-rectification',
      'You do not have the right to rectification of your data in public registers.',
      'You have the right to rectification of your data.',
    ],
    [
      'right-erasure',
      'There is no right to erasure of the data that tax law makes us keep.',
      'You have the right to erasure of your data.',
    ],
    [
      'right-restriction',
      'You do not have the right to restriction of processing for these data.',
      'You have the right to restriction of processing.',
    ],
    [
      'right-objection',
      'You do not have the right to object to this processing.',
      'You have the right to object to this processing.',
    ],
    [
      'right-portability',
      'You have no right to data portability for these data.',
      'You have the right to data portability for these data.',
    ],
    [
      'right-withdraw-consent',
      'You cannot withdraw your consent once the study has ended.',
      'You can withdraw your consent until the study has ended.',
    ],
    [
      'complaint-authority',
      'You cannot complain to a supervisory authority about our prices.',
      'You can complain to a supervisory authority about our processing.',
    ],
  ])('%s that is only refused is not granted', (id, refused, granted) => {
    expect(made([id], refused)).toEqual(nothing)
    expect(made([id], granted)).toEqual(same([id]))
  })
})

describe('an address that was hidden from robots', () => {
  const hidden = 'Write to us at [email protected].'
  const post = 'Our postal address is 12 Harbour Street, Bristol BS1 4XX, United Kingdom.'

  test('is no contact, and is reported', () => {
    expect(made(['controller-contact'], hidden, 'Contact us')).toEqual(nothing)
    expect(found('obfuscated-contact', hidden, 'Contact us')).toEqual(same(['[email protected]']))
  })

  test('leaves a usable postal address beside it what it is, and is still reported', () => {
    const body = `${hidden} ${post}`
    expect(made(['controller-contact'], body, 'Contact us')).toEqual(same(['controller-contact']))
    expect(found('obfuscated-contact', body, 'Contact us')).toEqual(same(['[email protected]']))
  })

  test('one that can be read is no fault', () => {
    const body = 'Write to us at privacy@harbour.example.'
    expect(made(['controller-contact'], body, 'Contact us')).toEqual(same(['controller-contact']))
    expect(found('obfuscated-contact', body, 'Contact us')).toEqual(nothing)
  })
})
