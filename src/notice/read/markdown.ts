import { parseMarkdown, type Inline } from '../../source/markdown.ts'
import type { SourceText } from '../../source/text.ts'
import { NoticeBuilder, type NewBlock } from '../builder.ts'
import type { Notice, Run } from '../notice.ts'
import { labelled } from '../prose.ts'

/** Reads a published Markdown notice: the same blocks that composing its policy would give, with the file's places. */
export function readMarkdown(source: SourceText, language = 'en'): Notice {
  const builder = new NoticeBuilder(source.file, language)
  let columns: string[] = []
  for (const block of parseMarkdown(source.text)) {
    if (block.kind === 'row') {
      if (block.header) columns = block.cells.map((cell) => cell.text)
      builder.addRead(row(block.cells, source.file, block.header ? undefined : columns))
      continue
    }
    const text = block.inline.text
    const runs: Run[] =
      text === ''
        ? []
        : [
            {
              from: 0,
              to: text.length,
              source: { kind: 'author', file: source.file, offset: 0, maps: [block.inline.map] },
            },
          ]
    const links = block.inline.links.map(({ from, to, target }) => ({ from, to, target }))
    if (block.kind === 'heading')
      builder.addRead({ kind: 'heading', level: block.level, text, runs, links, ...labelled(text) })
    else if (block.kind === 'item') builder.addRead({ kind: 'item', depth: block.depth, text, runs, links })
    else builder.addRead({ kind: 'paragraph', text, runs, links })
  }
  builder.prose(source.text, [])
  return builder.build()
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
