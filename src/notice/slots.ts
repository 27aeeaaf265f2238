import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Fact } from '../policy/fact.ts'
import type { Policy } from '../policy/policy.ts'
import { dateWords, durationWords, listWords, settled } from './words.ts'
import { topics } from './compose/topics.ts'

/** What a `{{ … }}` in prose stands for. */
export type SlotValue =
  | { kind: 'fact'; text: string; fact: Fact }
  | { kind: 'section'; text: string; fact: Fact }
  | { kind: 'compose'; topic: string }
  | { kind: 'fault'; message: string; remedy: string; fact?: Fact }

/** What a section is called in a cross-reference: its number and heading, as far as it has them. */
export type SectionName = { id: string; heading: string; label: string | undefined; fact: Fact }

/** Resolves the expression of a slot against the policy's facts, its sections and the topics. */
export function resolveSlot(
  expression: string,
  policy: Policy,
  sections: readonly SectionName[],
  catalog: Catalog,
): SlotValue {
  const [word = '', argument = '', ...rest] = expression.split(/\s+/u)
  if (rest.length === 0 && argument !== '') {
    if (word === 'compose') return composeSlot(argument)
    if (word === 'section') return sectionSlot(argument, sections)
  }
  if (argument !== '' || word === '')
    return {
      kind: 'fault',
      message: `"{{ ${expression} }}" is neither a fact nor a call.`,
      remedy: 'Write {{ a.fact.path }}, {{ compose topic }} or {{ section id }}; \\{{ writes the braces themselves.',
    }
  return factSlot(word, policy, catalog)
}

function composeSlot(topic: string): SlotValue {
  if (Object.hasOwn(topics, topic)) return { kind: 'compose', topic }
  const guess = closest(topic, Object.keys(topics))
  return {
    kind: 'fault',
    message: `Nothing composes the topic "${topic}".`,
    remedy: guess === undefined ? `Use one of: ${Object.keys(topics).join(', ')}.` : `Did you mean "${guess}"?`,
  }
}

function sectionSlot(id: string, sections: readonly SectionName[]): SlotValue {
  const section = sections.find((candidate) => candidate.id === id)
  if (section) {
    const { label, heading, fact } = section
    if (label === undefined && heading === '')
      return {
        kind: 'fault',
        message: `The section "${id}" has no heading, so no reference can name it.`,
        remedy: 'Give it a heading, or write the sentence without the reference.',
      }
    const text =
      label === undefined ? `the section “${heading}”` : `section ${label}${heading === '' ? '' : ` (${heading})`}`
    return { kind: 'section', text, fact }
  }
  const ids = sections.map((candidate) => candidate.id)
  const guess = closest(id, ids)
  return {
    kind: 'fault',
    message: `There is no section with the id "${id}".`,
    remedy: guess === undefined ? `Use one of: ${ids.join(', ')}.` : `Did you mean "${guess}"?`,
  }
}

function factSlot(path: string, policy: Policy, catalog: Catalog): SlotValue {
  const fact = policy.root.at(path)
  if (fact.state === 'value') {
    const text = factWords(fact, catalog)
    if (text !== undefined) return { kind: 'fact', text, fact }
    return {
      kind: 'fault',
      fact,
      message: `${path} is no single value, so it cannot stand in a sentence.`,
      remedy: 'Name one of its members, or use {{ compose topic }}.',
    }
  }
  if (fact.state === 'none')
    return {
      kind: 'fault',
      fact,
      message: `${path} is declared none, so it has no words.`,
      remedy: 'Write the sentence yourself, or use {{ compose topic }}.',
    }
  const known = Object.keys(catalog.facts)
  const schemaPath = schemaPathOf(path, policy)
  const stranger = strangerIn(path, policy)
  if (stranger) return stranger
  if (known.includes(schemaPath))
    return {
      kind: 'fault',
      message: `${path} is not given, so it has no words.`,
      remedy: `Give ${path}, or take it out of the sentence.`,
    }
  const guess = closest(schemaPath, known)
  return {
    kind: 'fault',
    message: `There is no fact "${path}".`,
    remedy:
      guess === undefined
        ? 'See schemas/policy.schema.json for the facts.'
        : `Did you mean "${sameMembers(guess, path)}"?`,
  }
}

/** A path of the catalog with the list members that a path names: `data.*.label` and `data.account.lable`. */
function sameMembers(guess: string, path: string): string {
  const keys = path.split('.')
  return guess
    .split('.')
    .map((key, index) => (key === '*' ? (keys[index] ?? key) : key))
    .join('.')
}

/** What a slot stands for where no character can be escaped: only a value that needs none. */
export function unwritable(value: SlotValue, expression: string): SlotValue {
  if ((value.kind !== 'fact' && value.kind !== 'section') || !/[\s`<>|\\{}]/.test(value.text)) return value
  return {
    kind: 'fault',
    message: `"{{ ${expression} }}" stands in code or between < and >, where “${value.text}” cannot be written.`,
    remedy: 'Take the marks around it away; a link is written [words](target).',
  }
}

/** The fault of a path that names a member which its list does not have. */
function strangerIn(path: string, { root }: Policy): SlotValue | undefined {
  const keys = path.split('.')
  for (const [index, key] of keys.entries()) {
    const list = index === 0 ? root : root.at(keys.slice(0, index).join('.'))
    const items = list.items()
    if (items.length === 0 || list.at(key).known) continue
    const ids = items.map((item, position) => item.get('id').string ?? String(position))
    const guess = /^\d+$/.test(key) ? undefined : closest(key, ids)
    return {
      kind: 'fault',
      message: `${list.path} has no member "${key}".`,
      remedy: guess === undefined ? `Use one of: ${ids.join(', ')}.` : `Did you mean "${guess}"?`,
    }
  }
  return undefined
}

/** A path with the members of lists as `*`, the way the catalog names facts. */
function schemaPathOf(path: string, policy: Policy): string {
  let at = policy.root
  return path
    .split('.')
    .map((key) => {
      const inList = at.node?.kind === 'seq'
      at = at.at(key)
      return inList ? '*' : key
    })
    .join('.')
}

/** A fact's value as words on one line: dates, durations, countries and mechanisms by name, lists of text joined. */
function factWords(fact: Fact, catalog: Catalog): string | undefined {
  if (fact.number !== undefined) return String(fact.number)
  const text = fact.string && settled(fact.string).replace(/[ \t\n]+/g, ' ')
  if (text === '') return undefined
  if (text === undefined) {
    const items = fact.items()
    const words = items.map((item) => factWords(item, catalog))
    return items.length > 0 && words.every((word) => word !== undefined) ? listWords(words) : undefined
  }
  switch (catalog.facts[fact.path.replace(/\.\d+(?=\.|$)/g, '.*')]?.form) {
    case 'date':
      return dateWords(text)
    case 'duration':
    case 'within':
      return durationWords(text)
    case 'country':
      return catalog.countries[text] ?? text
    case 'mechanism':
      return catalog.mechanisms.find((mechanism) => mechanism.id === text)?.name ?? text
    default:
      return text
  }
}
