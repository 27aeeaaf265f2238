import type { ReadSentence } from './wording.ts'

/** For each word group and value type, the sentences that have it, by their places. */
export type Postings = readonly (readonly number[])[]

const nowhere: readonly number[] = []

/**
 * The postings of sentences.
 * @param size how many groups and value types there are
 * @param wanted marks the sentences that count with 1; left out: all
 */
export function postingsOf(sentences: readonly ReadSentence[], size: number, wanted?: Uint8Array): Postings {
  const left = new Int32Array(size)
  for (let at = 0; at < sentences.length; at++) {
    if (wanted?.[at] === 0) continue
    const { groups } = (sentences[at] as ReadSentence).part.presence
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index] as number
      left[group] = (left[group] as number) + 1
    }
  }
  const postings = new Array<readonly number[]>(size).fill(nowhere)
  // From the end, so that what is left to be entered says where: lists of the right length are half the garbage.
  for (let at = sentences.length - 1; at >= 0; at--) {
    if (wanted?.[at] === 0) continue
    const { groups } = (sentences[at] as ReadSentence).part.presence
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index] as number
      const place = (left[group] as number) - 1
      left[group] = place
      let list = postings[group] as number[]
      if (list === nowhere) postings[group] = list = new Array<number>(place + 1)
      list[place] = at
    }
  }
  return postings
}
