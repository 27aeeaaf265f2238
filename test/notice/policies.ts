import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { catalog } from '../support.ts'

/*
 * Policies made from the schema itself, so that a new fact is in them without further ado. Texts are as hostile as the
 * schema lets them be.
 */

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: (Schema & { required?: string[] })[]
  items?: Schema
  uniqueItems?: boolean
  enum?: string[]
  const?: unknown
  else?: Schema
  'x-none'?: string
}
export type Data = { [key: string]: Value }
export type Value = string | number | boolean | Value[] | Data

const schema = JSON.parse(readFileSync(new URL('../../schemas/policy.schema.json', import.meta.url), 'utf8')) as Schema

/** Pieces that mean something to Markdown, HTML, YAML or a reader of them. */
const marks = [
  ...Array.from('*_`~#>|[]()!<&;:-+=.\\"\'{}$%@'),
  ...['**', '__', '```', '~~~', '~~', '---', '===', '{{', '}}', '{{ controller.name }}', '\\{{', '<br>', '<b>', '</p>'],
  ...[
    '<!--',
    '-->',
    '&amp;',
    '&#42;',
    '&copy',
    '](x)',
    '[a]: b',
    '![',
    '1.',
    '12)',
    '- ',
    '+ ',
    '* ',
    '# ',
    '> ',
    '|---|',
  ],
  ...['\n', '\n\n', ' \n ', '\r\n', '\t', '  ', '\u00a0', '\u200f', '\u202e', '\u200b', '😀', '日本', 'é', 'none', '~'],
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom('Acme', 'data', 'we', '7', '16', 'a', ' ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''))
/** Words that nothing takes for marks. */
const plain = fc
  .array(fc.constantFrom('Acme', 'name', 'your account', 'data', 'e-mail', 'Zürich', 'U.S.', '7'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

const isWords = (text: string) => /\S/.test(text) && text !== 'none'
/** Texts as people write them, and texts made to break things. */
export const anyText: fc.Arbitrary<string> = fc.oneof(plain, hostile.filter(isWords))

const durations = ['PT72H', 'P30D', 'P1Y6M', 'P1M', 'P2W', 'PT1H30M', 'P0D']
const dates = ['2026-12-15', '2024-02-29', '2020-01-01']
/** Marks free text until it is known what becomes of it. */
const free = '\u0001'

/** The forms that the schema gives by pattern. */
const forms: Record<string, fc.Arbitrary<Value>> = {
  date: fc.constantFrom(...dates),
  duration: fc.constantFrom(...durations),
  within: fc.constantFrom('without undue delay', ...durations),
  email: fc.constantFrom('privacy@acme.example', "o'neil_1*2@acme.example"),
  url: fc.constantFrom('https://acme.example/privacy', 'http://a.example/x_y?z=(1)&copy=2*#~b|c[d]{{e}}`'),
  country: fc.constantFrom('DE', 'US', 'CL', 'QQ'),
  jurisdiction: fc.constantFrom('EU', 'UK', 'CL', 'US-CA'),
  mechanism: fc.constantFrom(...catalog.mechanisms.map(({ id }) => id)),
  id: fc.constantFrom('a', 'b', 'account', 'x-1'),
}

function arbitrary(node: Schema): fc.Arbitrary<Value> {
  const form = node.$ref?.replace('#/$defs/', '') ?? ''
  const made = forms[form] ?? ofType(node.$ref === undefined ? node : (schema.$defs?.[form] ?? {}))
  return node['x-none'] === undefined
    ? made
    : fc.oneof({ weight: 1, arbitrary: fc.constant('none') }, { weight: 4, arbitrary: made })
}

function ofType(node: Schema): fc.Arbitrary<Value> {
  if (node.else) return ofType(node.else)
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.const !== undefined) return fc.constant(node.const as Value)
  if (node.type === 'object') return object(node)
  if (node.type === 'array' && node.items)
    return fc.uniqueArray(arbitrary(node.items), {
      minLength: 1,
      maxLength: 3,
      selector: (item) => (typeof item === 'object' && 'id' in item ? item.id : JSON.stringify(item)),
    })
  if (node.type === 'boolean') return fc.boolean()
  if (node.type === 'integer') return fc.integer({ min: 1, max: 18 })
  if (node.anyOf) return fc.oneof(...node.anyOf.map(arbitrary))
  return anyText.map((text) => free + text)
}

function object(node: Schema): fc.Arbitrary<Data> {
  const alternatives = node.anyOf?.map(({ required = [] }) => required) ?? [[]]
  return fc
    .constantFrom(...alternatives)
    .chain((also) =>
      fc
        .record(members(node), { requiredKeys: [...(node.required ?? []), ...also] })
        .filter((made) => Object.keys(made).length > 0),
    )
}

function members({ properties = {} }: Schema): Record<string, fc.Arbitrary<Value>> {
  return Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, arbitrary(child)]))
}

const arrangement = new Set(['clauselint', 'title', 'language', 'numbering', 'sections'])
const { properties: all = {} } = schema

const marked: fc.Arbitrary<Data> = fc
  .record(
    Object.fromEntries(
      Object.entries(all)
        .filter(([key]) => !arrangement.has(key))
        .map(([key, child]) => [key, arbitrary(child)]),
    ),
    { requiredKeys: [] },
  )
  .map((facts) => withNamedData(facts as Data))

/** Facts of a policy, without its sections; every id that is named exists. */
export const someFacts = marked.map((facts) => withTexts(facts, (text) => text) as Data)

/** The same, each free text a word of its own: `W0Q`, `W1Q` …. */
export const factsOfWords = marked.map((facts) => {
  let next = 0
  return withTexts(facts, () => `W${next++}Q`) as Data
})

function withTexts(value: Value, made: (text: string) => string): Value {
  if (typeof value === 'string') return value.startsWith(free) ? made(value.slice(free.length)) : value
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => withTexts(item, made))
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withTexts(child, made)]))
}

/** The lists of data ids hold only ids that are there. */
function withNamedData(facts: Data): Data {
  const ids = Array.isArray(facts.data) ? facts.data.map((item) => (item as Data).id as string) : []
  const keep = (value: Value, key = ''): Value | undefined => {
    if (Array.isArray(value)) {
      const isNames = key === 'uses' || key === 'receives' || key === 'what' || key === 'disclosed'
      const items = isNames
        ? value.filter((id) => ids.includes(id as string))
        : value.flatMap((item) => keep(item) ?? [])
      return items.length > 0 ? items : undefined
    }
    if (typeof value !== 'object') return value
    const kept = Object.entries(value).flatMap(([name, child]): [string, Value][] => {
      const made = keep(child, name)
      return made === undefined ? [] : [[name, made]]
    })
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  }
  return (keep(facts) ?? {}) as Data
}

/** A policy's file. JSON is YAML. */
export function fileOf(policy: Data): string {
  return JSON.stringify({ clauselint: 1, ...policy }, null, 1)
}
