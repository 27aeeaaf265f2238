import { expect, test } from 'vitest'
import catalog from '../../src/catalog/generated/catalog.js'
import { loadPolicy } from '../../src/policy/policy.ts'
import { SourceText } from '../../src/source/text.ts'

function load(yaml: string) {
  const source = new SourceText('x.policy.yaml', `clauselint: 1\n${yaml}`)
  const { policy, findings } = loadPolicy(source, catalog)
  expect(policy).toBeDefined()
  return { source, findings }
}

/** The faults of a policy that keeps to the schema: the words they stand at, then what is said. */
function faults(yaml: string): string[] {
  const { source, findings } = load(yaml)
  expect(
    findings.every(({ rule, severity, at }) => rule === 'policy-schema' && severity === 'error' && at.kind === 'fact'),
  ).toBe(true)
  return findings.map(({ at, message, remedy }) => `${source.slice(at.place.range)} | ${message} | ${remedy}`)
}

const data = 'data: [{ id: account, items: [name] }, { id: usage, items: [clicks] }]\n'

test.each([
  // Dates
  ['updated: 2026-02-30', '2026-02-30 | updated is "2026-02-30", a day that no calendar has. | Give the right date.'],
  // Ids of data
  [
    `${data}purposes: [{ id: a, text: b, uses: [acount] }]`,
    'acount | purposes.0.uses.0 names the data "acount", which the policy does not have. | Did you mean account?',
  ],
  [
    `${data}recipients: [{ name: a, receives: [usage, payments] }]`,
    'payments | recipients.0.receives.1 names the data "payments", which the policy does not have. | Name one of account, usage, or add it to data.',
  ],
  [
    'sale: { what: [account] }',
    'account | sale.what.0 names the data "account", which the policy does not have. | Add it to data.',
  ],
  [
    'sharing: { what: [account] }',
    'account | sharing.what.0 names the data "account", which the policy does not have. | Add it to data.',
  ],
  // Mechanisms
  [
    'recipients: [{ name: a, safeguard: scc-2021-941 }]',
    'scc-2021-941 | recipients.0.safeguard is "scc-2021-941", which is not the id of a transfer mechanism. | Did you mean scc-2021-914?',
  ],
  [
    'transfers: [{ to: [US], mechanism: privacy-shield }]',
    'privacy-shield | transfers.0.mechanism is "privacy-shield", which is not the id of a transfer mechanism. | Did you mean eu-us-privacy-shield?',
  ],
  [
    'transfers: [{ to: [US], mechanism: shield }]',
    'shield | transfers.0.mechanism is "shield", which is not the id of a transfer mechanism. | Did you mean eu-us-privacy-shield or ch-us-privacy-shield?',
  ],
  [
    'transfers: [{ to: [US], mechanism: trust-us }]',
    'trust-us | transfers.0.mechanism is "trust-us", which is not the id of a transfer mechanism. | Write it like scc-2021-914, eu-us-dpf or bcr.',
  ],
  // Countries that are none
  [
    'controller: { country: UK }',
    'UK | controller.country is "UK", which is no country code. | Write GB, the code of the United Kingdom.',
  ],
  [
    'residency: [DE, EU]',
    'EU | residency.1 is "EU", which is no country code. | Name a country of the European Union.',
  ],
  // `none` where nothing says it
  [
    'title: none',
    'none | title cannot be declared `none`: there is no sentence for that. | Give its words, or leave the key out.',
  ],
  [
    'controller: { name: "none" }',
    '"none" | controller.name cannot be declared `none`: there is no sentence for that. | Give its words, or leave the key out.',
  ],
  [
    'notCollected: [none]',
    'none | notCollected.0 cannot be declared `none`: there is no sentence for that. | Give its words, or take it out.',
  ],
  [
    'sections: [{ id: a, topic: other, heading: none, body: x }]',
    'none | sections.0.heading cannot be declared `none`: there is no sentence for that. | Give its words, or leave the key out.',
  ],
  // Ids given twice
  [
    'data: [{ id: a, items: [b] }, { id: a, items: [c] }]',
    'a | The id "a" is used twice in data. | Give each its own id.',
  ],
  [
    'purposes: [{ id: a, text: b }, { id: a, text: c }]',
    'a | The id "a" is used twice in purposes. | Give each its own id.',
  ],
  [
    'sections: [{ id: a, topic: other, body: x }, { id: a, topic: other, body: y }]',
    'a | The id "a" is used twice in sections. | Give each its own id.',
  ],
])('%s', (yaml, fault) => {
  expect(faults(yaml)).toEqual([fault])
})

test('every fact whose schema has a sentence for none can be declared so, and nothing is wrong with that', () => {
  const paths = Object.keys(catalog.facts).filter((path) => catalog.facts[path]!.none !== undefined)
  expect(paths.length).toBeGreaterThan(5)
  for (const path of paths) {
    const keys = path.split('.')
    const yaml = keys.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')
    expect(faults(`${yaml} none`)).toEqual([])
  }
})

test('notes of your own are not looked at', () => {
  expect(faults('x-a: none\ncontroller: { name: A, x-b: [none], x-updated: 2026-02-30 }')).toEqual([])
})

test('an id given twice tells where it stood first', () => {
  const { source, findings } = load('data:\n  - { id: a, items: [b] }\n  - { id: a, items: [c] }\n')
  expect(findings.map(({ at }) => source.position(at.place.range.start))).toEqual([{ line: 4, column: 11 }])
  expect(findings[0]!.related.map(({ place, message }) => [source.position(place.range.start), message])).toEqual([
    [{ line: 3, column: 11 }, 'It is used first here.'],
  ])
})

test('a fault behind an anchor is told once, with the places that use it', () => {
  const { source, findings } = load(`x-uses: &uses [acount]
${data}purposes:
  - { id: a, text: b, uses: *uses }
  - { id: c, text: d, uses: *uses }
`)
  expect(findings.map(({ at }) => source.slice(at.place.range))).toEqual(['acount'])
  expect(findings[0]!.related.map(({ place }) => source.position(place.range.start))).toEqual([
    { line: 5, column: 29 },
    { line: 6, column: 29 },
  ])
})
