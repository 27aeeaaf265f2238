import { expect, test } from 'vitest'
import { changed, faults, loadWith, sound } from './folder.ts'

test('a file that is not YAML is one finding at the fault, and the rest is loaded', () => {
  const { findings, catalog } = loadWith({ 'words/more.yaml': 'words: [a, b\nnouns: [c]\n' })
  expect(findings).toHaveLength(1)
  expect(findings[0]?.at.place.file).toBe('rules/words/more.yaml')
  expect(catalog.disclosures.map(({ id }) => id)).toEqual(['breach-told'])
})

test('an empty file is one finding at its start', () => {
  expect(faults({ 'words/more.yaml': '' })).toHaveLength(1)
})

test.each<[why: string, path: string, words: string, by: string, at: string, message: string]>([
  [
    'a mistyped key',
    'wording/vague.yaml',
    'remedy:',
    'remedi:',
    'remedi',
    'The file has no key "remedi". Did you mean "remedy"?',
  ],
  [
    'a key too many',
    'wording/vague.yaml',
    'remedy:',
    'colour: red\nremedy:',
    'colour',
    'The file has no key "colour".',
  ],
  ['a key too few', 'wording/vague.yaml', 'remedy: Be exact.\n', '', '', 'The file needs the key "remedy".'],
  ['a wrong type', 'words/tell.yaml', '[tell]', 'tell', 'tell', 'verbs must be array.'],
  [
    'a wrong code',
    'wording/vague.yaml',
    'severity: warning',
    'severity: grave',
    'grave',
    'severity must be one of: error, warning, info.',
  ],
  [
    'a wrong date',
    'laws/act.yaml',
    'from: 2020-01-01',
    'from: 1.1.2020',
    '1.1.2020',
    'from must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".',
  ],
  ['an empty word', 'words/tell.yaml', '[tell]', '[""]', '""', 'verbs.0 must NOT have fewer than 1 characters.'],
  ['a gap too wide', 'disclosures/breach-told.yaml', 'not: [both]', 'gap: 61', '61', 'patterns.0.gap must be <= 60.'],
  [
    'a step that is no id',
    'disclosures/breach-told.yaml',
    'seq: [tell,',
    'seq: [Tell,',
    'Tell',
    'patterns.0.seq.0 must match pattern "^[a-z0-9]+(-[a-z0-9]+)*\\??$".',
  ],
  [
    'a step of no form',
    'disclosures/breach-told.yaml',
    'seq: [tell,',
    'seq: [7,',
    '7',
    'patterns.0.seq.0 has none of the forms that are allowed here.',
  ],
  [
    'a mistyped key of a step',
    'disclosures/breach-told.yaml',
    '{ value: duration',
    '{ vlaue: duration',
    'vlaue',
    'patterns.0.seq.2 has no key "vlaue".',
  ],
  [
    'a pattern without steps',
    'disclosures/breach-told.yaml',
    'seq: [tell, authority?, { value: duration, as: breach.authority.within }]',
    'gap: 3',
    'gap: 3\n    not: [both]\n    with: [tell]\n    heading: [authority]',
    'patterns.0 needs one of the keys "seq", "all".',
  ],
  [
    'two orders at once',
    'wording/vague.yaml',
    '{ seq: [',
    '{ all: [tell], seq: [',
    '{ all: [tell], seq: [{ words: [as we see fit] }] }',
    'patterns.0 fits several forms of which only one may be used.',
  ],
])('%s is one finding at its words', (_why, path, words, by, at, message) => {
  expect(faults(changed(path, words, by)).filter(([file]) => file === `rules/${path}`)).toEqual([
    [`rules/${path}`, at, message],
  ])
})

test.each<[kind: string, path: string, words: string, by: string, at: string, message: string]>([
  [
    'fact path',
    'disclosures/breach-told.yaml',
    'facts: [breach.authority.within]',
    'facts: [breach.autority.within]',
    'breach.autority.within',
    'There is no fact path "breach.autority.within". Did you mean "breach.authority.within"?',
  ],
  [
    'fact path of a value',
    'disclosures/breach-told.yaml',
    'as: breach.authority.within',
    'as: breach.authority.withn',
    'breach.authority.withn',
    'There is no fact path "breach.authority.withn". Did you mean "breach.authority.within"?',
  ],
  [
    'fact path of a condition',
    'conditions/dpo.yaml',
    'path: controller.dpo }',
    'path: controller.dpi }',
    'controller.dpi',
    'There is no fact path "controller.dpi". Did you mean "controller.dpo"?',
  ],
  [
    'fact path of a statement',
    'conditions/dpo.yaml',
    'path: breach.authority.within',
    'path: breach.authoritywithin',
    'breach.authoritywithin',
    'There is no fact path "breach.authoritywithin". Did you mean "breach.authority.within"?',
  ],
  [
    'topic',
    'disclosures/breach-told.yaml',
    'topic: breach',
    'topic: breech',
    'breech',
    'There is no topic "breech". Did you mean "breach"?',
  ],
  [
    'condition',
    'laws/act.yaml',
    'when: [dpo]',
    'when: [dop]',
    'dop',
    'There is no condition "dop". Did you mean "dpo"?',
  ],
  [
    'word group of a step',
    'disclosures/breach-told.yaml',
    'seq: [tell,',
    'seq: [tel,',
    'tel',
    'There is no word group "tel". Did you mean "tell"?',
  ],
  [
    'optional word group',
    'disclosures/breach-told.yaml',
    'authority?',
    'autority?',
    'autority?',
    'There is no word group "autority". Did you mean "authority"?',
  ],
  [
    'word group that must not stand',
    'disclosures/breach-told.yaml',
    'not: [both]',
    'not: [bot]',
    'bot',
    'There is no word group "bot". Did you mean "both"?',
  ],
  [
    'word group of a heading',
    'disclosures/breach-told.yaml',
    'heading: [authority]',
    'heading: [authoritys]',
    'authoritys',
    'There is no word group "authoritys". Did you mean "authority"?',
  ],
  [
    'word group that must stand',
    'disclosures/breach-told.yaml',
    'with: [tell]',
    'with: [zebra]',
    'zebra',
    'There is no word group "zebra".',
  ],
  [
    'word group in a group',
    'words/both.yaml',
    'authority]',
    'authorities]',
    'authorities',
    'There is no word group "authorities". Did you mean "authority"?',
  ],
  [
    'value type',
    'disclosures/breach-told.yaml',
    'value: duration',
    'value: durations',
    'durations',
    'There is no value type "durations". Did you mean "duration"?',
  ],
  [
    'disclosure of a law',
    'laws/act.yaml',
    'requires: [breach-told, [',
    'requires: [breach-tol, [',
    'breach-tol',
    'There is no disclosure "breach-tol". Did you mean "breach-told"?',
  ],
  [
    'disclosure among several',
    'laws/act.yaml',
    '[breach-told, breach-told]]',
    '[breach-told, breach-tld]]',
    'breach-tld',
    'There is no disclosure "breach-tld". Did you mean "breach-told"?',
  ],
  [
    'disclosure of a condition',
    'conditions/dpo.yaml',
    'disclosure: breach-told',
    'disclosure: breach-toll',
    'breach-toll',
    'There is no disclosure "breach-toll". Did you mean "breach-told"?',
  ],
  [
    'provision',
    'checks/empty.yaml',
    'provision: "1"',
    'provision: "2"',
    '{ law: act, provision: "2" }',
    'There is no provision "act 2". Did you mean "act 1"?',
  ],
  [
    'jurisdiction of a provision',
    'laws/act.yaml',
    '    requires:',
    '    jurisdictions: [CLL]\n    requires:',
    'CLL',
    'There is no jurisdiction "CLL". Did you mean "CL"?',
  ],
])('an unknown %s is one finding at its name, with the nearest known one', (_kind, path, words, by, at, message) => {
  expect(faults(changed(path, words, by))).toEqual([[`rules/${path}`, at, message]])
})

test('an unknown fact path of a bound is one finding at its bound', () => {
  const found = faults(
    changed('laws/act.yaml', 'bounds: { breach.authority.within:', 'bounds: { breach.authority.whithin:'),
  )
  expect(found).toEqual([
    [
      'rules/laws/act.yaml',
      '{ max: PT72H }',
      'There is no fact path "breach.authority.whithin". Did you mean "breach.authority.within"?',
    ],
  ])
})

test('a name that two laws claim is one finding, at the later one', () => {
  const named = (sound['laws/act.yaml'] ?? '').replace('short: Act', 'short: Act\nnames: [The Breach Act]')
  expect(faults({ 'laws/act.yaml': named, 'laws/bill.yaml': named.replace('The Breach', 'the breach') })).toEqual([
    ['rules/laws/bill.yaml', 'the breach Act', 'The name "the breach Act" of a law is taken by rules/laws/act.yaml.'],
  ])
})

test('a rule id used twice is one finding, in the later file', () => {
  expect(faults({ 'wording/breach-told.yaml': sound['wording/vague.yaml'] })).toEqual([
    ['rules/wording/breach-told.yaml', '', 'The rule id "breach-told" is taken by rules/disclosures/breach-told.yaml.'],
  ])
})

test('a word group may have the id of a rule', () => {
  expect(faults({ 'words/vague.yaml': 'words: [vague]' })).toEqual([])
})

test('one member of a list of codes is a known fact path', () => {
  expect(
    faults(
      changed('disclosures/breach-told.yaml', 'facts: [breach.authority.within]', 'facts: ["rights.granted[access]"]'),
    ),
  ).toEqual([])
})

test('a topic that headings stand for must be one', () => {
  const [found, ...more] = faults({
    'topics.yaml': 'values: { breach: { words: [leaks] }, breech: { words: [boats] } }\n',
  })
  expect(more).toEqual([])
  expect(found?.[0]).toBe('rules/topics.yaml')
  expect(found?.[2]).toBe('There is no topic "breech". Did you mean "breach"?')
})
