import type { CST } from 'yaml'
import type { Break, ScalarWriter } from './yaml-scalar-writer.ts'

/** A line of a block scalar: its indentation, its words, and its break (none at the end of the file). */
type Line = { start: number; indent: number; end: number; break: Break[] }

/** Literal and folded, with all chomping and indentation indicators. */
export function writeBlock(writer: ScalarWriter, token: CST.BlockScalar): void {
  const header = token.props[0] && 'source' in token.props[0] ? token.props[0].source : ''
  const given = Number(/[1-9]/.exec(header)?.[0] ?? 0)
  const folded = header.startsWith('>')
  const lines = splitLines(writer.source)
  const hasWords = (line: Line): boolean => line.end > line.start + line.indent
  const opening = lines.findIndex(hasWords)
  if (opening < 0) {
    if (header.includes('+') && lines.length > 0) writeFinal(writer, breaksOf(lines))
    return
  }
  const indent = given > 0 ? token.indent + given : (lines[opening] as Line).indent
  const wordsStart = (line: Line): number => Math.min(line.start + indent, line.end)
  for (const line of lines.slice(0, opening)) {
    writer.keep(wordsStart(line), line.end)
    writer.lines(line.break)
  }
  // A line of nothing but spaces belongs to the words if it is indented deeper than they are.
  const closing = lines.findLastIndex((line) => hasWords(line) || line.indent > indent)
  let breaks: Break[] = []
  let foldable = false
  for (const line of lines.slice(opening, closing + 1)) {
    const start = wordsStart(line)
    if (line.end > start) {
      // Lines that are indented deeper, or begin with a tab, keep the breaks around them.
      const deeper = line.indent > indent || writer.source[start] === '\t'
      if (folded && foldable && !deeper) writer.fold(breaks)
      else writer.lines(breaks)
      breaks = []
      writer.keep(start, line.end)
      foldable = !deeper
    }
    breaks.push(...line.break)
  }
  if (header.includes('-')) return
  const after = breaksOf(lines.slice(closing))
  writeFinal(writer, header.includes('+') ? after : after.slice(0, 1))
}

function breaksOf(lines: readonly Line[]): Break[] {
  return lines.flatMap((line) => line.break)
}

/** Writes the breaks after the words. There is at least one line feed, also where the file ends without. */
function writeFinal(writer: ScalarWriter, breaks: readonly Break[]): void {
  if (breaks.length === 0) writer.put('\n', writer.source.length, writer.source.length)
  else writer.lines(breaks)
}

function splitLines(source: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < source.length;) {
    const feed = source.indexOf('\n', start)
    const end = feed < 0 ? source.length : source[feed - 1] === '\r' && feed > start ? feed - 1 : feed
    let indent = 0
    while (start + indent < end && source[start + indent] === ' ') indent++
    lines.push({ start, indent, end, break: feed < 0 ? [] : [{ at: end, end: feed + 1 }] })
    start = feed < 0 ? source.length : feed + 1
  }
  return lines
}
