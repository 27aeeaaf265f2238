import { describe, expect, test } from 'vitest'
import { valuesOf } from './values-of.ts'

// Values that name somebody, somewhere or something; those that count are in values.test.ts.

describe('telephone numbers', () => {
  test.each([
    ['+56 2 2345 6789', '+56223456789'],
    ['+1 (555) 123-4567', '+15551234567'],
    ['(555) 123-4567', '5551234567'],
    ['1-800-555-0199', '18005550199'],
    ['555 0199', '5550199'],
    ['555.123.4567', '5551234567'],
    ['0049/30/123456', '004930123456'],
    ['123456789', '123456789'],
    ['+44 (0)20 7946 0991', '+4402079460991'],
    ['+49 30/1234567', '+49301234567'],
    ['0800 123 456', '0800123456'],
  ])('%s', (text, value) => {
    expect(valuesOf('phone', `Call ${text}.`)).toEqual([[text, value]])
  })

  test.each([
    '1234567',
    '2016/679',
    '(EU) 2021/914',
    '192.168.100.200',
    '94105-1234',
    '2019 2020',
    '1,000,000,000',
    '2019-2020',
    '1798.83-1798.84',
    '15/07/2022',
    '2022-07-15',
    '12 34',
    '1, 2, 3, 4, 5, 6, 7, 8',
    '1234567890123456',
  ])('none in: %s', (text) => {
    expect(valuesOf('phone', text)).toEqual([])
  })
})

describe('addresses', () => {
  test.each([
    ['Write to 12 Harbour Street, Bristol', '12 Harbour Street, Bristol'],
    ['at 100 Main St', '100 Main St'],
    ['12 harbour street', '12 harbour street'],
    ['P.O. Box 12, Santiago', 'P.O. Box 12, Santiago'],
    ['PO Box 12', 'PO Box 12'],
    ['1 Infinite Loop, Suite 4', '1 Infinite Loop, Suite 4'],
    [
      'Acme Inc., 114 Fifth Ave, Floor 10, New York, NY 10011, USA. We',
      '114 Fifth Ave, Floor 10, New York, NY 10011, USA',
    ],
    ['Larkspur Media, 48 Mill Lane, Bristol BS1 4XX', '48 Mill Lane, Bristol BS1 4XX'],
    ['at Av. Ejemplo 100, Piso 3, Santiago, Chile and', 'Av. Ejemplo 100, Piso 3, Santiago, Chile'],
    [
      'Address: 2nd Floor, Block C, Sector 9, Noida, Uttar Pradesh 201301',
      '2nd Floor, Block C, Sector 9, Noida, Uttar Pradesh 201301',
    ],
    ['office: Springfield, IL 62701', 'Springfield, IL 62701'],
    ['Hauptstraße 5, 10115 Berlin, Germany', 'Hauptstraße 5, 10115 Berlin, Germany'],
    ['Musterweg 5, 10115 Berlin, Germany', 'Musterweg 5, 10115 Berlin, Germany'],
  ])('%s', (text, words) => {
    expect(valuesOf('address', text)[0]).toEqual([words, undefined])
  })

  test.each(['Av. Ejemplo 100, Santiago', 'Calle Mayor 5', 'Rue de la Paix 5, Paris'])(
    'a number after the street: %s',
    (text) => {
      expect(valuesOf('address', text)).toHaveLength(1)
    },
  )

  test.each([
    'see section 5 on our way',
    'Article 6 of the house',
    '30 days via email',
    '2 units',
    'the street',
    'Main Street',
    '12 people',
  ])('none in: %s', (text) => {
    expect(valuesOf('address', text)).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['Acme Ltd collects', 'Acme Ltd'],
    ['Acme, Inc. We collect', 'Acme, Inc'],
    ['operated by Frust Co., LTD in', 'Frust Co., LTD'],
    ['Nimbus Cloud SpA', 'Nimbus Cloud SpA'],
    ['Acme GmbH & Co. KG', 'Acme GmbH & Co. KG'],
    ['Beijing FRS Technology Co., Ltd.', 'Beijing FRS Technology Co., Ltd'],
    ['Foo-Bar Limited', 'Foo-Bar Limited'],
    ['Smith & Sons LLP', 'Smith & Sons LLP'],
    ['By Acme Ltd', 'Acme Ltd'],
  ])('a company: %s', (text, words) => {
    expect(valuesOf('company', text)).toEqual([[words, undefined]])
  })

  test.each([
    'the company',
    'a limited time',
    'Limited',
    'Our Company',
    'We Go',
    'Google Analytics',
    'acme as such',
    'Terms as we know',
  ])('no company: %s', (text) => {
    expect(valuesOf('company', text)).toEqual([])
  })

  test.each([
    ['We use Google Analytics here', 'Google Analytics'],
    ['By Stripe', 'Stripe'],
    ['the Data Protection Commission of', 'Data Protection Commission'],
  ])('a proper name: %s', (text, words) => {
    expect(valuesOf('proper', text)).toEqual([[words, undefined]])
  })

  test.each(['we use it', 'We', 'The', 'If you', '72 hours'])('no proper name: %s', (text) => {
    expect(valuesOf('proper', text)).toEqual([])
  })
})

/** Values that are names: each kind by its word group. */
test.each([
  [
    'country',
    'sent to the United Kingdom, Japan and the U.S.',
    [
      ['the United Kingdom', 'GB'],
      ['United Kingdom', 'GB'],
      ['Japan', 'JP'],
      ['the U.S.', 'US'],
    ],
  ],
  ['country', 'held in Côte d’Ivoire', [['Côte d’Ivoire', 'CI']]],
  ['country', 'tell us in New Zealand', [['New Zealand', 'NZ']]],
  ['mechanism', 'under the standard contractual clauses', [['standard contractual clauses', 'scc-2021-914']]],
  [
    'mechanism',
    'the EU-US Data Privacy Framework',
    [
      ['EU-US Data Privacy Framework', 'eu-us-dpf'],
      ['Data Privacy Framework', 'eu-us-dpf'],
    ],
  ],
  ['legal-basis-plain', 'for the performance of a contract', [['performance of a contract', 'contract']]],
  ['article-six-point', 'Art. 6(1)(f) GDPR', [['6(1)(f)', 'legitimate-interests']]],
  [
    'portability-name',
    'the right to data portability',
    [
      ['data portability', 'portability'],
      ['portability', 'portability'],
    ],
  ],
  [
    'authority-name',
    'complain to the CNIL or the AEPD',
    [
      ['CNIL', "Commission Nationale de l'Informatique et des Libertés"],
      ['AEPD', 'Agencia Española de Protección de Datos'],
    ],
  ],
  ['country', 'tell us, and we will', []],
  ['mechanism', 'our standard contract', []],
  ['authority-name', 'a public authority', []],
] as const)('%s: %s', (group, text, wanted) => {
  expect(valuesOf(group, text)).toEqual(wanted)
})

test('an e-mail address after mailto: is one', () => {
  expect(valuesOf('email', 'mailto:dpo@acme.example')).toEqual([['dpo@acme.example', undefined]])
})

test.each(['[email protected]', 'dpo at acme dot example', '@acme', 'acme.example'])(
  'no e-mail address: %s',
  (text) => {
    expect(valuesOf('email', text)).toEqual([])
  },
)

test('e-mail and web addresses are values', () => {
  const text = 'dpo@acme.example or https://acme.example'
  expect(valuesOf('email', text)).toEqual([['dpo@acme.example', undefined]])
  expect(valuesOf('url', text)).toEqual([['https://acme.example', undefined]])
})
