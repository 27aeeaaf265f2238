import type { Catalog, Pattern } from '../catalog/types.ts'
import { valueTypes } from '../catalog/references.ts'

/** A word or phrase of a group: its group, its length in tokens, and the value it stands for. */
export type Entry = { group: number; length: number; rest: readonly string[]; value?: string }

/** A pattern with its groups as numbers. */
export type CompiledPattern = {
  pattern: Pattern
  /** The disclosure or rule it belongs to. */
  owner: string
  steps: { groups: number[]; optional: boolean; start: boolean; as?: string }[]
  /** For each step that must be there, the groups of which one must occur. */
  needs: number[][]
  not: number[]
  heading: number[]
  with: number[]
}

/** Groups whose meaning the reader itself needs. */
export type Roles = { negation: number; notNegation: number; we: number; you: number; other: number; label: number }

/** The catalog's words, ready to be looked up. */
export type Vocabulary = {
  size: number
  index: ReadonlyMap<string, number>
  words: ReadonlyMap<string, readonly Entry[]>
  roles: Roles
  /** Number of each value type. */
  values: ReadonlyMap<string, number>
  /** Words that introduce a number's unit: whether values need looking for. */
  compile: (patterns: readonly Pattern[], owner: string) => CompiledPattern[]
}

const cache = new WeakMap<Catalog, Vocabulary>()

/** The vocabulary of a catalog, made once. */
export function vocabularyOf(catalog: Catalog): Vocabulary {
  const known = cache.get(catalog)
  if (known) return known
  const made = build(catalog)
  cache.set(catalog, made)
  return made
}

function build(catalog: Catalog): Vocabulary {
  const index = new Map<string, number>()
  const words = new Map<string, Entry[]>()
  for (const group of catalog.groups) {
    const number = index.size
    index.set(group.id, number)
    for (const entry of group.entries) {
      const space = entry.indexOf(' ')
      const first = space < 0 ? entry : entry.slice(0, space)
      const rest = space < 0 ? none : entry.slice(space + 1).split(' ')
      const value = group.values?.[entry]
      const made: Entry = { group: number, length: rest.length + 1, rest, ...(value !== undefined && { value }) }
      const list = words.get(first)
      if (list) list.push(made)
      else words.set(first, [made])
    }
  }
  const values = new Map(valueTypes.map((type, at) => [type as string, index.size + at]))
  const numberOf = (id: string): number => index.get(id) ?? values.get(id) ?? -1
  const role = (id: string): number => index.get(id) ?? -1
  return {
    size: index.size + values.size,
    index,
    words,
    values,
    roles: {
      negation: role('negation'),
      notNegation: role('not-negation'),
      we: role('we'),
      you: role('you'),
      other: role('other-party'),
      label: role('label'),
    },
    compile: (patterns, owner) => patterns.map((pattern) => compile(pattern, owner, numberOf)),
  }
}

const none: readonly string[] = []

function compile(pattern: Pattern, owner: string, numberOf: (id: string) => number): CompiledPattern {
  const steps = pattern.steps.map((step) => ({
    groups: [...(step.groups ?? []), ...(step.values ?? [])].map(numberOf),
    optional: step.optional === true,
    start: step.start === true,
    ...(step.as !== undefined && { as: step.as }),
  }))
  return {
    pattern,
    owner,
    steps,
    needs: steps.filter((step) => !step.optional).map((step) => step.groups),
    not: pattern.not.map(numberOf),
    heading: pattern.heading.map(numberOf),
    with: pattern.with.map(numberOf),
  }
}
