import type { Catalog } from '../../catalog/types.ts'
import type { SourceText } from '../../source/text.ts'
import type { Notice } from '../notice.ts'
import { readHtmlPage } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './text.ts'

/** The endings of the files that are read as published notices. */
export const textEndings = ['.md', '.markdown', '.html', '.htm', '.txt'] as const

type Reader = (source: SourceText, catalog: Catalog) => Notice
const markdown: Reader = (source) => readMarkdown(source)
const page: Reader = (source, { chrome }) => readHtmlPage(source, chrome)
const readers: Readonly<Record<(typeof textEndings)[number], Reader>> = {
  '.md': markdown,
  '.markdown': markdown,
  '.html': page,
  '.htm': page,
  '.txt': (source) => readPlainText(source),
}

/** Reads a published notice; its file's ending, in whatever case, says how. Undefined for a file that is none. */
export function readText(source: SourceText, catalog: Catalog): Notice | undefined {
  const name = source.file.toLowerCase()
  const ending = textEndings.find((one) => name.endsWith(one))
  return ending && readers[ending](source, catalog)
}
