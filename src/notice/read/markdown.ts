import { parseMarkdown } from '../../source/markdown.ts'
import type { SourceText } from '../../source/text.ts'
import type { Notice } from '../notice.ts'
import { withoutEnd } from '../words.ts'
import { noticeOf } from './blocks.ts'

/** Reads a published Markdown notice: the same blocks that composing its policy would give, with the file's places. */
export function readMarkdown(source: SourceText, language = 'en'): Notice {
  return noticeOf(source, language, parseMarkdown(withoutEnd(source.text)))
}
