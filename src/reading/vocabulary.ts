import { singlesOf, unknownWord, wordNumbers } from '../catalog/lexicon.ts'
import type { Catalog, Lexicon, Pattern } from '../catalog/types.ts'
import { wordKinds, type WordKind } from './values/kinds.ts'

/** A word group or value at a token. */
export type Hit = { readonly group: number; readonly length: number; readonly value?: string | undefined }

/** A pattern with the disclosure or rule it belongs to, and for each step that must be there the groups that may fill it. */
export type CompiledPattern = { pattern: Pattern; owner: string; needs: number[][] }

/** Groups whose meaning the reader itself needs. */
type Roles = { negation: number; notNegation: number; deniedAfter: number; we: number; you: number; other: number }

/** The catalog's words, ready to be looked up. */
export type Vocabulary = {
  /** How many groups and value types there are. */
  size: number
  /** A word's number, by which everything else is looked up; -1 for a word that no group knows. */
  numberOf: (word: string) => number
  /** The hits of a known word alone. */
  singles: (word: number) => readonly Hit[]
  /** The phrases, by the numbers of their words. */
  lexicon: Lexicon
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
  const compiled = new WeakMap<readonly Pattern[], readonly CompiledPattern[]>()
  return {
    lexicon,
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
    ...wordsOf(lexicon),
    compile: (patterns, owner) => {
      const known = compiled.get(patterns)
      if (known) return known
      const made = patterns.map((pattern) => compile(pattern, owner))
      compiled.set(patterns, made)
      return made
    },
  }
}

/** Looks words up; what was looked up once is kept. */
function wordsOf(lexicon: Lexicon): Pick<Vocabulary, 'numberOf' | 'singles'> {
  const numbers = wordNumbers(lexicon)
  const singles = new Map<number, readonly Hit[]>()
  return {
    numberOf: (word) => numbers.get(word) ?? unknownWord,
    singles: (word) => {
      const known = singles.get(word)
      if (known) return known
      const made = singlesOf(lexicon, word).map(({ group, value }) => ({ group, length: 1, value }))
      singles.set(word, made)
      return made
    },
  }
}

function compile(pattern: Pattern, owner: string): CompiledPattern {
  return { pattern, owner, needs: pattern.steps.filter((step) => !step.optional).map((step) => step.groups) }
}
