import type { Section } from '../policy/policy.ts'
import type { Inline, MarkdownBlock, Slot } from '../source/markdown.ts'
import type { Mapped } from '../source/offset-map.ts'
import type { Place } from '../source/range.ts'
import type { NewBlock } from './builder.ts'
import { factSource } from './compose/writer.ts'
import type { NoticeLink, Run } from './notice.ts'
import type { SlotValue } from './slots.ts'

/** A section's prose as it was written, what its slots stand for (by where they begin), and its headings' levels. */
export type Body = {
  mapped: Mapped
  file: string
  section: Section
  values: Map<number, SlotValue>
  levels: Map<MarkdownBlock, number>
}

/** Where a slot is written in the file. */
export function placeOfSlot({ range }: Slot, { mapped, file }: Body): Place {
  return { file, range: mapped.map.range(range.start, range.end) }
}

/** How deep in lists a paragraph stands, if it stands in one. */
export function depthOf(block: MarkdownBlock): { depth?: number } {
  return block.kind === 'paragraph' && block.depth > 0 ? { depth: block.depth } : {}
}

/** The number that an ordered list gives its item: of "13." it is 13. */
export function markerOf({ ordered, marker }: { ordered: boolean; marker: string }): { marker?: string } {
  return ordered ? { marker: marker.replace(/[.)]$/, '') } : {}
}

type Words = { text: string; runs: Run[]; links: NoticeLink[]; strong?: number }

/**
 * A block's text with its slots filled: author's runs between facts' runs.
 * @param offset where the text will begin in its block
 */
export function words(inline: Inline, body: Body, offset: number): Words {
  const runs: Run[] = []
  const maps = [inline.map, body.mapped.map]
  let text = ''
  let at = 0
  const grown: { at: number; by: number }[] = []
  const author = (to: number): void => {
    if (to <= at) return
    const from = offset + text.length
    text += inline.text.slice(at, to)
    runs.push({ from, to: offset + text.length, source: { kind: 'author', file: body.file, offset: at, maps } })
  }
  for (const slot of inline.slots) {
    if (slot.at === undefined) continue
    author(slot.at)
    at = slot.at + 1
    const source = sourceOf(slot, body)
    const filled = filledText(slot, body) ?? ''
    grown.push({ at: slot.at, by: filled.length - 1 })
    if (source) runs.push({ from: offset + text.length, to: offset + text.length + filled.length, source })
    text += filled
  }
  author(inline.text.length)
  const moved = (position: number) =>
    offset + position + grown.filter((slot) => slot.at < position).reduce((sum, slot) => sum + slot.by, 0)
  const links = inline.links.map((link) => ({
    from: moved(link.from),
    to: moved(link.to),
    target: filledTarget(link, inline, body),
  }))
  const { strong } = inline
  return { text, runs, links, ...(strong !== undefined && { strong: moved(strong) - offset }) }
}

/** A table row: its cells with a bar between them. */
export function row(block: MarkdownBlock & { kind: 'row' }, body: Body): NewBlock {
  const made = { kind: 'row' as const, text: '', runs: [] as Run[], links: [] as NoticeLink[], cells: [] as Cell[] }
  const { start } = block.range
  const anchor = { file: body.file, range: body.mapped.map.range(start, start) }
  for (const [index, cell] of block.cells.entries()) {
    const from = made.text.length
    if (index > 0) {
      made.text += ' | '
      made.runs.push({ from, to: from + 3, source: { kind: 'clause', id: 'row', anchor } })
    }
    const filled = words(cell, body, made.text.length)
    made.cells.push({ from: made.text.length, to: made.text.length + filled.text.length })
    made.text += filled.text
    made.runs.push(...filled.runs)
    made.links.push(...filled.links)
  }
  return made
}

type Cell = { from: number; to: number }

function filledText(slot: Slot, { values }: Body): string | undefined {
  const value = values.get(slot.range.start)
  return value?.kind === 'fact' || value?.kind === 'section' ? value.text : undefined
}

function sourceOf(slot: Slot, body: Body): Run['source'] | undefined {
  const value = body.values.get(slot.range.start)
  const use = placeOfSlot(slot, body)
  if (value?.kind === 'fact') return factSource(value.fact, use)
  return value?.kind === 'section' ? { kind: 'clause', id: 'section', anchor: use } : undefined
}

/** A link's target with the facts in its slots, which follow each other in it as they are written. */
function filledTarget({ target, targetRange }: Inline['links'][number], { slots }: Inline, body: Body): string {
  let filled = ''
  let rest = target
  for (const slot of slots) {
    const { start, end } = slot.range
    if (start < targetRange.start || end > targetRange.end) continue
    const written = body.mapped.text.slice(start, end)
    const at = rest.indexOf(written)
    const text = filledText(slot, body)
    if (at < 0 || text === undefined) continue
    filled += rest.slice(0, at) + text
    rest = rest.slice(at + written.length)
  }
  return filled + rest
}
