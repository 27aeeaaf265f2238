import { readText } from '../../../src/notice/read/read.ts'
import { placeSpan, type Notice } from '../../../src/notice/notice.ts'
import { SourceText } from '../../../src/source/text.ts'
import { catalog } from '../../support.ts'

/** A notice read from a text, as its file's ending says. */
export function noticeIn(file: string, text: string): Notice {
  const notice = readText(new SourceText(file, text), catalog)
  if (!notice) throw new Error(`${file} is no text`)
  return notice
}

/**
 * A notice as lines: headings with as many # as their level, items with a dash for each level, rows with a bar. After
 * an item whose list is introduced stands `<` and the line that does it.
 */
export function outline(file: string, text: string): string[] {
  const { blocks } = noticeIn(file, text)
  return blocks.map(({ kind, level = 0, depth = 1, text: words, stem }) => {
    const mark = { heading: '#'.repeat(level), item: '-'.repeat(depth), row: '|', paragraph: '' }[kind]
    const introduced = stem === undefined ? '' : ` < ${blocks[stem]?.text ?? ''}`
    return `${mark} ${words}${introduced}`.trim().replaceAll('\n', '⏎')
  })
}

/** The source slice of each block's words, which decodes to them. */
export function slices(file: string, text: string): string[] {
  const notice = noticeIn(file, text)
  return notice.blocks.map(({ id, text: words }) => {
    const { start, end } = placeSpan(notice, { block: id, from: 0, to: words.length }).place.range
    return text.slice(start, end)
  })
}
