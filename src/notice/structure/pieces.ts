import { letters } from '../../source/letters.ts'
import { labelled } from '../label.ts'
import type { NewBlock } from '../builder.ts'
import { cut, introduces, isPlain } from './cut.ts'

/** Signs that begin a list's item wherever they stand. */
const bullets = '•●○◦▪▫■□‣⁃∙➢➤►▶✓✔☑❖◆◇♦\uf0a7\uf0b7'
/** A bullet with the white space after it; of dashes and the like only where white space follows. */
const bullet = new RegExp(String.raw`^(?:[${bullets}]|[·*+–—-](?=\s))\s*`)
const inner = new RegExp(String.raw`[${bullets}]\s+(?=\S)`, 'g')
/** Bullets in one line that make items; no writer puts so many there. */
const mostBullets = 1_000
/** What a text must hold to be more than one piece. */
const several = new RegExp(String.raw`\n|[a-z)\]”"’%]\.+(?=[A-Z\d])|[${bullets}]`)

/** Where a list's item begins in a line: the length of its bullet, 0 where there is none. */
export function bulletLength(line: string): number {
  return bullet.exec(line)?.[0].length ?? 0
}

/**
 * Takes apart what a writer put into one block, or what became one when a page was copied: lines that begin with
 * bullets or are headings, bullets in a line, and items that were run together ("Your name.Your address.").
 * @param before the block above, whose end may introduce a list
 */
export function piecesOf(block: NewBlock, before: NewBlock | undefined): NewBlock[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [block]
  if (!several.test(block.text)) return titleAndText(block)
  const made: NewBlock[] = []
  for (const line of linesOf(block).flatMap(titleAndText))
    for (const piece of bulletPieces(line)) made.push(...runTogether(piece, made.at(-1) ?? before))
  // Nothing but a bullet is a word like others.
  return made.length > 0 ? made : [block]
}

/** "**1. Data** We hold names.": a numbered title that is bold, and the text that was put right behind it. */
function titleAndText(block: NewBlock): NewBlock[] {
  const { text, strong = 0 } = block
  const title = text.slice(0, strong)
  const split = strong > 0 && strong < 100 && labelled(title).label !== undefined && /[^.:;,\s]$/.test(title)
  if (!split || !isPlain(block) || !/^\s+[A-Z]/.test(text.slice(strong, strong + 8))) return [block]
  return [cut(block, 0, strong), cut(block, strong, text.length)].flatMap((piece) => piece ?? [])
}

/** The lines of a paragraph, where they are more than a broken line: one begins a list, or the first is a heading. */
function linesOf(block: NewBlock): NewBlock[] {
  if (!isPlain(block) || !block.text.includes('\n')) return [block]
  const lines: NewBlock[] = []
  let from = 0
  for (let end = block.text.indexOf('\n'); from <= block.text.length; end = block.text.indexOf('\n', from)) {
    const to = end < 0 ? block.text.length : end
    const line = cut(block, from, to)
    if (line) lines.push(line)
    if (end < 0) break
    from = to + 1
  }
  const [first] = lines
  const bold = first?.strong === first?.text.length && lines.length > 1
  const structured = lines.some(({ text }) => bulletLength(text) > 0 || labelled(text).label !== undefined)
  // An empty line between lines parts paragraphs; so do lines that are sentences by themselves.
  return bold || structured || /\n\s*\n/.test(block.text) || lines.some(introduces) ? lines : [block]
}

function bulletPieces(block: NewBlock): NewBlock[] {
  const lead = bulletLength(block.text)
  const starts = [...block.text.matchAll(inner)]
    .slice(0, mostBullets)
    .map(({ 0: found, index }) => ({ at: index, to: index + found.length }))
  if (lead === 0 && starts.length === 0) return [block]
  const inList = block.kind === 'item'
  if (lead === 0 && inList) return [block]
  const edges = lead > 0 && starts[0]?.at !== 0 ? [{ at: 0, to: lead }, ...starts] : starts
  const head = cut(block, 0, edges[0]?.at ?? 0)
  return [
    ...(head ? [head] : []),
    ...edges.flatMap(({ to }, index) => {
      const piece = cut(block, to, edges[index + 1]?.at ?? block.text.length)
      return piece ? [{ ...piece, kind: 'item' as const, depth: Math.max(block.depth ?? 0, 1) }] : []
    }),
  ]
}

const stopBefore = new RegExp(String.raw`[${letters}]{3}[)\]”"’]?\.+$|[)\]%]\.+$`)
const title = /^\d{1,2}(?:\.\d{1,2})*\.?\s*[A-Z]/

/**
 * Items that were run together: at each full stop with a capital right after it a new one begins. A single one may be
 * a missing space, unless a numbered heading follows, or a line above says that a list comes.
 */
function runTogether(block: NewBlock, before: NewBlock | undefined): NewBlock[] {
  const starts = gluesIn(block.text)
  if (starts.length === 0) return [block]
  const listed = block.kind === 'item' || (before !== undefined && (introduces(before) || before.kind === 'item'))
  const edges = starts.length > 1 || listed ? starts : starts.filter((at) => title.test(block.text.slice(at, at + 12)))
  let kind = block.kind === 'item' || (before !== undefined && introduces(before)) ? ('item' as const) : block.kind
  if (edges.length === 0) return [block]
  return [0, ...edges].flatMap((from, index): NewBlock[] => {
    const piece = cut(block, from, edges[index] ?? block.text.length)
    if (!piece) return []
    // A heading ends the list; what follows it is text again.
    if (title.test(piece.text.slice(0, 12))) kind = 'paragraph'
    const { depth = 0, ...plain } = piece
    return kind === 'item' ? [{ ...plain, kind, depth: Math.max(depth, 1) }] : [{ ...plain, kind }]
  })
}

/** Where sentences begin that no space parts from the one before. Full stops in addresses part nothing. */
function gluesIn(text: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    const next = text.charCodeAt(at + 1)
    const capital = next >= 65 && next <= 90
    if (!capital && !(next >= 48 && next <= 57)) continue
    if (!stopBefore.test(text.slice(Math.max(0, at - 6), at + 1))) continue
    if (capital ? isWord(text, at + 1) && !inAddress(text, at) : title.test(text.slice(at + 1, at + 13)))
      starts.push(at + 1)
  }
  return starts
}

/** A capital that begins a word of prose, not a name in an address (Acme.Example.Com). */
function isWord(text: string, from: number): boolean {
  return /^[A-Z][a-z'’-]*(?:[\s,:;(/]|$)|^[A-Z]{2,}[\s,:]/.test(text.slice(from, from + 40))
}

function inAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return /[@/.][^\s]*$/.test(before.slice(before.lastIndexOf(' ') + 1))
}
