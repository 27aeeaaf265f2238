import catalog from '../src/catalog/generated/catalog.js'
import { readMarkdown } from '../src/notice/read/markdown.ts'
import { readPlainText } from '../src/notice/read/text.ts'
import { readNotice, state } from '../src/reading/read.ts'
import { statusOf } from '../src/reading/status.ts'
import { SourceText } from '../src/source/text.ts'

/** The status and quotes of every disclosure of a text. */
export function coverageOfText(text: string, file: string): Record<string, { status: string; quotes: string[] }> {
  const source = new SourceText(file, text)
  const notice = file.endsWith('.md') ? readMarkdown(source) : readPlainText(source)
  const statuses = statusOf(catalog, state(readNotice(notice, catalog), catalog))
  return Object.fromEntries(
    [...statuses].map(([id, { status, statements }]) => [
      id,
      {
        status,
        quotes: statements.map(
          ({ sentence, by }) =>
            `[${by}] ${notice.blocks[sentence.block]?.text.slice(sentence.from, sentence.to).slice(0, 160) ?? ''}`,
        ),
      },
    ]),
  )
}
