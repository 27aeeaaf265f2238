import type { Token } from '../../source/words.ts'
import { dateAt } from './dates.ts'

/** A telephone number: 7 to 15 digits with the marks that people put between them. */
export function phoneAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
  const opens = tokens[at]?.word === '+' || tokens[at]?.word === '('
  if (!opens && tokens[at]?.kind !== 'number') return undefined
  let digits = ''
  let next = at
  let groups = 0
  while (next < tokens.length && next - at < 16) {
    const token = tokens[next] as Token
    const close = next === at || token.from - (tokens[next - 1] as Token).to <= 1
    if (!close) break
    if (token.kind === 'number' && /^[\d.]+$/.test(token.word)) {
      digits += token.word.replaceAll('.', '')
      groups++
    } else if (!(token.kind === 'mark' && '+()-–/. '.includes(token.word))) break
    next++
  }
  while (next > at && tokens[next - 1]?.kind !== 'number') next--
  const plausible = digits.length >= 7 && digits.length <= 15 && (opens || groups > 1 || digits.length >= 9)
  if (!plausible || dateAt(tokens, at) || (!opens && isOther(tokens.slice(at, next)))) return undefined
  return { value: (tokens[at]?.word === '+' ? '+' : '') + digits, length: next - at }
}

/**
 * Numbers that look like a telephone's and are none: the number of an act ("2016/679"), years ("2019-2020"), sections
 * ("1798.83-1798.84"), an address of the Internet ("192.168.100.200"), a postal code ("94105-1234").
 */
function isOther(run: readonly Token[]): boolean {
  const numbers = run.filter(({ kind }) => kind === 'number').map(({ word }) => word)
  if (numbers.every((word) => /^(?:19|20)\d\d$/.test(word))) return true
  const [first = '', second = '', ...more] = numbers
  if (second === '') return first.split('.').length === 4
  if (more.length > 0) return false
  return run[1]?.word === '/' || (first + second).includes('.') || (/^\d{5}$/.test(first) && /^\d{4}$/.test(second))
}
