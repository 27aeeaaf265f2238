import { readBlocks } from './markdown-blocks.ts'
import { readPlain } from './markdown-plain.ts'
import { prepare } from './markdown-text.ts'
import type { Inline, MarkdownBlock } from './markdown-types.ts'
import type { OffsetMap } from './offset-map.ts'
import type { Range } from './range.ts'

export { escapeMarkdown, escapeTarget } from './markdown-escape.ts'
export type { Inline, MarkdownBlock, Slot } from './markdown-types.ts'

/**
 * Reads Markdown (CommonMark with GFM tables and strikethrough) as blocks of words with their places, in document
 * order. HTML in it is read as what its readers see; comments, link reference definitions and rules make no block.
 * @param text any text; line endings may be `\n`, `\r\n` or `\r`. It takes linear time, and no text makes it throw
 * @returns blocks whose ranges and maps are UTF-16 offsets into `text`
 */
export function parseMarkdown(text: string): MarkdownBlock[] {
  return readPlain(text) ?? parseMarkup(text)
}

/** `parseMarkdown` by the parser, whatever the text. */
export function parseMarkup(text: string): MarkdownBlock[] {
  const prepared = prepare(text)
  const blocks = readBlocks(prepared)
  const { map } = prepared
  return map ? blocks.map((block) => relocate(block, map)) : blocks
}

function relocate(block: MarkdownBlock, outer: OffsetMap): MarkdownBlock {
  const range = through(block.range, outer)
  if (block.kind === 'row') return { ...block, range, cells: block.cells.map((cell) => relocateInline(cell, outer)) }
  return { ...block, range, inline: relocateInline(block.inline, outer) }
}

function relocateInline({ text, map, links, slots, strong }: Inline, outer: OffsetMap): Inline {
  return {
    text,
    ...(strong !== undefined && { strong }),
    map: map.through(outer),
    links: links.map((link) => ({ ...link, targetRange: through(link.targetRange, outer) })),
    slots: slots.map((slot) => ({
      ...slot,
      expressionRange: through(slot.expressionRange, outer),
      range: through(slot.range, outer),
    })),
  }
}

function through({ start, end }: Range, outer: OffsetMap): Range {
  return outer.range(start, end)
}
