import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Finding } from '../finding.ts'
import { InputError } from '../source/range.ts'
import { SourceText } from '../source/text.ts'
import { parseYaml, toData } from '../source/yaml.ts'
import { factPaths, schemaTopics } from './facts.ts'
import { GroupNumbers } from './group-numbers.ts'
import { lawNames, lawOf, lawPageOf } from './laws.ts'
import { expandGroup, normalEntry, normalPattern, type RawGroup, type RawPattern } from './normalize.ts'
import { PatternPacker } from './pattern-table.ts'
import { checkReferences } from './references.ts'
import { broken, type ParsedFile } from './rule-file.ts'
import { schemaFaults } from './schema-faults.ts'
import type {
  AdequacyDecision,
  Catalog,
  CheckPage,
  Chrome,
  Condition,
  Disclosure,
  Language,
  LawPages,
  Mechanism,
  Pages,
  Reference,
  RulePage,
  WordGroup,
  WordingRule,
} from './types.ts'

/** A rule file: its path, whose last folder says its kind, and its text. */
export type RuleFile = { path: string; text: string }

/**
 * What loading gives: the catalog, the pages of its rules and laws, the topics that words in headings stand for, what is
 * wrong with the rule files, and their texts for lines and columns.
 */
export type Loaded = {
  catalog: Catalog
  pages: Pages
  lawPages: LawPages
  headings: Record<string, string>
  findings: Finding[]
  sources: SourceText[]
}

const kinds: Record<string, string> = {
  disclosures: 'disclosure',
  laws: 'law',
  conditions: 'condition',
  wording: 'wording',
  checks: 'check',
  words: 'words',
}

/** Kinds of which there is one file, of the same name. */
const singles = ['adequacy', 'chrome', 'languages', 'mechanisms', 'references', 'topics']

/**
 * Reads rule files into a catalog. A file that is broken, or that names an unknown fact path, topic, condition, word
 * group or disclosure, gives a finding (rule `rule-file`) at its place and is left out.
 * @param files every file of a rules folder; order does not matter
 * @param schemas the JSON Schemas by kind: policy, and each kind of rule file
 */
export function loadCatalog(files: readonly RuleFile[], schemas: Record<string, object>): Loaded {
  const findings: Finding[] = []
  const sources: SourceText[] = []
  const parsed: ParsedFile[] = []
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(file.path)
    if (!kind) continue
    const source = new SourceText(file.path, file.text)
    sources.push(source)
    try {
      const yaml = parseYaml(source)
      const data = toData(yaml.root)
      const validate =
        ajv.getSchema(`https://clauselint.dev/schemas/${schemaOf(kind)}.schema.json`) ??
        ajv.compile(schemas[schemaOf(kind)] as object)
      if (validate(data)) {
        parsed.push({ path: file.path, kind, id: idOf(file.path), yaml, data: data as Record<string, unknown> })
      } else
        for (const { range, message } of schemaFaults(validate.errors ?? [], yaml))
          findings.push(broken(file.path, range, message))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      findings.push(broken(file.path, error.place?.range ?? { start: 0, end: 0 }, error.message))
    }
  }
  const catalog = assemble(parsed, schemas.policy as object)
  findings.push(...checkReferences(parsed, catalog))
  return {
    catalog,
    pages: pagesOf(parsed),
    lawPages: lawPagesOf(parsed),
    headings: headingsOf(parsed),
    findings,
    sources,
  }
}

const noChrome: Chrome = { consent: { vendors: [], about: [], boxes: [] }, parts: [] }

function kindOf(path: string): string | undefined {
  const parts = path.split('/')
  const single = singles.find((name) => parts.at(-1) === `${name}.yaml`)
  if (single) return single
  const folder = parts.at(-2) ?? ''
  return path.endsWith('.yaml') ? kinds[folder] : undefined
}

/** The words of topics are written like those of a word group. */
function schemaOf(kind: string): string {
  return kind === 'topics' ? 'words' : kind
}

function idOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.yaml$/, '')
}

function assemble(parsed: readonly ParsedFile[], policySchema: object): Catalog {
  const of = (kind: string): ParsedFile[] => parsed.filter((file) => file.kind === kind)
  const rawGroups = new Map(of('words').map((file) => [file.id, file.data as RawGroup]))
  const mechanisms = of('mechanisms').flatMap((file) => file.data as unknown as Mechanism[])
  const groups = new GroupNumbers([...namedGroups(rawGroups, mechanisms), ...lawNames(of('law'))])
  const packer = new PatternPacker()
  const patterns = (raw: unknown): number[] =>
    ((raw as RawPattern[] | undefined) ?? []).map((pattern) => packer.add(normalPattern(pattern, groups), pattern.id))

  return {
    disclosures: of('disclosure').map(({ id, data }) => ({
      ...(withoutPage(data) as unknown as Disclosure),
      id,
      denialStates: data.denialStates === true,
      defect: data.defect === true,
      patterns: patterns(data.patterns),
    })),
    wording: of('wording').map(({ id, data }) => ({
      ...(withoutPage(data) as unknown as WordingRule),
      id,
      patterns: patterns(data.patterns),
    })),
    checks: of('check').map(({ id, data }) => ({
      ...(withoutPage(data) as unknown as CheckPage),
      id,
      patterns: patterns(data.patterns),
      cites: (data.cites as CheckPage['cites'] | undefined) ?? [],
    })),
    conditions: of('condition').map(({ id, data }) => ({
      ...(data as unknown as Condition),
      id,
      facts: (data.facts as Condition['facts'] | undefined) ?? [],
      statements: (data.statements as Condition['statements'] | undefined) ?? [],
    })),
    laws: of('law').map(lawOf),
    mechanisms,
    languages: of('languages').flatMap((file) => file.data as unknown as Language[]),
    chrome: (of('chrome')[0]?.data as Chrome | undefined) ?? noChrome,
    references: of('references').flatMap((file) =>
      (file.data as unknown as RawReference[]).map((raw) => reference(raw, patterns(raw.patterns))),
    ),
    adequacy: of('adequacy').flatMap((file) =>
      (file.data as unknown as AdequacyDecision[]).map(({ id, by, countries, from, until }) => ({
        id,
        by,
        countries,
        from,
        ...(until !== undefined && { until }),
      })),
    ),
    lexicon: groups.lexicon(),
    patterns: packer.table(),
    facts: factPaths(policySchema),
    topics: schemaTopics(policySchema),
    countries: firstNames('country', rawGroups),
  }
}

type RawReference = Omit<Reference, 'patterns'> & { patterns: RawPattern[] }

/** A reference without what only readers of its file need. */
function reference(raw: RawReference, patterns: number[]): Reference {
  const { id, name, ended, endedBy, replacement, severity, confidence } = raw
  return { id, name, ended, endedBy, replacement, severity, confidence, patterns }
}

/** Word groups with the words of the groups they name, and the names of mechanisms. */
function namedGroups(raw: Map<string, RawGroup>, mechanisms: readonly Mechanism[]): WordGroup[] {
  const own = new Map([...raw].map(([id, group]) => [id, expandGroup(id, group)]))
  const named = [...raw.keys()].map((id) => joined(id, raw, own, new Set()))
  return mechanisms.length > 0 ? [...named, mechanismGroup(mechanisms)] : named
}

function withoutPage(data: Record<string, unknown>): Record<string, unknown> {
  const { examples: _examples, limits: _limits, ...rest } = data
  return rest
}

/** The pages of the rules: their examples and limits. */
function pagesOf(parsed: readonly ParsedFile[]): Pages {
  return Object.fromEntries(
    parsed
      .filter((file) => ['disclosure', 'wording', 'check'].includes(file.kind))
      .map(({ id, data }) => [
        id,
        {
          stated: [],
          partial: [],
          missing: [],
          fires: [],
          silent: [],
          ...(data.examples as Partial<RulePage>),
          limits: (data.limits as string[] | undefined) ?? [],
        },
      ]),
  )
}

/** The pages of the laws. */
function lawPagesOf(parsed: readonly ParsedFile[]): LawPages {
  return Object.fromEntries(parsed.filter((file) => file.kind === 'law').map((file) => [file.id, lawPageOf(file)]))
}

/** The topic of each phrase of rules/topics.yaml. A phrase that two topics have means the second. */
function headingsOf(parsed: readonly ParsedFile[]): Record<string, string> {
  const groups = parsed.filter(({ kind }) => kind === 'topics').map(({ id, data }) => expandGroup(id, data as RawGroup))
  return Object.assign({}, ...groups.map(({ values }) => values)) as Record<string, string>
}

/** The first name of each value of a group and of the groups that it names, as written. */
function firstNames(id: string, raw: Map<string, RawGroup>): Record<string, string> {
  const group = raw.get(id)
  return Object.fromEntries(
    [group, ...(group?.groups ?? []).map((name) => raw.get(name))].flatMap((part) =>
      Object.entries(part?.values ?? {}).map(([value, names]) => [
        value,
        (Array.isArray(names) ? names : names.words)?.[0] ?? value,
      ]),
    ),
  )
}

/** A group with the words of the groups it names, those groups' own included. */
function joined(id: string, raw: Map<string, RawGroup>, groups: Map<string, WordGroup>, seen: Set<string>): WordGroup {
  const own = groups.get(id) ?? { id, entries: [] }
  seen.add(id)
  const entries = new Set(own.entries)
  const values = { ...own.values }
  for (const name of raw.get(id)?.groups ?? []) {
    if (seen.has(name)) continue
    const other = joined(name, raw, groups, seen)
    for (const entry of other.entries) entries.add(entry)
    for (const [entry, value] of Object.entries(other.values ?? {}))
      if (!Object.hasOwn(values, entry)) values[entry] = value
  }
  return { id, entries: [...entries], ...(Object.keys(values).length > 0 && { values }) }
}

/** Names of mechanisms are a word group whose values are their ids. A name that two mechanisms share means the first. */
function mechanismGroup(mechanisms: readonly Mechanism[]): WordGroup {
  const values: Record<string, string> = {}
  for (const { id, names } of mechanisms)
    for (const entry of names.map(normalEntry)) if (!Object.hasOwn(values, entry)) values[entry] = id
  return { id: 'mechanism', entries: Object.keys(values), values }
}
