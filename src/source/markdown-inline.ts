import { standsApart } from './html.ts'
import { addAttribute, decodeReference, scanHtml } from './html-tokens.ts'
import { InlineBuilder, type InlineSource } from './inline-builder.ts'
import { normalizeLabel } from './markdown-brackets.ts'
import type { parseTree } from './markdown-parser.ts'
import { unmask } from './markdown-text.ts'
import type { Inline } from './markdown-types.ts'
import type { Range } from './range.ts'

/** A place in the syntax tree of @lezer/markdown. */
export type Cursor = ReturnType<ReturnType<typeof parseTree>['tree']['cursor']>

/** What a link leads to. */
export type Target = { target: string; targetRange: Range }

/** A document that is being read: its words, its masked text, and what its link reference definitions define. */
export type Document = { source: InlineSource; masked: string; definitions: Map<string, Target> }

/** Reads the inline content of the node at the cursor, which is left where it was. */
export function readInline(cursor: Cursor, document: Document): Inline {
  const range = { start: cursor.from, end: cursor.to }
  const reader = new InlineReader(document, cursor.name === 'TableCell')
  // The marks of a quote are not told apart on the line that underlines a heading.
  const underlined = cursor.name.startsWith('Setext')
  reader.children(cursor, range.start, underlined ? document.source.text.lastIndexOf('\n', range.end - 1) : range.end)
  return reader.builder.finish(range)
}

/** The target that a `URL` node writes: without angle brackets, escapes and character references decoded. */
export function readTarget(url: Range, { source }: Document): Target {
  const bracketed = source.text[url.start] === '<' && source.text[url.end - 1] === '>'
  const targetRange = bracketed ? { start: url.start + 1, end: url.end - 1 } : url
  const written = source.text.slice(targetRange.start, targetRange.end)
  const target = written.replace(escapes, (escape) =>
    escape[0] === '\\' ? escape.slice(1) : (decodeReference(escape) ?? escape),
  )
  return { target, targetRange }
}

/** What stands for another character in text and in link targets. */
const escapes = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|\w+);/gi

class InlineReader {
  readonly builder: InlineBuilder
  readonly #document: Document
  readonly #inCell: boolean
  /** Links begun by `<a href>` and not ended. */
  #tagLinks = 0

  constructor(document: Document, inCell: boolean) {
    this.builder = new InlineBuilder(document.source)
    this.#document = document
    this.#inCell = inCell
  }

  /** Reads the children of the node at the cursor that lie in a range, and the words between them. */
  children(cursor: Cursor, from: number, to: number): void {
    let at = from
    if (cursor.firstChild()) {
      do {
        if (cursor.from < at) continue
        if (cursor.from >= to) break
        if (cursor.from > at) this.builder.words(at, cursor.from)
        at = cursor.to
        this.#node(cursor)
      } while (cursor.nextSibling())
      cursor.parent()
    }
    if (at < to) this.builder.words(at, to)
  }

  #node(cursor: Cursor): void {
    const { builder } = this
    const { name, from, to } = cursor
    switch (name) {
      case 'Emphasis':
      case 'Strikethrough':
        return this.children(cursor, from, to)
      case 'StrongEmphasis':
        builder.openStrong()
        this.children(cursor, from, to)
        return builder.closeStrong()
      case 'Escape':
        return builder.decoded(this.#document.source.text[from + 1] as string, from, to)
      case 'Entity':
        return this.#reference(from, to)
      case 'HardBreak':
        return builder.lineBreak(from, to)
      case 'QuoteMark':
        return builder.skipInSpace(to)
      case 'InlineCode':
        return this.#code(cursor)
      case 'Link':
        return this.#link(cursor)
      case 'Image':
        return this.#image(cursor)
      case 'Autolink':
        return this.#autolink(from + 1, to - 1)
      case 'HTMLTag':
        return this.#tag(from, to)
      // Marks, titles and comments are not words.
    }
  }

  #reference(from: number, to: number): void {
    const decoded = decodeReference(this.#document.source.text.slice(from, to))
    if (decoded === undefined) this.builder.words(from, to)
    else this.builder.decoded(decoded, from, to)
  }

  /** Text in which nothing but escapes and references has a meaning. */
  #plain(from: number, to: number): void {
    let at = from
    for (const { 0: escape, index } of this.#document.masked.slice(from, to).matchAll(escapes)) {
      if (from + index > at) this.builder.words(at, from + index)
      at = from + index + escape.length
      if (escape[0] === '\\') this.builder.decoded(escape.slice(1), from + index, at)
      else this.#reference(from + index, at)
    }
    if (at < to) this.builder.words(at, to)
  }

  #code(cursor: Cursor): void {
    const { text } = this.#document.source
    cursor.firstChild()
    const marks = cursor.to - cursor.from
    cursor.parent()
    let from = cursor.from + marks
    let to = cursor.to - marks
    const content = text.slice(from, to)
    if (/^[ \n]/.test(content) && /[ \n]$/.test(content) && /[^ \n]/.test(content)) {
      from++
      to--
    }
    if (this.#inCell && content.includes('\\|')) this.#cellCode(from, to)
    else this.children(cursor, from, to)
  }

  /** A table takes `\|` for a pipe in code too, where a backslash is otherwise a character like others. */
  #cellCode(from: number, to: number): void {
    const { text } = this.#document.source
    let at = from
    for (let pipe = text.indexOf('\\|', at); pipe >= 0 && pipe < to; pipe = text.indexOf('\\|', at)) {
      this.builder.verbatim(at, pipe)
      this.builder.decoded('|', pipe, pipe + 2)
      at = pipe + 2
    }
    this.builder.verbatim(at, to)
  }

  #link(cursor: Cursor): void {
    const { builder } = this
    const parts = linkParts(cursor)
    const target = this.#target(parts)
    if (target) {
      builder.openLink(target.target, target.targetRange)
      this.children(cursor, parts.text.start, parts.text.end)
      builder.closeLink()
    } else this.#brackets(cursor, parts)
  }

  #image(cursor: Cursor): void {
    const parts = linkParts(cursor)
    if (this.#target(parts)) this.children(cursor, parts.text.start, parts.text.end)
    else this.#brackets(cursor, parts)
  }

  /** Brackets that make no link are words, and so is the label after them. */
  #brackets(cursor: Cursor, { text, label }: LinkParts): void {
    this.builder.words(cursor.from, text.start)
    this.children(cursor, text.start, text.end)
    this.builder.words(text.end, text.end + 1)
    if (label) this.#plain(label.start, label.end)
  }

  #target({ text, url, label, inlineAt }: LinkParts): Target | undefined {
    if (url) return readTarget(url, this.#document)
    if (inlineAt !== undefined) return { target: '', targetRange: { start: inlineAt, end: inlineAt } }
    if (this.#document.definitions.size === 0) return undefined
    const named = label && label.end - label.start > 2 ? { start: label.start + 1, end: label.end - 1 } : text
    const written = this.#document.source.text.slice(named.start, named.end)
    return this.#document.definitions.get(normalizeLabel(written))
  }

  #autolink(from: number, to: number): void {
    const { builder } = this
    const written = this.#document.source.text.slice(from, to)
    const target = /^[a-z][-\w+.]+:/i.test(written) ? written : `mailto:${written}`
    builder.openLink(target, { start: from, end: to })
    builder.verbatim(from, to)
    builder.closeLink()
  }

  #tag(from: number, to: number): void {
    const { builder } = this
    const { source, masked } = this.#document
    const html = masked.slice(from, to)
    const name = /^<\/?([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase()
    if (name === 'br') builder.lineBreak(from, to)
    if (name === 'b' || name === 'strong') {
      if (html[1] === '/') builder.closeStrong()
      else builder.openStrong()
    }
    if (name !== undefined && standsApart(name)) builder.endLine(from)
    if (name !== 'a' && name !== 'img') return
    scanHtml(html, from, {
      text() {},
      reference() {},
      open: (_, attributes) => {
        const href = name === 'a' && attributes.get('href')
        const alt = name === 'img' && attributes.get('alt')
        if (href) {
          this.#tagLinks++
          builder.openLink(unmask(href.value, source.slotsIn(href.range), source.text).trim(), href.range)
        }
        if (alt) addAttribute(alt, masked.slice(alt.range.start, alt.range.end), builder)
      },
      close: () => {
        if (this.#tagLinks === 0) return
        this.#tagLinks--
        builder.closeLink()
      },
    })
  }
}

type LinkParts = {
  text: Range
  url: Range | undefined
  label: Range | undefined
  /** Where the target of `(…)` stands or would stand. */
  inlineAt: number | undefined
}

function linkParts(cursor: Cursor): LinkParts {
  const parts: LinkParts = { text: { start: 0, end: 0 }, url: undefined, label: undefined, inlineAt: undefined }
  let marks = 0
  let start = 0
  cursor.firstChild()
  do {
    const { name, from, to } = cursor
    if (name === 'LinkMark') {
      marks++
      if (marks === 1) start = to
      if (marks === 2) parts.text = { start, end: from }
      if (marks === 3) parts.inlineAt = to
    } else if (marks === 3 && name === 'URL') parts.url = { start: from, end: to }
    else if (marks === 2 && name === 'LinkLabel') parts.label = { start: from, end: to }
  } while (cursor.nextSibling())
  cursor.parent()
  return parts
}
