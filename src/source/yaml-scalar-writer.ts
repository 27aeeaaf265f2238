import type { CST } from 'yaml'
import { OffsetMap, type Segment } from './offset-map.ts'

/** A line break in the token's source: LF or CR LF. */
export type Break = { at: number; end: number }

/** Writes a decoded text and its map. Offsets given to it are into `source`. */
export class ScalarWriter {
  /** The token as written; of a block scalar the lines below its header. */
  readonly source: string
  /** What has been written so far. */
  text = ''
  readonly #offset: number
  readonly #segments: Segment[] = []

  constructor(token: CST.FlowScalar | CST.BlockScalar) {
    this.source = token.source
    this.#offset = token.type === 'block-scalar' ? bodyOffset(token) : token.offset
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

  /** The map of the text; of an empty one, the place where its words would stand. */
  map(): OffsetMap {
    if (this.#segments.length > 0) return new OffsetMap(this.#segments)
    return OffsetMap.identity(this.#offset + (/^["']/.test(this.source) ? 1 : 0), 0)
  }
}

function isOneToOne(segment: Segment): boolean {
  return segment.length === segment.sourceLength
}

/** Where the lines of a block scalar begin, below the line of its indicator. */
export function bodyOffset(token: CST.BlockScalar): number {
  let offset = token.offset
  for (const prop of token.props) if ('source' in prop) offset += prop.source.length
  return offset
}

/** The break that begins at `at`, if one does. */
export function breakAt(source: string, at: number): Break | undefined {
  if (source[at] === '\n') return { at, end: at + 1 }
  if (source[at] === '\r' && source[at + 1] === '\n') return { at, end: at + 2 }
  return undefined
}

/** The offset of the first character from `at` on that is no space or tab. */
export function skipBlanks(source: string, at: number, end = source.length): number {
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++
  return at
}
