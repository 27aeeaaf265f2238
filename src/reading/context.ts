import { headingsOf, type Block, type Notice } from '../notice/notice.ts'
import { Presence } from './presence.ts'
import type { ReadSentence } from './wording.ts'

/** Which word groups the words over a sentence have, for each heading, caption or header row. */
export type Context = (sentence: ReadSentence) => readonly Presence[]

/** The most tokens of a caption: longer lines are sentences that say something themselves. */
const longestCaption = 9
const noCaption = /[.;,!]$/

/**
 * What stands over a sentence and says what it is about: its headings; the nearest line before it that is no sentence
 * ("How long we keep it"); a question or title that opens its paragraph ("Your rights. You may …"); in a table, the
 * header row and the row's first cell. Each is read once.
 */
export function contextOf(notice: Notice, sentences: readonly ReadSentence[]): Context {
  const parts = partsOf(sentences)
  const over = captionsOf(notice, parts)
  const known = new Map<number, readonly Presence[]>()
  const above = (block: Block): readonly Presence[] => {
    const cached = known.get(block.id)
    if (cached) return cached
    const headings = headingsOf(notice, block).filter((heading) => heading.id !== block.id)
    const made = [...headings, ...(over.get(block.id) ?? [])].flatMap(({ id }) =>
      (parts.get(id) ?? []).map(({ part }) => part.presence),
    )
    known.set(block.id, made)
    return made
  }
  return (sentence) => {
    const first = parts.get(sentence.block.id)?.[0]
    const found = above(sentence.block)
    if (!first) return found
    const isRow = first.block.kind === 'row'
    const own = isRow
      ? (first.part.label ??= labelOf(first))
      : first !== sentence && opensParagraph(first)
        ? first.part.presence
        : undefined
    return own && own.groups.length > 0 ? [...found, own] : found
  }
}

/** The words of a row's first cell where it names the row: "Who is responsible? | Acme Ltd". */
function labelOf({ block, tokens, own, hits, present }: ReadSentence): Presence {
  const words = new Uint8Array(present.length)
  const groups: number[] = []
  // The words of the table's stem stand before.
  let end = tokens.findIndex(({ word }, at) => at >= own && word === '|')
  // A question is a sentence of its own.
  if (end < 0) end = block.text.startsWith(' |', tokens.at(-1)?.to) ? tokens.length : 0
  for (let at = own; at < end && end - own <= longestCaption; at++)
    for (const { group } of hits[at] ?? []) {
      if (words[group] === 0) groups.push(group)
      words[group] = 1
    }
  return new Presence(words, groups)
}

function partsOf(sentences: readonly ReadSentence[]): Map<number, ReadSentence[]> {
  const parts = new Map<number, ReadSentence[]>()
  for (const sentence of sentences) {
    const list = parts.get(sentence.block.id)
    if (list) list.push(sentence)
    else parts.set(sentence.block.id, [sentence])
  }
  return parts
}

/** A short first sentence of a paragraph or item that has more. */
function opensParagraph({ tokens, own }: ReadSentence): boolean {
  return tokens.length - own <= longestCaption
}

/** For each block the caption and the header row over it. A caption ends with its heading's part or at the next caption. */
function captionsOf(notice: Notice, parts: ReadonlyMap<number, readonly ReadSentence[]>): Map<number, Block[]> {
  const over = new Map<number, Block[]>()
  let caption: Block | undefined
  let header: Block | undefined
  for (const block of notice.blocks) {
    if (block.kind === 'row' && !block.columns) header = block
    const found = [
      ...(caption && caption.heading === block.heading ? [caption] : []),
      ...(block.columns && header ? [header] : []),
    ]
    if (isCaption(block, parts.get(block.id))) caption = block
    else if (found.length > 0) over.set(block.id, found)
  }
  return over
}

function isCaption(block: Block, parts: readonly ReadSentence[] | undefined): boolean {
  return (
    block.kind === 'paragraph' &&
    parts?.length === 1 &&
    (parts[0] as ReadSentence).tokens.length <= longestCaption &&
    !noCaption.test(block.text)
  )
}
