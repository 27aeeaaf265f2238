import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotice } from '../../src/reading/read.ts'
import type { ReadSentence } from '../../src/reading/wording.ts'
import { catalog, markdownNotice } from '../support.ts'

const read = (text: string): ReadSentence[] => readNotice(markdownNotice(text), catalog).sentences
/** The sentences of a text as they are spelt. */
const spelt = (text: string) => read(text).map(({ block, span }) => block.text.slice(span.from, span.to))

test.each([
  ['We keep data. You may ask! May you? Yes.', ['We keep data.', 'You may ask!', 'May you?', 'Yes.']],
  [
    'We use data, e.g. names. We keep them, i.e. store them.',
    ['We use data, e.g. names.', 'We keep them, i.e. store them.'],
  ],
  ['Mr. Smith and Dr. Who, et al. The end.', ['Mr. Smith and Dr. Who, et al.', 'The end.']],
  ['Write to A. Rojas at once. He answers.', ['Write to A. Rojas at once.', 'He answers.']],
  ['Frust Co., LTD collects data.', ['Frust Co., LTD collects data.']],
  ['Acme Inc. We collect. Acme Inc. collects.', ['Acme Inc.', 'We collect.', 'Acme Inc. collects.']],
  ['In the U.S. We do. In the U.S. data stay.', ['In the U.S.', 'We do.', 'In the U.S. data stay.']],
  ['Under Art. 6 and No. 5 we may.', ['Under Art. 6 and No. 5 we may.']],
  ['As 2.1 says, 2.5 euros. Fine.', ['As 2.1 says, 2.5 euros.', 'Fine.']],
  ['See section 8. Contact Us now. Then go.', ['See section 8. Contact Us now.', 'Then go.']],
  ['See Article 13. The rest holds.', ['See Article 13. The rest holds.']],
  ['Write to Acme, Hauptstr. 5, Bonn. We answer.', ['Write to Acme, Hauptstr. 5, Bonn.', 'We answer.']],
  [
    'Bakkeland AS, org. no. 912 345 678, is the controller.',
    ['Bakkeland AS, org. no. 912 345 678, is the controller.'],
  ],
  ['It ended in 2020. We go on.', ['It ended in 2020.', 'We go on.']],
  ['Last changed on Sept. 5, 2023. We go on.', ['Last changed on Sept. 5, 2023.', 'We go on.']],
  ['Our data.We use it.', ['Our data.', 'We use it.']],
  ['Our services.2.2 Data we hold', ['Our services.', '2.2 Data we hold']],
  ['See frust.co and Node.js now.', ['See frust.co and Node.js now.']],
  ['He said “Stop.” We stopped.', ['He said “Stop.”', 'We stopped.']],
  ['(See below.) We go on (see above). You too.', ['(See below.)', 'We go on (see above).', 'You too.']],
  ['(Acme Inc.) We go on “a.b.” there.', ['(Acme Inc.) We go on “a.b.” there.']],
  ['We hold: • names • ages ● cities', ['We hold:', 'names', 'ages', 'cities']],
  ['One line\\\nanother line', ['One line', 'another line']],
  ['Wait... We go.', ['Wait...', 'We go.']],
  ['We hold names ... and ages. We stop.', ['We hold names ... and ages.', 'We stop.']],
  ['Names, ages… Cities too… and more.', ['Names, ages…', 'Cities too… and more.']],
  [
    'We use names, etc. and keep them. Names, etc. Cookies stay.',
    ['We use names, etc. and keep them.', 'Names, etc.', 'Cookies stay.'],
  ],
  [
    'Please contact us. Cookies help us. They stay in the EU. Data go.',
    ['Please contact us.', 'Cookies help us.', 'They stay in the EU.', 'Data go.'],
  ],
  ['The answer is no. Cookies are off.', ['The answer is no.', 'Cookies are off.']],
  ['See Art. 13(1) and Nos. 4 and 5, lit. b. Data stay.', ['See Art. 13(1) and Nos. 4 and 5, lit. b.', 'Data stay.']],
  ['As section 5. We go on.', ['As section 5.', 'We go on.']],
  [
    'Acme (Holdings) Pty. Ltd. runs it. Acme S.A. Their staff help.',
    ['Acme (Holdings) Pty. Ltd. runs it.', 'Acme S.A. Their staff help.'],
  ],
  ['Call Tel. +44 20 7946 0000 or Ext. 5. Ask Ms. Roe.', ['Call Tel. +44 20 7946 0000 or Ext. 5.', 'Ask Ms. Roe.']],
  [
    'Rates are 2.5% or 1,000.50 euros. See https://acme.example/a.b. Then write to a.b@acme.example. We answer.',
    [
      'Rates are 2.5% or 1,000.50 euros.',
      'See https://acme.example/a.b.',
      'Then write to a.b@acme.example.',
      'We answer.',
    ],
  ],
  [
    'We share data with banks; shops; and courts. We sell none.',
    ['We share data with banks; shops; and courts.', 'We sell none.'],
  ],
  ['4\\. The user pays. B. We pay too.', ['4. The user pays.', 'B. We pay too.']],
  ['1.2. Data we hold are few.', ['1.2. Data we hold are few.']],
  ['“We keep it.” ‘You may ask.’ Done.', ['“We keep it.”', '‘You may ask.’', 'Done.']],
  ['Is it safe?Yes!We check.', ['Is it safe?', 'Yes!', 'We check.']],
  ['We keep it for 30 days. 5 more are kept.', ['We keep it for 30 days.', '5 more are kept.']],
])('%s', (text, expected) => {
  expect(spelt(text)).toEqual(expected)
})

test('a soft line break is a space, and ends nothing', () => {
  expect(spelt('We keep\ndata.')).toEqual(['We keep data.'])
})

test('headings, items and rows are sentences of their own', () => {
  expect(
    spelt('# Privacy\n\nWe keep data\n\n- names\n- ages\n\n| Data | Time |\n| --- | --- |\n| names | a year |'),
  ).toEqual(['Privacy', 'We keep data', 'names', 'ages', 'Data | Time', 'names | a year'])
})

test('an item carries the words that introduce its list, and its span is its own', () => {
  const [, stem, banks, shops, pay] = read('We care. We share data with:\n\n- banks\n- shops. They pay.')
  const told = (sentence: ReadSentence | undefined) =>
    sentence && [
      sentence.tokens
        .slice(0, sentence.own)
        .map(({ word }) => word)
        .join(' '),
      sentence.block.text.slice(sentence.span.from, sentence.span.to),
    ]
  expect([stem, banks, shops, pay].map(told)).toEqual([
    ['', 'We share data with:'],
    ['we share data with :', 'banks'],
    ['we share data with :', 'shops.'],
    ['we share data with :', 'They pay.'],
  ])
})

test('a nested item carries the item above it', () => {
  const last = read('We share:\n\n- data with:\n  - banks').at(-1)
  expect(last?.tokens.map(({ word }) => word).join(' ')).toMatch(/data with : banks$/)
})

test('a sentence without end is cut, and loses no word', () => {
  const text = 'word '.repeat(1_000).trim()
  const sentences = read(text)
  expect(sentences.every(({ tokens }) => tokens.length <= 160)).toBe(true)
  expect(sentences.flatMap(({ tokens }) => tokens)).toHaveLength(1_000)
})

test('a long stem lends its last words only', () => {
  const [, item] = read(`${'word '.repeat(100)}we share with:\n\n- banks`)
  expect(item?.own).toBe(60)
  expect(item?.tokens.slice(-5).map(({ word }) => word)).toEqual(['we', 'share', 'with', ':', 'banks'])
})

test("every token of a block is one sentence's own, in order, and a span is from its first to its last", () => {
  const part = fc.constantFrom(
    'We',
    'data',
    '.',
    '. ',
    '! ',
    ' ',
    ', ',
    'e.g.',
    'U.S. ',
    '2.1',
    ' 72',
    '“',
    '”',
    ')',
    ' (',
    'Inc',
    ' section',
    '• ',
    '?',
    '(a) ',
    ' b) ',
    ' (b) ',
    '; and ',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const sentences = read(`Text ${parts.join('')}`)
      let end = 0
      let last = -1
      let left = ''
      for (const { tokens, span, own, block } of sentences) {
        if (block.id !== last) end = 0
        last = block.id
        const [first] = tokens.slice(own)
        expect(span).toEqual({ block: block.id, from: first?.from, to: tokens.at(-1)?.to })
        left += block.text.slice(end, first?.from)
        for (const token of tokens.slice(own)) {
          expect(token.from).toBeGreaterThanOrEqual(end)
          if (token !== first) expect(block.text.slice(end, token.from).trim()).toBe('')
          end = token.to
        }
      }
      // What counts the items of a sentence, and what joins them, is left out.
      expect(left.replace(/\(?[ab]\)|[,;]|\band\b/g, '').trim()).toBe('')
    }),
  )
})
