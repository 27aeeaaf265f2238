import { phrasesAt, placeOfPhrases, singlesOf, unknownWord, wordNumbers } from '../catalog/lexicon.ts'
import type { Catalog, Lexicon, Pattern } from '../catalog/types.ts'
import { wordKinds, type WordKind } from './values/kinds.ts'

/** A word group or value at a token. */
export type Hit = { readonly group: number; readonly length: number; readonly value?: string | undefined }

/** A phrase that begins with two known words: the numbers of the words after them, and the hit it gives. */
type PhraseEntry = { rest: readonly number[]; hit: Hit }

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
  /** The phrases that begin with two known words, longest first. */
  phrases: (first: number, second: number) => readonly PhraseEntry[]
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

const noPhrases: readonly PhraseEntry[] = []

/** Looks words up; what was looked up once is kept. */
function wordsOf(lexicon: Lexicon): Pick<Vocabulary, 'numberOf' | 'singles' | 'phrases'> {
  const numbers = wordNumbers(lexicon)
  const singles = new Map<number, readonly Hit[]>()
  const phrases = new Map<number, readonly PhraseEntry[]>()
  return {
    numberOf: (word) => numbers.get(word) ?? unknownWord,
    singles: (word) => {
      const known = singles.get(word)
      if (known) return known
      const made = singlesOf(lexicon, word).map(({ group, value }) => ({ group, length: 1, value }))
      singles.set(word, made)
      return made
    },
    phrases: (first, second) => {
      const place = placeOfPhrases(lexicon, first, second)
      if (place < 0) return noPhrases
      const known = phrases.get(place)
      if (known) return known
      const made = phrasesAt(lexicon, place).map(({ rest, group, value }) => ({
        rest,
        hit: { group, length: rest.length + 2, value },
      }))
      phrases.set(place, made)
      return made
    },
  }
}

function compile(pattern: Pattern, owner: string): CompiledPattern {
  return { pattern, owner, needs: pattern.steps.filter((step) => !step.optional).map((step) => step.groups) }
}
