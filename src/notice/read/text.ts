import { OffsetMap } from '../../source/offset-map.ts'
import type { SourceText } from '../../source/text.ts'
import { NoticeBuilder, type NewBlock } from '../builder.ts'
import { labelled } from '../label.ts'
import type { Notice } from '../notice.ts'
import { bulletLength } from '../structure/pieces.ts'
import { wrapWidth, continues } from './wrapped.ts'

/**
 * One line of a text without the white space around it. `from` is where it begins in the file, `indent` how far it
 * stands from the margin in columns, `width` where it ends there. `gap`: an empty line stands above it.
 */
export type Line = { text: string; from: number; indent: number; width: number; gap: boolean }

const tabWidth = 4
/** Word's bullets, when a document was saved as text: a letter that stands apart. */
const letterBullet = /^o\s+(?=\S)/
const underline = /^([-=~_*])(?:\s*\1){2,}$/
/** A heading's mark in Markdown; before a sentence it is a character like others. */
const hashes = /^#{1,6}\s+(?=\S)(?!.*[.;,]$)/
const boldLine = /^(?:\*\*|__)(?=\S)(.*\S)(?:\*\*|__)$/

/**
 * Reads a notice in plain text: each line is a block, unless the text was wrapped to a width, whose lines are joined
 * again. Bullets make items, underlined lines headings; the builder finds other headings and lists.
 */
export function readPlainText(source: SourceText, language = 'en'): Notice {
  const drafts = draftsOf(linesOf(source.text), source.file)
  const builder = new NoticeBuilder(source.file, language)
  for (const block of drafts) builder.addRead(block)
  builder.prose(source.text, [])
  return builder.build()
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = false
  for (const { 0: raw, index } of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n?|[\n\u2028\u2029]|$)/g)) {
    const words = raw.trim()
    if (words === '') {
      gap = true
      continue
    }
    const lead = raw.length - raw.trimStart().length
    let indent = 0
    for (let at = 0; at < lead; at++) indent += raw[at] === '\t' ? tabWidth : raw[at] === '\uFEFF' ? 0 : 1
    lines.push({ text: words, from: index + lead, indent, width: indent + words.length, gap })
    gap = false
  }
  return lines
}

function draftsOf(lines: readonly Line[], file: string): NewBlock[] {
  const width = wrapWidth(lines)
  const lists = new Depths()
  const drafts: NewBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (underline.test(line.text)) continue
    const below = lines[at + 1]
    const last = endOfParagraph(lines, at, width)
    const draft = draftOf(lines.slice(at, last + 1), file)
    if (draft.kind === 'item') draft.depth = lists.of(line)
    else lists.end(line)
    if (last === at && below && !below.gap && /^(?:={3,}|-{3,})$/.test(below.text) && line.text.length < 100) {
      drafts.push({ ...draft, kind: 'heading', level: below.text.startsWith('=') ? 1 : 2, ...labelled(draft.text) })
    } else drafts.push(draft)
    at = last
  }
  return drafts
}

function endOfParagraph(lines: readonly Line[], start: number, width: number): number {
  let last = start
  if (width === 0) return last
  for (let next = lines[last + 1]; next; next = lines[last + 1]) {
    if (next.gap || marked(next.text) || !continues(lines[last] as Line, next, width)) break
    last++
  }
  return last
}

/** Whether a line says by itself that it begins something. */
function marked(text: string): boolean {
  return (
    bulletLength(text) > 0 ||
    letterBullet.test(text) ||
    underline.test(text) ||
    hashes.test(text) ||
    labelled(text).label !== undefined
  )
}

function draftOf(lines: readonly Line[], file: string): NewBlock {
  const first = lines[0] as Line
  const hash = hashes.exec(first.text)?.[0]
  const skipped = hash?.length ?? (bulletLength(first.text) || (letterBullet.exec(first.text)?.[0].length ?? 0))
  const bold = lines.length === 1 && skipped === 0 ? boldLine.exec(first.text)?.[1] : undefined
  const start = bold === undefined ? skipped : 2
  const text = [bold ?? first.text.slice(skipped), ...lines.slice(1).map((line) => line.text)].join(' ')
  const source = { kind: 'author' as const, file, offset: 0, maps: [mapOf(lines, start, bold?.length)] }
  const words = { text, runs: text === '' ? [] : [{ from: 0, to: text.length, source }] }
  if (hash !== undefined) return { ...words, kind: 'heading', level: hash.trim().length, ...labelled(text) }
  if (skipped > 0) return { ...words, kind: 'item', depth: 1 }
  return { ...words, kind: 'paragraph', ...(bold !== undefined && { strong: text.length }) }
}

/** Lines joined by a space, which stands for the line's end and the white space around it. */
function mapOf(lines: readonly Line[], start: number, length?: number): OffsetMap {
  const maps: OffsetMap[] = []
  let end = 0
  for (const [index, line] of lines.entries()) {
    const skipped = index === 0 ? start : 0
    if (index > 0) maps.push(new OffsetMap([{ length: 1, source: end, sourceLength: line.from - end }]))
    maps.push(OffsetMap.identity(line.from + skipped, length ?? line.text.length - skipped))
    end = line.from + line.text.length
  }
  return maps.length === 1 ? (maps[0] as OffsetMap) : OffsetMap.concat(maps)
}

/** How deep the items of lists stand, by how far they are indented and by their bullets. */
class Depths {
  #open: { indent: number; bullet: string }[] = []

  of({ text, indent }: Line): number {
    const bullet = text[0] as string
    while ((this.#open.at(-1)?.indent ?? -1) > indent) this.#open.pop()
    const known = this.#open.findIndex((open) => open.indent === indent && open.bullet === bullet)
    if (known >= 0) this.#open.length = known + 1
    else if (this.#open.length < 16) this.#open.push({ indent, bullet })
    return this.#open.length
  }

  /** A line that is no item ends the lists that are not further out than itself. */
  end({ indent }: Line): void {
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop()
  }
}
