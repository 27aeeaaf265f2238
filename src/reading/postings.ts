import { mostSentences, type SentenceBits } from '../catalog/pattern-table.ts'
import type { ReadSentence } from './wording.ts'

/** Which sentences have which word groups and value types, in runs of sentences. */
export type Postings = readonly SentenceBits[]

/**
 * The postings of sentences.
 * @param size how many groups and value types there are
 * @param wanted marks the sentences that count with 1; left out: all
 */
export function postingsOf(sentences: readonly ReadSentence[], size: number, wanted?: Uint8Array): Postings {
  const runs: SentenceBits[] = []
  for (let first = 0; first < sentences.length; first += mostSentences) {
    const end = Math.min(first + mostSentences, sentences.length)
    const words = (end - first + 31) >> 5
    const rows = new Int32Array(size).fill(-1)
    // Room for a third of all groups, as many as a notice has; more are made when they are needed.
    let bits = new Int32Array(words * Math.ceil(size / 3))
    let length = 0
    for (let at = first; at < end; at++) {
      if (wanted?.[at] === 0) continue
      const { groups } = (sentences[at] as ReadSentence).part.presence
      const word = (at - first) >> 5
      const bit = 1 << ((at - first) & 31)
      for (let index = 0; index < groups.length; index++) {
        const group = groups[index] as number
        let row = rows[group] as number
        if (row < 0) {
          rows[group] = row = length
          length += words
          if (length > bits.length) bits = grown(bits, words * size)
        }
        bits[row + word] = (bits[row + word] as number) | bit
      }
    }
    runs.push({ first, words, rows, bits })
  }
  return runs
}

function grown(bits: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length)
  made.set(bits)
  return made
}

/** The sentences that have a group, by their places. */
export function sentencesWith(postings: Postings, group: number): number[] {
  return postings.flatMap(({ first, words, rows, bits }) => {
    const row = rows[group] ?? -1
    if (row < 0) return []
    return Array.from({ length: words * 32 }, (_, at) => at)
      .filter((at) => ((bits[row + (at >> 5)] as number) >> (at & 31)) & 1)
      .map((at) => first + at)
  })
}
