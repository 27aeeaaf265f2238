import { expect, test } from 'vitest'
import { compose, type Composed } from '../../src/notice/compose.ts'
import type { Finding } from '../../src/finding.ts'
import { catalog, policyOf } from '../support.ts'

const facts = `clauselint: 1
x-note: a note
title: Notice
effective: 2026-12-05
addresses: [EU, CL]
services: [the shop, the app, the site]
controller:
  name: Acme
  country: DE
  address: |
    1  Main Street
    Berlin
  contact: { email: privacy@acme.example, form: "https://acme.example/a_b" }
  dpo: none
data:
  - { id: account, label: Account details, items: [name, e-mail], retention: { period: P1Y6M } }
  - { id: "2024", label: Old data, items: [name] }
recipients: [{ name: Host, country: US, safeguard: scc-2021-914 }]
residency: [DE, IE]
breach: { authority: { within: PT72H }, persons: { within: without undue delay } }
children: { age: 16, parentalConsent: true }
`

function policy(body: string, more = ''): string {
  return `${facts}${more}sections:
  - { id: first, topic: other, heading: 3. First, body: One. }
  - { id: opening, topic: other, body: Two. }
  - id: second
    topic: other
    heading: "Second:"
    body: |
      ${body.replaceAll('\n', '\n      ')}
`
}

function made(file: string): Composed {
  return compose(policyOf(file), catalog)
}

/** The words of the last section's blocks. */
function filled(body: string, more = ''): string[] {
  const { notice, findings } = made(policy(body, more))
  expect(findings).toEqual([])
  const heading = notice.blocks.findIndex(({ text }) => text === 'Second:')
  return notice.blocks.slice(heading + 1).map(({ text }) => text)
}

test.each([
  ['controller.name', 'Acme'],
  ['title', 'Notice'],
  ['x-note', 'a note'],
  ['effective', '5 December 2026'],
  ['children.age', '16'],
  ['controller.country', 'Germany'],
  ['controller.address', '1 Main Street Berlin'],
  ['recipients.0.country', 'the United States'],
  ['recipients.0.safeguard', 'standard contractual clauses of the European Commission'],
  ['breach.authority.within', '72 hours'],
  ['breach.persons.within', 'without undue delay'],
  ['data.account.retention.period', '1 year and 6 months'],
  ['data.0.retention.period', '1 year and 6 months'],
  ['data.2024.label', 'Old data'],
  ['data.1.items.0', 'name'],
  ['data.account.items', 'name and e-mail'],
  ['services', 'the shop, the app and the site'],
  ['residency', 'Germany and Ireland'],
  ['section first', 'section 1 (3. First)'],
  ['section second', 'section 2 (Second:)'],
])('{{ %s }} stands for “%s”', (expression, text) => {
  expect(filled(`a {{ ${expression} }} b`)).toEqual([`a ${text} b`])
  expect(filled(`{{${expression}}}`)).toEqual([text])
})

test.each([
  ['automatic', 'section 1 (3. First) and section 2 (Second:)'],
  ['authored', 'section 3 (First) and the section “Second”'],
  ['none', 'the section “3. First” and the section “Second:”'],
])('cross-references where numbering is %s', (numbering, text) => {
  expect(filled('{{ section first }} and {{ section second }}', `numbering: ${numbering}\n`)).toEqual([text])
})

test('slots in every kind of block', () => {
  expect(filled('### {{ controller.name }}')).toEqual(['Acme'])
  expect(filled('- **{{ controller.name }}**\n  - {{ children.age }}')).toEqual(['Acme', '16'])
  expect(filled('| {{ controller.name }} | b |\n|---|---|\n| c | {{ children.age }}{{ title }} |')).toEqual([
    'Acme | b',
    'c | 16Notice',
  ])
  expect(filled('`{{ controller.name }}`\n\n    {{ children.age }}')).toEqual(['Acme', '16'])
  expect(filled('<p>{{ controller.name }}</p>')).toEqual(['Acme'])
})

test('slots in the targets of links', () => {
  const { notice, findings } = made(
    policy(
      [
        'At [{{ controller.name }}]({{ controller.contact.form }}) or [m](mailto:{{ controller.contact.email }}?cc={{ title }}),',
        '[r] and [r], <a href="{{ controller.contact.form }}#{{ title }}">h</a>, <https://a.example/{{ title }}>.',
        '',
        '[r]: {{ controller.contact.form }}',
      ].join('\n'),
    ),
  )
  const { text, links } = notice.blocks.at(-1) ?? { text: '', links: [] }
  expect(findings).toEqual([])
  expect(text).toBe('At Acme or m, r and r, h, https://a.example/Notice.')
  expect(links.map(({ from, to, target }) => [text.slice(from, to), target])).toEqual([
    ['Acme', 'https://acme.example/a_b'],
    ['m', 'mailto:privacy@acme.example?cc=Notice'],
    ['r', 'https://acme.example/a_b'],
    ['r', 'https://acme.example/a_b'],
    ['h', 'https://acme.example/a_b#Notice'],
    ['https://a.example/Notice', 'https://a.example/Notice'],
  ])
})

test('a backslash before braces makes them words', () => {
  expect(filled('\\{{ controller.name }} \\{{ {{ title }} \\{{ x')).toEqual(['{{ controller.name }} {{ Notice {{ x'])
})

test('braces that open a slot and close none are words, and a fault at the braces', () => {
  const file = policy('{{ title }} and {{ x\n\nMore }} here')
  const { notice, findings } = made(file)
  expect(notice.blocks.slice(-2).map(({ text }) => text)).toEqual(['Notice and {{ x', 'More }} here'])
  const start = file.indexOf('{{ x')
  expect(findings.map(({ rule, at }) => [rule, at])).toEqual([
    [
      'interpolation',
      { kind: 'words', quote: '{{', place: { file: 'test.policy.yaml', range: { start, end: start + 2 } } },
    ],
  ])
})

test('a call that stands alone gives the topic’s blocks, with what is around it', () => {
  const { notice, findings } = made(policy('Before.\n\n{{ compose children }}\n\nAfter.\n\n**{{compose breach}}**'))
  expect(findings).toEqual([])
  expect(notice.blocks.slice(-4).map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'Before.'],
    [
      'paragraph',
      'Our services are not for children under 16. Younger children may use them only with the consent of a parent or guardian.',
    ],
    ['paragraph', 'After.'],
    [
      'paragraph',
      'If there is a personal data breach, we notify the supervisory authority within 72 hours of becoming aware of it. If there is a personal data breach, we notify the persons concerned without undue delay.',
    ],
  ])
})

const help = 'Write {{ a.fact.path }}, {{ compose topic }} or {{ section id }}; \\{{ writes the braces themselves.'
const inCode = 'Take the marks around it away; a link is written [words](target).'

test.each<[string, string, string]>([
  ['{{ controler.name }}', 'There is no fact "controler.name".', 'Did you mean "controller.name"?'],
  ['{{ data.account.lable }}', 'There is no fact "data.account.lable".', 'Did you mean "data.account.label"?'],
  ['{{ data.0.lable }}', 'There is no fact "data.0.lable".', 'Did you mean "data.0.label"?'],
  ['{{ data.acount.label }}', 'data has no member "acount".', 'Did you mean "account"?'],
  ['{{ recipients.3.name }}', 'recipients has no member "3".', 'Use one of: 0.'],
  ['{{ services.4 }}', 'services has no member "4".', 'Use one of: 0, 1, 2.'],
  ['{{ nothing.like.it }}', 'There is no fact "nothing.like.it".', 'See schemas/policy.schema.json for the facts.'],
  ['{{ constructor }}', 'There is no fact "constructor".', 'See schemas/policy.schema.json for the facts.'],
  [
    '{{ controller.contact.phone }}',
    'controller.contact.phone is not given, so it has no words.',
    'Give controller.contact.phone, or take it out of the sentence.',
  ],
  [
    '{{ data.account.category }}',
    'data.account.category is not given, so it has no words.',
    'Give data.account.category, or take it out of the sentence.',
  ],
  [
    '{{ controller.dpo }}',
    'controller.dpo is declared none, so it has no words.',
    'Write the sentence yourself, or use {{ compose topic }}.',
  ],
  [
    '{{ controller }}',
    'controller is no single value, so it cannot stand in a sentence.',
    'Name one of its members, or use {{ compose topic }}.',
  ],
  [
    '{{ data }}',
    'data is no single value, so it cannot stand in a sentence.',
    'Name one of its members, or use {{ compose topic }}.',
  ],
  [
    '{{ children.parentalConsent }}',
    'children.parentalConsent is no single value, so it cannot stand in a sentence.',
    'Name one of its members, or use {{ compose topic }}.',
  ],
  ['{{ compose childern }}', 'Nothing composes the topic "childern".', 'Did you mean "children"?'],
  ['{{ section secnd }}', 'There is no section with the id "secnd".', 'Did you mean "second"?'],
  ['{{ section elsewhere }}', 'There is no section with the id "elsewhere".', 'Use one of: first, opening, second.'],
  [
    '{{ section opening }}',
    'The section "opening" has no heading, so no reference can name it.',
    'Give it a heading, or write the sentence without the reference.',
  ],
  ['{{ }}', '"{{  }}" is neither a fact nor a call.', help],
  ['{{ a b c }}', '"{{ a b c }}" is neither a fact nor a call.', help],
  ['{{ controller name }}', '"{{ controller name }}" is neither a fact nor a call.', help],
  [
    '{{ compose children }}',
    '{{ compose children }} stands inside a sentence.',
    'Put it in a paragraph of its own, with an empty line before and after.',
  ],
])('%s in a sentence: %s', (slot, message, remedy) => {
  const file = policy(`See ${slot} there.`)
  const { notice, findings } = made(file)
  expect(findings).toEqual([fault(file, slot, message, remedy)])
  expect(notice.blocks.at(-1)?.text).toBe('See  there.')
})

test.each<[string, string]>([
  ['`{{ services }}`', 'the shop, the app and the site'],
  ['<https://a.example/{{ services }}>', 'the shop, the app and the site'],
])('%s cannot be written', (body, value) => {
  const file = policy(body)
  const message = `"{{ services }}" stands in code or between < and >, where “${value}” cannot be written.`
  expect(made(file).findings).toEqual([fault(file, '{{ services }}', message, inCode)])
})

test.each([
  ['{{ compose sale }}', 'sale'],
  ['{{ compose legal-basis }}', 'legal-basis'],
])('%s alone, but no fact fills the topic', (body, topic) => {
  const file = policy(body)
  const message = `No fact fills the topic "${topic}", so {{ compose ${topic} }} has no words.`
  const remedy = 'Give the facts, or take the call out.'
  expect(made(file).findings).toEqual([fault(file, body, message, remedy)])
})

test('one fault for a slot, at its place in the file, whatever it stands in', () => {
  const slot = '{{ x.y }}'
  const message = 'There is no fact "x.y".'
  const remedy = 'See schemas/policy.schema.json for the facts.'
  for (const body of [
    `| a |\n|---|\n| ${slot} |`,
    `[a](${slot})`,
    `[a], [a]\n\n[a]: ${slot}`,
    `[a](b "${slot}")`,
    `<a href="${slot}">b</a>`,
    `# ${slot}`,
  ]) {
    const file = policy(body)
    expect(made(file).findings).toEqual([fault(file, slot, message, remedy)])
  }
})

test('through an alias the fault is where the slot is written, and says where it is used', () => {
  const file = `clauselint: 1
x-body: &body "\\x7b{ no\\
  pe }}"
sections: [{ id: second, topic: other, body: *body }]
`
  const range = { start: file.indexOf('\\x7b'), end: file.indexOf('}}') + 2 }
  const use = { start: file.indexOf('*body'), end: file.indexOf('*body') + 5 }
  expect(made(file).findings).toEqual([
    {
      ...fault(file, '\\x7b', 'There is no fact "nope".', 'See schemas/policy.schema.json for the facts.'),
      at: { kind: 'words', place: { file: 'test.policy.yaml', range }, quote: '{{ nope }}' },
      related: [{ place: { file: 'test.policy.yaml', range: use }, message: 'It is used here.' }],
    },
  ])
})

function fault(file: string, slot: string, message: string, remedy: string): Finding {
  const start = file.lastIndexOf(slot)
  return {
    rule: 'interpolation',
    severity: 'error',
    message,
    remedy,
    at: {
      kind: 'words',
      place: { file: 'test.policy.yaml', range: { start, end: start + slot.length } },
      quote: slot,
    },
    related: [],
    citations: [],
    identity: `interpolation|second|${message.toLowerCase().replace(/\s+/g, ' ')}`,
  }
}
