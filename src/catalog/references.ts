import type { Finding } from '../finding.ts'
import { broken, placeAt, type ParsedFile } from './rule-file.ts'
import { normalEntry, type RawGroup, type RawPattern, type RawStep } from './normalize.ts'
import type { Catalog } from './types.ts'
import { closest } from './closest.ts'
import { valueTypes } from './value-types.ts'

type Path = (string | number)[]
type Ask = {
  kind:
    | 'fact path'
    | 'topic'
    | 'condition'
    | 'word group'
    | 'disclosure'
    | 'value type'
    | 'provision'
    | 'jurisdiction'
    | 'law'
  name: string
  path: Path
}

/** Findings for every name in a rule file that names nothing. */
export function checkReferences(files: readonly ParsedFile[], catalog: Catalog): Finding[] {
  const groups = Object.keys(catalog.lexicon.groups)
  const known: Record<Ask['kind'], ReadonlySet<string>> = {
    'fact path': new Set(Object.keys(catalog.facts)),
    topic: new Set(catalog.topics),
    condition: new Set(catalog.conditions.map((condition) => condition.id)),
    'word group': new Set(groups),
    disclosure: new Set(catalog.disclosures.map((disclosure) => disclosure.id)),
    'value type': new Set([...valueTypes, ...groups]),
    provision: new Set(catalog.laws.flatMap((law) => law.provisions.map((provision) => `${law.id} ${provision.id}`))),
    law: new Set(catalog.laws.map(({ id }) => id)),
    jurisdiction: new Set(catalog.laws.flatMap((law) => law.jurisdictions)),
  }
  return files.flatMap((file) => [
    ...asksOf(file).flatMap((ask) => {
      if (known[ask.kind].has(ask.name)) return []
      const guess = closest(ask.name, [...known[ask.kind]])
      const cure = guess === undefined ? '' : ` Did you mean "${guess}"?`
      return [broken(file.path, placeAt(file.yaml, ask.path), `There is no ${ask.kind} "${ask.name}".${cure}`)]
    }),
    ...repeated(file, files),
    ...sharedNames(file, files),
  ])
}

/** A name by which notices name a law belongs to one law. */
function sharedNames(file: ParsedFile, files: readonly ParsedFile[]): Finding[] {
  if (file.kind !== 'law') return []
  return lawNamesOf(file).flatMap((name, index) => {
    const taken = (other: ParsedFile) => lawNamesOf(other).map(normalEntry).includes(normalEntry(name))
    const twin = files.find((other) => other.kind === 'law' && other.path < file.path && taken(other))
    const place = placeAt(file.yaml, ['names', index])
    return twin ? [broken(file.path, place, `The name "${name}" of a law is taken by ${twin.path}.`)] : []
  })
}

function lawNamesOf({ data }: ParsedFile): string[] {
  return (data.names as string[] | undefined) ?? []
}

/** Rule ids are unique over disclosures, wording rules and checks. */
function repeated(file: ParsedFile, files: readonly ParsedFile[]): Finding[] {
  const rules = ['disclosure', 'wording', 'check']
  if (!rules.includes(file.kind)) return []
  const twin = files.find(
    (other) => other !== file && rules.includes(other.kind) && other.id === file.id && other.path < file.path,
  )
  return twin ? [broken(file.path, { start: 0, end: 0 }, `The rule id "${file.id}" is taken by ${twin.path}.`)] : []
}

function asksOf({ kind, data }: ParsedFile): Ask[] {
  const asks: Ask[] = []
  const ask = (kind: Ask['kind'], name: unknown, path: Path): void => {
    if (typeof name === 'string') asks.push({ kind, name, path })
  }
  const list = (kind: Ask['kind'], names: unknown, path: Path): void => {
    for (const [index, name] of ((names as unknown[] | undefined) ?? []).entries()) {
      if (Array.isArray(name)) list(kind, name, [...path, index])
      else ask(kind, name, [...path, index])
    }
  }
  if (kind === 'topics') for (const topic of Object.keys(data.values ?? {})) ask('topic', topic, ['values', topic])
  for (const [index, pattern] of ((data.patterns as RawPattern[] | undefined) ?? []).entries())
    patternAsks(pattern, ['patterns', index], ask, list)
  if (kind === 'references')
    for (const [at, entry] of (data as unknown as { patterns: RawPattern[] }[]).entries())
      for (const [index, pattern] of entry.patterns.entries()) patternAsks(pattern, [at, 'patterns', index], ask, list)
  if (kind === 'disclosure') {
    ask('topic', data.topic, ['topic'])
    list('fact path', ((data.facts as string[] | undefined) ?? []).map(withoutMember), ['facts'])
  }
  if (kind === 'words') list('word group', (data as RawGroup).groups, ['groups'])
  if (kind === 'check')
    for (const [index, cite] of ((data.cites as { law: string; provision: string }[] | undefined) ?? []).entries())
      ask('provision', `${cite.law} ${cite.provision}`, ['cites', index])
  if (kind === 'wording') list('law', data.laws, ['laws'])
  if (kind === 'condition') {
    for (const [index, fact] of ((data.facts as { path: string }[] | undefined) ?? []).entries())
      ask('fact path', fact.path, ['facts', index, 'path'])
    for (const [index, statement] of (
      (data.statements as { disclosure: string; value?: { path: string } }[] | undefined) ?? []
    ).entries()) {
      ask('disclosure', statement.disclosure, ['statements', index, 'disclosure'])
      ask('fact path', statement.value?.path, ['statements', index, 'value', 'path'])
    }
  }
  if (kind === 'law')
    for (const [index, provision] of (data.provisions as Record<string, unknown>[]).entries()) {
      const at = ['provisions', index]
      list('condition', provision.when, [...at, 'when'])
      list('disclosure', provision.requires, [...at, 'requires'])
      list('disclosure', provision.concerns, [...at, 'concerns'])
      list('jurisdiction', provision.jurisdictions, [...at, 'jurisdictions'])
      for (const path of Object.keys((provision.bounds as object | undefined) ?? {}))
        ask('fact path', path, [...at, 'bounds', path])
    }
  return asks
}

/** `rights.granted[access]` names one member of a list of codes. */
function withoutMember(path: string): string {
  return path.replace(/\[[A-Za-z0-9-]+\]$/, '')
}

type AskOne = (kind: Ask['kind'], name: unknown, path: Path) => void
type AskList = (kind: Ask['kind'], names: unknown, path: Path) => void

function patternAsks(pattern: RawPattern, path: Path, ask: AskOne, list: AskList): void {
  const key = pattern.seq ? 'seq' : 'all'
  for (const [index, step] of (pattern.seq ?? pattern.all ?? []).entries())
    stepAsks(step, [...path, key, index], ask, list)
  for (const key of ['not', 'heading', 'notHeading', 'after', 'with'] as const)
    list('word group', pattern[key], [...path, key])
}

function stepAsks(step: RawStep, path: Path, ask: AskOne, list: AskList): void {
  if (typeof step === 'string') ask('word group', step.replace(/\?$/, ''), path)
  else if (Array.isArray(step)) list('word group', step, path)
  else {
    list('word group', step.any, [...path, 'any'])
    if (Array.isArray(step.value)) list('value type', step.value, [...path, 'value'])
    else ask('value type', step.value, [...path, 'value'])
    ask('fact path', step.as, [...path, 'as'])
  }
}
