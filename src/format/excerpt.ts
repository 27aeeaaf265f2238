import type { Range } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import { cellsOf } from './width.ts'

/** The line where a range begins, as a terminal shows it, and where to underline it. */
type Excerpt = {
  /** 1-based number of the line. */
  line: number
  /** The line without its indentation; a long line is cut with `…` to a window around the range. */
  text: string
  /** Columns of `text` before the underline. */
  before: number
  /** Columns to underline; 0 when the range shows no character of this line. */
  marked: number
  /** How many further lines the range covers. */
  more: number
}

/**
 * Cuts the line where a range begins.
 * @param columns the longest excerpt wanted, in terminal columns, without the `…` at its ends
 */
export function excerptOf(source: SourceText, range: Range, columns: number): Excerpt {
  const { text } = source
  const { line, column } = source.position(range.start)
  const lineStart = skipByteOrderMark(text, range.start - column + 1)
  const start = Math.max(range.start, lineStart)
  // Only the neighbourhood is looked at: a hostile file can be one line of megabytes with a finding at every word.
  const reach = columns * 2
  const tail = text.slice(start, start + reach)
  const breakAt = tail.search(/[\r\n]/)
  const lineEnd = start + (breakAt < 0 ? tail.length : breakAt)
  const far = start - reach > lineStart
  const from = far ? start - reach : lineStart + indentation(text.slice(lineStart, start))

  const cells = cellsOf(text.slice(from, lineEnd))
  const total = cells.reduce((sum, { width }) => sum + width, 0)
  const columnOf = (offset: number) => cells.find(({ at }) => from + at >= offset)?.column ?? total
  const first = columnOf(start)
  const last = columnOf(range.end)

  const slack = Math.floor((columns - Math.min(last - first, columns)) / 2)
  const left = Math.max(Math.min(first - slack, total - columns), 0)
  const right = left + columns
  const shown = cells.filter(
    // A combining mark whose letter was cut would join the `…`.
    ({ column, width }) => column + width <= right && (column > left || (column === left && (width > 0 || left === 0))),
  )
  const cutBefore = far || left > 0
  const cutAfter = total > right || (breakAt < 0 && start + reach < text.length)
  return {
    line,
    text: (cutBefore ? '…' : '') + shown.map((cell) => cell.text).join('') + (cutAfter ? '…' : ''),
    before: first - (shown[0]?.column ?? 0) + (cutBefore ? 1 : 0),
    marked: Math.max(Math.min(last, right) - first, 0),
    more: furtherLines(source, range, line),
  }
}

function skipByteOrderMark(text: string, at: number): number {
  return at === 0 && text.startsWith('\uFEFF') ? 1 : at
}

function indentation(text: string): number {
  return text.length - text.trimStart().length
}

function furtherLines(source: SourceText, range: Range, line: number): number {
  const end = source.position(range.end)
  return Math.max(end.line - line - (end.column === 1 ? 1 : 0), 0)
}
