import type { NewBlock } from '../notice/builder.ts'
import { placeSpan, type Block, type Notice } from '../notice/notice.ts'
import type { SourceText } from '../source/text.ts'

/**
 * A block as it is written, which structure may have taken apart when the notice was read; a heading where the whole of it
 * was read as one. Its id is its place among the written blocks.
 */
export type Unit = Block & {
  /** The number or letter that stands before its words and is none of them: "3.", "o". */
  mark?: string
}

/** The written blocks of a notice, and for each block that was read of them the one it is of. */
export type Units = { units: Unit[]; unitOf: (block: number) => number }

/** Reads a notice's blocks as they are written. */
export function unitsOf(source: SourceText, notice: Notice): Units {
  const { origins } = notice
  const written: readonly NewBlock[] = notice.written ?? notice.blocks
  const unitOf = (block: number) => origins?.[block] ?? block
  const headings = new Map<number, Block>()
  for (const block of notice.blocks) {
    const of = unitOf(block.id)
    if (block.kind === 'heading' && block.text === written[of]?.text.trim()) headings.set(of, block)
  }
  const units = written.map(({ marker, links = [], ...rest }, id): Unit => {
    const heading = headings.get(id)
    const { depth, ...outside } = rest
    const unit: Unit = heading
      ? { ...outside, links, id, kind: 'heading', level: heading.level ?? 2 }
      : { ...outside, links, id, ...(depth !== undefined && { depth }) }
    return marker === undefined ? unit : { ...unit, mark: `${marker}.` }
  })
  if (/\.txt$/i.test(source.file)) markLetters(units, source, notice)
  return { units, unitOf }
}

/** In a plain text a bullet may be a letter (the "o" of word processors), which is a word to those who count words. */
function markLetters(units: Unit[], source: SourceText, notice: Notice): void {
  const text = { ...notice, blocks: units }
  let end = 0
  for (const unit of units) {
    if (unit.text === '') continue
    const { range } = placeSpan(text, { block: unit.id, from: 0, to: unit.text.length }).place
    const between = source.text.slice(end, range.start).trim()
    if (/[A-Za-z\d]/.test(between)) unit.mark = between.replace(/\s+/g, ' ')
    end = Math.max(end, range.end)
  }
}
