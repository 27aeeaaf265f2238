import type { Block, Notice, Span } from '../notice/notice.ts'
import type { Token } from '../source/words.ts'
import { hitsOf, type Hits } from './lookup.ts'
import { Presences, type Presence } from './presence.ts'
import { sentencesIn } from './sentences.ts'
import type { Recalled } from './recall.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A sentence as its words alone make it, wherever it stands; `own` and `tokens` as in `ReadSentence`. */
export type Part = {
  tokens: readonly Token[]
  own: number
  hits: Hits
  presence: Presence
  /** Whether it is kept for the next that has the same words, and what was read in it. */
  kept: boolean
  recalled: Recalled[] | undefined
  /** What the first cell has, where it is a row's: once it was asked for. */
  label?: Presence
}

/** A sentence of a notice, with everything that patterns test. */
export type ReadSentence = {
  block: Block
  /** The tokens of the stem that introduces it ("We share data with:" + "payment providers"), then its own. */
  tokens: readonly Token[]
  /** Index of the first token of its own. */
  own: number
  stem: Block | undefined
  span: Span
  /** What begins at each token. */
  hits: Hits
  /** See `Presence`. */
  present: Uint8Array
  part: Part
  /** The sentence before it in the same block, or in the paragraph before under the same heading. */
  before: ReadSentence | undefined
}

/** The words of a text: its sentences by themselves, and under stems. */
type Wording = {
  sentences: { tokens: readonly Token[]; own: number; hits: Hits }[]
  kept: boolean
  plain?: Part[]
  under?: Map<Wording, Part[]>
}

/** Texts longer than this, in UTF-16 units, are read anew each time. */
const longest = 5_000
/** How many UTF-16 units of texts are kept at least, and half as many as are kept at most. */
const kept = 400_000
const longestStem = 60
const mostStems = 16

/**
 * The words of texts, read once. Policies of one company, and versions of one policy, have most of their sentences in
 * common. When it is full, what was not asked for lately is forgotten.
 */
export class Wordings {
  /** Of words that were met once only that is kept: most are never met again. */
  #young = new Map<string, Wording | 'met'>()
  #old = new Map<string, Wording | 'met'>()
  #length = 0
  readonly #vocabulary: Vocabulary
  readonly #presences: Presences

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#presences = new Presences(vocabulary.lexicon.size)
  }

  of(text: string): Wording {
    if (text.length > longest) return this.#read(text, false)
    const known = this.#young.get(text) ?? this.#old.get(text)
    const wording = typeof known === 'object' ? known : this.#read(text, known === 'met')
    this.#keep(text, wording.kept ? wording : 'met')
    return wording
  }

  #keep(text: string, wording: Wording | 'met'): void {
    if (!this.#young.has(text)) this.#length += text.length
    if (this.#length > kept) {
      this.#old = this.#young
      this.#young = new Map()
      this.#length = text.length
    }
    this.#young.set(text, wording)
  }

  /** The sentences of a text under a stem: each carries the end of the stem's last sentence before it. */
  parts(wording: Wording, stem: Wording | undefined): Part[] {
    const last = stem?.sentences.at(-1)
    if (!stem || !last)
      return (wording.plain ??= wording.sentences.map(({ tokens, own, hits }) =>
        this.#part(tokens, own, hits, wording.kept),
      ))
    // Few texts stand under more stems than that; in a text that is made to be hard they could be very many.
    if (!wording.under || wording.under.size >= mostStems) wording.under = new Map()
    const known = wording.under.get(stem)
    if (known) return known
    const tokens = last.tokens.slice(-longestStem)
    const hits = last.hits.slice(-longestStem)
    const made = wording.sentences.map((one) =>
      this.#part(tokens.concat(one.tokens), tokens.length + one.own, hits.concat(one.hits), wording.kept),
    )
    wording.under.set(stem, made)
    return made
  }

  #read(text: string, kept: boolean): Wording {
    let last: { lead: readonly Token[]; hits: Hits } | undefined
    const sentences = sentencesIn(text).map(({ tokens, lead }) => {
      const hits = hitsOf(tokens, this.#vocabulary)
      if (!lead) return { tokens, own: 0, hits }
      if (last?.lead !== lead) last = { lead, hits: hitsOf(lead, this.#vocabulary) }
      return { tokens: lead.concat(tokens), own: lead.length, hits: last.hits.concat(hits) }
    })
    return { sentences, kept }
  }

  #part(tokens: readonly Token[], own: number, hits: Hits, kept: boolean): Part {
    return { tokens, own, hits, presence: this.#presences.of(hits), kept, recalled: undefined }
  }
}

/** The sentences of a notice. Headings are sentences too; list items and rows carry their stem. */
export function sentencesOf(notice: Notice, wordings: Wordings): ReadSentence[] {
  const made: Wording[] = []
  const sentences: ReadSentence[] = []
  let last: ReadSentence | undefined
  for (const block of notice.blocks) {
    const wording = wordings.of(block.text)
    made[block.id] = wording
    const stem = block.stem === undefined ? undefined : notice.blocks[block.stem]
    for (const part of wordings.parts(wording, stem && made[stem.id])) {
      const { tokens, own, hits, presence } = part
      const span = { block: block.id, from: tokens[own]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 }
      const before: ReadSentence | undefined = last && follows(block, last.block) ? last : undefined
      last = { block, tokens, own, stem, span, hits, present: presence.present, part, before }
      sentences.push(last)
    }
  }
  return sentences
}

function follows(block: Block, before: Block): boolean {
  if (block === before) return true
  return block.kind === 'paragraph' && before.kind === 'paragraph' && block.heading === before.heading
}
