import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import { nodeAt, type YamlFile, type YamlNode, type YamlScalar } from '../source/yaml.ts'
import { formFault } from './forms.ts'
import { shorten } from '../source/shorten.ts'

/** Keys and indexes from the policy's root. */
export type Path = (string | number)[]

/** One thing in which a policy breaks its schema. `key` is the key that is unknown or missing. */
export type SchemaFault = { path: Path; keyword: string; key?: string; params: Record<string, unknown> }

type Words = { message: string; remedy: string }

/** A fault in an author's words: the value, the fault, the cure. */
export function wordsOf(fault: SchemaFault, yaml: YamlFile, catalog: Catalog): Words {
  const { path, keyword, params } = fault
  const name = path.join('.')
  const node = path.length === 0 ? yaml.root : (nodeAt(yaml.root, path)?.node ?? yaml.root)
  const value: Value = { name, node, shown: shown(node, yaml), inList: typeof path.at(-1) === 'number' }
  if (path.length === 0 && fault.key === undefined)
    return {
      message: `The file holds ${node.kind === 'seq' ? 'a list' : value.shown}, not a policy.`,
      remedy: 'Write keys and values, beginning with `clauselint: 1`.',
    }
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(fault, catalog)
    case 'required':
      return missingKey(fault)
    case 'type':
      return isEmpty(node) ? noValue(value) : wrongType(value, String(params.type), noneAt(path, catalog))
    case 'const':
      return name === 'clauselint' ? wrongVersion(value) : notNone(value, `${starred(path)}.*` in catalog.facts)
    case 'enum':
      return wrongChoice(value, (params.allowedValues as unknown[]).map(String))
    case 'pattern':
    case 'anyOf':
      if (node.kind !== 'scalar') return nameless(value)
      return isEmpty(node) ? noValue(value) : wrongForm(value, formAt(path, catalog), catalog)
    case 'minItems':
      return {
        message: `${name} is an empty list.`,
        remedy: `List what there is${noneAt(path, catalog) ? ', declare \`none\`' : ''}, or leave the key out: a list that is given is complete.`,
      }
    case 'minProperties':
      return { message: `${name} is empty.`, remedy: `Give at least one fact in it, or ${leaveOut(value)}.` }
    case 'minLength':
      return { message: `${name} is empty.`, remedy: `Give its words, or ${leaveOut(value)}.` }
    case 'uniqueItems': {
      const twice = node.kind === 'seq' ? node.items[Number(params.i)]?.value : undefined
      return {
        message: `${name} lists ${twice ? shown(twice, yaml) : 'a value'} twice.`,
        remedy: 'Take one of them out.',
      }
    }
    case 'minimum':
      return { message: `${name} is ${value.shown}.`, remedy: `It can be ${String(params.limit)} or more.` }
    case 'maximum':
      return { message: `${name} is ${value.shown}.`, remedy: `It can be ${String(params.limit)} or less.` }
    default:
      return { message: `${name} is not as the schema has it (${keyword}).`, remedy: 'See schemas/policy.schema.json.' }
  }
}

/** Keys that the schema knows at a path. */
export function knownKeys(path: Path, catalog: Catalog): string[] {
  if (path[0] === 'sections') return ['id', 'topic', 'heading', 'body']
  const prefix = path.length === 0 ? '' : `${starred(path)}.`
  const below = Object.keys(catalog.facts).filter((fact) => fact.startsWith(prefix))
  const keys = below.map((fact) => fact.slice(prefix.length).split('.')[0] as string)
  return [...new Set([...keys, ...(prefix === '' ? ['clauselint', 'numbering', 'sections'] : [])])]
}

/** A value with its name and how it is shown. */
type Value = { name: string; node: YamlNode; shown: string; inList: boolean }

function unknownKey({ path, key = '' }: SchemaFault, catalog: Catalog): Words {
  const known = knownKeys(path, catalog)
  const name = path.join('.')
  const guess = closest(key, known)
  const everywhere = Object.keys(catalog.facts).filter((fact) => fact.endsWith(`.${key}`) && !fact.includes('*'))
  const near = everywhere.filter((fact) => fact.startsWith(`${name}.`))
  const elsewhere = near.length > 0 ? near : everywhere
  return {
    message: `There is no key "${key}" ${name === '' ? 'at the top of a policy' : `in ${name}`}.`,
    remedy:
      guess !== undefined
        ? `Did you mean "${guess}"?`
        : elsewhere.length > 0 && elsewhere.length <= 3
          ? `Did you mean ${elsewhere.join(' or ')}?`
          : `${known.length <= 12 ? `It can have ${listed(known)}. ` : ''}Take it out, or begin it with x- to keep it as a note of your own.`,
  }
}

function missingKey({ path, key = '' }: SchemaFault): Words {
  return key === 'clauselint'
    ? { message: 'The file does not say that it is a policy.', remedy: 'Begin it with `clauselint: 1`.' }
    : { message: `${path.join('.')} has no ${key}.`, remedy: `Add \`${key}\` to it.` }
}

function noValue(value: Value): Words {
  return {
    message: `${value.name} has no value.`,
    remedy: `Give it, or ${leaveOut(value)}: what is not known is left out.`,
  }
}

function leaveOut({ inList }: Value): string {
  return inList ? 'take the hyphen out' : 'leave the key out'
}

function nameless({ name }: Value): Words {
  return {
    message: `${name} has neither a name nor a category.`,
    remedy: 'Add `name`, or the `category` of recipients.',
  }
}

function wrongVersion({ node, shown }: Value): Words {
  return node.kind === 'scalar' && node.value === '1'
    ? { message: 'clauselint is the text "1".', remedy: 'Write `clauselint: 1`, without quotes.' }
    : { message: `clauselint is ${shown}; this version reads policies of format 1.`, remedy: 'Write `clauselint: 1`.' }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys and values',
  boolean: 'true or false',
  integer: 'a whole number',
}

function wrongType(value: Value, type: string, canBeNone: boolean): Words {
  const { name, node, shown } = value
  if (node.kind === 'scalar' && node.value === 'none')
    return {
      message: `${name} cannot be declared \`none\`: there is no sentence for that.`,
      remedy: `Give ${kinds[type] ?? type}, or ${leaveOut(value)}.`,
    }
  const wanted = `${kinds[type] ?? type}${canBeNone ? ' or `none`' : ''}`
  return { message: `${name} is ${shown} where ${wanted} is wanted.`, remedy: typeCure(value, type, canBeNone) }
}

function typeCure({ node, shown }: Value, type: string, canBeNone: boolean): string {
  if (canBeNone && node.kind === 'scalar' && node.value === false) return 'Write `none`.'
  switch (type) {
    case 'string':
      return node.kind === 'scalar' ? `Put it in quotes: "${shown}".` : 'Write text here.'
    case 'array':
      return node.kind === 'scalar' && /^"?[\w@. ,-]{1,40}"?$/.test(shown)
        ? `Write it as a list: [${shown.replaceAll('"', '')}].`
        : 'Write it as a list, each member after a hyphen.'
    case 'boolean':
      return /^"(yes|on)"$/i.test(shown)
        ? 'Write true.'
        : /^"(no|off)"$/i.test(shown)
          ? 'Write false.'
          : 'Write true or false.'
    case 'integer':
      return /^"\d+"$/.test(shown) ? `Write it without quotes: ${shown.slice(1, -1)}.` : 'Write a whole number.'
    default:
      return `Write its facts as keys and values${canBeNone ? ', or `none`' : ''}.`
  }
}

/** Text other than `none` where facts or `none` are wanted. */
function notNone({ name, node, shown }: Value, isList: boolean): Words {
  const text = node.kind === 'scalar' ? String(node.value) : ''
  return {
    message: `${name} is ${shown} where ${isList ? kinds.array : kinds.object} or \`none\` is wanted.`,
    remedy: /^(no|none|nobody|nothing|never|nil|n\/a|-)$/i.test(text)
      ? 'Write `none`.'
      : 'Give the facts, or declare `none`.',
  }
}

function wrongChoice(value: Value, allowed: readonly string[]): Words {
  if (isEmpty(value.node)) return noValue(value)
  const guess = closest(value.shown.replaceAll('"', ''), allowed)
  return {
    message: `${value.name} is ${value.shown}, which it cannot be.`,
    remedy: `${guess === undefined ? '' : `Did you mean ${guess}? `}It can be ${listed(allowed)}.`,
  }
}

function wrongForm({ name, node, shown }: Value, form: string, catalog: Catalog): Words {
  const { is, remedy } = formFault(form, node.kind === 'scalar' ? String(node.value) : '', catalog)
  return { message: `${name} is ${shown}, which is ${is}.`, remedy }
}

/** The name of the form that texts at a path have. */
function formAt(path: Path, catalog: Catalog): string {
  const fact = starred(path)
  if (fact === 'language') return 'language'
  if (fact === 'cookies.list.*.duration') return 'cookie-duration'
  return catalog.facts[fact]?.form ?? 'id'
}

function noneAt(path: Path, catalog: Catalog): boolean {
  return catalog.facts[starred(path)]?.none !== undefined
}

/** A path as the catalog names facts: `recipients.*.country`. */
function starred(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')
}

function isEmpty(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar' && node.value === null
}

/** A value as a message says it: text in quotes, a number as it is written. */
function shown(node: YamlNode, { source }: YamlFile): string {
  if (node.kind === 'seq') return node.items.length > 0 ? 'a list' : 'an empty list'
  if (node.kind === 'map') return 'a group of keys and values'
  const text = (typeof node.value === 'string' ? node.value : source.slice(node.range)).replace(/\s+/gu, ' ').trim()
  const short = shorten(text, 60)
  return typeof node.value === 'string' ? `"${short}"` : short
}

function listed(values: readonly string[]): string {
  if (values.length > 24) return `one of ${values.length} values: see the schema`
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}
