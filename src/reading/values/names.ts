import type { Token } from '../../source/words.ts'

const forms = new Set([
  'inc',
  'incorporated',
  'llc',
  'llp',
  'lp',
  'ltd',
  'limited',
  'ltda',
  'corp',
  'corporation',
  'co',
  'company',
  'gmbh',
  'ag',
  'kg',
  'ug',
  'spa',
  'sa',
  'sas',
  'sarl',
  'sl',
  'slu',
  'srl',
  'bv',
  'nv',
  'ab',
  'as',
  'aps',
  'oy',
  'oyj',
  'plc',
  'pty',
  'pte',
  'kk',
  'pvt',
  'eirl',
  'sro',
  'kft',
  'zrt',
  'doo',
  'ou',
  'sia',
  'uab',
  'foundation',
  'association',
  'ev',
])

/** Forms that are also plain words: they count only with a capital. */
const capitalForms = new Set([
  'as',
  'co',
  'company',
  'sa',
  'foundation',
  'association',
  'limited',
  'kg',
  'ag',
  'ab',
  'ou',
  'ev',
  'spa',
  'corporation',
])

/** Words that open a sentence with a capital and belong to no name. */
const openingWords = new Set([
  'at',
  'in',
  'on',
  'by',
  'for',
  'from',
  'to',
  'of',
  'with',
  'we',
  'you',
  'your',
  'our',
  'the',
  'this',
  'these',
  'that',
  'those',
  'if',
  'when',
  'while',
  'as',
  'and',
  'or',
  'but',
  'all',
  'any',
  'no',
  'not',
  'it',
  'its',
  'they',
  'such',
  'each',
  'a',
  'an',
  'please',
  'here',
  'there',
  'under',
  'after',
  'before',
  'what',
  'who',
  'how',
  'why',
  'where',
  'which',
  'welcome',
])

function isForm(token: Token): boolean {
  return forms.has(token.word) && (token.capital || !capitalForms.has(token.word))
}

/** A run of capitalised words; with a company form at its end it is a company's name. Gives where it ends. */
export function proper(
  tokens: readonly Token[],
  at: number,
  add: (type: string, at: number, length: number) => void,
): number {
  if (openingWords.has((tokens[at] as Token).word) && !tokens[at + 1]?.word.startsWith("'")) return at
  let end = at
  let company = 0
  while (end < tokens.length && end - at < 14) {
    const token = tokens[end] as Token
    const named = token.kind === 'word' && (token.capital || (end > at && isForm(token)))
    if (named) {
      if (end > at && isForm(token)) {
        company = end + 1 - at
        // A form ends the name, but for a second one: "Co., Ltd.".
        if (!formFollows(tokens, end + 1)) {
          end++
          break
        }
      }
      end++
      continue
    }
    const next = tokens[end + 1]
    const joins =
      token.kind === 'mark' && ',.&()-'.includes(token.word) && next?.kind === 'word' && (next.capital || isForm(next))
    if (joins && (token.word !== '.' || isForm(tokens[end - 1] as Token))) end++
    // "Co., Ltd": two marks between two forms.
    else if (end > at && isForm(tokens[end - 1] as Token) && token.kind === 'mark' && formFollows(tokens, end))
      while (tokens[end]?.kind === 'mark') end++
    else break
  }
  add('proper', at, Math.max(1, end - at))
  if (company > 1) add('company', at, company)
  return at + Math.max(1, end - at)
}

/** Whether a company form stands at a token, marks before it ("Co., Ltd", "GmbH & Co.") left out of account. */
function formFollows(tokens: readonly Token[], at: number): boolean {
  let next = at
  while (next - at < 2 && '.,&'.includes(tokens[next]?.word ?? ' ')) next++
  const token = tokens[next]
  return token !== undefined && isForm(token)
}
