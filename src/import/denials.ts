import type { Catalog, Disclosure } from '../catalog/types.ts'
import { OffsetMap } from '../source/offset-map.ts'
import { NoticeBuilder } from '../notice/builder.ts'
import type { Notice } from '../notice/notice.ts'
import { findAll, readNotice } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import type { SourceText } from '../source/text.ts'
import type { Doubt, Sourced } from './facts.ts'
import { quote } from './quote.ts'

/**
 * The facts that a notice declares to be `none`: it denies a disclosure, nowhere makes it, and denies it in words that
 * are read as the sentence which `none` composes is read.
 * @returns by path, and what is denied in one place and said in another
 */
export function denials(
  source: SourceText,
  notice: Notice,
  statements: readonly Statement[],
  catalog: Catalog,
): { none: Map<string, Sourced>; doubts: Doubt[] } {
  const none = new Map<string, Sourced>()
  const doubts: Doubt[] = []
  for (const disclosure of catalog.disclosures) {
    const own = statements.filter((statement) => statement.disclosure === disclosure.id)
    const denied = own.filter(({ polarity, strength }) => polarity === 'denied' && strength === 'stated')
    if (denied.length === 0) continue
    const sayingSo = (statement: Statement, value: string): Sourced => ({
      value,
      from: quote(source, notice, statement.sentence, statement.span),
    })
    for (const path of disclosure.facts) {
      const sentence = catalog.facts[path]?.none
      const denial = denied.find(({ by }) => sentence !== undefined && readsSo(sentence, by, disclosure, catalog))
      if (!denial) continue
      const said = statements.find(
        (statement) => statement.polarity === 'affirmed' && speaksOf(statement, path, disclosure),
      )
      if (!said) none.set(path, sayingSo(denial, 'none'))
      else
        doubts.push({
          path,
          why: 'the text denies it in one place and says it in another',
          said: [sayingSo(denial, 'none'), sayingSo(said, said.values[0]?.value ?? 'said')],
        })
    }
  }
  return { none, doubts }
}

function speaksOf({ disclosure, values }: Statement, path: string, { id }: Disclosure): boolean {
  return disclosure === id || values.some((value) => value.path.startsWith(`${path}.`))
}

/** Whether a pattern of a disclosure reads a sentence. */
function readsSo(sentence: string, by: string, { id, patterns }: Disclosure, catalog: Catalog): boolean {
  const builder = new NoticeBuilder('', 'en')
  const author = { kind: 'author' as const, file: '', offset: 0, maps: [OffsetMap.identity(0, sentence.length)] }
  builder.add({ kind: 'paragraph', text: sentence, runs: [{ from: 0, to: sentence.length, source: author }] })
  const pattern = patterns.filter((one) => one.id === by)
  return findAll(pattern, id, readNotice(builder.build(), catalog)).length > 0
}
