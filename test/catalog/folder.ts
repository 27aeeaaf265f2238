import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect } from 'vitest'
import { loadCatalog, type Loaded, type RuleFile } from '../../src/catalog/load.ts'

const project = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, project), 'utf8')

/** The JSON Schemas by kind. */
export const schemas = Object.fromEntries(
  readdirSync(new URL('schemas/', project)).map((name) => [
    basename(name, '.schema.json'),
    JSON.parse(read(`schemas/${name}`)) as object,
  ]),
)

/** Every file of rules/. */
export const shippedFiles: RuleFile[] = readdirSync(new URL('rules/', project), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path: `rules/${path}`, text: read(`rules/${path}`) }))

/** A small rules folder in which every name is known. */
export const sound: Record<string, string> = {
  'words/tell.yaml': 'verbs: [tell]\n',
  'words/authority.yaml': 'nouns: [authority]\nvalues: { DE: [Bonn] }\n',
  'words/both.yaml': 'groups: [tell, authority]\n',
  'disclosures/breach-told.yaml': `title: Telling of a breach
topic: breach
asks: says that the authority is told
why: People need it.
facts: [breach.authority.within]
remedy: Say so.
patterns:
  - seq: [tell, authority?, { value: duration, as: breach.authority.within }]
    not: [both]
    with: [tell]
    heading: [authority]
examples:
  stated: [We tell the authority within 72 hours.]
  missing: [We do not.]
`,
  'wording/vague.yaml': `title: Vague
why: It says nothing.
severity: warning
message: “{{ quote }}” is vague.
remedy: Be exact.
patterns: [{ seq: [{ words: [as we see fit] }] }]
examples:
  fires: [{ text: We act as we see fit., quote: as we see fit }]
  silent: [We act.]
`,
  'conditions/dpo.yaml': `title: there is an officer
facts: [{ path: controller.dpo }]
statements: [{ disclosure: breach-told, value: { path: breach.authority.within, is: [PT72H] } }]
declare: declare it
`,
  'checks/empty.yaml': `title: Empty
why: Nothing is there.
severity: error
remedy: Fill it.
cites: [{ law: act, provision: "1" }]
examples:
  fires: [{ text: "clauselint: 1", quote: clauselint }]
  silent: ["clauselint: 1"]
`,
  'laws/act.yaml': `title: The Act
short: Act
jurisdictions: [CL]
from: 2020-01-01
source: https://law.example/act
checked: 2026-01-01
confidence: high
provisions:
  - id: "1"
    cite: s. 1
    level: conditional
    when: [dpo]
    asks: asks
    requires: [breach-told, [breach-told, breach-told]]
    bounds: { breach.authority.within: { max: PT72H } }
`,
}

/** Loads the sound folder with some of its files changed (`undefined`: left out). */
export function loadWith(changes: Record<string, string | undefined> = {}): Loaded {
  return load({ ...sound, ...changes })
}

/** Loads rule files by their path in the folder. */
export function load(files: Record<string, string | undefined>): Loaded {
  return loadCatalog(
    Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [{ path: `rules/${path}`, text }])),
    schemas,
  )
}

/** Findings as the words they stand at and their message. */
export function faults(changes: Record<string, string | undefined>): [file: string, words: string, message: string][] {
  const { findings, sources } = loadWith(changes)
  return findings.map(({ rule, severity, remedy, at, message }) => {
    expect({ rule, severity, remedy }).toEqual({
      rule: 'rule-file',
      severity: 'error',
      remedy: 'Correct the rule file; its JSON Schema in schemas/ describes every key.',
    })
    const source = sources.find(({ file }) => file === at.place.file)
    return [at.place.file, source?.slice(at.place.range) ?? '', message]
  })
}

/** One file of the sound folder with words replaced. */
export function changed(path: string, words: string, by: string): Record<string, string> {
  const text = sound[path] ?? ''
  expect(text).toContain(words)
  return { [path]: text.replace(words, () => by) }
}
