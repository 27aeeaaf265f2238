import { expect, test } from 'vitest'
import { placeSpan, type Notice } from '../../src/notice/notice.ts'
import type { Place } from '../../src/source/range.ts'
import { composed } from '../support.ts'

/** The fact runs of a notice: the words, the path, what stands at the place, and what stands at the use. */
function factsOf(file: string): [string, string, string, string | undefined][] {
  return composed(file).blocks.flatMap(({ text, runs }) =>
    runs.flatMap(({ from, to, source }): [string, string, string, string | undefined][] =>
      source.kind === 'fact'
        ? [[text.slice(from, to), source.path, at(file, source.place), source.use && at(file, source.use)]]
        : [],
    ),
  )
}

function at(file: string, { range }: Place): string {
  return file.slice(range.start, range.end)
}

test('a value is at its scalar, as it is written', () => {
  const file = `clauselint: 1
controller:
  name: 'O''Neil'
  address: "1\\tMain
    Street"
  registration: >-
    HRB
    1
  country: DE
  contact: { other: [ chat,  "a \\u0062" ] }
children: { age: 0x10, parentalConsent: true }
breach: { authority: { within: PT72H } }
rights: { granted: [access], fee: none }
`
  expect(factsOf(file)).toEqual([
    ["O'Neil", 'controller.name', "'O''Neil'", undefined],
    ['Germany', 'controller.country', 'DE', undefined],
    ['HRB 1', 'controller.registration', '>-\n    HRB\n    1', undefined],
    ['1\tMain Street', 'controller.address', '"1\\tMain\n    Street"', undefined],
    ['chat', 'controller.contact.other.0', 'chat', undefined],
    ['a b', 'controller.contact.other.1', '"a \\u0062"', undefined],
    [
      'Access: you have the right to know whether we process personal data about you, and to get a copy of them.',
      'rights.granted.0',
      'access',
      undefined,
    ],
    ['Using your rights is free of charge.', 'rights.fee', 'none', undefined],
    ['72 hours', 'breach.authority.within', 'PT72H', undefined],
    ['16', 'children.age', '0x10', undefined],
  ])
})

test('through an alias or a merge key a value is where it is written, and used at the last of them', () => {
  const file = `clauselint: 1
x-name: &name Acme
x-who: &who
  name: *name
  tradeNames: &names [A, B]
x-contact: &contact { email: a@b.example, phone: "1" }
controller:
  <<: *who
  address: *name
  contact:
    <<: *contact
    phone: "2"
  dpo: *contact
notCollected: *names
sources:
  - *name
  - C
`
  expect(factsOf(file)).toEqual([
    ['Acme', 'controller.name', 'Acme', '*who'],
    ['A', 'controller.tradeNames.0', 'A', '*who'],
    ['B', 'controller.tradeNames.1', 'B', '*who'],
    ['Acme', 'controller.address', 'Acme', '*name'],
    ['a@b.example', 'controller.contact.email', 'a@b.example', '*contact'],
    ['2', 'controller.contact.phone', '"2"', undefined],
    ['a@b.example', 'controller.dpo.email', 'a@b.example', '*contact'],
    ['1', 'controller.dpo.phone', '"1"', '*contact'],
    ['A', 'notCollected.0', 'A', '*names'],
    ['B', 'notCollected.1', 'B', '*names'],
    ['Acme', 'sources.0', 'Acme', '*name'],
    ['C', 'sources.1', 'C', undefined],
  ])
})

test('in prose a value is used at its slot, composed ones at the call', () => {
  const file = `clauselint: 1
x-name: &name Acme
controller: { name: *name }
sections:
  - { id: a, topic: other, heading: A, body: "We are {{ controller.name }}." }
  - id: b
    topic: other
    body: "{{ compose controller }}"
`
  expect(factsOf(file)).toEqual([
    ['Acme', 'controller.name', 'Acme', '{{ controller.name }}'],
    ['Acme', 'controller.name', 'Acme', '{{ compose controller }}'],
  ])
})

/** What stands at the places of our own words, each once. */
function anchorsOf(file: string): [string, string][] {
  const anchors = composed(file).blocks.flatMap(({ runs }) =>
    runs.flatMap(({ source }): [string, string][] =>
      source.kind === 'clause' ? [[source.id, at(file, source.anchor)]] : [],
    ),
  )
  return [...new Map(anchors)]
}

test('our own words are at the heading of their section, without one at its id', () => {
  const file = `clauselint: 1
controller: { name: Acme }
sections:
  - id: a
    topic: controller
    heading: "Who"
  - { id: b, topic: controller }
  - { id: c, topic: other, body: "{{ compose controller }}" }
  - { id: d, topic: other, heading: 'D', body: "a {{ section a }}\\n\\n{{ compose controller }}" }
`
  const anchors = composed(file).blocks.flatMap(({ runs }) =>
    runs.flatMap(({ source }) => (source.kind === 'clause' ? [`${source.id} ${at(file, source.anchor)}`] : [])),
  )
  expect(anchors).toEqual([
    'controller.1 "Who"',
    'controller.1 b',
    'controller.1 c',
    'section {{ section a }}',
    "controller.1 'D'",
  ])
})

test('without sections they are at the key that carries their facts', () => {
  const file = `clauselint: 1
version: "1"
controller:
  contact: { email: a@b.example }
sources: [S]
purposes: [{ id: p, text: do }]
recipients: none
residency: [DE]
retention: { period: P1Y }
rights: { california: [know], granted: [access] }
automatedDecisions: [{ decision: d }]
security: { measures: [m] }
breach: { authority: { within: PT72H } }
children: { parentalConsent: false }
cookies: { consent: true }
marketing: { channels: [e-mail] }
sharing: { optOut: o }
changes: { announced: [by e-mail] }
`
  expect(anchorsOf(file)).toEqual([
    ['introduction.heading', 'version'],
    ['introduction.1', 'version'],
    ['contact.heading', 'contact'],
    ['contact.1', 'contact'],
    ['sources.heading', 'sources'],
    ['sources.1', 'sources'],
    ['purposes.heading', 'purposes'],
    ['purposes.1', 'purposes'],
    ['purposes.2', 'purposes'],
    ['recipients.heading', 'recipients'],
    ['transfers.heading', 'residency'],
    ['transfers.1', 'residency'],
    ['retention.heading', 'retention'],
    ['retention.1', 'retention'],
    ['rights.heading', 'rights'],
    ['rights.1', 'rights'],
    ['automated-decisions.heading', 'automatedDecisions'],
    ['automated-decisions.1', 'automatedDecisions'],
    ['automated-decisions.2', 'automatedDecisions'],
    ['security.heading', 'security'],
    ['security.1', 'security'],
    ['security.2', 'security'],
    ['breach.heading', 'breach'],
    ['breach.1', 'breach'],
    ['children.heading', 'children'],
    ['children.1', 'children'],
    ['cookies.heading', 'cookies'],
    ['cookies.1', 'cookies'],
    ['marketing.heading', 'marketing'],
    ['marketing.1', 'marketing'],
    ['sale.heading', 'sharing'],
    ['sale.1', 'sharing'],
    ['california.heading', 'california'],
    ['california.1', 'california'],
    ['changes.heading', 'changes'],
    ['changes.1', 'changes'],
  ])
})

const spans = `clauselint: 1
controller: { name: Acme, tradeNames: [AC] }
sections:
  - { id: a, topic: controller, heading: "Who\\n we  are" }
  - { id: b, topic: other, body: "We, {{ controller.name }}, act." }
  - { id: c, topic: other, body: "-\\n  - x\\n\\n| a | b |\\n|---|---|" }
`

test.each<[string, number, number, number, unknown]>([
  ['author’s words over a break', 0, 0, 11, ['words', 'Who\nwe  are', 'Who\\n we  are']],
  ['a break between lines', 0, 3, 4, ['words', '\n', '\\n ']],
  ['author’s words', 0, 2, 5, ['words', 'o\nw', 'o\\n w']],
  ['a fact', 1, 1, 3, ['fact', 'controller.name', 'Acme']],
  ['our words', 1, 5, 8, ['clause', 'controller.1', '"Who\\n we  are"']],
  ['a fact goes before our words', 1, 0, 41, ['fact', 'controller.name', 'Acme']],
  ['a fact goes before our words before it', 1, 5, 70, ['fact', 'controller.tradeNames.0', 'AC']],
  ['author’s words go before a fact', 2, 4, 10, ['words', ', ', ', ']],
  ['author’s words around a fact', 2, 0, 13, ['words', 'We, Acme, act', 'We, {{ controller.name }}, act']],
  ['a bar between cells is in no cell', 5, 1, 4, ['clause', 'row', '']],
  ['author’s words over cells', 5, 0, 5, ['words', 'a | b', 'a | b']],
  ['nothing after the last word', 2, 14, 14, ['clause', '', '']],
  ['nothing in an item without words', 3, 0, 0, ['clause', '', '']],
])('a span: %s', (_, block, from, to, expected) => {
  const place = placeSpan(composed(spans), { block, from, to })
  const name = place.kind === 'words' ? place.quote : place.kind === 'fact' ? place.path : place.id
  expect([place.kind, name, at(spans, place.place)]).toEqual(expected)
})

test('a span without words is where the words before it end', () => {
  const notice = composed(spans)
  const end = (block: number, from: number) => placeSpan(notice, { block, from, to: from }).place.range
  const after = (words: string) => spans.indexOf(words) + words.length
  expect(end(3, 0)).toEqual({ start: after('name }}, act.'), end: after('name }}, act.') })
  expect(end(2, 14)).toEqual({ start: after('name }}, act.'), end: after('name }}, act.') })
  expect(end(0, 0)).toEqual({ start: 0, end: 0 })
  expect(placeSpan(empty, { block: 0, from: 0, to: 0 }).place.range).toEqual({ start: 0, end: 0 })
})

const empty: Notice = {
  file: 'a.md',
  language: 'en',
  layout: [],
  blocks: [{ id: 0, kind: 'paragraph', text: '', runs: [], links: [] }],
}
