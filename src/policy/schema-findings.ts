import type { ErrorObject } from 'ajv'
import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import { identityOf, type Finding } from '../finding.ts'
import type { Range } from '../source/range.ts'
import { nodeAt, type YamlFile, type YamlNode } from '../source/yaml.ts'

type Path = (string | number)[]

/** What each named form of the schema asks, for messages. */
const forms: Record<string, string> = {
  date: 'a date as YYYY-MM-DD: 2026-12-15',
  duration: 'an ISO 8601 duration: PT72H, P30D, P6M, P1Y',
  within: 'an ISO 8601 duration (PT72H) or the words `without undue delay`',
  email: 'an e-mail address: privacy@company.example',
  url: 'a web address that starts with https://',
  country: 'a country as two capital letters (ISO 3166-1): CL',
  jurisdiction: 'a jurisdiction code: EU, UK, CL, US-CA',
  id: 'an id of lower-case letters, digits and hyphens',
  mechanism: 'the id of a transfer mechanism: scc-2021-914',
  language: 'a language code (BCP 47): en',
}

/** Turns the validator's errors into findings, one for each fault, each at its place. */
export function schemaFindings(yaml: YamlFile, errors: readonly ErrorObject[], catalog: Catalog): Finding[] {
  return errors.flatMap((error) => {
    const path = error.instancePath.split('/').slice(1).map(segment)
    const said = messageOf(error, path, yaml, catalog)
    if (!said) return []
    const range = said.range ?? rangeAt(yaml, path)
    return [
      {
        rule: 'policy-schema',
        severity: 'error' as const,
        message: said.message,
        remedy: said.remedy,
        at: { kind: 'fact' as const, place: { file: yaml.source.file, range }, path: dotted(path) },
        related: [],
        citations: [],
        identity: identityOf('policy-schema', dotted(path), said.message),
      },
    ]
  })
}

type Said = { message: string; remedy: string; range?: Range }

function messageOf(error: ErrorObject, path: Path, yaml: YamlFile, catalog: Catalog): Said | undefined {
  const name = dotted(path) || 'The policy'
  const params = error.params as Record<string, unknown>
  const value = shown(yaml, path)
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty)
      const guess = closest(key, keysAt(path, catalog))
      return {
        message: `There is no key "${key}" ${path.length > 0 ? `in ${dotted(path)}` : 'at the top of a policy'}.`,
        remedy:
          guess === undefined
            ? 'Remove it, or begin it with x- to keep it as a note of your own.'
            : `Did you mean "${guess}"?`,
        range: keyRange(yaml, path, key),
      }
    }
    case 'required':
      return {
        message: `${path.length > 0 ? dotted(path) : 'The policy'} has no ${String(params.missingProperty)}.`,
        remedy:
          params.missingProperty === 'clauselint'
            ? 'Begin the file with `clauselint: 1`.'
            : `Add ${String(params.missingProperty)}.`,
      }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String)
      const guess = closest(value, allowed)
      return {
        message: `${name} is "${value}", which is not a value it can have.`,
        remedy: `${guess === undefined ? '' : `Did you mean "${guess}"? `}It can be: ${listed(allowed)}.`,
      }
    }
    case 'const':
      return name === 'clauselint'
        ? { message: `clauselint is ${value}; this version reads format 1.`, remedy: 'Write `clauselint: 1`.' }
        : {
            message: `${name} is "${value}", which is no list or mapping of facts.`,
            remedy: 'Give the facts, or declare `none`.',
          }
    case 'pattern': {
      const form =
        forms[
          /\$defs\/(\w+)\/pattern$/.exec(error.schemaPath)?.[1] ??
            /properties\/(\w+)\/pattern$/.exec(error.schemaPath)?.[1] ??
            ''
        ]
      return { message: `${name} is "${value}".`, remedy: `Give ${form ?? 'a value of the right form'}.` }
    }
    case 'type':
      return typeMessage(name, value, String(params.type), nodeAt(yaml.root, path)?.node ?? yaml.root)
    case 'minItems':
      return {
        message: `${name} is an empty list.`,
        remedy: 'List what there is, or leave the key out: a list that is given is complete.',
      }
    case 'minProperties':
      return { message: `${name} is empty.`, remedy: 'Give at least one fact in it, or leave the key out.' }
    case 'minLength':
      return { message: `${name} is empty.`, remedy: 'Give its words, or leave the key out.' }
    case 'uniqueItems':
      return { message: `${name} lists a value twice.`, remedy: 'Remove one of them.' }
    case 'minimum':
    case 'maximum':
      return {
        message: `${name} is ${value}.`,
        remedy: `It must be ${String(params.comparison)} ${String(params.limit)}.`,
      }
    // These only say that a branch failed; the branch's own error is reported.
    case 'if':
      return undefined
    case 'anyOf':
      return path.at(-1) === 'duration' || dotted(path).startsWith('cookies')
        ? { message: `${name} is "${value}".`, remedy: `Give ${forms.duration ?? ''}, or session.` }
        : {
            message: `${name} has neither a name nor a category.`,
            remedy: 'Give a name, or the category of recipients.',
          }
    default:
      return { message: `${name} ${error.message ?? 'is not valid'}.`, remedy: 'See schemas/policy.schema.json.' }
  }
}

function typeMessage(name: string, value: string, type: string, node: YamlNode): Said {
  if (node.kind === 'scalar' && node.value === null)
    return {
      message: `${name} has no value.`,
      remedy: 'Give it, or leave the key out: a fact that is not known is left out.',
    }
  const cure: Record<string, string> = {
    string: node.kind === 'scalar' ? 'Put it in quotes.' : 'Give text here.',
    array: 'Write it as a list, each member after a hyphen.',
    object:
      node.kind === 'scalar' && name !== 'The policy'
        ? 'Give its facts as keys and values, or `none` where that is the case.'
        : 'Write it as keys and values.',
    boolean: 'Write true or false.',
    integer: 'Write a whole number, without quotes.',
  }
  const kind: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping',
    boolean: 'true or false',
    integer: 'a whole number',
  }
  const is = node.kind === 'scalar' ? `"${value}"` : node.kind === 'seq' ? 'a list' : 'a mapping'
  return { message: `${name} is ${is} where ${kind[type] ?? type} is wanted.`, remedy: cure[type] ?? `Give ${type}.` }
}

/** Keys that the schema knows at a path. */
function keysAt(path: Path, catalog: Catalog): string[] {
  if (path[0] === 'sections') return ['id', 'topic', 'heading', 'body']
  const prefix = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')
  const below = Object.keys(catalog.facts)
    .filter((fact) => prefix === '' || fact.startsWith(`${prefix}.`))
    .map((fact) => (prefix === '' ? fact : fact.slice(prefix.length + 1)).split('.')[0] as string)
  return [...new Set([...below, ...(prefix === '' ? ['clauselint', 'numbering', 'sections'] : [])])]
}

function keyRange(yaml: YamlFile, path: Path, key: string): Range {
  const parent = path.length === 0 ? yaml.root : nodeAt(yaml.root, path)?.node
  const pair = parent?.kind === 'map' ? parent.get(key) : undefined
  return pair?.key.range ?? rangeAt(yaml, path)
}

/** A value's own range when it is short enough to underline; else its key's. */
function rangeAt(yaml: YamlFile, path: Path): Range {
  if (path.length === 0)
    return yaml.root.kind === 'map' ? (yaml.root.pairs[0]?.key.range ?? yaml.root.range) : yaml.root.range
  const found = nodeAt(yaml.root, path)
  if (!found) return rangeAt(yaml, path.slice(0, -1))
  if (found.node.kind === 'scalar') return found.node.value === null && found.key ? found.key.range : found.node.range
  return found.key?.range ?? found.node.range
}

function shown(yaml: YamlFile, path: Path): string {
  const node = nodeAt(yaml.root, path)?.node
  if (node?.kind !== 'scalar') return ''
  const text = String(node.value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function listed(values: readonly string[]): string {
  return values.length > 12
    ? `${values.slice(0, 10).join(', ')} … (${values.length} in all; see the schema)`
    : values.join(', ')
}

function dotted(path: Path): string {
  return path.join('.')
}

function segment(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll('~1', '/').replaceAll('~0', '~')
}
