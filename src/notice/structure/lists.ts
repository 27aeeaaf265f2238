import { labelled } from '../label.ts'
import type { NewBlock } from '../builder.ts'
import { introduces, isPlain } from './cut.ts'

const mostWords = 12

/**
 * Makes items of the paragraphs that a line above introduces: those with a number, short ones that are no sentence, and
 * those that all begin with the same small word ("To provide …", "To bill …").
 */
export function withLists(blocks: readonly NewBlock[]): NewBlock[] {
  const made = [...blocks]
  for (let at = 0; at < made.length; at++) {
    const stem = made[at] as NewBlock
    if (!introduces(stem) || stem.kind === 'heading' || stem.kind === 'row') continue
    const end = endOfList(made, at + 1)
    for (let next = at + 1; next < end; next++) {
      const block = made[next] as NewBlock
      made[next] = { ...block, kind: 'item', depth: Math.max(stem.depth ?? 0, stem.kind === 'item' ? 1 : 0) + 1 }
    }
    if (end > at + 1) at = end - 1
  }
  return made
}

/** Where the list that begins at a block ends; there is none where that is the block itself. */
function endOfList(blocks: readonly NewBlock[], from: number): number {
  for (const isMember of [isNumbered, isShort, beginsLike(blocks[from])]) {
    let end = from
    while (end < blocks.length && isPlain(blocks[end] as NewBlock) && isMember(blocks[end] as NewBlock)) end++
    if (end - from > 1) return end
  }
  return from
}

function isNumbered({ text }: NewBlock): boolean {
  return labelled(text).label !== undefined
}

function isShort({ text }: NewBlock): boolean {
  return text.length < 120 && !/[.!?:]\s*$/.test(text) && text.split(/\s+/, mostWords + 1).length <= mostWords
}

/** Small words that every item of a list may begin with. */
const openers = new Set(['to', 'for', 'by', 'when', 'where', 'if', 'with', 'from', 'in', 'as'])

function beginsLike(first: NewBlock | undefined): (block: NewBlock) => boolean {
  const opener = firstWord(first?.text ?? '')
  return ({ text }) => openers.has(opener) && firstWord(text) === opener
}

function firstWord(text: string): string {
  return (/^[A-Za-z]+/.exec(text)?.[0] ?? '').toLowerCase()
}
