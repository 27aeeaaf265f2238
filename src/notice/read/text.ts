import { OffsetMap } from '../../source/offset-map.ts'
import type { SourceText } from '../../source/text.ts'
import { NoticeBuilder, type NewBlock } from '../builder.ts'
import type { Notice } from '../notice.ts'
import { labelled } from '../label.ts'

const bullet = /^\s*(?:[•●○◦▪■‣⁃*–-]|o(?=\s))\s+/u
const number = /^\s*\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s*/u

/** Reads a notice in plain text: a line is a block; short lines without a full stop are headings, bullets are items. */
export function readPlainText(source: SourceText, language = 'en'): Notice {
  const builder = new NoticeBuilder(source.file, language)
  const line = /[^\r\n]+/gu
  for (let found = line.exec(source.text); found; found = line.exec(source.text)) {
    const raw = found[0]
    const mark = bullet.exec(raw)
    const start = mark ? mark[0].length : raw.length - raw.replace(/^[\s\uFEFF]+/u, '').length
    const text = raw.slice(start).trimEnd()
    if (text !== '') builder.addRead(block(text, mark !== null, found.index + start, source.file))
  }
  builder.prose(source.text, [])
  return builder.build()
}

function block(text: string, isItem: boolean, at: number, file: string): NewBlock {
  const base = {
    text,
    runs: [
      {
        from: 0,
        to: text.length,
        source: { kind: 'author' as const, file, offset: 0, maps: [OffsetMap.identity(at, text.length)] },
      },
    ],
  }
  if (isItem) return { ...base, kind: 'item', depth: 1 }
  const level = headingLevel(text)
  return level === undefined ? { ...base, kind: 'paragraph' } : { ...base, kind: 'heading', level, ...labelled(text) }
}

/** A heading in plain text: numbered, or short and in title case, and no sentence. */
function headingLevel(text: string): number | undefined {
  if (text.length > 90 || /[.;,]$/u.test(text)) return undefined
  const numbered = number.exec(text)?.[0].trim() ?? ''
  const words = text.slice(numbered.length).trim().split(/\s+/u)
  if (
    numbered !== '' &&
    /^\p{L}/u.test(text.slice(numbered.length).trim()) &&
    words.length <= 12 &&
    !text.endsWith(':')
  )
    return 2 + Math.min(numbered.split('.').filter((part) => part !== '').length - 1, 3)
  const capitals = words.filter((word) => /^[\p{Lu}“"(]/u.test(word)).length
  return words.length <= 9 && capitals >= Math.ceil(words.length / 2) && !/[?!]$/u.test(text) && !/[@:]/u.test(text)
    ? 2
    : undefined
}
