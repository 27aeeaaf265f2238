import { expect, test } from 'vitest'
import { phrasesAt, placeOfPhrases, singlesOf, unknownWord, wordNumber } from '../../src/catalog/lexicon.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { patternsOf } from '../../src/catalog/pattern-table.ts'
import type { Catalog } from '../../src/catalog/types.ts'
import { changed, faults, load, loadWith, schemas, shippedFiles, sound } from './folder.ts'
import { catalog } from '../support.ts'

test('the sound folder and the shipped rules load without a finding', () => {
  expect(faults({})).toEqual([])
  const loaded = loadCatalog(shippedFiles, schemas)
  expect(loaded.findings).toEqual([])
  expect(loaded.catalog).toEqual(catalog)
})

test('the order of the files changes nothing', () => {
  const forth = loadCatalog(shippedFiles, schemas).catalog
  expect(loadCatalog([...shippedFiles].reverse(), schemas).catalog).toEqual(forth)
})

test('files that are no rules are passed over', () => {
  expect(faults({ 'README.md': '# Rules', 'elsewhere/x.yaml': ': broken', 'words/notes.txt': ':' })).toEqual([])
})

/** What a word alone means: the groups it belongs to, with the value it stands for there. */
function groupsOf({ lexicon }: Catalog, word: string): string[] {
  const names = Object.entries(lexicon.groups)
  const number = wordNumber(lexicon, word)
  return (number === unknownWord ? [] : singlesOf(lexicon, number))
    .map(
      ({ group, value }) =>
        `${names.find(([, number]) => number === group)?.[0]}${value === undefined ? '' : `: ${value}`}`,
    )
    .sort()
}

test('a group has the words of the groups it names, theirs included, and its rings end', () => {
  const { catalog } = load({
    'words/a.yaml': 'words: [one]\ngroups: [b]\n',
    'words/b.yaml': 'values: { X: [two] }\ngroups: [c]\n',
    'words/c.yaml': 'words: [three]\ngroups: [a]\n',
  })
  expect(groupsOf(catalog, 'one')).toEqual(['a', 'b', 'c'])
  expect(groupsOf(catalog, 'two')).toEqual(['a: X', 'b: X', 'c: X'])
  expect(groupsOf(catalog, 'three')).toEqual(['a', 'b', 'c'])
})

test('provisions have what their law says of them all, unless they say it themselves', () => {
  const text =
    (sound['laws/act.yaml'] ?? '') +
    '    confidence: low\n    from: 2021-05-05\n    until: 2022-12-31\n    jurisdictions: [CL]\n' +
    '  - { id: "2", cite: s. 2, level: guidance, asks: asks }\n'
  const { catalog, findings } = loadWith({ 'laws/act.yaml': text })
  expect(findings).toEqual([])
  const common = { source: 'https://law.example/act' }
  expect(catalog.laws[0]?.provisions).toEqual([
    {
      ...common,
      id: '1',
      cite: 's. 1',
      level: 'conditional',
      when: ['dpo'],
      requires: [['breach-told'], ['breach-told', 'breach-told']],
      concerns: [],
      bounds: { 'breach.authority.within': { max: 'PT72H' } },
      everywhere: false,
      from: '2021-05-05',
      until: '2022-12-31',
      jurisdictions: ['CL'],
      confidence: 'low',
    },
    {
      ...common,
      id: '2',
      cite: 's. 2',
      level: 'guidance',
      when: [],
      requires: [],
      concerns: [],
      bounds: {},
      everywhere: false,
      from: '2020-01-01',
      confidence: 'high',
    },
  ])
})

test('what only the page of a law needs is kept apart; examples are texts', () => {
  const text = `${sound['laws/act.yaml'] ?? ''}    note: narrow
    checked: 2026-02-02
    catalogue: [act-1]
    examples:
      satisfied: [We tell the authority within 72 hours.]
      violated: [{ breach: { authority: { within: P9D } } }]
`.replace('confidence: high', 'confidence: high\nnames: [The Breach Act]')
  const { lawPages, catalog, findings } = loadWith({ 'laws/act.yaml': text })
  expect(findings).toEqual([])
  expect(lawPages).toEqual({
    act: {
      names: ['The Breach Act'],
      source: 'https://law.example/act',
      checked: '2026-01-01',
      confidence: 'high',
      provisions: {
        1: {
          asks: 'asks',
          note: 'narrow',
          checked: '2026-02-02',
          catalogue: ['act-1'],
          examples: {
            satisfied: ['We tell the authority within 72 hours.'],
            violated: ['clauselint: 1\nbreach:\n  authority:\n    within: P9D\n'],
            silent: [],
            notApplicable: [],
          },
        },
      },
    },
  })
  expect(catalog.lexicon.groups).toHaveProperty('law-name')
})

/** The patterns of the first disclosure, as objects. */
const firstPatterns = ({ patterns, disclosures }: Catalog) =>
  disclosures.slice(0, 1).flatMap((rule) => patternsOf(patterns, rule))

test('a pattern keeps what it says, with groups and value types as their numbers', () => {
  const { catalog } = loadWith(
    changed(
      'disclosures/breach-told.yaml',
      '- seq: [tell, authority?, { value: duration, as: breach.authority.within }]',
      '- all: [tell, [authority, both], { words: [at once], start: true }]\n    gap: 0\n    subject: we\n    polarity: either\n    gives: partial',
    ),
  )
  const { groups, values, size } = catalog.lexicon
  const { tell = -1, authority = -1, both = -1 } = groups
  expect(firstPatterns(catalog)).toEqual([
    {
      id: 'breach-told#1',
      steps: [{ groups: [tell] }, { groups: [authority, both] }, { groups: [expect.any(Number)], start: true }],
      gap: 0,
      anyOrder: true,
      not: [both],
      heading: [authority],
      with: [tell],
      subject: ['we'],
      gives: 'partial',
      polarity: 'either',
    },
  ])
  const numbers = [...Object.values(groups), ...Object.values(values)]
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.every((number) => number >= 0 && number < size)).toBe(true)
  expect(firstPatterns(loadWith().catalog)).toEqual([
    {
      id: 'breach-told#1',
      steps: [
        { groups: [tell] },
        { groups: [authority], optional: true },
        { groups: [values.duration], as: 'breach.authority.within' },
      ],
      not: [both],
      heading: [authority],
      with: [tell],
    },
  ])
})

test('examples and limits are on the rule’s page and not in the catalog', () => {
  const { pages, catalog } = loadWith()
  expect(pages['breach-told']).toEqual({
    stated: ['We tell the authority within 72 hours.'],
    missing: ['We do not.'],
    partial: [],
    fires: [],
    silent: [],
    limits: [],
  })
  expect(Object.keys(catalog.disclosures[0] ?? {})).not.toContain('examples')
})

test('of two mechanisms with one name the first has it', () => {
  const mechanism = (id: string, names: string) =>
    `- { id: ${id}, name: ${id}, names: [${names}], kind: safeguard, from: [EU], validFrom: 2020-01-01, source: "https://law.example", checked: 2026-01-01, confidence: high }\n`
  const { catalog, findings } = load({
    'mechanisms.yaml': mechanism('old', 'model clauses') + mechanism('new', 'Model Clauses, clauses'),
  })
  expect(findings).toEqual([])
  const [model, clauses] = [wordNumber(catalog.lexicon, 'model'), wordNumber(catalog.lexicon, 'clauses')]
  const place = placeOfPhrases(catalog.lexicon, model, clauses)
  const [phrase] = phrasesAt(catalog.lexicon, place)
  expect(phrase?.value).toBe('old')
  expect(groupsOf(catalog, 'clauses')).toEqual(['mechanism: new'])
})

test('phrases in headings stand for topics in all their forms', () => {
  const { headings } = loadWith({
    'topics.yaml': 'values: { breach: { nouns: [data leak] }, cookies: { words: [Opt-out] } }\n',
  })
  expect(headings).toEqual({ 'data leak': 'breach', 'data leaks': 'breach', 'opt out': 'cookies' })
})
