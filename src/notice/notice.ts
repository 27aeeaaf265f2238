import type { NewBlock } from './builder.ts'
import type { OffsetMap } from '../source/offset-map.ts'
import type { Place, Range } from '../source/range.ts'

/** Where a run of the notice's words comes from. */
export type Source =
  /** Words somebody wrote: the slice of the file decodes to the run. `maps` lead from the run to the file, one after the other. */
  | { kind: 'author'; file: string; offset: number; maps: readonly OffsetMap[] }
  /** A fact's value: `place` is its scalar; `use` is the alias, merge key or `{{ }}` through which it came. */
  | { kind: 'fact'; path: string; place: Place; use?: Place }
  /** Our own words; `anchor` is the section or fact that called them. */
  | { kind: 'clause'; id: string; anchor: Place }

/** A stretch of a block's text with its source. Runs cover a block in order and without gaps. */
export type Run = { from: number; to: number; source: Source }

/** A link of a block: the offsets of its words, and where it leads. */
export type NoticeLink = { from: number; to: number; target: string }

/** One piece of the text that people read. */
export type Block = {
  id: number
  kind: 'heading' | 'paragraph' | 'item' | 'row'
  text: string
  runs: Run[]
  links: NoticeLink[]
  /** Headings: 1 is the notice's title. */
  level?: number
  /** The number that readers see before a heading ("13"), wherever it comes from. */
  label?: string
  /** Whether the label stands before the heading's words instead of in them (automatic numbering). */
  numbered?: true
  /** The heading above, by block id. A heading's own is the one it stands under. */
  heading?: number
  /** The line that introduces a list or table ("We share data with:"), by block id. */
  stem?: number
  /** How deep a list item is nested; 1 is outermost. A paragraph in an item has the item's. */
  depth?: number
  /** The header cells above a table row. */
  columns?: string[]
  /** The cells of a row. */
  cells?: { from: number; to: number }[]
}

/**
 * What is put into authored prose when it is rendered, in place of a slot: words to be written as `where` asks (a link's
 * `target`; `html` in tags and the text between them; `raw` as they are). `markup` is no words but other marks.
 */
export type Filled = { range: Range; text: string; where: 'text' | 'cell' | 'target' | 'html' | 'raw' | 'markup' }

/**
 * How the notice is laid out for rendering: blocks of ours, and prose that is emitted by slice. `written` is the block
 * as it is to be rendered, where it reads as something else (its words as a heading, or as several blocks).
 */
export type Piece =
  | {
      kind: 'block'
      block: number
      written?: Pick<Block, 'kind' | 'text' | 'level' | 'label' | 'numbered' | 'depth' | 'columns' | 'cells'>
    }
  | { kind: 'prose'; text: string; fills: Filled[] }

/** The text that people read, in pieces with sources; the same from both doors. It holds no facts and no rules. */
export type Notice = {
  file: string
  language: string
  blocks: Block[]
  layout: Piece[]
  /** The blocks as they are written; for each block of the notice, `origins` has the index of the one that it is of. */
  written?: readonly NewBlock[]
  origins?: readonly number[]
}

/** Part of a block. */
export type Span = { block: number; from: number; to: number }

/** The place of a span: the words' own range where an author wrote them, the fact's value, or the clause's anchor. */
export type SpanPlace =
  | { kind: 'words'; place: Place; quote: string }
  | { kind: 'fact'; place: Place; path: string; use?: Place }
  | { kind: 'clause'; place: Place; id: string }

/** Finds where the words of a span stand. Facts go before our own words: a composed sentence is at the value it states. */
export function placeSpan(notice: Notice, span: Span): SpanPlace {
  const block = notice.blocks[span.block] as Block
  const runs = block.runs.filter((run) => run.to > span.from && run.from < span.to)
  const authored = runs.filter((run) => run.source.kind === 'author')
  const first = authored[0]
  const last = authored.at(-1)
  if (first?.source.kind === 'author' && last?.source.kind === 'author') {
    const from = Math.max(span.from, first.from)
    const to = Math.min(span.to, last.to)
    const start = authorRange(first, from, Math.min(to, first.to)).start
    const end = authorRange(last, Math.max(from, last.from), to).end
    return {
      kind: 'words',
      place: { file: first.source.file, range: { start, end } },
      quote: block.text.slice(from, to),
    }
  }
  const fact = runs.find((run) => run.source.kind === 'fact')?.source
  if (fact?.kind === 'fact')
    return { kind: 'fact', place: fact.place, path: fact.path, ...(fact.use && { use: fact.use }) }
  const clause = runs[0]?.source
  if (clause?.kind === 'clause') return { kind: 'clause', place: clause.anchor, id: clause.id }
  return { kind: 'clause', place: endOfWords(notice, block, span.from), id: '' }
}

/** A span without words has no place of its own: it is where the words before it end. */
function endOfWords(notice: Notice, block: Block, before: number): Place {
  const inBlock = block.runs.findLast((run) => run.to <= before)
  const above = notice.blocks.slice(0, block.id).findLast(({ text }) => text !== '')
  if (!inBlock && !above) return { file: notice.file, range: { start: 0, end: 0 } }
  const { text, id } = inBlock ? { text: block.text, id: block.id } : (above as Block)
  const to = inBlock?.to ?? text.length
  const { file, range } = placeSpan(notice, { block: id, from: to - 1, to }).place
  return { file, range: { start: range.end, end: range.end } }
}

function authorRange(run: Run, from: number, to: number): Range {
  if (run.source.kind !== 'author') throw new Error('not authored words')
  const { offset, maps } = run.source
  return maps.reduce<Range>((range, map) => map.range(range.start, range.end), {
    start: offset + from - run.from,
    end: offset + to - run.from,
  })
}

/** The headings above a block, nearest first. */
export function headingsOf(notice: Notice, block: Block): Block[] {
  const above: Block[] = []
  let at = block.kind === 'heading' ? block : undefined
  let next = at ? at.id : block.heading
  while (next !== undefined && above.length < 12) {
    at = notice.blocks[next]
    if (!at) break
    above.push(at)
    next = at.heading
  }
  return above
}
