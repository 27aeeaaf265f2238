import type { Hits } from './lookup.ts'
import type { Hit } from './vocabulary.ts'

/** Which groups and value types a sentence has, and where. */
export class Presence {
  /**
   * For each group and value type, one more than the token where it first begins (`farthest`: or later); 0 where it does
   * not occur. The second half says the same of where it last begins.
   */
  readonly present: Uint8Array
  /** Those that occur. */
  readonly groups: readonly number[]
  #key: string | undefined

  constructor(present: Uint8Array, groups: readonly number[]) {
    this.present = present
    this.groups = groups
  }

  /** What is the same for sentences that have the same, at whatever places. */
  get key(): string {
    return (this.#key ??= this.groups.join())
  }
}

/** What `present` says of a token this far or farther on. */
export const farthest = 255

const none: readonly number[] = []

/** Makes them as parts of larger arrays, which cost much less than one array for each. */
export class Presences {
  /** How many of them one array holds; more each time, so that a short notice has a small one. */
  #count = 8
  #buffer = new ArrayBuffer(0)
  #used = 0
  readonly #size: number
  /** Where the groups of one sentence are collected. */
  readonly #groups: number[] = []
  /** For all sentences without anything: a text may have very many, very short ones. */
  readonly #nothing: Presence

  /** @param size how many groups and value types there are */
  constructor(size: number) {
    this.#size = size
    this.#nothing = new Presence(new Uint8Array(2 * size), none)
  }

  /** Where groups and value types begin in a sentence. */
  of(hits: Hits): Presence {
    let present: Uint8Array | undefined
    const groups = this.#groups
    let count = 0
    for (let at = 0; at < hits.length; at++) {
      const here = hits[at] as readonly Hit[]
      if (here.length === 0) continue
      present ??= this.#next()
      const place = at + 1 > farthest ? farthest : at + 1
      for (let index = 0; index < here.length; index++) {
        const { group } = here[index] as Hit
        if (present[group] === 0) {
          present[group] = place
          groups[count++] = group
        }
        present[this.#size + group] = place
      }
    }
    return present ? new Presence(present, groups.slice(0, count)) : this.#nothing
  }

  #next(): Uint8Array {
    const length = 2 * this.#size
    if (this.#used + length > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(length * this.#count)
      this.#count = Math.min(this.#count * 2, 256)
      this.#used = 0
    }
    const made = new Uint8Array(this.#buffer, this.#used, length)
    this.#used += length
    return made
  }
}
