import type { CST } from 'yaml'
import { type Mapped, OffsetMap, type Segment } from './offset-map.ts'

/**
 * Decodes a scalar of any of YAML's five styles as the `yaml` package does, and says for each character where it
 * stands in the file. A folded line break stands for the break itself; of several, for the breaks after the first.
 * @param token a scalar in which the parser found no error
 */
export function decodeScalar(token: CST.FlowScalar | CST.BlockScalar): Mapped {
  const writer = new Writer(token)
  if (token.type === 'block-scalar') writeBlock(writer, token)
  else if (token.type === 'double-quoted-scalar') writeDouble(writer)
  else if (token.type === 'single-quoted-scalar') writeUnfolded(writer, 1, token.source.length - 1, true)
  else writeUnfolded(writer, 0, token.source.length, false)
  return { text: writer.text, map: writer.map() }
}

/** A line break in the token's source: LF or CR LF. */
type Break = { at: number; end: number }

/** The decoded text so far. All offsets are into the token's source. */
class Writer {
  readonly source: string
  text = ''
  readonly #offset: number
  readonly #segments: Segment[] = []

  constructor(token: CST.FlowScalar | CST.BlockScalar) {
    this.source = token.source
    this.#offset = token.offset
    if (token.type === 'block-scalar') for (const prop of token.props) this.#offset += lengthOf(prop)
  }

  /** Takes over characters as they stand. */
  keep(from: number, to: number): void {
    this.put(this.source.slice(from, to), from, to)
  }

  /** Writes `text` for what stands from `from` to `to`. */
  put(text: string, from: number, to: number): void {
    if (text === '') return
    this.text += text
    const source = this.#offset + from
    const sourceLength = to - from
    const last = this.#segments.at(-1)
    if (last && text.length === sourceLength && isOneToOne(last) && last.source + last.length === source) {
      const length = last.length + sourceLength
      this.#segments[this.#segments.length - 1] = { length, source: last.source, sourceLength: length }
    } else this.#segments.push({ length: text.length, source, sourceLength })
  }

  /** Writes each break as a line feed. */
  lines(breaks: readonly Break[]): void {
    for (const { at, end } of breaks) this.put('\n', at, end)
  }

  /** Writes one break as a space, and of several all but the first as line feeds. */
  fold(breaks: readonly Break[]): void {
    const [first] = breaks
    if (first && breaks.length === 1) this.put(' ', first.at, first.end)
    else this.lines(breaks.slice(1))
  }

  map(): OffsetMap {
    return this.#segments.length > 0 ? new OffsetMap(this.#segments) : OffsetMap.identity(this.#offset, 0)
  }
}

function isOneToOne(segment: Segment): boolean {
  return segment.length === segment.sourceLength
}

function lengthOf(token: CST.Token): number {
  return 'source' in token ? token.source.length : 0
}

/** The break that begins at `at`, or undefined. */
function breakAt(source: string, at: number): Break | undefined {
  if (source[at] === '\n') return { at, end: at + 1 }
  if (source[at] === '\r' && source[at + 1] === '\n') return { at, end: at + 2 }
  return undefined
}

function skipBlanks(source: string, at: number, end = source.length): number {
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++
  return at
}

/** Plain and single-quoted: lines are trimmed where they meet, and folded. */
function writeUnfolded(writer: Writer, from: number, to: number, quoted: boolean): void {
  const { source } = writer
  let breaks: Break[] = []
  for (let lineStart = from; ; ) {
    const feed = source.indexOf('\n', lineStart)
    const isLast = feed < 0 || feed >= to
    const lineEnd = isLast ? to : source[feed - 1] === '\r' && feed > lineStart ? feed - 1 : feed
    const start = lineStart === from ? from : skipBlanks(source, lineStart, lineEnd)
    let end = lineEnd
    if (!isLast) while (end > start && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--
    if (isLast || end > start) {
      writer.fold(breaks)
      breaks = []
      if (quoted) keepQuoted(writer, start, end)
      else writer.keep(start, end)
    }
    if (isLast) return
    breaks.push({ at: lineEnd, end: feed + 1 })
    lineStart = feed + 1
  }
}

/** Takes over a stretch in which a quote is written twice. */
function keepQuoted(writer: Writer, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const quote = writer.source.indexOf("''", at)
    if (quote < 0 || quote + 2 > to) return writer.keep(at, to)
    writer.keep(at, quote)
    writer.put("'", quote, quote + 2)
    at = quote + 2
  }
}

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function writeDouble(writer: Writer): void {
  const { source } = writer
  const close = source.length - 1
  let kept = 1
  for (let at = 1; at < close; ) {
    const blanksEnd = skipBlanks(source, at, close)
    const first = breakAt(source, blanksEnd)
    if (first) {
      writer.keep(kept, at)
      at = kept = writeFold(writer, first)
    } else if (blanksEnd > at) {
      at = blanksEnd
    } else if (source[at] === '\\') {
      writer.keep(kept, at)
      at = kept = writeEscape(writer, at)
    } else at++
  }
  writer.keep(kept, close)
}

/** Folds a break in double quotes with the blank lines after it, and gives the offset of what follows. */
function writeFold(writer: Writer, first: Break): number {
  const breaks: Break[] = []
  let at = first.at
  for (let next: Break | undefined = first; next; next = breakAt(writer.source, at)) {
    breaks.push(next)
    at = skipBlanks(writer.source, next.end)
  }
  writer.fold(breaks)
  return at
}

/** Writes what the escape at `at` stands for, and gives the offset of what follows. */
function writeEscape(writer: Writer, at: number): number {
  const { source } = writer
  const escaped = breakAt(source, at + 1)
  if (escaped) return skipBlanks(source, escaped.end)
  const letter = source[at + 1] ?? ''
  const end = at + 2 + (codeLengths[letter] ?? 0)
  const code = source.slice(at + 2, end)
  writer.put(code === '' ? (escapes[letter] ?? letter) : String.fromCodePoint(parseInt(code, 16)), at, end)
  return end
}

/** A line of a block scalar: its indentation, its words, and its break (none at the end of the file). */
type Line = { start: number; indent: number; end: number; break: Break[] }

function writeBlock(writer: Writer, token: CST.BlockScalar): void {
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
function writeFinal(writer: Writer, breaks: readonly Break[]): void {
  if (breaks.length === 0) writer.put('\n', writer.source.length, writer.source.length)
  else writer.lines(breaks)
}

function splitLines(source: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < source.length; ) {
    const feed = source.indexOf('\n', start)
    const end = feed < 0 ? source.length : source[feed - 1] === '\r' && feed > start ? feed - 1 : feed
    let indent = 0
    while (start + indent < end && source[start + indent] === ' ') indent++
    lines.push({ start, indent, end, break: feed < 0 ? [] : [{ at: end, end: feed + 1 }] })
    start = feed < 0 ? source.length : feed + 1
  }
  return lines
}
