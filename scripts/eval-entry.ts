import catalog from '../src/catalog/generated/catalog.js'
import { readText } from '../src/notice/read/read.ts'
import { readNotice, state } from '../src/reading/read.ts'
import { statusOf } from '../src/reading/status.ts'
import { SourceText } from '../src/source/text.ts'

/** The status and quotes of every disclosure of a text. */
export function coverageOfText(text: string, file: string): Record<string, { status: string; quotes: string[] }> {
  const source = new SourceText(file, text)
  const notice = readText(source, catalog)
  if (!notice) throw new Error(`${file} is no text.`)
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
