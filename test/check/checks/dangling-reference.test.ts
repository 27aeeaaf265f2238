import { describe, expect, test } from 'vitest'
import { found, places } from '../support.ts'

const quotes = (text: string) => places(text, 'dangling-reference').map(([, words]) => words)
/** A notice with numbered sections and a sentence in the last. */
const numbered = (sentence: string, last = 9) =>
  `# Privacy\n\n## 1. Data\n\nText.\n\n### 1.1 Names\n\nText.\n\n## ${last}. Contact Us\n\n${sentence}\n`

test('a reference to a section that is not there is an error at its words', () => {
  const text = numbered('For more, see section 12.')
  const start = text.indexOf('section 12')
  expect(found(text, 'dangling-reference')).toEqual([
    {
      rule: 'dangling-reference',
      severity: 'error',
      message: '“section 12” points to a section 12 that does not exist; the last numbered heading is 9.',
      remedy: 'Point to the section that is meant; in a policy {{ section id }} follows it when sections move.',
      at: { kind: 'words', place: { file: 'test.md', range: { start, end: start + 10 } }, quote: 'section 12' },
      related: [],
      citations: [],
      identity: 'dangling-reference|12|section 12',
    },
  ])
})

test.each([
  ['See Section 12 of this Policy.', ['Section 12 of this Policy']],
  ['See sections 12 and 1.', ['sections 12']],
  ['See paragraph 1.2 or clause 7.', ['paragraph 1.2', 'clause 7']],
  ['As section 2 and then section 3 say.', ['section 2', 'section 3']],
  ['See section 2 in our notice.', ['section 2 in our notice']],
])('%s', (sentence, expected) => {
  expect(quotes(numbered(sentence))).toEqual(expected)
})

test.each([
  'See section 1 and section 1.1 of this policy.',
  'See section 9.',
  'See Section 1798.100 of the Civil Code.',
  'See section 5 of the FTC Act.',
  'Under the Act, section 5, we may.',
  'Under GDPR Article 13, paragraph 2, we may.',
  'This has three sections.',
  'We sell 12 sections of it.',
  'See section A.',
  'See section 101 of it.',
])('none: %s', (sentence) => {
  expect(quotes(numbered(sentence))).toEqual([])
})

describe('a section that is named', () => {
  test('under another number is an error that says the right one', () => {
    const [finding] = found(numbered('Please see section 8. Contact Us for more.'), 'dangling-reference')
    expect(finding?.message).toBe('“section 8” points to “Contact Us”, but that is section 9.')
    expect(finding?.remedy).toMatch(/Contact Us/)
  })

  test('under its own number is none', () => {
    expect(quotes(numbered('Please see section 9. Contact Us for more.'))).toEqual([])
  })

  test('is found among a policy’s automatic numbers', () => {
    const yaml = `clauselint: 1\naddresses: [AQ]\nnumbering: automatic\nsections:\n  - { id: a, topic: introduction, heading: Start, body: "See section 2, and section 3." }\n  - { id: b, topic: contact, heading: Contact, body: Hello. }\n`
    expect(quotes(yaml)).toEqual(['section 3'])
  })
})

test('without numbered headings the message says so', () => {
  const [finding] = found('# Privacy\n\nSee section 4 of this policy.', 'dangling-reference')
  expect(finding?.message).toBe(
    '“section 4 of this policy” points to a section 4 that does not exist; no heading has a number.',
  )
})

test('a reference in a list is found once, not again for each item below it', () => {
  expect(quotes(numbered('As in section 12:\n\n- names\n- ages, see section 13'))).toEqual(['section 12', 'section 13'])
})
