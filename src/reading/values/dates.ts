import type { Token } from '../../source/words.ts'

/** Months by name and by their first three letters. */
export const months = new Map<string, number>(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].flatMap((month, at) => [[month, at + 1] as const, [month.slice(0, 3), at + 1] as const]),
)
months.set('sept', 9)
/** "July 15, 2022", "Jul. 15, 2022", "15 July 2022", "July 2022", "2022-07-15", "15/07/2022". */
export function dateAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
  const word = tokens[at]?.word ?? ''
  const month = months.get(word)
  if (month !== undefined) {
    const next = at + (tokens[at + 1]?.word === '.' ? 2 : 1)
    const day = numberOf(tokens[next]) ?? 0
    if (day > 1900 && day < 2200) return { value: iso(day, month), length: next + 1 - at }
    if (day < 1 || day > 31) return undefined
    const gap = tokens[next + 1]?.word === ',' ? 2 : 1
    const year = yearAt(tokens, next + gap)
    return year === undefined ? undefined : { value: iso(year, month, day), length: next + gap + 1 - at }
  }
  if (tokens[at]?.kind !== 'number') return undefined
  const first = Number.parseInt(word, 10)
  let next = at + 1
  if (tokens[next]?.word === 'of') next++
  const named = months.get(tokens[next]?.word ?? '')
  if (named !== undefined && first >= 1 && first <= 31) {
    const gap = tokens[next + 1]?.word === ',' || tokens[next + 1]?.word === '.' ? 2 : 1
    const year = yearAt(tokens, next + gap)
    return year === undefined ? undefined : { value: iso(year, named, first), length: next + gap + 1 - at }
  }
  return numericDate(tokens, at, word)
}

function numericDate(
  tokens: readonly Token[],
  at: number,
  word: string,
): { value: string; length: number } | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word)
  if (dotted) {
    const [day = 0, month = 0, year = 0] = dotted.slice(1).map(Number)
    return isDay(month, day) ? { value: iso(year, month, day), length: 1 } : undefined
  }
  const mark = tokens[at + 1]?.word
  if ((mark !== '-' && mark !== '/' && mark !== '.') || tokens[at + 3]?.word !== mark) return undefined
  const parts = [at, at + 2, at + 4].map((part) => numberOf(tokens[part]) ?? Number.NaN)
  const [a = 0, b = 0, c = 0] = parts
  if (parts.some(Number.isNaN)) return undefined
  if (a > 1900 && a < 2200 && isDay(b, c)) return { value: iso(a, b, c), length: 5 }
  if (c <= 1900 || c >= 2200) return undefined
  // Day and month cannot be told apart where both are small; day first, as most of the world writes.
  if (isDay(b, a)) return { value: iso(c, b, a), length: 5 }
  return isDay(a, b) ? { value: iso(c, a, b), length: 5 } : undefined
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return undefined
  const year = Number.parseInt(token.word, 10)
  return year > 1900 && year < 2200 ? year : undefined
}

function iso(year: number, month: number, day?: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

/** A token's whole number, as far as it begins with one. */
function numberOf(token: Token | undefined): number | undefined {
  const value = token?.kind === 'number' ? Number.parseInt(token.word, 10) : Number.NaN
  return Number.isNaN(value) ? undefined : value
}
