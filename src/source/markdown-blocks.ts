import { readHtml } from './html.ts'
import { InlineBuilder, InlineSource } from './inline-builder.ts'
import { normalizeLabel } from './markdown-brackets.ts'
import { readInline, readTarget, type Cursor, type Document } from './markdown-inline.ts'
import { parseTree } from './markdown-parser.ts'
import type { PreparedText } from './markdown-text.ts'
import type { Inline, MarkdownBlock } from './markdown-types.ts'
import type { Range } from './range.ts'

/** Reads the blocks of a prepared text; ranges are offsets into its `text`. */
export function readBlocks({ text, masked, slots }: PreparedText): MarkdownBlock[] {
  const { tree, labels } = parseTree(masked)
  const document: Document = { source: new InlineSource(text, slots), masked, definitions: new Map() }
  if (labels.size > 0) readDefinitions(tree.cursor(), document)
  const reader = new BlockReader(document)
  reader.children(tree.cursor(), 0)
  return reader.blocks
}

/** Collects link reference definitions; the first of a label counts. */
function readDefinitions(cursor: Cursor, document: Document): void {
  do {
    if (cursor.name === 'LinkReference') readDefinition(cursor, document)
  } while (cursor.next())
}

function readDefinition(cursor: Cursor, document: Document): void {
  const parts = new Map<string, Range>()
  cursor.firstChild()
  do parts.set(cursor.name, { start: cursor.from, end: cursor.to })
  while (cursor.nextSibling())
  cursor.parent()
  const label = parts.get('LinkLabel')
  const url = parts.get('URL')
  if (!label || !url) return
  const name = normalizeLabel(document.source.text.slice(label.start + 1, label.end - 1))
  if (!document.definitions.has(name)) document.definitions.set(name, readTarget(url, document))
}

const unread = new Set(['QuoteMark', 'LinkReference', 'CommentBlock', 'ProcessingInstructionBlock'])

/** A list item whose first block has not been read. */
type Item = { marker: string; ordered: boolean; range: Range; depth: number }

class BlockReader {
  readonly blocks: MarkdownBlock[] = []
  readonly #document: Document
  #item: Item | undefined

  constructor(document: Document) {
    this.#document = document
  }

  /** Reads the blocks in the node at the cursor, which is left where it was. */
  children(cursor: Cursor, depth: number, ordered = false): void {
    if (!cursor.firstChild()) return
    do this.#block(cursor, depth, ordered)
    while (cursor.nextSibling())
    cursor.parent()
  }

  #block(cursor: Cursor, depth: number, ordered: boolean): void {
    const { name } = cursor
    const range = { start: cursor.from, end: cursor.to }
    if (name === 'Paragraph') return this.#paragraph(readInline(cursor, this.#document), range, depth)
    if (name === 'ListMark') {
      const marker = this.#document.source.text.slice(range.start, range.end)
      this.#item = { marker, ordered, range, depth }
      return
    }
    if (name === 'ListItem') {
      this.children(cursor, depth + 1, ordered)
      return this.#endItem()
    }
    if (unread.has(name)) return
    if (name === 'HTMLBlock') return this.#html(cursor, depth)
    this.#endItem()
    if (name === 'Table') return this.#table(cursor)
    if (name === 'FencedCode' || name === 'CodeBlock') {
      this.blocks.push({ kind: 'code', inline: this.#code(cursor), range })
    } else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) {
      this.blocks.push({
        kind: 'heading',
        level: Number(name.at(-1)),
        inline: readInline(cursor, this.#document),
        range,
      })
    } else if (name === 'Blockquote' || name === 'BulletList' || name === 'OrderedList') {
      this.children(cursor, depth, name === 'OrderedList')
    }
  }

  #paragraph(inline: Inline, range: Range, depth: number): void {
    const item = this.#item
    this.#item = undefined
    if (item) {
      const { marker, ordered } = item
      this.blocks.push({
        kind: 'item',
        inline,
        range: { start: item.range.start, end: range.end },
        depth,
        marker,
        ordered,
      })
    } else if (inline.text !== '' || inline.links.length > 0 || inline.slots.length > 0)
      this.blocks.push({ kind: 'paragraph', inline, range, depth })
  }

  /** An item that has no words of its own first has its marker all the same. */
  #endItem(): void {
    if (!this.#item) return
    const { range, depth } = this.#item
    this.#paragraph(new InlineBuilder(this.#document.source).finish(range), range, depth)
  }

  #html(cursor: Cursor, depth: number): void {
    const { from, to } = cursor
    const { masked, source } = this.#document
    const pieces: string[] = []
    let at = from
    if (cursor.firstChild()) {
      // The `>` of a quote's lines; nothing else stands in an HTML block.
      do {
        pieces.push(masked.slice(at, cursor.from), ' '.repeat(cursor.to - cursor.from))
        at = cursor.to
      } while (cursor.nextSibling())
      cursor.parent()
    }
    pieces.push(masked.slice(at, to))
    const [first, ...rest] = readHtml(pieces.join(''), from, source, depth)
    if (first?.kind === 'paragraph') this.#paragraph(first.inline, first.range, depth)
    else if (first) {
      this.#endItem()
      this.blocks.push(first)
    }
    for (const block of rest) this.blocks.push(block)
  }

  #table(cursor: Cursor): void {
    cursor.firstChild()
    do {
      const { name, from, to } = cursor
      if (name !== 'TableHeader' && name !== 'TableRow') continue
      this.blocks.push({
        kind: 'row',
        header: name === 'TableHeader',
        cells: this.#cells(cursor),
        range: { start: from, end: to },
      })
    } while (cursor.nextSibling())
    cursor.parent()
  }

  /** A row's cells. The tree has no node for an empty one: two delimiters follow each other. */
  #cells(cursor: Cursor): Inline[] {
    const cells: Inline[] = []
    let between: number | undefined
    if (!cursor.firstChild()) return cells
    do {
      if (cursor.name === 'TableCell') {
        cells.push(readInline(cursor, this.#document))
        between = undefined
      } else if (cursor.name === 'TableDelimiter') {
        if (between !== undefined) {
          const range = { start: between, end: cursor.from }
          cells.push(new InlineBuilder(this.#document.source).finish(range))
        }
        between = cursor.to
      }
    } while (cursor.nextSibling())
    cursor.parent()
    return cells
  }

  #code(cursor: Cursor): Inline {
    const builder = new InlineBuilder(this.#document.source)
    const range = { start: cursor.from, end: cursor.to }
    cursor.firstChild()
    do if (cursor.name === 'CodeText') builder.verbatim(cursor.from, cursor.to)
    while (cursor.nextSibling())
    cursor.parent()
    return builder.finish(range, { trim: false })
  }
}
