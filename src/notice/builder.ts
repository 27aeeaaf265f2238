import type { Block, Filled, Notice, NoticeLink, Piece, Run } from './notice.ts'

/** A block as its maker knows it; the builder adds its place among the others. */
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
}

/** A line that introduces what follows it. */
const introduces = /[:：]\s*$/u

/** Puts blocks in order and gives each its heading and its stem. */
export class NoticeBuilder {
  readonly #blocks: Block[] = []
  readonly #layout: Piece[] = []
  readonly #file: string
  readonly #language: string
  /** The latest heading of each level. */
  readonly #headings: (number | undefined)[] = []
  /** The introducing line at each list depth. */
  #stems: (number | undefined)[] = []

  constructor(file: string, language: string) {
    this.#file = file
    this.#language = language
  }

  /** Adds a block that is rendered from its own words. */
  add(block: NewBlock): Block {
    const made = this.addRead(block)
    this.#layout.push({ kind: 'block', block: made.id })
    return made
  }

  /** Adds a block that is rendered as part of a slice of prose. */
  addRead(block: NewBlock): Block {
    const made: Block = { ...block, links: block.links ?? [], id: this.#blocks.length }
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
    this.#blocks.push(made)
    return made
  }

  /** Adds prose to be emitted by slice. */
  prose(text: string, fills: Filled[]): void {
    this.#layout.push({ kind: 'prose', text, fills })
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

  build(): Notice {
    return { file: this.#file, language: this.#language, blocks: this.#blocks, layout: this.#layout }
  }
}
