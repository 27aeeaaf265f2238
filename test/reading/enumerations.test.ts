import { expect, test } from 'vitest'
import { readNotice } from '../../src/reading/read.ts'
import { catalog, markdownNotice } from '../support.ts'

/** The sentences of a text, each with the words that it carries before its own. */
const read = (text: string) =>
  readNotice(markdownNotice(text), catalog).sentences.map(({ tokens, own, block, span }) => [
    tokens
      .slice(0, own)
      .map(({ word }) => word)
      .join(' '),
    block.text.slice(span.from, span.to),
  ])

test.each([
  [
    'You have the right to: (a) see your data; (b) have it deleted; and (c) object.',
    [
      ['', 'You have the right to:'],
      ['you have the right to :', 'see your data'],
      ['you have the right to :', 'have it deleted'],
      ['you have the right to :', 'object.'],
    ],
  ],
  [
    'We share data with (i) banks, (ii) shops and (iii) courts. We sell none.',
    [
      ['', 'We share data with'],
      ['we share data with', 'banks'],
      ['we share data with', 'shops'],
      ['we share data with', 'courts.'],
      ['', 'We sell none.'],
    ],
  ],
  [
    'We keep: 1) orders for a year, 2) logs for a day (or two).',
    [
      ['', 'We keep:'],
      ['we keep :', 'orders for a year'],
      ['we keep :', 'logs for a day (or two).'],
    ],
  ],
  [
    '(a) names and (b) ages',
    [
      ['', 'names'],
      ['', 'ages'],
    ],
  ],
  [
    'We act if (a) you ask (i) by mail or (ii) by phone; or (b) a court does.',
    [
      ['', 'We act if'],
      ['we act if', 'you ask (i) by mail or (ii) by phone'],
      ['we act if', 'a court does.'],
    ],
  ],
  [
    'We keep (1) names (a) for a year, (b) for good.',
    [
      ['', 'We keep (1) names'],
      ['we keep ( 1 ) names', 'for a year'],
      ['we keep ( 1 ) names', 'for good.'],
    ],
  ],
])('%s is read as a list', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('a list item may count too, under the words of its list', () => {
  expect(read('You may:\n\n- ask (a) for a copy, (b) for deletion').slice(1)).toEqual([
    ['you may :', 'ask'],
    ['you may : ask', 'for a copy'],
    ['you may : ask', 'for deletion'],
  ])
})

test.each([
  'Our basis is Art. 6(1)(a) and Art. 6(1)(b) GDPR.',
  'Our basis is Article 6 (1) (a), (b) and (f) GDPR.',
  'Our bases are points (a) and (b) of Article 6(1).',
  'We use it under lit. (a) and lit. (b).',
  'We keep names (a) and ages.',
  'We keep names (b) and ages (c).',
  'We keep (a) names and (ii) ages.',
  'We keep ages (1 to 2) and sums (a+b).',
  'Names stay (1), ages go (2).',
  'We keep names for one (1) year and ages for two (2) years.',
  `${'Word '.repeat(50)}(a) names and (b) ages.`,
])('%s counts no items', (text) => {
  expect(read(text)).toEqual([['', text]])
})

test('the words of an item are found with those before the first', () => {
  const { sentences } = readNotice(markdownNotice('We do not sell (a) names or (b) ages.'), catalog)
  const negation = catalog.lexicon.groups['negation'] as number
  expect(sentences.map(({ hits }) => hits.findIndex((here) => here.some(({ group }) => group === negation)))).toEqual([
    2, 2, 2,
  ])
})
