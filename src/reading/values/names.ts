import type { Token } from '../../source/words.ts'
import type { IsAt } from './kinds.ts'

/** Whether a token is a company's legal form. */
function isForm(tokens: readonly Token[], at: number, isAt: IsAt): boolean {
  const token = tokens[at]
  return token !== undefined && (isAt('company-form', at) || (token.capital && isAt('company-form-capital', at)))
}

/** A run of capitalised words; with a company form at its end it is a company's name. Gives where it ends. */
export function proper(
  tokens: readonly Token[],
  at: number,
  isAt: IsAt,
  add: (type: string, at: number, length: number) => void,
): number {
  if (isAt('name-opener', at) && !tokens[at + 1]?.word.startsWith("'")) return at
  let end = at
  let company = 0
  while (end < tokens.length && end - at < 14) {
    const token = tokens[end] as Token
    const named = token.kind === 'word' && (token.capital || (end > at && isForm(tokens, end, isAt)))
    if (named) {
      if (end > at && isForm(tokens, end, isAt)) {
        company = end + 1 - at
        // A form ends the name, but for a second one: "Co., Ltd.".
        if (!formFollows(tokens, end + 1, isAt)) {
          end++
          break
        }
      }
      end++
      continue
    }
    const next = tokens[end + 1]
    const joins =
      token.kind === 'mark' &&
      ',.&()-'.includes(token.word) &&
      next?.kind === 'word' &&
      (next.capital || isForm(tokens, end + 1, isAt))
    if (joins && (token.word !== '.' || isForm(tokens, end - 1, isAt))) end++
    // "Co., Ltd": two marks between two forms.
    else if (end > at && isForm(tokens, end - 1, isAt) && token.kind === 'mark' && formFollows(tokens, end, isAt))
      while (tokens[end]?.kind === 'mark') end++
    else break
  }
  add('proper', at, Math.max(1, end - at))
  if (company > 1) add('company', at, company)
  return at + Math.max(1, end - at)
}

/** Whether a company form stands at a token, marks before it ("Co., Ltd", "GmbH & Co.") left out of account. */
function formFollows(tokens: readonly Token[], at: number, isAt: IsAt): boolean {
  let next = at
  while (next - at < 2 && '.,&'.includes(tokens[next]?.word ?? ' ')) next++
  return isForm(tokens, next, isAt)
}
