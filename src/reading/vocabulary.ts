import { singlesOf, unknownWord, wordNumber } from '../catalog/lexicon.ts'
import { patternAt, type PatternTable } from '../catalog/pattern-table.ts'
import type { Catalog, Lexicon, Pattern } from '../catalog/types.ts'
import { wordKinds, type WordKind } from './values/kinds.ts'

/** A word group or value at a token. */
export type Hit = { readonly group: number; readonly length: number; readonly value?: string | undefined }

/** Groups whose meaning the reader itself needs. */
type Roles = { negation: number; notNegation: number; deniedAfter: number; we: number; you: number; other: number }

/** The catalog's words, ready to be looked up. */
export type Vocabulary = {
  /** A word's number, by which everything else is looked up; -1 for a word that no group knows. */
  numberOf: (word: string) => number
  /** The hits of a known word alone. */
  singles: (word: number) => readonly Hit[]
  /** What it is made of: phrases by the numbers of their words, and how many groups and value types there are. */
  lexicon: Lexicon
  roles: Roles
  /** Numbers of the groups that tell values apart. */
  kinds: Readonly<Record<WordKind, number>>
  /** Number of each value type. */
  values: ReadonlyMap<string, number>
  /** Those numbers. */
  types: ReadonlySet<number>
  patterns: PatternTable
  /** A pattern as an object, made once: its place in the table, its rule, and which of the rule's patterns it is. */
  patternAt: (place: number, rule: string, index: number) => Pattern
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

function build({ lexicon, patterns }: Catalog): Vocabulary {
  const numberOf = (id: string): number => lexicon.groups[id] ?? -1
  const made = new Map<number, Pattern>()
  return {
    lexicon,
    kinds: Object.fromEntries(wordKinds.map((kind) => [kind, numberOf(kind)])) as Record<WordKind, number>,
    values: new Map(Object.entries(lexicon.values)),
    types: new Set(Object.values(lexicon.values)),
    roles: {
      negation: numberOf('negation'),
      notNegation: numberOf('not-negation'),
      deniedAfter: numberOf('denied-after'),
      we: numberOf('we'),
      you: numberOf('you'),
      other: numberOf('other-party'),
    },
    ...wordsOf(lexicon),
    patterns,
    patternAt: (place, rule, index) => {
      let pattern = made.get(place)
      if (!pattern) made.set(place, (pattern = patternAt(patterns, place, rule, index)))
      return pattern
    },
  }
}

/** Looks words up; what was looked up once is kept. */
function wordsOf(lexicon: Lexicon): Pick<Vocabulary, 'numberOf' | 'singles'> {
  const numbers = new Map<string, number>()
  const singles = new Map<number, readonly Hit[]>()
  return {
    numberOf: (word) => {
      const known = numbers.get(word)
      if (known !== undefined) return known
      const number = wordNumber(lexicon, word)
      // Words that no group has may be anything, and any number of them.
      if (number !== unknownWord) numbers.set(word, number)
      return number
    },
    singles: (word) => {
      const known = singles.get(word)
      if (known) return known
      const made = singlesOf(lexicon, word).map(({ group, value }) => ({ group, length: 1, value }))
      singles.set(word, made)
      return made
    },
  }
}
