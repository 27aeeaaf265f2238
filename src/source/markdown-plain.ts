import type { Inline, MarkdownBlock } from './markdown-types.ts'
import { OffsetMap, type Segment } from './offset-map.ts'

// Most prose of a policy is paragraphs, headings and lists without any markup inside. Reading those by line costs a
// fraction of a Markdown parser, whose loading alone takes as long as judging a short notice. Whatever is not certainly
// plain is left to the parser; a property test holds that both read plain text alike.

/** What can mean something inside a line; brackets without a target and escaped punctuation mean nothing. */
const marks =
  /[*_`~<>|{}\t\r\v\f\0-\x08\x0e-\x1f\x7f\u0085\u2028\u2029]| \n| $|\\(?![!-/:-@[-`{-~])|&(?=[#A-Za-z])|\](?=[([:])/
const heading = /^(#{1,6}) (?=[^\s#])/
const item = /^( {2})?(-|\d{1,9}[.)]) (?=[^\s\-+*#>=`~|])(?!\d{1,9}[.)](?:\s|$))/
const paragraph = /^(?![-+#>=|:\s]|\d{1,9}[.)](?:\s|$))/

type Item = MarkdownBlock & { kind: 'item' }

/** The blocks of a text that has no markup but `#`, list markers and empty lines; undefined for any other. */
export function readPlain(text: string): MarkdownBlock[] | undefined {
  if (marks.test(text)) return undefined
  const blocks: MarkdownBlock[] = []
  let before: 'empty' | MarkdownBlock['kind'] = 'empty'
  let outer: Item | undefined
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end === start) before = 'empty'
    else {
      const block = readLine(text.slice(start, end), start)
      // A line right under words may belong to them, and a nested item must stand right under the item it belongs to.
      if (!block || before === 'paragraph' || (before === 'item' && block.kind !== 'item')) return undefined
      if (block.kind === 'item' && block.depth === 2) {
        if (before !== 'item' || outer?.marker !== '-') return undefined
      } else {
        // Right under an item only the list's own kind of marker is sure to begin the next.
        if (before === 'item' && (block.kind !== 'item' || listOf(block) !== listOf(outer))) return undefined
        outer = block.kind === 'item' ? block : undefined
      }
      blocks.push(block)
      before = block.kind
    }
    start = end + 1
  }
  return blocks
}

/** The kind of list that an item belongs to: `-`, or the mark after its number. */
function listOf(item: Item | undefined): string | undefined {
  return item?.marker.at(-1)
}

function readLine(line: string, start: number): MarkdownBlock | undefined {
  const range = { start, end: start + line.length }
  const hashes = heading.exec(line)
  if (hashes) {
    if (line.endsWith('#')) return undefined
    return { kind: 'heading', level: (hashes[1] as string).length, inline: words(line, hashes[0].length, start), range }
  }
  const found = item.exec(line)
  if (found) {
    const [lead, indent = '', marker = ''] = found
    if (indent !== '' && marker !== '-') return undefined
    return {
      kind: 'item',
      inline: words(line, lead.length, start),
      range: { start: start + indent.length, end: range.end },
      depth: indent === '' ? 1 : 2,
      marker,
      ordered: marker !== '-',
    }
  }
  return paragraph.test(line) ? { kind: 'paragraph', inline: words(line, 0, start), range, depth: 0 } : undefined
}

/** A line's words from a place on, with escapes decoded. */
function words(line: string, from: number, start: number): Inline {
  const raw = line.slice(from)
  if (!raw.includes('\\')) return { text: raw, map: OffsetMap.identity(start + from, raw.length), links: [], slots: [] }
  const segments: Segment[] = []
  let text = ''
  let at = 0
  for (let escape = raw.indexOf('\\'); escape >= 0; escape = raw.indexOf('\\', at)) {
    if (escape > at) segments.push({ length: escape - at, source: start + from + at, sourceLength: escape - at })
    segments.push({ length: 1, source: start + from + escape, sourceLength: 2 })
    text += raw.slice(at, escape) + (raw[escape + 1] as string)
    at = escape + 2
  }
  if (at < raw.length)
    segments.push({ length: raw.length - at, source: start + from + at, sourceLength: raw.length - at })
  return { text: text + raw.slice(at), map: new OffsetMap(segments), links: [], slots: [] }
}
