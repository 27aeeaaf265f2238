import { packedWord, unpackPhrases, unpackSingles, type Phrase } from '../catalog/lexicon.ts'
import type { Catalog, Pattern } from '../catalog/types.ts'
import { wordKinds, type WordKind } from './values/kinds.ts'

/** A word group or value at a token. */
export type Hit = { readonly group: number; readonly length: number; readonly value?: string | undefined }

/** What a word begins: hits of one token, made once, and the phrases that go on with a second word. */
export type WordEntries = { hits: readonly Hit[]; phrases: (second: string) => readonly Phrase[] }

/** A pattern with the disclosure or rule it belongs to, and for each step that must be there the groups that may fill it. */
export type CompiledPattern = { pattern: Pattern; owner: string; needs: number[][] }

/** Groups whose meaning the reader itself needs. */
type Roles = { negation: number; notNegation: number; deniedAfter: number; we: number; you: number; other: number }

/** The catalog's words, ready to be looked up. */
export type Vocabulary = {
  /** How many groups and value types there are. */
  size: number
  /** What a word begins; undefined for a word that no group knows. */
  lookUp: (word: string) => WordEntries | undefined
  roles: Roles
  /** Numbers of the groups that tell values apart. */
  kinds: Readonly<Record<WordKind, number>>
  /** Number of each value type. */
  values: ReadonlyMap<string, number>
  compile: (patterns: readonly Pattern[], owner: string) => readonly CompiledPattern[]
}

const vocabularies = new WeakMap<Catalog, Vocabulary>()

/** The vocabulary of a catalog, made once. */
export function vocabularyOf(catalog: Catalog): Vocabulary {
  const known = vocabularies.get(catalog)
  if (known) return known
  const made = build(catalog)
  vocabularies.set(catalog, made)
  return made
}

function build({ lexicon }: Catalog): Vocabulary {
  const numberOf = (id: string): number => lexicon.groups[id] ?? -1
  const words = new Map<string, WordEntries | undefined>()
  const compiled = new WeakMap<readonly Pattern[], readonly CompiledPattern[]>()
  return {
    size: lexicon.size,
    kinds: Object.fromEntries(wordKinds.map((kind) => [kind, numberOf(kind)])) as Record<WordKind, number>,
    values: new Map(Object.entries(lexicon.values)),
    roles: {
      negation: numberOf('negation'),
      notNegation: numberOf('not-negation'),
      deniedAfter: numberOf('denied-after'),
      we: numberOf('we'),
      you: numberOf('you'),
      other: numberOf('other-party'),
    },
    lookUp: (word) => {
      const known = words.get(word)
      if (known || words.has(word)) return known
      const packed = packedWord(lexicon.entries, word)
      const made = packed === undefined ? undefined : unpack(packed)
      words.set(word, made)
      return made
    },
    compile: (patterns, owner) => {
      const known = compiled.get(patterns)
      if (known) return known
      const made = patterns.map((pattern) => compile(pattern, owner))
      compiled.set(patterns, made)
      return made
    },
  }
}

function unpack(packed: string): WordEntries {
  const known = new Map<string, readonly Phrase[]>()
  return {
    hits: unpackSingles(packed).map(({ group, value }) => ({ group, length: 1, value })),
    phrases: (second) => {
      const found = known.get(second)
      if (found) return found
      const made = unpackPhrases(packed, second)
      known.set(second, made)
      return made
    },
  }
}

function compile(pattern: Pattern, owner: string): CompiledPattern {
  return { pattern, owner, needs: pattern.steps.filter((step) => !step.optional).map((step) => step.groups) }
}
