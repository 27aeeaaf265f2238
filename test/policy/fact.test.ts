import { expect, test } from 'vitest'
import type { Fact } from '../../src/policy/fact.ts'
import type { Place } from '../../src/source/range.ts'
import { policyOf } from '../support.ts'

const file = `clauselint: 1
x-mail: &mail a@b.example
x-contact: &contact
  email: *mail
  phone: "0049 1"
x-names: &names [A, B]
x-empty:
controller:
  name: &name "Acme
    GmbH"
  tradeNames: *names
  contact:
    <<: *contact
    phone: 'none of these'
  dpo: *contact
  representatives: none
data:
  - id: account
    label: Account
    items: [name]
    sensitive: false
  - { id: "1", items: *names }
  - { id: "77", items: [*name, other] }
children: { age: 16 }
sale: "none"
`

const { root } = policyOf(file)

/** What a fact is and where: its path, state, and what stands at its place, its key and its use. */
function described(fact: Fact): unknown[] {
  return [fact.path, fact.state, slice(fact.place), slice(fact.keyPlace), fact.use && slice(fact.use)]
}

function slice({ range }: Place): string {
  return file.slice(range.start, range.end)
}

test.each<[string, string, string, string, string | undefined]>([
  ['controller.name', 'value', '"Acme\n    GmbH"', 'name', undefined],
  ['controller.tradeNames', 'value', '[A, B]', 'tradeNames', '*names'],
  ['controller.tradeNames.1', 'value', 'B', 'tradeNames', '*names'],
  // Of several aliases, the last one passed. A merge hides that its member is one.
  ['controller.contact.email', 'value', 'a@b.example', 'email', '*contact'],
  ['controller.contact.phone', 'value', "'none of these'", 'phone', undefined],
  ['controller.dpo', 'value', 'email: *mail\n  phone: "0049 1"', 'dpo', '*contact'],
  ['controller.dpo.email', 'value', 'a@b.example', 'email', '*mail'],
  ['controller.dpo.phone', 'value', '"0049 1"', 'phone', '*contact'],
  ['controller.representatives', 'none', 'none', 'representatives', undefined],
  ['sale', 'none', '"none"', 'sale', undefined],
  ['children.age', 'value', '16', 'age', undefined],
  ['data.0.label', 'value', 'Account', 'label', undefined],
  ['data.0.sensitive', 'value', 'false', 'sensitive', undefined],
  ['data.2.items.0', 'value', '"Acme\n    GmbH"', 'items', '*name'],
  ['data.2.items.1', 'value', 'other', 'items', undefined],
])('%s is a %s, and has its places', (...expected) => {
  expect(described(root.at(expected[0]))).toEqual(expected)
})

test.each([
  // The nearest key above that is written.
  ['title', 'clauselint'],
  ['no.such.path', 'clauselint'],
  ['controller.address', 'controller'],
  ['controller.authorities.0.name', 'controller'],
  ['controller.contact.form', 'contact'],
  ['controller.dpo.name', 'dpo'],
  ['controller.name.first', 'name'],
  ['controller.representatives.0', 'representatives'],
  ['data.0.category', 'data'],
  ['data.0.retention.period', 'data'],
  ['data.7', 'data'],
  ['data.none.items', 'data'],
  ['children.age.years', 'age'],
])('%s is unknown, and stands at the key %s', (path, key) => {
  expect(described(root.at(path))).toEqual([path, 'unknown', key, key, undefined])
})

test('a key without a value is unknown; its place is the key above, its key’s place its own', () => {
  expect(described(root.get('x-empty'))).toEqual(['x-empty', 'unknown', 'clauselint', 'x-empty', undefined])
})

test('a list’s member is named by its index or its id; the index goes first', () => {
  expect(root.at('data.account.items.0').path).toBe('data.0.items.0')
  expect(root.at('data.1').get('id').string).toBe('1')
  expect(root.at('data.77').path).toBe('data.2')
  expect(
    root
      .get('data')
      .items()
      .map(({ path }) => path),
  ).toEqual(['data.0', 'data.1', 'data.2'])
  expect(root.get('controller').items()).toEqual([])
  expect(root.get('sale').items()).toEqual([])
})

test('values by kind', () => {
  const kinds = ['controller.name', 'children.age', 'data.0.sensitive', 'sale', 'data', 'title'].map((path) => {
    const fact = root.at(path)
    return [fact.string, fact.number, fact.boolean, fact.words?.text, fact.known]
  })
  expect(kinds).toEqual([
    ['Acme GmbH', undefined, undefined, 'Acme GmbH', true],
    [undefined, 16, undefined, '16', true],
    [undefined, undefined, false, 'false', true],
    [undefined, undefined, undefined, 'none', false],
    [undefined, undefined, undefined, undefined, true],
    [undefined, undefined, undefined, undefined, false],
  ])
})

test('the keys of a mapping, merged ones too', () => {
  expect(
    root
      .at('controller.contact')
      .keys()
      .map(({ value }) => value),
  ).toEqual(['email', 'phone'])
  expect(root.get('data').keys()).toEqual([])
})
