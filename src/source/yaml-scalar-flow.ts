import { type Break, breakAt, type ScalarWriter, skipBlanks } from './yaml-scalar-writer.ts'

/** Plain and single-quoted: lines are trimmed where they meet, and folded. `from` and `to` leave out the quotes. */
export function writeUnfolded(writer: ScalarWriter, from: number, to: number, quoted: boolean): void {
  const { source } = writer
  let breaks: Break[] = []
  for (let lineStart = from; ;) {
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
function keepQuoted(writer: ScalarWriter, from: number, to: number): void {
  for (let at = from; at < to;) {
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

/** Double-quoted: folded as the others are, with escapes. */
export function writeDouble(writer: ScalarWriter): void {
  const { source } = writer
  const close = source.length - 1
  let kept = 1
  for (let at = 1; at < close;) {
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
function writeFold(writer: ScalarWriter, first: Break): number {
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
function writeEscape(writer: ScalarWriter, at: number): number {
  const { source } = writer
  const escaped = breakAt(source, at + 1)
  if (escaped) return skipBlanks(source, escaped.end)
  const letter = source[at + 1] ?? ''
  const end = at + 2 + (codeLengths[letter] ?? 0)
  const code = source.slice(at + 2, end)
  writer.put(code === '' ? (escapes[letter] ?? letter) : String.fromCodePoint(parseInt(code, 16)), at, end)
  return end
}
