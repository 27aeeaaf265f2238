import type { Chrome } from '../../catalog/types.ts'
import { readPage } from '../../source/html-page.ts'
import type { SourceText } from '../../source/text.ts'
import type { Notice } from '../notice.ts'
import { noticeOf } from './blocks.ts'

/**
 * Reads a notice published as a web page: the page's text without what surrounds it, with the file's places.
 * @param chrome the words that mark what surrounds the text, from the catalog
 */
export function readHtmlPage(source: SourceText, chrome: Chrome, language = 'en'): Notice {
  return noticeOf(source, language, readPage(source.text, chrome))
}
