import { OffsetMap, type Segment } from './offset-map.ts'
import type { Slot } from './markdown-types.ts'

/**
 * A Markdown text made ready for parsing. `text` has only `\n` as line ending. `masked` has the same length; in it
 * slots and the byte-order mark are filled with characters that mean nothing to Markdown or HTML, so structure is
 * read from `masked` and words are taken from `text`. `map` leads from `text` to what was passed in, where they differ.
 */
export type PreparedText = { text: string; masked: string; slots: Slot[]; map: OffsetMap | undefined }

/** Readies a text for parsing. */
export function prepare(written: string): PreparedText {
  const { text, map } = withoutCarriageReturns(written)
  const slots = findSlots(text)
  return { text, masked: mask(text, slots), slots, map }
}

function withoutCarriageReturns(written: string): { text: string; map: OffsetMap | undefined } {
  if (!written.includes('\r')) return { text: written, map: undefined }
  const segments: Segment[] = []
  let from = 0
  for (const { index } of written.matchAll(/\r\n/g)) {
    if (index > from) segments.push({ length: index - from, source: from, sourceLength: index - from })
    segments.push({ length: 1, source: index, sourceLength: 2 })
    from = index + 2
  }
  if (written.length > from)
    segments.push({ length: written.length - from, source: from, sourceLength: written.length - from })
  return { text: written.replace(/\r\n?/g, '\n'), map: new OffsetMap(segments) }
}

/** `{{ … }}` on one line. A backslash before `{{` makes it braces; of two openings the second counts. */
function findSlots(text: string): Slot[] {
  const slots: Slot[] = []
  if (!text.includes('{{')) return slots
  let open = -1
  for (const { 0: token, index } of text.matchAll(/\\(?:\{\{|[^\n])?|\{\{|\}\}|\n/g)) {
    if (token === '{{') open = index
    else if (token === '\n') open = -1
    else if (token === '}}' && open >= 0) {
      const inner = text.slice(open + 2, index)
      const expression = inner.trim()
      const start = open + 2 + (expression === '' ? 0 : inner.indexOf(expression))
      const expressionRange = { start, end: start + expression.length }
      slots.push({ expression, expressionRange, range: { start: open, end: index + 2 }, at: undefined })
      open = -1
    }
  }
  return slots
}

/** A letter, so that markup around a slot works as around a word; not an ASCII one, so that `<{{ x }}>` is no tag. */
const filler = 'é'

function mask(text: string, slots: readonly Slot[]): string {
  const mark = text.startsWith('\uFEFF')
  if (slots.length === 0 && !mark) return text
  const parts = mark ? [' '] : []
  let from = parts.length
  for (const { range } of slots) {
    parts.push(text.slice(from, range.start), filler.repeat(range.end - range.start))
    from = range.end
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** A piece of the masked text, decoded or not, with its slots as written. */
export function unmask(piece: string, slots: readonly Slot[], text: string): string {
  let written = piece
  for (const { range } of slots)
    written = written.replace(filler.repeat(range.end - range.start), () => text.slice(range.start, range.end))
  return written
}
