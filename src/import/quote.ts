import { placeSpan, type Notice, type Span } from '../notice/notice.ts'
import type { SourceText } from '../source/text.ts'

/** The most characters of a quote in a comment. */
const longest = 110

/** A 1-based line of a text with the words that stand there. */
export type Quoted = { line: number; words: string }

/**
 * Quotes the sentence that a value came from, cut around the value where it is long.
 * @param span the value's own words, in the same block
 */
export function quote(source: SourceText, notice: Notice, sentence: Span, span: Span): Quoted {
  const text = notice.blocks[sentence.block]?.text ?? ''
  return { line: lineOf(source, notice, span), words: around(text, sentence, span) }
}

/** As it stands in a comment: `line 12: “…”`. */
export function quoted({ line, words }: Quoted): string {
  return `line ${line}: “${words}”`
}

/** The 1-based line of a span. */
export function lineOf(source: SourceText, notice: Notice, span: Span): number {
  return source.position(placeSpan(notice, span).place.range.start).line
}

/** The first words of a text, on one line. */
export function opening(text: string, length: number): string {
  const line = oneLine(text)
  if (line.length <= length) return line
  const cut = line.lastIndexOf(' ', length)
  return `${whole(line.slice(0, cut > 0 ? cut : length))}…`
}

function around(text: string, { from, to }: Span, value: Span): string {
  if (to - from <= longest) return oneLine(text.slice(from, to))
  const room = Math.max(longest - (value.to - value.from), 0)
  const start = Math.max(from, Math.min(value.from - Math.floor(room / 2), to - longest))
  const first = start <= from ? from : nextWord(text, start, value.from)
  const end = Math.min(to, Math.max(first + longest, value.to))
  const last = end >= to ? to : Math.max(text.lastIndexOf(' ', end), Math.min(value.to, first + 2 * longest))
  return `${first > from ? '…' : ''}${oneLine(whole(text.slice(first, last)))}${last < to ? '…' : ''}`
}

function nextWord(text: string, at: number, before: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 || space >= before ? at : space + 1
}

/** Without half a character at its ends. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '').replace(/^[\uDC00-\uDFFF]/, '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
