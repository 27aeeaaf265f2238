import { expect, test } from 'vitest'
import { found, places, policy } from '../support.ts'

const rule = 'contact-promised-not-given'
const quotes = (text: string) => places(text, rule).map(([, words]) => words)
const promise = 'If you have questions, please contact us using one of the following methods:'

test('a promise with nothing after it is a warning at its words', () => {
  const text = `# Privacy\n\n## Contact\n\n${promise}\n\n## Changes\n\nWrite to privacy@acme.example.\n`
  const start = text.indexOf('one of the following methods:')
  expect(found(text, rule)).toEqual([
    {
      rule,
      severity: 'warning',
      message: 'Section "Contact" promises “one of the following methods:” and gives none.',
      remedy: 'Give an email, a form or a postal address, as a fact under controller.contact or in the section.',
      at: {
        kind: 'words',
        place: { file: 'test.md', range: { start, end: start + 29 } },
        quote: 'one of the following methods:',
      },
      related: [],
      citations: [
        {
          law: 'gdpr',
          provision: '13.1.a',
          title: 'GDPR Art. 13(1)(a)',
          url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
        },
      ],
      identity: `${rule}|Contact|one of the following methods:`,
    },
  ])
})

test.each([
  ['an e-mail address', '- privacy@acme.example'],
  ['a web address', 'https://acme.example/contact'],
  ['a link', '[Our form](https://acme.example/form)'],
  ['a telephone number', 'Call +56 2 2345 6789.'],
  ['a postal address', '12 Harbour Street, Bristol'],
  ['a post box', 'P.O. Box 12, Santiago'],
])('%s keeps the promise', (_means, line) => {
  expect(quotes(`## Contact\n\n${promise}\n\n${line}\n`)).toEqual([])
})

test.each([
  ['a hidden address', 'Acme Privacy Team Email: [email protected]'],
  ['the number of an act', 'under Regulation (EU) 2016/679'],
  ['a span of years', 'in the years 2019-2020'],
  ['a date', 'since 15/07/2022'],
  ['another section', 'see section 5 on our way'],
  ['nothing but words', '- by post\n- by telephone'],
])('%s does not keep it', (_means, line) => {
  expect(quotes(`## Contact\n\n${promise}\n\n${line}\n`)).toHaveLength(1)
})

test('in a policy it is named with its number, and a fact does not keep it unless it is composed there', () => {
  const facts = 'numbering: automatic\ncontroller: { contact: { email: privacy@acme.example } }\n'
  const yaml = policy(promise, { heading: 'Contact us', topic: 'contact', facts })
  expect(found(yaml, rule).map(({ message }) => message)).toEqual([
    'Section 1 "Contact us" promises “one of the following methods:” and gives none.',
  ])
  expect(quotes(policy(`${promise}\n\n{{ compose contact }}`, { topic: 'contact', facts }))).toEqual([])
  expect(quotes(policy(`${promise}\n\n- {{ controller.contact.email }}`, { topic: 'contact', facts }))).toEqual([])
})

test('a promise without a heading is the notice’s', () => {
  expect(found(`${promise}\n\nThank you.`, rule)[0]?.message).toBe(
    'The notice promises “one of the following methods:” and gives none.',
  )
})

test('every broken promise is told', () => {
  expect(quotes(`## A\n\n${promise}\n\n## B\n\nYou can reach us at:\n\n## C\n\nBye.`)).toEqual([
    'one of the following methods:',
    'reach us at:',
  ])
})
