import type { Inline, MarkdownBlock } from '../../source/markdown.ts'
import { OffsetMap } from '../../source/offset-map.ts'
import type { SourceText } from '../../source/text.ts'
import { NoticeBuilder, type NewBlock } from '../builder.ts'
import { labelled } from '../label.ts'
import type { Notice, Run } from '../notice.ts'
import { depthOf, markerOf } from '../prose-words.ts'

/** A notice from the blocks of a published text. */
export function noticeOf(source: SourceText, language: string, blocks: readonly MarkdownBlock[]): Notice {
  const builder = new NoticeBuilder(source.file, language)
  let columns: string[] | undefined
  for (const block of blocks) {
    if (block.kind === 'row') {
      const cells = block.cells.map((cell) => unfilled(cell, source.text))
      if (block.header) columns = cells.map((cell) => cell.text)
      builder.addRead(row(cells, source.file, block.header ? undefined : columns))
      continue
    }
    columns = undefined
    builder.addRead(draftOf(block, unfilled(block.inline, source.text), source.file))
  }
  builder.prose(source.text, [])
  return builder.build()
}

function draftOf(block: Exclude<MarkdownBlock, { kind: 'row' }>, inline: Inline, file: string): NewBlock {
  const { text, map, strong } = inline
  const source = { kind: 'author' as const, file, offset: 0, maps: [map] }
  const runs: Run[] = text === '' ? [] : [{ from: 0, to: text.length, source }]
  const links = inline.links.map(({ from, to, target }) => ({ from, to, target }))
  const words = { text, runs, links, ...(strong !== undefined && { strong }) }
  if (block.kind === 'heading') return { ...words, kind: 'heading', level: block.level, ...labelled(text) }
  if (block.kind === 'item') return { ...words, kind: 'item', depth: block.depth, ...markerOf(block) }
  return { ...words, kind: 'paragraph', ...depthOf(block) }
}

/** Nothing fills a slot in a published text: its braces are words like others. */
function unfilled(inline: Inline, source: string): Inline {
  const slots = inline.slots.flatMap(({ at, range }) => (at === undefined ? [] : [{ at, range }]))
  if (slots.length === 0) return inline
  let text = ''
  let from = 0
  const maps: OffsetMap[] = []
  for (const { at, range } of slots) {
    text += inline.text.slice(from, at) + source.slice(range.start, range.end)
    maps.push(inline.map.slice(from, at), OffsetMap.identity(range.start, range.end - range.start))
    from = at + 1
  }
  const grown: number[] = [0]
  for (const { range } of slots) grown.push((grown.at(-1) ?? 0) + range.end - range.start - 1)
  const moved = (position: number) => position + (grown[countBefore(slots, position)] ?? 0)
  return {
    text: text + inline.text.slice(from),
    map: OffsetMap.concat([...maps, inline.map.slice(from, inline.text.length)]),
    links: inline.links.map((link) => ({ ...link, from: moved(link.from), to: moved(link.to) })),
    slots: [],
  }
}

/** How many slots stand before a position. */
function countBefore(slots: readonly { at: number }[], position: number): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slots[middle]?.at ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

function row(cells: readonly Inline[], file: string, columns: string[] | undefined): NewBlock {
  const made: NewBlock = { kind: 'row', text: '', runs: [], links: [], cells: [], ...(columns && { columns }) }
  for (const [index, cell] of cells.entries()) {
    if (index > 0) {
      made.runs.push({
        from: made.text.length,
        to: made.text.length + 3,
        source: { kind: 'clause', id: 'row', anchor: { file, range: cell.map.range(0, 0) } },
      })
      made.text += ' | '
    }
    const from = made.text.length
    made.text += cell.text
    made.cells?.push({ from, to: made.text.length })
    if (cell.text !== '')
      made.runs.push({ from, to: made.text.length, source: { kind: 'author', file, offset: 0, maps: [cell.map] } })
    made.links?.push(...cell.links.map((link) => ({ from: from + link.from, to: from + link.to, target: link.target })))
  }
  return made
}
