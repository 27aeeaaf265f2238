import type { ErrorObject } from 'ajv'
import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import { identityOf, type At, type Finding } from '../finding.ts'
import type { Range } from '../source/range.ts'
import { nodeAt, type YamlFile, type YamlNode } from '../source/yaml.ts'
import { knownKeys, wordsOf, type Path, type SchemaFault } from './schema-words.ts'

/** A file can be wrong at every word; these are as many faults, and uses of one fault, as somebody will read. */
const mostFaults = 100
const mostUses = 10

/** Turns the validator's errors into findings, in reading order: one for each fault, at its place. */
export function schemaFindings(yaml: YamlFile, errors: readonly ErrorObject[], catalog: Catalog): Finding[] {
  const faults = faultsOf(yaml, errors, catalog).map((fault) => ({ ...fault, ...placeOf(yaml, fault) }))
  faults.sort((a, b) => a.at.place.range.start - b.at.place.range.start)
  // Behind an anchor the words are written once, however often they are used.
  const written = new Map<string, typeof faults>()
  for (const fault of faults) {
    const { start, end } = fault.at.place.range
    const key = `${start} ${end} ${fault.keyword} ${fault.key ?? ''}`
    const same = written.get(key)
    if (same) same.push(fault)
    else written.set(key, [fault])
  }
  const groups = [...written.values()]
  const findings = groups.slice(0, mostFaults).map((uses) => {
    const [first] = uses as [(typeof faults)[number]]
    return findingAt(first.at, wordsOf(first, yaml, catalog), usesOf(uses, yaml))
  })
  const rest = groups[mostFaults]?.[0]
  return rest
    ? [
        ...findings,
        findingAt(
          rest.at,
          { message: `${groups.length - mostFaults} more faults follow.`, remedy: 'Mend the others first.' },
          [],
        ),
      ]
    : findings
}

function findingAt(
  at: At,
  { message, remedy }: { message: string; remedy: string },
  related: Finding['related'],
): Finding {
  return {
    rule: 'policy-schema',
    severity: 'error',
    message,
    remedy,
    at,
    related,
    citations: [],
    identity: identityOf('policy-schema', at.kind === 'fact' ? at.path : '', message),
  }
}

/** The aliases and merge keys behind which a fault is used. */
function usesOf(faults: readonly { via?: Range }[], { source: { file } }: YamlFile): Finding['related'] {
  const uses = new Map(faults.flatMap(({ via }) => (via ? [[via.start, via] as const] : [])))
  return [...uses.values()].slice(0, mostUses).map((range) => ({ place: { file, range }, message: 'It is used here.' }))
}

/** Of several errors at one value the first of these says best what is wrong with it. */
const tellingOrder = [
  'anyOf',
  'type',
  'const',
  'enum',
  'pattern',
  'minLength',
  'minItems',
  'minimum',
  'maximum',
  'uniqueItems',
  'minProperties',
]

/** The validator reports every branch and every keyword that fails; an author made fewer mistakes than that. */
function faultsOf(yaml: YamlFile, errors: readonly ErrorObject[], catalog: Catalog): SchemaFault[] {
  const groups = new Map<string, ErrorObject[]>()
  for (const error of errors) {
    const group = groups.get(error.instancePath)
    if (group) group.push(error)
    else groups.set(error.instancePath, [error])
  }
  const faults = [...groups.values()].flatMap((group) => faultsAt(group, yaml, catalog))
  // A file of another kind or version has nothing else to say.
  const first = faults.find(({ path, key }) => (path.length === 0 ? key === 'clauselint' : path[0] === 'clauselint'))
  return first ? [first] : faults
}

/** The faults among the errors at one place of the data. */
function faultsAt(errors: readonly ErrorObject[], yaml: YamlFile, catalog: Catalog): SchemaFault[] {
  const path = (errors[0] as ErrorObject).instancePath.split('/').slice(1).map(segment)
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties')
  // A branch that failed is told by what all branches have in common.
  const missing = errors.filter(({ keyword, schemaPath }) => keyword === 'required' && !schemaPath.includes('/anyOf/'))
  const value = tellingOrder.flatMap((keyword) => errors.find((error) => error.keyword === keyword) ?? [])[0]
  const nameless = value?.keyword === 'anyOf' && nodeAt(yaml.root, path)?.node.kind === 'map'
  // A key that is mistyped is not missing besides.
  const known = missing.length > 0 || nameless ? knownKeys(path, catalog) : []
  const meant = unknown.slice(0, mostFaults).map(({ params }) => closest(String(params.additionalProperty), known))
  const told =
    value &&
    !(value.keyword === 'minProperties' && missing.length > 0) &&
    !(nameless && meant.some((key) => key === 'name' || key === 'category'))
  return [
    ...unknown.map(({ keyword, params }) => ({ path, keyword, key: String(params.additionalProperty), params })),
    ...missing
      .map(({ keyword, params }) => ({ path, keyword, key: String(params.missingProperty), params }))
      .filter(({ key }) => !meant.includes(key)),
    ...(told ? [{ path, keyword: value.keyword, params: value.params }] : []),
  ]
}

/** Where a fault is, and the alias or merge key through which it is used there. */
function placeOf(yaml: YamlFile, { path, keyword, key, params }: SchemaFault): { at: At; via?: Range } {
  const { file } = yaml.source
  const found = nodeAt(yaml.root, path) ?? { node: yaml.root }
  const { node, via: through } = found
  const above = found.key?.range
  const via = through && { via: through }
  const fact = (range: Range, at: Path = path): At => ({ kind: 'fact', place: { file, range }, path: at.join('.') })

  if (keyword === 'additionalProperties' && key !== undefined) {
    const pair = node.kind === 'map' ? node.get(key) : undefined
    return { at: fact(pair?.key.range ?? headOf(node), [...path, key]), ...(pair?.via ? { via: pair.via } : via) }
  }
  if (keyword === 'required' || (keyword === 'anyOf' && node.kind === 'map'))
    return { at: { kind: 'absence', place: { file, range: above ?? headOf(node) } }, ...via }
  // The validator names both members; the later one is the repetition.
  const later = Math.max(Number(params.i), Number(params.j))
  const twice = keyword === 'uniqueItems' && node.kind === 'seq' ? node.items[later] : undefined
  if (twice) return { at: fact(headOf(twice.value), [...path, later]), ...via }
  const isWritten = node.kind === 'scalar' && node.range.end > node.range.start
  return { at: fact(isWritten ? node.range : (above ?? headOf(node))), ...via }
}

/** The first words of a value, short enough to underline; of a list its hyphen or bracket. */
function headOf(node: YamlNode): Range {
  if (node.kind === 'map') return node.pairs[0]?.key.range ?? node.range
  const { start, end } = node.range
  return node.kind === 'seq' ? { start, end: Math.min(start + 1, end) } : node.range
}

/** A part of a JSON pointer. */
function segment(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll('~1', '/').replaceAll('~0', '~')
}
