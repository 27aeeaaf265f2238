import { unlabelled } from '../notice/label.ts'
import { settled, withoutEnd } from '../notice/words.ts'
import { parseMarkdown, type MarkdownBlock } from '../source/markdown.ts'
import type { SourceText } from '../source/text.ts'
import { recreate } from './recreate.ts'
import { bodyBetween, headingPlaces, linkDefinitions } from './slices.ts'
import type { Unit } from './units.ts'

/** A stretch of a notice that becomes a section: a heading, where it has one, and the blocks `from` up to `to`. */
export type Stretch = { heading?: Unit; from: number; to: number }

/** A notice cut into a title and sections that hold all its blocks in order. */
export type Outline = { title?: Unit; stretches: Stretch[] }

/** How a notice may be cut: at which headings, and whether its first heading may be its title though others have its level. */
export type Cut = {
  /** Whether a section can begin with a heading. */
  starts: (heading: Unit) => boolean
  isTitle: (heading: Unit) => boolean
  /** Lower headings begin sections too where those of the highest level leave the text in one piece. */
  fine: boolean
}

/** Cuts a notice at its headings. Those that begin no section stay in a section's body. */
export function outline(blocks: readonly Unit[], { starts, isTitle, fine }: Cut): Outline {
  const title = titleOf(blocks, starts, isTitle)
  const from = title ? title.id + 1 : 0
  const headings = blocks.slice(from).filter((block) => block.kind === 'heading' && starts(block))
  const deepest = fine ? finestLevel(headings, blocks, from) : 0
  const stretches: Stretch[] = [{ from, to: from }]
  const begins = new Set(headings)
  for (const block of blocks.slice(from)) {
    const last = stretches.at(-1) as Stretch
    const level = Math.max(last.heading?.level ?? Infinity, deepest)
    if (begins.has(block) && levelOf(block) <= level)
      stretches.push({ heading: block, from: block.id + 1, to: block.id + 1 })
    else last.to = block.id + 1
  }
  const said = ({ heading, from: start, to }: Stretch) =>
    heading !== undefined || blocks.slice(start, to).some(({ text }) => text.trim() !== '')
  return { ...(title && { title }), stretches: stretches.filter(said) }
}

function titleOf(blocks: readonly Unit[], starts: Cut['starts'], isTitle: Cut['isTitle']): Unit | undefined {
  const first = blocks.find(({ text }) => text.trim() !== '')
  if (first?.kind !== 'heading' || !starts(first)) return undefined
  const above = blocks.every((block) => block.kind !== 'heading' || block === first || levelOf(block) > levelOf(first))
  return above || isTitle(first) ? first : undefined
}

/** No section should hold more of the text than this, if its headings allow. */
const largestShare = 0.6

/** The highest level at which to cut so that no section holds most of the text; 0 where no level does. */
function finestLevel(headings: readonly Unit[], blocks: readonly Unit[], from: number): number {
  const all = blocks.slice(from).reduce((sum, { text }) => sum + text.length, 0)
  for (const level of [...new Set(headings.map(levelOf))].sort()) {
    const cuts = new Set(headings.filter((heading) => levelOf(heading) <= level))
    let largest = 0
    let size = 0
    for (const block of blocks.slice(from)) {
      if (cuts.has(block)) size = 0
      size += block.text.length
      largest = Math.max(largest, size)
    }
    if (largest <= all * largestShare) return level
  }
  return 0
}

function levelOf({ level }: Unit): number {
  return level ?? 2
}

/** Writes the bodies of sections. */
export type BodyWriter = {
  starts: Cut['starts']
  /** A section's body as Markdown; empty when nothing is in it. */
  body: (stretch: Stretch, end: number) => string
}

/** Bodies of a notice in Markdown: the author's own, by slice, wherever a slice reads as it did in the whole. */
export function markdownBodies(source: SourceText, units: readonly Unit[]): BodyWriter {
  const parsed = parseMarkdown(withoutEnd(source.text))
  const places = headingPlaces(parsed, source.text, (index) => units[index]?.kind === 'heading')
  const definitions = linkDefinitions(source.text)
  return {
    starts: (unit) => isHeading(unit.text) && places.has(unit.id),
    body: (stretch, end) => {
      const start = places.get(stretch.heading?.id ?? stretch.from - 1)?.end ?? 0
      const stop = places.get(end)?.start ?? source.text.length
      const slice = bodyBetween(source.text, start, stop, definitions)
      const { from, to } = stretch
      return readsAs(slice, parsed.slice(from, to), units.slice(from, to)) ? slice : recreated(units, stretch)
    },
  }
}

/** Bodies of a notice in another format: its blocks as plain Markdown. */
export function blockBodies(units: readonly Unit[]): BodyWriter {
  return { starts: ({ text }) => isHeading(text), body: (stretch) => recreated(units, stretch) }
}

function recreated(units: readonly Unit[], { heading, from, to }: Stretch): string {
  // A body's headings stand below the section's own, which has the second level.
  const shift = heading === undefined ? 0 : 2 - (heading.level ?? 2)
  return recreate(units.slice(from, to), shift)
}

/** A heading's words as they stand in YAML, its number among them. */
export function headingText({ text, mark }: Unit): string {
  return settled(mark === undefined ? text : `${mark} ${text}`)
}

/** A heading in YAML has words, and `none` would say that there is none. */
function isHeading(text: string): boolean {
  const words = settled(text)
  return words !== '' && words !== 'none'
}

/** Whether Markdown reads as these blocks, same kinds and same words, and leaves nothing open that swallows what follows. */
function readsAs(markdown: string, blocks: readonly MarkdownBlock[], units: readonly Unit[]): boolean {
  const read = parseMarkdown(`${markdown}\n\n${after}`)
  if (read.some((block) => inlinesOf(block).some(({ slots }) => slots.length > 0))) return false
  const last = read.pop()
  if (last?.kind !== 'paragraph' || last.depth > 0 || last.inline.text !== after) return false
  const found = read.map((block) => described(block, textOf(block))).filter(hasWords)
  const wanted = blocks.map((block, index) => described(block, units[index]?.text ?? '')).filter(hasWords)
  return found.length === wanted.length && found.every((words, index) => words === wanted[index])
}

const after = 'é after'

function hasWords(described: string): boolean {
  return /^\S+ \S+ \S/.test(described)
}

function inlinesOf(block: MarkdownBlock) {
  return block.kind === 'row' ? block.cells : [block.inline]
}

/** A block's kind, the number that readers see before it, and its words. */
function described(block: MarkdownBlock, words: string): string {
  const mark = block.kind === 'item' && block.ordered ? block.marker : '-'
  return `${block.kind} ${mark} ${squeezed(words)}`
}

function textOf(block: MarkdownBlock): string {
  return inlinesOf(block)
    .map(({ text }) => text)
    .join(' | ')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Names for sections from their headings: kebab-case, each once. */
export function sectionIds(stretches: readonly Stretch[], topics: readonly string[]): string[] {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return stretches.map(({ heading }, index) => {
    const base = heading ? (kebab(unlabelled(heading.text)) ?? topics[index] ?? 'section') : 'opening'
    let count = counts.get(base) ?? 0
    let id = base
    do id = ++count === 1 ? base : `${base}-${count}`
    while (taken.has(id))
    counts.set(base, count)
    taken.add(id)
    return id
  })
}

function kebab(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain === '') return undefined
  if (plain.length <= 48) return plain
  const cut = plain.lastIndexOf('-', 48)
  return plain.slice(0, cut > 0 ? cut : 48)
}
