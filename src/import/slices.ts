import type { MarkdownBlock } from '../source/markdown.ts'
import type { Range } from '../source/range.ts'

/**
 * Headings at which a Markdown text can be cut, by their position among the blocks: those that begin their line and stand
 * in no list or quote. The range covers their whole lines.
 * @param isHeading whether a block is one, by its position: also a bold line or a list's item, where readers take it for one
 */
export function headingPlaces(
  blocks: readonly MarkdownBlock[],
  text: string,
  isHeading: (index: number) => boolean,
): Map<number, Range> {
  const places = new Map<number, Range>()
  for (const [index, block] of blocks.entries()) {
    if (!isHeading(index)) continue
    const start = lineStart(text, block.range.start)
    const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0
    if (text.slice(start + mark, block.range.start).trim() !== '') continue
    const end = /[\r\n]|$/.exec(text.slice(block.range.end))?.index ?? 0
    if (text.slice(block.range.end, block.range.end + end).trim() !== '') continue
    places.set(index, { start, end: block.range.end + end })
  }
  return places
}

function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

/** Link reference definitions as they are written, by the label that links use in lower case. */
export type Definitions = ReadonlyMap<string, { written: string; at: number }>

/** The lines of a text that may define the targets of links. The first definition of a label counts. */
export function linkDefinitions(text: string): Definitions {
  const definitions = new Map<string, { written: string; at: number }>()
  for (const { 0: written, 1: label = '', index } of text.matchAll(
    /^ {0,3}\[([^\]\r\n]{1,999})\]:[ \t]*\S[^\r\n]*$/gm,
  )) {
    const name = label.toLowerCase()
    if (!definitions.has(name)) definitions.set(name, { written: written.trim(), at: index })
  }
  return definitions
}

/**
 * The body of a section: its slice of the text, with the definitions of its links that stand elsewhere.
 * @param start offset of the slice in the text
 */
export function bodyBetween(text: string, start: number, end: number, definitions: Definitions): string {
  const slice = cleaned(text.slice(start, end))
  const added = new Set<string>()
  if (definitions.size > 0)
    for (const [, label = ''] of slice.matchAll(/\[([^\]\n]{1,999})(?=\])/g)) {
      const definition = definitions.get(label.toLowerCase())
      if (definition && (definition.at < start || definition.at >= end)) added.add(escapeSlots(definition.written))
    }
  return added.size === 0 ? slice : `${slice}\n\n${[...added].join('\n')}`
}

/** A slice as a body: line feeds only, braces as braces, no empty lines around it and few in it. */
function cleaned(slice: string): string {
  const lines = slice
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n(?:[ \t]*\n){20,}/g, '\n\n')
  return escapeSlots(lines.replace(/^(?:[ \t]*\n)+/, '').trimEnd())
}

/** Writes the braces of a slot as braces. */
function escapeSlots(text: string): string {
  return text.replace(/\\(?:\{\{|[^\n])?|\{\{/g, (found) => (found === '{{' ? '\\{{' : found))
}
