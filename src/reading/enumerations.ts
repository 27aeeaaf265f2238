import type { Token } from '../source/words.ts'
import { numberWords } from './numbers.ts'

/** A sentence, or an item of one that counts its items: then `lead` is what stands before the first. */
export type Part = { tokens: readonly Token[]; lead?: readonly Token[] }

/** Longer beginnings and longer counts are left as they are, so that time stays linear. */
const longestLead = 24
const most = 26

const orders: readonly (readonly string[])[] = [
  Array.from({ length: most }, (_, at) => String.fromCharCode(97 + at)),
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' '),
  Array.from({ length: most }, (_, at) => String(at + 1)),
]
/** "Art. 6(1)(a)", "point (b)": a provision's number counts nothing here. */
const provisions = new Set(
  'art article articles section sections sec paragraph paragraphs para paras point points lit letter letters clause clauses no item items'.split(
    ' ',
  ),
)
const joins = new Set([',', ';', 'and', 'or'])

/** Where a mark such as "(b)" or "b)" begins, and where the words after it do. */
type Mark = { from: number; to: number }

/**
 * The parts of a sentence that counts its items in one line: "You may (a) ask …; (b) have … deleted; and (c) object"
 * is read like a list under "You may". Any other sentence is one part.
 */
export function partsOf(tokens: readonly Token[]): Part[] {
  const marks = marksIn(tokens)
  if (marks.length < 2) return [{ tokens }]
  const lead = tokens.slice(0, (marks[0] as Mark).from)
  const items = marks.map(({ to }, index) => {
    const next = marks[index + 1]
    let end = next ? next.from : tokens.length
    if (next) while (end > to && joins.has((tokens[end - 1] as Token).word)) end--
    return tokens.slice(to, end)
  })
  if (lead.length > longestLead || items.some((item) => item.length === 0)) return [{ tokens }]
  if (lead.length === 0) return items.map((item) => ({ tokens: item }))
  return [{ tokens: lead }, ...items.map((item) => ({ tokens: item, lead }))]
}

/** The marks of the first count in a sentence: they follow one order from its beginning, in one form. */
function marksIn(tokens: readonly Token[]): Mark[] {
  // Orders that go no further than their first, in either form: where one mark has no second, no later one has.
  const ended = { opened: new Set<readonly string[]>(), bare: new Set<readonly string[]>() }
  for (let at = 0; at + 1 < tokens.length; at++) {
    if ((tokens[at] as Token).word !== ')') continue
    const label = tokens[at - 1]?.word
    const order = orders.find((one) => one[0] === label)
    const isOpened = tokens[at - 2]?.word === '('
    const done = isOpened ? ended.opened : ended.bare
    if (!order || done.has(order) || !isMark(tokens, at)) continue
    const marks = [markAt(at, isOpened)]
    for (let next = at + 1; next + 1 < tokens.length && marks.length < order.length; next++)
      if (
        (tokens[next] as Token).word === ')' &&
        tokens[next - 1]?.word === order[marks.length] &&
        (tokens[next - 2]?.word === '(') === isOpened &&
        isMark(tokens, next)
      )
        marks.push(markAt(next, isOpened))
    if (marks.length > 1) return marks
    done.add(order)
  }
  return []
}

function markAt(close: number, isOpened: boolean): Mark {
  return { from: close - (isOpened ? 2 : 1), to: close + 1 }
}

/** Whether a mark that ends at a bracket counts an item: it stands before words, and after a comma where nothing opens it. */
function isMark(tokens: readonly Token[], close: number): boolean {
  if ((tokens[close + 1] as Token).kind === 'mark') return false
  const isOpened = tokens[close - 2]?.word === '('
  const from = close - (isOpened ? 2 : 1)
  const before = tokens[from - 1]
  if (!before) return true
  if (!isOpened) return joins.has(before.word) || before.word === ':'
  // Nor does "one (1) year".
  if (before.kind === 'number' || before.word === ')' || provisions.has(before.word) || numberWords.has(before.word))
    return false
  const isGlued = before.to === (tokens[from] as Token).from
  if (isGlued) return before.kind === 'mark'
  return !(before.word === '.' && provisions.has(tokens[from - 2]?.word ?? ''))
}
