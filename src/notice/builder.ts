import type { Block, Filled, Notice, NoticeLink, Piece, Run } from './notice.ts'
import { structured } from './structure.ts'

/**
 * A block as its maker knows it: what its markup says, and what hints at more. The builder adds its place among the others.
 */
export type NewBlock = {
  kind: Block['kind']
  text: string
  runs: Run[]
  links?: NoticeLink[]
  level?: number
  label?: string
  numbered?: true
  depth?: number
  columns?: string[]
  cells?: { from: number; to: number }[]
  /** How many characters from the beginning are bold. */
  strong?: number
  /** The number of an ordered list's item, which is not among its words. */
  marker?: string
}

/** A line that introduces what follows it. */
const introduces = /[:：]\s*$/u

/** Puts blocks in order, gives them the structure that no markup says, and each its heading and its stem. */
export class NoticeBuilder {
  readonly #written: NewBlock[] = []
  readonly #layout: (Piece | { kind: 'written'; at: number })[] = []
  readonly #file: string
  readonly #language: string

  constructor(file: string, language: string) {
    this.#file = file
    this.#language = language
  }

  /** Adds a block that is rendered from its own words. */
  add(block: NewBlock): void {
    this.#layout.push({ kind: 'written', at: this.#written.length })
    this.addRead(block)
  }

  /** Adds a block that is rendered as part of a slice of prose. */
  addRead(block: NewBlock): void {
    this.#written.push(block)
  }

  /** Adds prose to be emitted by slice. */
  prose(text: string, fills: Filled[]): void {
    this.#layout.push({ kind: 'prose', text, fills })
  }

  build(): Notice {
    const places = new Places()
    const read = structured(this.#written)
    /** For each written block the first that was read of it. */
    const first = new Map<number, number>()
    for (const { block, origin } of read) {
      const made = places.add(block)
      if (!first.has(origin)) first.set(origin, made.id)
    }
    const layout = this.#layout.map((piece): Piece => {
      if (piece.kind !== 'written') return piece
      const written = this.#written[piece.at] as NewBlock
      const id = first.get(piece.at) ?? 0
      const block = places.blocks[id]
      const same = block?.text === written.text && block.kind === written.kind
      return { kind: 'block', block: id, ...(!same && { written }) }
    })
    const origins = read.map(({ origin }) => origin)
    return {
      file: this.#file,
      language: this.#language,
      blocks: places.blocks,
      layout,
      written: this.#written,
      origins,
    }
  }
}

/** Gives blocks their numbers, headings and stems. */
class Places {
  readonly blocks: Block[] = []
  /** The latest heading of each level. */
  readonly #headings: (number | undefined)[] = []
  /** The introducing line at each list depth. */
  #stems: (number | undefined)[] = []

  add(block: NewBlock): Block {
    const made: Block = { ...block, links: block.links ?? [], id: this.blocks.length }
    const heading = this.#headings.findLast((id) => id !== undefined)
    if (block.kind === 'heading') {
      const level = block.level ?? 2
      this.#headings.length = Math.min(this.#headings.length, level)
      const parent = this.#headings.findLast((id) => id !== undefined)
      if (parent !== undefined) made.heading = parent
      this.#headings[level] = made.id
      this.#stems = []
    } else {
      if (heading !== undefined) made.heading = heading
      this.#stem(made)
    }
    this.blocks.push(made)
    return made
  }

  #stem(block: Block): void {
    const depth = block.depth ?? (block.kind === 'item' ? 1 : 0)
    const stem =
      block.kind === 'paragraph'
        ? undefined
        : this.#stems.slice(0, Math.max(depth, 1)).findLast((id) => id !== undefined)
    if (stem !== undefined) block.stem = stem
    if (block.kind === 'row') return
    this.#stems.length = depth
    this.#stems[depth] = introduces.test(block.text) ? block.id : undefined
  }
}
