import type { Range } from './range.ts'

/**
 * A run of decoded characters and the source characters they were decoded from.
 * Where both lengths are equal the characters correspond one to one (plain words, by far the most);
 * where they differ the whole run stands for the whole source (an escape, a folded line break, an entity).
 */
export type Segment = { readonly length: number; readonly source: number; readonly sourceLength: number }

/**
 * Where each character of a decoded text (a YAML scalar's value, a Markdown paragraph's words) stands in the file.
 * Offsets are UTF-16 units. Segments cover the decoded text without gaps; their sources ascend but may skip
 * (indentation, markup). Maps compose: Markdown in a block scalar is one map after the other.
 */
export class OffsetMap {
  /** Length of the decoded text. */
  readonly length: number
  readonly #segments: readonly Segment[]
  readonly #starts: number[]

  constructor(segments: readonly Segment[]) {
    this.#segments = segments
    this.#starts = []
    let at = 0
    for (const segment of segments) {
      this.#starts.push(at)
      at += segment.length
    }
    this.length = at
  }

  /** The map of text that stands in the file as it is, from `start` on. An empty text has its place too. */
  static identity(start: number, length: number): OffsetMap {
    return new OffsetMap([{ length, source: start, sourceLength: length }])
  }

  /** The map of texts put one after another. */
  static concat(maps: readonly OffsetMap[]): OffsetMap {
    return new OffsetMap(mergeAdjacent(maps.flatMap((map) => map.#segments)))
  }

  /** Source offset at which the decoded character at `at` begins. At the end of the text: where the last one ends. */
  toSource(at: number): number {
    if (at >= this.length) return this.toSourceEnd(this.length)
    const index = this.#find(at)
    const segment = this.#segments[index]
    if (!segment) return 0
    return segment.length === segment.sourceLength ? segment.source + at - (this.#starts[index] ?? 0) : segment.source
  }

  /** Source offset at which the decoded character before `at` ends. */
  toSourceEnd(at: number): number {
    if (at <= 0) return this.#segments[0]?.source ?? 0
    const index = this.#find(Math.min(at, this.length) - 1)
    const segment = this.#segments[index]
    if (!segment) return 0
    return segment.length === segment.sourceLength
      ? segment.source + Math.min(at, this.length) - (this.#starts[index] ?? 0)
      : segment.source + segment.sourceLength
  }

  /** Source range of the decoded characters from `from` (inclusive) to `to` (exclusive). */
  range(from: number, to: number): Range {
    const start = this.toSource(from)
    return { start, end: to > from ? this.toSourceEnd(to) : start }
  }

  /** The map of a part of the decoded text. An empty part keeps its place. */
  slice(from: number, to: number): OffsetMap {
    const parts = this.#cut(from, to)
    return parts.length > 0 ? new OffsetMap(parts) : OffsetMap.identity(this.toSource(from), 0)
  }

  /** This map followed by `outer`: this decodes from a text which itself was decoded through `outer`. */
  through(outer: OffsetMap): OffsetMap {
    const parts: Segment[] = []
    for (const { length, source, sourceLength } of this.#segments) {
      if (length > 0 && length === sourceLength) {
        for (const part of outer.#cut(source, source + length)) parts.push(part)
      } else {
        const { start, end } = outer.range(source, source + sourceLength)
        parts.push(...wholes(length, start, end - start))
      }
    }
    return new OffsetMap(mergeAdjacent(parts))
  }

  #cut(from: number, to: number): Segment[] {
    const parts: Segment[] = []
    if (from >= this.length) return parts
    for (let index = this.#find(from); index < this.#segments.length; index++) {
      const segment = this.#segments[index] as Segment
      const start = this.#starts[index] as number
      if (start >= to) break
      const cutStart = Math.max(from - start, 0)
      const length = Math.min(to - start, segment.length) - cutStart
      const { source, sourceLength } = segment
      if (length <= 0) continue
      if (segment.length === sourceLength) parts.push({ length, source: source + cutStart, sourceLength: length })
      else parts.push(...wholes(length, source, sourceLength))
    }
    return parts
  }

  #find(at: number): number {
    const starts = this.#starts
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** A run that stands for the whole of its source: cut in two where it would pass for characters one to one. */
function wholes(length: number, source: number, sourceLength: number): Segment[] {
  if (length !== sourceLength || length < 2) return [{ length, source, sourceLength }]
  return [
    { length: 1, source, sourceLength },
    { length: length - 1, source, sourceLength },
  ]
}

/** Joins one-to-one segments that continue each other, so that maps stay short. Empty ones only keep a place. */
function mergeAdjacent(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = []
  for (const segment of segments) {
    const last = merged.at(-1)
    if (last && segment.length === 0) continue
    if (last?.length === 0) merged[merged.length - 1] = segment
    else if (
      last &&
      last.length === last.sourceLength &&
      segment.length === segment.sourceLength &&
      last.source + last.sourceLength === segment.source
    ) {
      const length = last.length + segment.length
      merged[merged.length - 1] = { length, source: last.source, sourceLength: length }
    } else merged.push(segment)
  }
  return merged
}

/** A decoded text with its map back to the file. */
export type Mapped = { readonly text: string; readonly map: OffsetMap }
