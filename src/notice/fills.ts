import { parseMarkdown, type Inline, type MarkdownBlock, type Slot } from '../source/markdown.ts'
import type { Filled } from './notice.ts'

/**
 * What a slot's surroundings make of the words put there. `markdown`: escapes and character references are read.
 * `html`: references only. `raw`: neither (code, `<https://…>`). `unread`: the words are shown to nobody (a link's title).
 */
export type Surroundings = 'markdown' | 'html' | 'raw' | 'unread'

/** All texts of a block. */
export function inlines(block: MarkdownBlock): Inline[] {
  return block.kind === 'row' ? block.cells : [block.inline]
}

/**
 * Finds what surrounds each slot by asking the parser: an escape and a reference are put where the slot stands, and what
 * is read there tells which of them counts.
 * @param text a section's body
 * @param slots its slots
 * @returns by the offset where the slot begins
 */
export function surroundings(text: string, slots: readonly Slot[]): Map<number, Surroundings> {
  const starts = [...new Map(slots.map((slot) => [slot.range.start, slot.range])).values()]
  starts.sort((a, b) => a.start - b.start)
  let asked = ''
  let at = 0
  for (const [index, { start, end }] of starts.entries()) {
    asked += `${text.slice(at, start)}é${index}\\*&amp;é`
    at = end
  }
  const read = parseMarkdown(asked + text.slice(at))
    .flatMap(inlines)
    .flatMap((inline) => [inline.text, ...inline.links.map((link) => link.target)])
    .join('\n')
  return new Map(
    starts.map(({ start }, index) => {
      if (read.includes(`é${index}*&é`)) return [start, 'markdown']
      if (read.includes(`é${index}\\*&é`)) return [start, 'html']
      return [start, read.includes(`é${index}\\*&amp;é`) ? 'raw' : 'unread']
    }),
  )
}

/**
 * The levels of a body's headings below the section's own heading, and the changes that write them so.
 * @param floor the level of the highest of them, unless it is lower already
 */
export function deepen(
  blocks: readonly MarkdownBlock[],
  text: string,
  floor: number,
): { levels: Map<MarkdownBlock, number>; changes: Filled[] } {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const by = floor - Math.min(...headings.map(({ level }) => level))
  const levels = new Map<MarkdownBlock, number>()
  const changes: Filled[] = []
  for (const block of headings) {
    const level = Math.min(block.level + Math.max(by, 0), 6)
    const change = level === block.level ? [] : relevel(block, level, text)
    if (!change) continue
    levels.set(block, level)
    changes.push(...change)
  }
  return { levels, changes }
}

/**
 * The changes that give a heading another level: in its marks only, the words stay as they are written.
 * @returns undefined where the heading's marks cannot be told
 */
function relevel(block: MarkdownBlock & { kind: 'heading' }, level: number, text: string): Filled[] | undefined {
  const { start, end } = block.range
  const written = text.slice(start, end)
  const change = (from: number, to: number, by: string): Filled => ({
    range: { start: start + from, end: start + to },
    text: by,
    where: 'markup',
  })
  const marks = /^#{1,6}/.exec(written)?.[0].length
  if (marks !== undefined) return [change(0, marks, '#'.repeat(level))]
  if (/^<h[1-6]\b/i.test(written)) {
    const closing = /<\/h[1-6]\s*>$/i.exec(written)?.index
    return [change(2, 3, `${level}`), ...(closing === undefined ? [] : [change(closing + 3, closing + 4, `${level}`)])]
  }
  return underlined(written, level, change)
}

/** A heading with a line under it can have two levels only, and several lines: it becomes one line after marks. */
function underlined(
  written: string,
  level: number,
  change: (from: number, to: number, by: string) => Filled,
): Filled[] | undefined {
  const underline = /[ \t]*\r?\n[ \t>]*(?:=+|-+)[ \t]*$/.exec(written)?.index
  if (underline === undefined) return undefined
  const marks = '#'.repeat(level)
  const words = written.slice(0, underline)
  const breaks = [...words.matchAll(/(\\+|[ \t]*)\r?\n[ \t>]*/g)].map(({ 0: all, 1: before = '', index }) => {
    const hard = before.startsWith('\\') ? before.length % 2 === 1 : before.length > 1
    const kept = before.startsWith('\\') ? before.length - (hard ? 1 : 0) : 0
    return change(index + kept, index + all.length, hard ? '<br>' : ' ')
  })
  // Without marks at the end Markdown would take a "#" there for one.
  return [change(0, 0, `${marks} `), ...breaks, change(underline, written.length, /#$/.test(words) ? ` ${marks}` : '')]
}
