import { placeOfPhrases, unknownWord } from '../catalog/lexicon.ts'
import type { Lexicon } from '../catalog/types.ts'
import type { Block } from '../notice/notice.ts'
import type { Token } from '../source/words.ts'
import type { Sentence } from './sentences.ts'
import { findValues } from './values.ts'
import type { WordKind } from './values/kinds.ts'
import type { Hit, Vocabulary } from './vocabulary.ts'

/** The word groups and values at each token of a sequence. */
type Hits = (readonly Hit[])[]

/** A sentence with everything that patterns test. */
export type ReadSentence = Sentence & {
  /** What begins at each token, longer phrases before shorter ones. */
  hits: Hits
  /**
   * For each group and value type, one more than the token where it first begins (`farthest`: or later); 0 where it does
   * not occur. The second half says the same of where it last begins.
   */
  present: Uint8Array
  /** The sentence before it in the same block, or in the paragraph before under the same heading. */
  before: ReadSentence | undefined
}

const empty: readonly Hit[] = []

/**
 * Looks up the words of all sentences of a notice. A stem is looked up once, however many items it introduces.
 * `postings`: for each word group and value type, the sentences that have it.
 */
export function lookUpAll(
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
): { sentences: ReadSentence[]; postings: number[][] } {
  const tails = new Map<number, Hits>()
  const postings: number[][] = Array.from({ length: vocabulary.size }, () => [])
  const presences = new Presences(vocabulary.size)
  let last: ReadSentence | undefined
  const read = sentences.map((sentence, index) => {
    const { block, tokens, own, stem, span } = sentence
    const ownHits = hitsOf(own === 0 ? tokens : tokens.slice(own), vocabulary)
    tails.set(block.id, ownHits)
    const lead = own === 0 || !stem ? undefined : tails.get(stem.id)
    const hits = lead ? [...lead.slice(lead.length - own), ...ownHits] : ownHits
    const before = last && follows(block, last.block) ? last : undefined
    last = { block, tokens, own, stem, span, hits, present: presence(hits, index, postings, presences), before }
    return last
  })
  return { sentences: read, postings }
}

function follows(block: Block, before: Block): boolean {
  if (block === before) return true
  return block.kind === 'paragraph' && before.kind === 'paragraph' && block.heading === before.heading
}

function hitsOf(tokens: readonly Token[], vocabulary: Vocabulary): Hits {
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

/** What `present` says of a token this far or farther on. */
export const farthest = 255

/** Makes what is asked of sentences as parts of larger arrays, which cost much less than one array for each. */
class Presences {
  /** How many of them one array holds; more each time, so that a short notice has a small one. */
  #count = 8
  #buffer = new ArrayBuffer(0)
  #used = 0
  readonly #length: number
  /** For all sentences without anything: a text may have very many, very short ones. */
  readonly nothing: Uint8Array

  constructor(size: number) {
    this.#length = 2 * size
    this.nothing = new Uint8Array(this.#length)
  }

  /** For a sentence with something in it. */
  next(): Uint8Array {
    if (this.#used + this.#length > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(this.#length * this.#count)
      this.#count = Math.min(this.#count * 2, 256)
      this.#used = 0
    }
    const made = new Uint8Array(this.#buffer, this.#used, this.#length)
    this.#used += this.#length
    return made
  }
}

/** Where groups and value types begin in a sentence; its number is entered under each. */
function presence(hits: Hits, sentence: number, postings: readonly number[][], presences: Presences): Uint8Array {
  let present: Uint8Array | undefined
  for (let at = 0; at < hits.length; at++) {
    const here = hits[at] as readonly Hit[]
    if (here.length === 0) continue
    present ??= presences.next()
    const place = at + 1 > farthest ? farthest : at + 1
    for (let index = 0; index < here.length; index++) {
      const { group } = here[index] as Hit
      if (present[group] === 0) {
        present[group] = place
        ;(postings[group] as number[]).push(sentence)
      }
      present[postings.length + group] = place
    }
  }
  return present ?? presences.nothing
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
