import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import catalog from '../../src/catalog/generated/catalog.js'
import type { Finding } from '../../src/finding.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { SourceText } from '../../src/source/text.ts'

function load(yaml: string): { findings: Finding[]; source: SourceText } {
  const source = new SourceText('x.policy.yaml', yaml)
  return { findings: loadPolicy(source, catalog).findings, source }
}

/** The faults of a policy: the words they stand at, then what is said. */
function faults(yaml: string): string[] {
  const { findings, source } = load(`clauselint: 1\n${yaml}`)
  expect(findings.every(({ rule, severity }) => rule === 'policy-schema' && severity === 'error')).toBe(true)
  return findings.map(({ at, message, remedy }) => `${source.slice(at.place.range)} | ${message} | ${remedy}`)
}

const free = 'Take it out, or begin it with x- to keep it as a note of your own.'
const complete = 'leave the key out: a list that is given is complete.'

// One fault, one finding, at the words: what stands there, the message, the remedy.
test.each([
  // Unknown keys
  ['titel: x', 'titel | There is no key "titel" at the top of a policy. | Did you mean "title"?'],
  ['Title: x', 'Title | There is no key "Title" at the top of a policy. | Did you mean "title"?'],
  ['colour: x', `colour | There is no key "colour" at the top of a policy. | ${free}`],
  ['"": x', `"" | There is no key "" at the top of a policy. | ${free}`],
  ['__proto__: x', `__proto__ | There is no key "__proto__" at the top of a policy. | ${free}`],
  ['dpo: none', 'dpo | There is no key "dpo" at the top of a policy. | Did you mean controller.dpo?'],
  [
    'controller: { contact: { emial: a@b.example } }',
    'emial | There is no key "emial" in controller.contact. | Did you mean "email"?',
  ],
  [
    'controller: { email: a@b.example }',
    'email | There is no key "email" in controller. | Did you mean controller.contact.email or controller.dpo.email or controller.responsiblePerson.email?',
  ],
  ['breach: { when: P1D }', `when | There is no key "when" in breach. | It can have authority or persons. ${free}`],
  [
    'sections: [{ id: a, topic: other, boddy: x }]',
    'boddy | There is no key "boddy" in sections.0. | Did you mean "body"?',
  ],
  // Missing keys: at the key that should carry them, in a list at the first key of the member
  ['data: [{ items: [name] }]', 'items | data.0 has no id. | Add `id` to it.'],
  ['data:\n  - label: Name\n    id: a', 'label | data.0 has no items. | Add `items` to it.'],
  [
    'recipients: [{ role: processor }]',
    'role | recipients.0 has neither a name nor a category. | Add `name`, or the `category` of recipients.',
  ],
  [
    'data: [{ id: a, items: [b], provision: { consequence: x } }]',
    'provision | data.0.provision has no required. | Add `required` to it.',
  ],
  // A key that is mistyped is not missing besides
  ['data: [{ id: a, itmes: [name] }]', 'itmes | There is no key "itmes" in data.0. | Did you mean "items"?'],
  ['recipients: [{ naem: Stripe }]', 'naem | There is no key "naem" in recipients.0. | Did you mean "name"?'],
  // Types
  ['title: 12', '12 | title is 12 where text is wanted. | Put it in quotes: "12".'],
  ['version: 1.10', '1.10 | version is 1.10 where text is wanted. | Put it in quotes: "1.10".'],
  [
    'controller: { contact: { phone: +4930123456 } }',
    '+4930123456 | controller.contact.phone is +4930123456 where text is wanted. | Put it in quotes: "+4930123456".',
  ],
  ['title: true', 'true | title is true where text is wanted. | Put it in quotes: "true".'],
  ['title: [a]', 'title | title is a list where text is wanted. | Write text here.'],
  ['addresses: EU', 'EU | addresses is "EU" where a list is wanted. | Write it as a list: [EU].'],
  [
    'services: the web, the app',
    'the web, the app | services is "the web, the app" where a list is wanted. | Write it as a list: [the web, the app].',
  ],
  [
    'data: { id: a }',
    'data | data is a group of keys and values where a list is wanted. | Write it as a list, each member after a hyphen.',
  ],
  [
    'data:\n  - account',
    'account | data.0 is "account" where a group of keys and values is wanted. | Write its facts as keys and values.',
  ],
  [
    'controller: Nimbus',
    'Nimbus | controller is "Nimbus" where a group of keys and values is wanted. | Write its facts as keys and values.',
  ],
  [
    'controller: [a]',
    'controller | controller is a list where a group of keys and values is wanted. | Write its facts as keys and values.',
  ],
  [
    'children: { age: "13" }',
    '"13" | children.age is "13" where a whole number is wanted. | Write it without quotes: 13.',
  ],
  ['children: { age: 13.5 }', '13.5 | children.age is 13.5 where a whole number is wanted. | Write a whole number.'],
  [
    'children: { parentalConsent: yes }',
    'yes | children.parentalConsent is "yes" where true or false is wanted. | Write true.',
  ],
  [
    'children: { parentalConsent: maybe }',
    'maybe | children.parentalConsent is "maybe" where true or false is wanted. | Write true or false.',
  ],
  [
    'data: [{ id: a, items: [b], category: 5 }]',
    '5 | data.0.category is 5 where text is wanted. | Put it in quotes: "5".',
  ],
  // Nothing given
  [
    'controller:',
    'controller | controller has no value. | Give it, or leave the key out: what is not known is left out.',
  ],
  ['title: ~', '~ | title has no value. | Give it, or leave the key out: what is not known is left out.'],
  ['services:\n  - ', ' | services.0 has no value. | Give it, or take the hyphen out: what is not known is left out.'],
  ['services: []', `services | services is an empty list. | List what there is, or ${complete}`],
  [
    'recipients: []',
    `recipients | recipients is an empty list. | List what there is, declare \`none\`, or ${complete}`,
  ],
  ['controller: {}', 'controller | controller is empty. | Give at least one fact in it, or leave the key out.'],
  ['title: ""', '"" | title is empty. | Give its words, or leave the key out.'],
  [
    'sections:\n  - { id: a, topic: }',
    'topic | sections.0.topic has no value. | Give it, or leave the key out: what is not known is left out.',
  ],
  // none
  [
    'controller: none',
    'none | controller cannot be declared `none`: there is no sentence for that. | Give a group of keys and values, or leave the key out.',
  ],
  [
    'addresses: none',
    'none | addresses cannot be declared `none`: there is no sentence for that. | Give a list, or leave the key out.',
  ],
  [
    'children: { age: none }',
    'none | children.age cannot be declared `none`: there is no sentence for that. | Give a whole number, or leave the key out.',
  ],
  ['cookies: no', 'no | cookies is "no" where a group of keys and values or `none` is wanted. | Write `none`.'],
  ['sale: false', 'false | sale is false where a group of keys and values or `none` is wanted. | Write `none`.'],
  ['transfers: None', 'None | transfers is "None" where a list or `none` is wanted. | Write `none`.'],
  [
    'transfers: to the US',
    'to the US | transfers is "to the US" where a list or `none` is wanted. | Give the facts, or declare `none`.',
  ],
  // Choices
  [
    'numbering: auto',
    'auto | numbering is "auto", which it cannot be. | Did you mean automatic? It can be automatic, authored or none.',
  ],
  [
    'data: [{ id: a, items: [b], source: persn }]',
    'persn | data.0.source is "persn", which it cannot be. | Did you mean person? It can be person, automatic or third-parties.',
  ],
  [
    'data: [{ id: a, items: [b], category: user.contct }]',
    'user.contct | data.0.category is "user.contct", which it cannot be. | Did you mean user.contact? It can be one of 85 values: see the schema.',
  ],
  [
    'cookies: { kinds: [tracking] }',
    'tracking | cookies.kinds.0 is "tracking", which it cannot be. | It can be necessary, functional, analytics or marketing.',
  ],
  // Forms
  ['effective: 2026-2-3', '2026-2-3 | effective is "2026-2-3", which is not a date. | Did you mean 2026-02-03?'],
  [
    'effective: 03/02/2026',
    '03/02/2026 | effective is "03/02/2026", which is not a date. | Write it as YYYY-MM-DD: 2026-12-15.',
  ],
  [
    'language: English',
    'English | language is "English", which is not a language code. | Write it as BCP 47 has it: en.',
  ],
  [
    'addresses: [Europe]',
    'Europe | addresses.0 is "Europe", which is not the code of a jurisdiction. | Did you mean EU?',
  ],
  [
    'addresses: [Atlantis]',
    'Atlantis | addresses.0 is "Atlantis", which is not the code of a jurisdiction. | Write it like EU, UK, CL or US-CA.',
  ],
  [
    'residency: [the Netherlands]',
    'the Netherlands | residency.0 is "the Netherlands", which is not a country code. | Did you mean NL?',
  ],
  ['controller: { country: cl }', 'cl | controller.country is "cl", which is not a country code. | Did you mean CL?'],
  [
    'controller: { contact: { email: privacy at nimbus } }',
    'privacy at nimbus | controller.contact.email is "privacy at nimbus", which is not an e-mail address. | Write it like privacy@company.example.',
  ],
  [
    'controller: { contact: { email: "[email protected]" } }',
    '"[email protected]" | controller.contact.email is "[email protected]", which is not an e-mail address. | Write it like privacy@company.example.',
  ],
  [
    'controller: { contact: { form: www.nimbus.example } }',
    'www.nimbus.example | controller.contact.form is "www.nimbus.example", which is not a web address. | Did you mean https://www.nimbus.example?',
  ],
  [
    'retention: { period: 6 months }',
    '6 months | retention.period is "6 months", which is not an ISO 8601 duration. | Did you mean P6M?',
  ],
  [
    'retention: { period: P6X }',
    'P6X | retention.period is "P6X", which is not an ISO 8601 duration. | Write it like PT72H, P30D, P6M or P1Y.',
  ],
  [
    'breach: { authority: { within: 72 hours } }',
    '72 hours | breach.authority.within is "72 hours", which is not a time limit. | Did you mean PT72H?',
  ],
  [
    'breach: { persons: { within: soon } }',
    'soon | breach.persons.within is "soon", which is not a time limit. | Write an ISO 8601 duration like PT72H, or `without undue delay`.',
  ],
  [
    'cookies: { list: [{ name: a, duration: Session }] }',
    'Session | cookies.list.0.duration is "Session", which is not an ISO 8601 duration. | Did you mean session?',
  ],
  [
    'cookies: { list: [{ name: a, duration: 30 }] }',
    '30 | cookies.list.0.duration is 30, which is not an ISO 8601 duration. | Write it like PT30M, P30D or P1Y, or `session`.',
  ],
  [
    'purposes: [{ id: Run account, text: x }]',
    'Run account | purposes.0.id is "Run account", which is not an id. | Did you mean run-account?',
  ],
  [
    'recipients: [{ name: A, safeguard: SCC }]',
    'SCC | recipients.0.safeguard is "SCC", which is not the id of a transfer mechanism. | Did you mean scc-2021-914?',
  ],
  // Lists and numbers
  ['addresses: [EU, CL, EU]', 'EU | addresses lists "EU" twice. | Take one of them out.'],
  ['children: { age: 0 }', '0 | children.age is 0. | It can be 1 or more.'],
  ['children: { age: 99 }', '99 | children.age is 99. | It can be 21 or less.'],
])('%s', (yaml, fault) => {
  expect(faults(yaml)).toEqual([fault])
})

test('the later of two equal members is marked', () => {
  const { findings, source } = load('clauselint: 1\naddresses: [EU, CL, EU]\n')
  expect(findings.map(({ at }) => source.position(at.place.range.start))).toEqual([{ line: 2, column: 21 }])
})

test('what is missing is an absence; everything else is at a fact, by its path', () => {
  const at = (yaml: string) =>
    load(`clauselint: 1\n${yaml}`).findings.map(({ at }) => (at.kind === 'fact' ? at.path : at.kind))
  expect(at('data: [{ items: [x] }]')).toEqual(['absence'])
  expect(at('recipients: [{ role: other }]')).toEqual(['absence'])
  expect(at('controller: { nme: x }')).toEqual(['controller.nme'])
  expect(at('controller: { country: x }')).toEqual(['controller.country'])
  expect(at('addresses: [EU, EU]')).toEqual(['addresses.1'])
})

test.each([
  ['- a\n- b\n', '-', 'The file holds a list, not a policy.', 'Write keys and values, beginning with `clauselint: 1`.'],
  [
    'hello\n',
    'hello',
    'The file holds "hello", not a policy.',
    'Write keys and values, beginning with `clauselint: 1`.',
  ],
  ['title: x\nfoo: 1\n', 'title', 'The file does not say that it is a policy.', 'Begin it with `clauselint: 1`.'],
  [
    'clauselint: 2\nfoo: 1\n',
    '2',
    'clauselint is 2; this version reads policies of format 1.',
    'Write `clauselint: 1`.',
  ],
  ['clauselint: "1"\n', '"1"', 'clauselint is the text "1".', 'Write `clauselint: 1`, without quotes.'],
])('a file of another kind or version has one fault: %j', (yaml, words, message, remedy) => {
  const { findings, source } = load(yaml)
  expect(findings.map(({ at, ...said }) => [source.slice(at.place.range), said.message, said.remedy])).toEqual([
    [words, message, remedy],
  ])
})

test('a mistyped version line is the one fault that is told', () => {
  expect(load('clauselnt: 1\ntitle: x\n').findings.map(({ message, remedy }) => [message, remedy])).toEqual([
    ['There is no key "clauselnt" at the top of a policy.', 'Did you mean "clauselint"?'],
  ])
})

test('several faults come in reading order', () => {
  expect(
    faults('titel: x\naddresses: EU\ncontroller: { country: Chile, nme: x }').map((fault) => fault.split(' | ')[0]),
  ).toEqual(['titel', 'EU', 'Chile', 'nme'])
})

test('a fault behind an anchor is told once, where it is written, with the places that use it', () => {
  const { findings, source } = load(`clauselint: 1
x-people: &people { emial: a@b.example }
controller:
  contact: *people
  dpo: { <<: *people, name: A }
`)
  expect(findings.map(({ at, message }) => [source.slice(at.place.range), message])).toEqual([
    ['emial', 'There is no key "emial" in controller.contact.'],
  ])
  expect(
    findings[0]!.related.map(({ place, message }) => [
      source.position(place.range.start),
      source.slice(place.range),
      message,
    ]),
  ).toEqual([
    [{ line: 4, column: 12 }, '*people', 'It is used here.'],
    [{ line: 5, column: 14 }, '*people', 'It is used here.'],
  ])
})

test('x- keys are free, wherever they stand', () => {
  expect(faults('x-a: [{ b: 1 }]\ncontroller: { name: A, x-b: none }\ndata: [{ id: a, items: [b], x-c: 1 }]')).toEqual(
    [],
  )
})

test('of very many faults the first are told, and how many follow', () => {
  const { findings } = load(`clauselint: 1\n${Array.from({ length: 250 }, (_, index) => `k${index}: 1\n`).join('')}`)
  expect(findings).toHaveLength(101)
  expect(findings[99]!.message).toBe('There is no key "k99" at the top of a policy.')
  expect(findings[100]).toMatchObject({ message: '150 more faults follow.', remedy: 'Mend the others first.' })
})

test('a long or many-lined value is told on one line, cut', () => {
  const [fault] = faults(`controller:\n  country: |\n    ${'word '.repeat(30)}\n    and another line\n`)
  expect(fault!.split(' | ')[1]).toBe(
    `controller.country is "${'word '.repeat(12).slice(0, 59)}…", which is not a country code.`,
  )
})

// Facts' keys, so that random data reach deep into the schema.
const names = [...new Set(Object.keys(catalog.facts).flatMap((path) => path.split('.')))].filter((name) => name !== '*')
const leaf = fc.oneof(
  fc.constantFrom('none', 'EU', 'account', 'P1M', '2026-02-30', 'scc-2021-914', '', null, true, 0, 1, 1.5),
  fc.string(),
)
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('group')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  group: fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
    tie('value'),
    { maxKeys: 5 },
  ),
}))

test('whatever a policy holds, each finding has a place in it, words of its own and a cure', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...Object.keys(catalog.facts).filter((path) => !path.includes('.')), 'sections'),
        anything,
      ),
      (data) => {
        const { findings, source } = load(stringify({ clauselint: 1, ...data }))
        for (const { at, message, remedy } of findings) {
          const { start, end } = at.place.range
          expect(start >= 0 && start <= end && end <= source.text.length).toBe(true)
          expect(message).not.toMatch(/undefined|null|\[object|NaN/)
          expect(message).toMatch(/[.!?]$/)
          expect(remedy).toMatch(/[.!?]$/)
        }
        const told = findings.map(({ at, message }) => `${at.place.range.start} ${at.place.range.end} ${message}`)
        expect(new Set(told).size).toBe(told.length)
      },
    ),
    { numRuns: 300 },
  )
})
