import { parseMarkdown, type Inline } from '../../source/markdown.ts'
import { OffsetMap } from '../../source/offset-map.ts'
import type { SourceText } from '../../source/text.ts'
import { NoticeBuilder, type NewBlock } from '../builder.ts'
import type { Notice, Run } from '../notice.ts'
import { labelled } from '../label.ts'
import { depthOf } from '../prose-words.ts'
import { withoutEnd } from '../words.ts'

/** Reads a published Markdown notice: the same blocks that composing its policy would give, with the file's places. */
export function readMarkdown(source: SourceText, language = 'en'): Notice {
  const builder = new NoticeBuilder(source.file, language)
  let columns: string[] | undefined
  for (const block of parseMarkdown(withoutEnd(source.text))) {
    if (block.kind === 'row') {
      const cells = block.cells.map((cell) => unfilled(cell, source.text))
      if (block.header) columns = cells.map((cell) => cell.text)
      builder.addRead(row(cells, source.file, block.header ? undefined : columns))
      continue
    }
    columns = undefined
    const { text, map, links: found } = unfilled(block.inline, source.text)
    const author = { kind: 'author' as const, file: source.file, offset: 0, maps: [map] }
    const runs: Run[] = text === '' ? [] : [{ from: 0, to: text.length, source: author }]
    const links = found.map(({ from, to, target }) => ({ from, to, target }))
    if (block.kind === 'heading')
      builder.addRead({ kind: 'heading', level: block.level, text, runs, links, ...labelled(text) })
    else if (block.kind === 'item') builder.addRead({ kind: 'item', depth: block.depth, text, runs, links })
    else builder.addRead({ kind: 'paragraph', text, runs, links, ...depthOf(block) })
  }
  builder.prose(source.text, [])
  return builder.build()
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
  const moved = (position: number) =>
    slots.reduce((sum, { at, range }) => (at < position ? sum + range.end - range.start - 1 : sum), position)
  return {
    text: text + inline.text.slice(from),
    map: OffsetMap.concat([...maps, inline.map.slice(from, inline.text.length)]),
    links: inline.links.map((link) => ({ ...link, from: moved(link.from), to: moved(link.to) })),
    slots: [],
  }
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
