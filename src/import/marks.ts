import { placeSpan, type Notice } from '../notice/notice.ts'
import type { SourceText } from '../source/text.ts'

/**
 * The numbers and letters that stand before blocks of a plain text and are no part of their words ("3.", "(a)"): an
 * item's own, which its readers see. A bullet is none, but for the "o" of word processors, which is a letter.
 * @returns by block
 */
export function listMarks(source: SourceText, notice: Notice): Map<number, string> {
  const marks = new Map<number, string>()
  if (!/\.txt$/i.test(source.file)) return marks
  let end = 0
  for (const block of notice.blocks) {
    if (block.text === '') continue
    const { range } = placeSpan(notice, { block: block.id, from: 0, to: block.text.length }).place
    const between = source.text.slice(end, range.start).trim()
    if (/[A-Za-z\d]/.test(between)) marks.set(block.id, between.replace(/\s+/g, ' '))
    end = Math.max(end, range.end)
  }
  return marks
}
