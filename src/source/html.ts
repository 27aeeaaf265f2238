import { addAttribute, scanHtml, type Attribute, type HtmlHandler } from './html-tokens.ts'
import { InlineBuilder, type InlineSource } from './inline-builder.ts'
import { unmask } from './markdown-text.ts'
import type { Inline, MarkdownBlock } from './markdown-types.ts'
import type { Range } from './range.ts'

/** Elements whose text is not for readers. */
const unread = new Set(['head', 'iframe', 'script', 'style', 'svg', 'template', 'title'])

/** Whether an element's text is not for readers. */
export function isUnread(name: string): boolean {
  return unread.has(name)
}

/** Elements that stand on lines of their own, beside headings, lists and tables. */
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form header hr html legend main nav option p pre section summary'
  ).split(' '),
)

/** Blocks whose words introduce what follows, as bold words do. */
const boldBlocks = new Set(['dt', 'summary'])

/** Elements inside a line that may make words bold. */
const boldable = new Set(['b', 'strong', 'span', 'font', 'em', 'i', 'u'])
const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i

/** Elements inside each other whose bold words are told apart. */
const deepestInline = 64

const tableElements = new Set(['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'])

/** Whether an element's words stand apart from the words around it. */
export function standsApart(name: string): boolean {
  return isBlock(name) || tableElements.has(name)
}

function isBlock(name: string): boolean {
  return blockElements.has(name) || isHeading(name) || name === 'ul' || name === 'ol' || name === 'li'
}

/** How deep lists are told apart; what is nested deeper counts as this deep. */
const deepestList = 64

type List = { ordered: boolean; next: number; inItem: boolean }
type Row = { cells: Inline[]; header: boolean; range: { start: number; end: number } }

/**
 * Reads HTML as the blocks its readers see. Never throws; unclosed and misplaced tags end where the next block begins.
 * @param html the HTML, slots masked
 * @param offset where it begins in the text of `source`
 * @param depth how many lists are around it
 * @param leftOut ranges that are not read, in order
 */
export function readHtml(
  html: string,
  offset: number,
  source: InlineSource,
  depth: number,
  leftOut: readonly Range[] = [],
): MarkdownBlock[] {
  const reader = new HtmlReader(html, offset, source, depth)
  scanHtml(html, offset, leftOut.length > 0 ? without(leftOut, reader) : reader)
  return reader.finish()
}

/** Hands on what stands outside of ranges; words on both sides of one stand apart. */
function without(ranges: readonly Range[], reader: HtmlReader): HtmlHandler {
  let next = 0
  const isOut = (at: number): boolean => {
    while ((ranges[next]?.end ?? Infinity) <= at) {
      reader.pause()
      next++
    }
    return (ranges[next]?.start ?? Infinity) <= at
  }
  return {
    text: (from, to) => {
      if (!isOut(from)) reader.text(from, to)
    },
    reference: (decoded, from, to) => {
      if (!isOut(from)) reader.reference(decoded, from, to)
    },
    open: (name, attributes, from, to) => {
      if (!isOut(from)) reader.open(name, attributes, from, to)
    },
    close: (name, to) => {
      if (!isOut(to - 1)) reader.close(name, to)
    },
  }
}

class HtmlReader {
  readonly #html: string
  readonly #offset: number
  readonly #source: InlineSource
  readonly #depth: number
  readonly #blocks: MarkdownBlock[] = []
  #builder: InlineBuilder | undefined
  /** Where the block that is being read begins, and where its last words end. */
  #range = { start: 0, end: 0 }
  #tagStart: number | undefined
  #skipping: { name: string; depth: number } | undefined
  #link: { target: string; range: Range } | undefined
  #heading = 0
  #preformatted = false
  readonly #lists: List[] = []
  #tooDeep = 0
  /** The elements inside a line that are open, and whether each makes its words bold. */
  readonly #inline: { name: string; bold: boolean }[] = []
  #boldInline = 0
  #marker: string | undefined
  /** Whether the block that is being read is bold as a whole. */
  #bold = false
  #row: Row | undefined
  #inCell = false
  #inHead = false

  constructor(html: string, offset: number, source: InlineSource, depth: number) {
    this.#html = html
    this.#offset = offset
    this.#source = source
    this.#depth = depth
  }

  text(from: number, to: number): void {
    if (this.#skipping) return
    const text = this.#html.slice(from - this.#offset, to - this.#offset)
    if (this.#preformatted) return this.#at(from, to).verbatim(from, to)
    let at = 0
    for (const { 0: space, index } of text.matchAll(/[ \t\n\f\r]+/g)) {
      const end = index + space.length
      // A single space between words is a word character like others.
      if (space === ' ' && index > 0 && end < text.length) continue
      if (index > at) this.#at(from + at, from + index).verbatim(from + at, from + index)
      this.#builder?.space(from + index, from + end)
      at = end
    }
    if (at < text.length) this.#at(from + at, to).verbatim(from + at, to)
  }

  reference(decoded: string, from: number, to: number): void {
    if (!this.#skipping) this.#at(from, to).decoded(decoded, from, to)
  }

  open(name: string, attributes: ReadonlyMap<string, Attribute>, from: number, to: number): void {
    // Of the elements that are not read only this one may be closed at once.
    if (name === 'svg' && this.#html[to - this.#offset - 2] === '/') return
    if (this.#skipping) {
      if (name === this.#skipping.name) this.#skipping.depth++
      if (this.#skipping.name !== 'head' || name !== 'body') return
      this.#skipping = undefined
    }
    if (unread.has(name)) this.#skipping = { name, depth: 1 }
    else if (name === 'a') this.#openLink(attributes.get('href'))
    else if (name === 'br') this.#builder?.lineBreak(from, to)
    else if (name === 'img') this.#alternative(attributes.get('alt'))
    else if (boldable.has(name)) this.#openInline(name, attributes)
    else if (tableElements.has(name)) this.#openTable(name, from)
    else if (isBlock(name)) {
      if (this.#row) return this.#builder?.endLine(from)
      this.#openBlock(name, attributes, from)
    }
  }

  close(name: string, to: number): void {
    if (this.#skipping) {
      if (name === this.#skipping.name && --this.#skipping.depth === 0) this.#skipping = undefined
    } else if (name === 'a') this.#closeLink()
    else if (boldable.has(name)) this.#closeInline(name)
    else if (tableElements.has(name)) this.#closeTable(name, to)
    else if (isBlock(name)) {
      if (this.#row) return this.#builder?.endLine(to)
      this.#closeBlock(name, to)
    }
  }

  /** Words are left out here: those before and after are told apart, in a line by a space. */
  pause(): void {
    this.#builder?.space(this.#range.end, this.#range.end)
  }

  finish(): MarkdownBlock[] {
    this.#endRow()
    this.#endBlock()
    return this.#blocks
  }

  #openBlock(name: string, attributes: ReadonlyMap<string, Attribute>, from: number): void {
    if (this.#heading > 0 && !this.#builder && blockElements.has(name)) return
    this.#endBlock()
    this.#heading = isHeading(name) ? Number(name[1]) : 0
    this.#bold = boldBlocks.has(name) || isBold(attributes)
    if (name === 'pre') this.#preformatted = true
    if (name === 'ul' || name === 'ol') this.#openList(name === 'ol', attributes.get('start'))
    if (name === 'li') this.#openItem(attributes.get('value'), from)
    this.#tagStart = from
  }

  #closeBlock(name: string, to: number): void {
    if (this.#heading > 0 && blockElements.has(name)) return this.#builder?.space(to, to)
    this.#endBlock(to)
    this.#bold = false
    if (isHeading(name)) this.#heading = 0
    if (name === 'pre') this.#preformatted = false
    if (name === 'li') this.#closeItem()
    if (name === 'ul' || name === 'ol') {
      this.#closeItem()
      if (this.#tooDeep > 0) this.#tooDeep--
      else this.#lists.pop()
    }
  }

  #openInline(name: string, attributes: ReadonlyMap<string, Attribute>): void {
    if (this.#inline.length >= deepestInline) return
    const bold = name === 'b' || name === 'strong' || boldStyle.test(attributes.get('style')?.value ?? '')
    this.#inline.push({ name, bold })
    if (bold && this.#boldInline++ === 0 && !this.#bold) this.#builder?.openStrong()
  }

  /** An element that is closed while others are open in it leaves those open, as browsers do. */
  #closeInline(name: string): void {
    const at = this.#inline.findLastIndex((open) => open.name === name)
    if (at < 0) return
    const [closed] = this.#inline.splice(at, 1)
    if (closed?.bold && --this.#boldInline === 0 && !this.#bold) this.#builder?.closeStrong()
  }

  #openList(ordered: boolean, start: Attribute | undefined): void {
    this.#itemWithoutWords()
    if (this.#lists.length < deepestList) this.#lists.push({ ordered, next: wholeNumber(start) ?? 1, inItem: false })
    else this.#tooDeep++
  }

  #openItem(value: Attribute | undefined, from: number): void {
    let list = this.#lists.at(-1)
    if (!list) this.#lists.push((list = { ordered: false, next: 1, inItem: false }))
    const number = wholeNumber(value) ?? list.next
    list.next = number + 1
    list.inItem = true
    this.#marker = list.ordered ? `${number}.` : '-'
    this.#range.start = from
  }

  #closeItem(): void {
    const list = this.#lists.at(-1)
    if (list && this.#tooDeep === 0) list.inItem = false
    this.#marker = undefined
  }

  /** An item that begins with a heading or a list has its marker all the same. */
  #itemWithoutWords(): void {
    if (this.#marker === undefined) return
    const range = { start: this.#range.start, end: this.#range.start }
    this.#blocks.push(this.#textBlock(new InlineBuilder(this.#source).finish(range), range))
  }

  #openTable(name: string, from: number): void {
    if (name === 'td' || name === 'th') {
      this.#openCell(name === 'th', from)
    } else {
      this.#endRow()
      this.#endText()
      if (name === 'thead' || name === 'tbody') this.#inHead = name === 'thead'
      if (name === 'tr') this.#row = { cells: [], header: true, range: { start: from, end: from } }
    }
  }

  #closeTable(name: string, to: number): void {
    if (this.#row) this.#row.range.end = to
    if (name === 'td' || name === 'th') this.#endCell()
    else this.#endRow()
    if (name === 'thead' || name === 'table') this.#inHead = false
  }

  #openCell(header: boolean, from: number): void {
    this.#endCell()
    if (!this.#row) this.#endText()
    this.#row ??= { cells: [], header: true, range: { start: from, end: from } }
    if (!header) this.#row.header = false
    this.#inCell = true
    this.#begin(from)
  }

  /** Ends what stands before a table. */
  #endText(): void {
    this.#endBlock()
    this.#bold = false
    this.#heading = 0
    this.#preformatted = false
  }

  #endCell(): void {
    if (!this.#inCell) return
    const inline = this.#take()
    if (this.#row && inline) {
      this.#row.cells.push(inline)
      this.#row.range.end = Math.max(this.#row.range.end, this.#range.end)
    }
    this.#inCell = false
  }

  #endRow(): void {
    if (!this.#row) return
    this.#endCell()
    const { cells, header, range } = this.#row
    this.#row = undefined
    if (cells.length === 0) return
    this.#itemWithoutWords()
    this.#blocks.push({ kind: 'row', header: header || this.#inHead, cells, range })
  }

  #openLink(href: Attribute | undefined): void {
    this.#closeLink()
    if (!href) return
    const { value, range } = href
    this.#link = { target: unmask(value, this.#source.slotsIn(range), this.#source.text).trim(), range }
    this.#builder?.openLink(this.#link.target, range)
  }

  #closeLink(): void {
    if (this.#link) this.#builder?.closeLink()
    this.#link = undefined
  }

  #alternative(alt: Attribute | undefined): void {
    if (!alt || alt.value.trim() === '') return
    const { start, end } = alt.range
    addAttribute(alt, this.#html.slice(start - this.#offset, end - this.#offset), this.#at(start, end))
  }

  /** The words of the block that stands at a place. */
  #at(from: number, to: number): InlineBuilder {
    if (this.#row && !this.#inCell) this.#openCell(false, from)
    const builder = this.#builder ?? this.#begin(this.#tagStart ?? from)
    this.#range.end = to
    return builder
  }

  #begin(start: number): InlineBuilder {
    this.#builder = new InlineBuilder(this.#source)
    this.#range = { start, end: start }
    if (this.#link) this.#builder.openLink(this.#link.target, this.#link.range)
    if (this.#bold || this.#boldInline > 0) this.#builder.openStrong()
    return this.#builder
  }

  #take(): Inline | undefined {
    const inline = this.#builder?.finish(this.#range, { trim: !this.#preformatted })
    this.#builder = undefined
    this.#tagStart = undefined
    return inline
  }

  /** Ends the block that is being read; `to` is the end of the tag that closes it. */
  #endBlock(to?: number): void {
    const { start, end } = this.#range
    const inline = this.#take()
    if (!inline || (inline.text === '' && inline.slots.length === 0)) return
    const range = { start, end: to ?? end }
    if (this.#heading > 0 || this.#preformatted) this.#itemWithoutWords()
    if (this.#heading > 0) this.#blocks.push({ kind: 'heading', level: this.#heading, inline, range })
    else if (this.#preformatted) this.#blocks.push({ kind: 'code', inline, range })
    else this.#blocks.push(this.#textBlock(inline, range))
  }

  #textBlock(inline: Inline, range: Range): MarkdownBlock {
    const depth = this.#depth + this.#lists.filter((list) => list.inItem).length
    const marker = this.#marker
    this.#marker = undefined
    if (marker === undefined) return { kind: 'paragraph', inline, range, depth }
    return { kind: 'item', inline, range, depth, marker, ordered: marker !== '-' }
  }
}

function isHeading(name: string): boolean {
  return name.length === 2 && name >= 'h1' && name <= 'h6'
}

function isBold(attributes: ReadonlyMap<string, Attribute>): boolean {
  return attributes.get('role')?.value === 'heading' || boldStyle.test(attributes.get('style')?.value ?? '')
}

function wholeNumber(attribute: Attribute | undefined): number | undefined {
  return attribute && /^\s*-?\d{1,9}\s*$/.test(attribute.value) ? Number(attribute.value) : undefined
}
