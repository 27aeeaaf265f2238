import { unknownWord } from '../catalog/lexicon.ts'
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
  /** For each group and value type, one more than the token where it first begins (255: or later); 0 where it does not occur. */
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
  let last: ReadSentence | undefined
  const read = sentences.map((sentence, index) => {
    const { block, tokens, own, stem, span } = sentence
    const ownHits = hitsOf(own === 0 ? tokens : tokens.slice(own), vocabulary)
    tails.set(block.id, ownHits)
    const lead = own === 0 || !stem ? undefined : tails.get(stem.id)
    const hits = lead ? [...lead.slice(lead.length - own), ...ownHits] : ownHits
    const before = last && follows(block, last.block) ? last : undefined
    last = { block, tokens, own, stem, span, hits, present: presence(hits, index, postings), before }
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

let nothing = new Uint8Array(0)

/**
 * Where groups and value types first begin in a sentence; its number is entered under each. Sentences without any (a
 * text may have very many, very short ones) share one array.
 */
function presence(hits: Hits, sentence: number, postings: readonly number[][]): Uint8Array {
  if (hits.every((here) => here.length === 0)) {
    if (nothing.length !== postings.length) nothing = new Uint8Array(postings.length)
    return nothing
  }
  const present = new Uint8Array(postings.length)
  for (let at = 0; at < hits.length; at++) {
    const here = hits[at] as readonly Hit[]
    for (let index = 0; index < here.length; index++) {
      const { group } = here[index] as Hit
      if (present[group] !== 0) continue
      present[group] = Math.min(at + 1, 255)
      postings[group]?.push(sentence)
    }
  }
  return present
}

/** What begins at a known word. A hyphen after it is left out of account: "opt-out" is "opt out". */
function hitsAt(words: readonly number[], at: number, hyphen: number, vocabulary: Vocabulary): readonly Hit[] {
  const singles = vocabulary.singles(words[at] as number)
  let found = phraseHits(words, at, at + 1, hyphen, vocabulary, undefined)
  if (words[at + 1] === hyphen) found = phraseHits(words, at, at + 2, hyphen, vocabulary, found)
  return found ? [...found, ...singles] : singles
}

function phraseHits(
  words: readonly number[],
  at: number,
  next: number,
  hyphen: number,
  vocabulary: Vocabulary,
  before: Hit[] | undefined,
): Hit[] | undefined {
  const second = words[next] ?? unknownWord
  if (second === unknownWord) return before
  let hits = before
  for (const { rest, hit } of vocabulary.phrases(words[at] as number, second)) {
    const end = endOfPhrase(words, next + 1, rest, hyphen)
    // The hit kept for the phrase has the length it has without hyphens.
    if (end > 0) (hits ??= []).push(end - at === hit.length ? hit : { ...hit, length: end - at })
  }
  return hits
}

/** Where the words of a phrase end that go on at a token, hyphens left out of account; 0 when they do not stand there. */
function endOfPhrase(words: readonly number[], from: number, rest: readonly number[], hyphen: number): number {
  let next = from
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index]
    if (words[next] === hyphen && word !== hyphen) next++
    if (words[next] !== word) return 0
    next++
  }
  return next
}
