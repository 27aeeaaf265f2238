import type { Phrase } from '../catalog/lexicon.ts'
import type { Block } from '../notice/notice.ts'
import type { Token } from '../source/words.ts'
import type { Sentence } from './sentences.ts'
import { findValues } from './values.ts'
import type { Hit, Vocabulary, WordEntries } from './vocabulary.ts'

/** The word groups and values at each token of a sequence. */
type Hits = (readonly Hit[])[]

/** A sentence with everything that patterns test. */
export type ReadSentence = Sentence & {
  /** What begins at each token, longer phrases before shorter ones. */
  hits: Hits
  /** 1 for each group and value type that occurs. */
  present: Uint8Array
  /** The sentence before it in the same block, or in the paragraph before under the same heading. */
  before: ReadSentence | undefined
}

const empty: readonly Hit[] = []

/** Looks up the words of all sentences of a notice. A stem is looked up once, however many items it introduces. */
export function lookUpAll(sentences: readonly Sentence[], vocabulary: Vocabulary): ReadSentence[] {
  const tails = new Map<number, Hits>()
  let last: ReadSentence | undefined
  return sentences.map((sentence) => {
    const { block, tokens, own, stem, span } = sentence
    const ownHits = hitsOf(own === 0 ? tokens : tokens.slice(own), vocabulary)
    tails.set(block.id, ownHits)
    const lead = own === 0 || !stem ? undefined : tails.get(stem.id)
    const hits = lead ? [...lead.slice(lead.length - own), ...ownHits] : ownHits
    const before = last && follows(block, last.block) ? last : undefined
    last = { block, tokens, own, stem, span, hits, present: presence(hits, vocabulary.size), before }
    return last
  })
}

function follows(block: Block, before: Block): boolean {
  if (block === before) return true
  return block.kind === 'paragraph' && before.kind === 'paragraph' && block.heading === before.heading
}

function hitsOf(tokens: readonly Token[], vocabulary: Vocabulary): Hits {
  const hits: Hits = []
  for (let at = 0; at < tokens.length; at++) {
    const entries = vocabulary.lookUp((tokens[at] as Token).word)
    hits.push(entries ? hitsAt(tokens, at, entries) : empty)
  }
  for (const { type, at, length, value } of findValues(tokens)) {
    const group = vocabulary.values.get(type)
    if (group !== undefined) hits[at] = [...(hits[at] ?? empty), { group, length, value }]
  }
  return hits
}

let nothing = new Uint8Array(0)

/** Which groups occur. Sentences without any (a text may have very many, very short ones) share one array. */
function presence(hits: Hits, size: number): Uint8Array {
  if (hits.every((here) => here.length === 0)) {
    if (nothing.length !== size) nothing = new Uint8Array(size)
    return nothing
  }
  const present = new Uint8Array(size)
  for (const here of hits) for (let index = 0; index < here.length; index++) present[(here[index] as Hit).group] = 1
  return present
}

function hitsAt(tokens: readonly Token[], at: number, entries: WordEntries): readonly Hit[] {
  const next = tokens[at + 1]
  if (!next) return entries.hits
  let found = phrasesAt(tokens, at, entries.phrases(next.word), undefined)
  // A hyphen between the words is left out of account: "opt-out" is "opt out".
  const after = next.word === '-' ? tokens[at + 2] : undefined
  if (after) found = phrasesAt(tokens, at, entries.phrases(after.word), found)
  return found ? [...found, ...entries.hits] : entries.hits
}

function phrasesAt(
  tokens: readonly Token[],
  at: number,
  phrases: readonly Phrase[],
  found: Hit[] | undefined,
): Hit[] | undefined {
  let hits = found
  for (let index = 0; index < phrases.length; index++) {
    const { group, rest, value } = phrases[index] as Phrase
    const length = phraseLength(tokens, at, rest)
    if (length > 0) (hits ??= []).push({ group, length, value })
  }
  return hits
}

/** Length in tokens of a phrase that begins at a token, hyphens left out of account; 0 when it does not stand there. */
function phraseLength(tokens: readonly Token[], at: number, rest: readonly string[]): number {
  let next = at + 1
  for (const word of rest) {
    if (tokens[next]?.word === '-' && word !== '-') next++
    if (tokens[next]?.word !== word) return 0
    next++
  }
  return next - at
}
