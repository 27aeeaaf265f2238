import { placeOfPhrases, unknownWord } from '../catalog/lexicon.ts'
import type { Lexicon } from '../catalog/types.ts'
import type { Token } from '../source/words.ts'
import { findValues } from './values.ts'
import type { WordKind } from './values/kinds.ts'
import type { Hit, Vocabulary } from './vocabulary.ts'

/** The word groups and values that begin at each token of a sequence, longer phrases before shorter ones. */
export type Hits = (readonly Hit[])[]

const empty: readonly Hit[] = []

/** Looks up the words of a sentence. */
export function hitsOf(tokens: readonly Token[], vocabulary: Vocabulary): Hits {
  const words: number[] = []
  for (let at = 0; at < tokens.length; at++) words.push(vocabulary.numberOf((tokens[at] as Token).word))
  const hyphen = vocabulary.numberOf('-')
  const hits: Hits = []
  for (let at = 0; at < words.length; at++)
    hits.push(words[at] === unknownWord ? empty : hitsAt(words, at, hyphen, vocabulary))
  const isAt = (kind: WordKind, at: number): boolean => {
    const group = vocabulary.kinds[kind]
    const here = hits[at] ?? empty
    for (let index = 0; index < here.length; index++) if ((here[index] as Hit).group === group) return true
    return false
  }
  for (const { type, at, length, value } of findValues(tokens, isAt)) {
    const group = vocabulary.values.get(type)
    if (group !== undefined) hits[at] = [...(hits[at] ?? empty), { group, length, value }]
  }
  return hits
}

/** What begins at a known word. A hyphen after it is left out of account: "opt-out" is "opt out". */
function hitsAt(words: readonly number[], at: number, hyphen: number, vocabulary: Vocabulary): readonly Hit[] {
  const singles = vocabulary.singles(words[at] as number)
  let found = phraseHits(words, at, at + 1, hyphen, vocabulary, undefined)
  if (words[at + 1] === hyphen) found = phraseHits(words, at, at + 2, hyphen, vocabulary, found)
  if (!found) return singles
  for (let index = 0; index < singles.length; index++) found.push(singles[index] as Hit)
  return found
}

/** Adds the phrases that begin with a known word and go on at `next`. */
function phraseHits(
  words: readonly number[],
  at: number,
  next: number,
  hyphen: number,
  { lexicon }: Vocabulary,
  before: Hit[] | undefined,
): Hit[] | undefined {
  const second = words[next] ?? unknownWord
  if (second === unknownWord) return before
  const place = placeOfPhrases(lexicon, words[at] as number, second)
  if (place < 0) return before
  // The table is read as it is (see packLexicon): objects for all phrases would cost more than those that stand here.
  const { table, meanings } = lexicon
  let hits = before
  let phrase = place + 1
  for (let left = table[place] as number; left > 0; left--) {
    const entry = phrase + 1 + (table[phrase] as number)
    const end = endOfPhrase(words, next + 1, table, phrase + 1, entry, hyphen)
    if (end > 0)
      (hits ??= []).push({
        group: table[entry] as number,
        length: end - at,
        value: meanings[table[entry + 1] as number],
      })
    phrase = entry + 2
  }
  return hits
}

/**
 * Where the words of a phrase end that go on at a token, hyphens left out of account; 0 when they do not stand there.
 * @param first where the words to come begin in the table, `last` where they end
 */
function endOfPhrase(
  words: readonly number[],
  from: number,
  table: Lexicon['table'],
  first: number,
  last: number,
  hyphen: number,
): number {
  let next = from
  for (let index = first; index < last; index++) {
    const word = table[index]
    if (words[next] === hyphen && word !== hyphen) next++
    if (words[next] !== word) return 0
    next++
  }
  return next
}
