import { headingsOf, type Block, type Notice } from '../notice/notice.ts'
import type { Statement } from '../reading/statement.ts'
import type { SourceText } from '../source/text.ts'
import { lineOf, opening } from './quote.ts'

/** Blocks in a row from which no statement was read: their first and last lines (1-based), where, and how they begin. */
export type Passage = { first: number; last: number; heading?: string; words: string }

/** Shorter blocks (labels, names, "Back to top") are not worth a line of their own. */
const fewestWords = 4

/** The passages of a notice that were not understood, in order. A passage ends where its section ends. */
export function unreadPassages(source: SourceText, notice: Notice, statements: readonly Statement[]): Passage[] {
  const read = new Set(statements.map(({ sentence }) => sentence.block))
  // A line that introduces a list is understood with it.
  for (const block of notice.blocks) if (block.stem !== undefined && read.has(block.id)) read.add(block.stem)
  const passages: Block[][] = []
  let last: Block | undefined
  for (const block of notice.blocks) {
    if (block.kind === 'heading' || block.text.trim() === '') continue
    if (!read.has(block.id)) {
      if (last && last.heading === block.heading) passages.at(-1)?.push(block)
      else passages.push([block])
      last = block
    } else last = undefined
  }
  return passages
    .filter((blocks) => blocks.some(({ text }) => text.split(/\s+/).length >= fewestWords))
    .map((blocks) => passageOf(source, notice, blocks))
}

function passageOf(source: SourceText, notice: Notice, blocks: readonly Block[]): Passage {
  const [begin, end] = [blocks[0] as Block, blocks.at(-1) as Block]
  const [heading] = headingsOf(notice, begin)
  return {
    first: lineOf(source, notice, { block: begin.id, from: 0, to: begin.text.length }),
    last: lineOf(source, notice, { block: end.id, from: Math.max(end.text.length - 1, 0), to: end.text.length }),
    ...(heading && { heading: opening(heading.text, 60) }),
    words: opening(begin.text, 80),
  }
}
