import type { Catalog, Disclosure } from '../catalog/types.ts'
import { NoticeBuilder } from '../notice/builder.ts'
import type { Span } from '../notice/notice.ts'
import type { ReadSentence } from '../reading/wording.ts'
import { findAll, readNotice, type Reading } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import type { SourceText } from '../source/text.ts'
import type { Doubt, Sourced } from './facts.ts'
import { quote } from './quote.ts'

/** The most words before and after those of a denial in its sentence: more could take a part of it back. */
const most = { before: 6, after: 3 }

/**
 * The facts that a notice declares to be `none`: it denies a disclosure in a sentence of its own that is read as the
 * sentence which `none` composes is read, and nowhere makes it.
 * @returns by path, and denials that leave a doubt
 */
export function denials(
  source: SourceText,
  reading: Reading,
  statements: readonly Statement[],
  catalog: Catalog,
): { none: Map<string, Sourced>; doubts: Doubt[] } {
  const none = new Map<string, Sourced>()
  const doubts: Doubt[] = []
  const sentences = new Map(reading.sentences.map((sentence) => [keyOf(sentence.span), sentence]))
  const sayingSo = ({ sentence, span }: Statement, value: string): Sourced => ({
    value,
    from: quote(source, reading.notice, sentence, span),
  })
  for (const disclosure of catalog.disclosures) {
    const own = statements.filter((statement) => statement.disclosure === disclosure.id)
    const denied = own.filter(({ polarity, strength }) => polarity === 'denied' && strength === 'stated')
    if (denied.length === 0) continue
    for (const path of disclosure.facts) {
      const sentence = catalog.facts[path]?.none
      if (sentence === undefined) continue
      const by = new Set(
        [...new Set(denied.map(({ by }) => by))].filter((id) => readsSo(sentence, id, disclosure, catalog)),
      )
      const alike = denied.filter((statement) => by.has(statement.by))
      const isPlain = (statement: Statement) =>
        textOf(statement, reading) === sentence || isWhole(statement, sentences.get(keyOf(statement.sentence)), catalog)
      const denial = alike.find(isPlain) ?? alike[0]
      if (!denial) continue
      const made = statements.find(
        (statement) => statement.polarity === 'affirmed' && speaksOf(statement, path, disclosure),
      )
      const said = [sayingSo(denial, 'none')]
      if (made) {
        said.push(sayingSo(made, made.values[0]?.value ?? 'said'))
        doubts.push({ path, why: 'the text denies it in one place and says it in another', said })
      } else if (isPlain(denial)) none.set(path, sayingSo(denial, 'none'))
      else doubts.push({ path, why: 'the text denies it, perhaps not all of it', said })
    }
  }
  return { none, doubts }
}

/** A statement's sentence, its white space as single spaces. */
function textOf({ sentence: { block, from, to } }: Statement, { notice }: Reading): string {
  return (notice.blocks[block]?.text ?? '').slice(from, to).replace(/\s+/g, ' ')
}

/** Names a sentence. */
export function keyOf({ block, from }: Span): string {
  return `${block} ${from}`
}

/** Whether a statement is all that its sentence says: nothing takes a part of it back. */
export function isWhole({ span }: Statement, sentence: ReadSentence | undefined, catalog: Catalog): boolean {
  const exception = catalog.lexicon.groups['except-word']
  if (!sentence || exception === undefined || sentence.present[exception] !== 0) return false
  const { block, span: all } = sentence
  const words = (from: number, to: number) =>
    block.text
      .slice(from, to)
      .split(/\s+/)
      .filter((word) => /\w/.test(word)).length
  return words(all.from, span.from) <= most.before && words(span.to, all.to) <= most.after
}

/** Whether a statement says something of a fact: a part of its disclosure may be of another ("you may object to such decisions"). */
function speaksOf({ disclosure, strength, values }: Statement, path: string, { id }: Disclosure): boolean {
  const isOfIt = disclosure === id && (strength === 'stated' || values.length === 0)
  return isOfIt || values.some((value) => value.path.startsWith(`${path}.`))
}

/** Whether a pattern of a disclosure reads a sentence. */
function readsSo(sentence: string, by: string, disclosure: Disclosure, catalog: Catalog): boolean {
  const builder = new NoticeBuilder('', 'en')
  builder.add({ kind: 'paragraph', text: sentence, runs: [] })
  return findAll(disclosure, readNotice(builder.build(), catalog)).some(({ pattern }) => pattern.id === by)
}
