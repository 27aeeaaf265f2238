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
type Dated = { value: string; length: number }

/**
 * A date as ISO 8601, with or without its day: "July 15, 2022", "15th day of July, 2022", "2022 July 15", "15-Jul-2022",
 * "July 2022", "2022-07-15", "2022.07.15", "15/07/2022", "07/15/22", "07/2022", "2022-07".
 */
export function dateAt(tokens: readonly Token[], at: number): Dated | undefined {
  const word = tokens[at]?.word ?? ''
  const month = months.get(word)
  if (month !== undefined) return monthFirst(tokens, at, month)
  if (tokens[at]?.kind !== 'number') return undefined
  return yearFirst(tokens, at) ?? dayFirst(tokens, at) ?? numericDate(tokens, at, word)
}

function monthFirst(tokens: readonly Token[], at: number, month: number): Dated | undefined {
  const next = after(tokens, at + 1)
  const day = numberOf(tokens[next]) ?? 0
  if (isYear(day)) return { value: iso(day, month), length: next + 1 - at }
  if (day < 1 || day > 31) return undefined
  const last = after(tokens, next + 1)
  const year = yearAt(tokens, last)
  return year === undefined ? undefined : { value: iso(year, month, day), length: last + 1 - at }
}

/** "15 July 2022", "15th day of July 2022", "15-Jul-2022". */
function dayFirst(tokens: readonly Token[], at: number): Dated | undefined {
  const day = numberOf(tokens[at]) ?? 0
  let next = after(tokens, at + 1)
  if (tokens[next]?.word === 'day') next++
  if (tokens[next]?.word === 'of') next++
  const month = months.get(tokens[next]?.word ?? '')
  if (month === undefined || day < 1 || day > 31) return undefined
  const last = after(tokens, next + 1)
  const year = yearAt(tokens, last)
  return year === undefined ? undefined : { value: iso(year, month, day), length: last + 1 - at }
}

/** "2022 July 15", "2022, 15 July". */
function yearFirst(tokens: readonly Token[], at: number): Dated | undefined {
  const year = yearAt(tokens, at)
  if (year === undefined) return undefined
  const next = after(tokens, at + 1)
  const month = months.get(tokens[next]?.word ?? '')
  const day = numberOf(tokens[after(tokens, next + 1)])
  if (month === undefined || day === undefined || day < 1 || day > 31) return undefined
  return { value: iso(year, month, day), length: after(tokens, next + 1) + 1 - at }
}

/** The next token, one mark between the parts of a date left out of account. */
function after(tokens: readonly Token[], at: number): number {
  const mark = tokens[at]
  return mark !== undefined && mark.kind === 'mark' && ',.-/–'.includes(mark.word) ? at + 1 : at
}

function numericDate(tokens: readonly Token[], at: number, word: string): Dated | undefined {
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/.exec(word)
  if (dotted) {
    const [first = 0, month = 0, last = 0] = dotted.slice(1).map(Number)
    const [year, day] = isYear(first) ? [first, last] : [last, first]
    return isYear(year) && isDay(month, day) ? { value: iso(year, month, day), length: 1 } : undefined
  }
  const mark = tokens[at + 1]?.word
  if (mark !== '-' && mark !== '/' && mark !== '.') return undefined
  if (tokens[at + 3]?.word !== mark) return monthOf(tokens, at, mark)
  const parts = [at, at + 2, at + 4].map((part) => numberOf(tokens[part]) ?? Number.NaN)
  const [a = 0, b = 0, c = 0] = parts
  if (parts.some(Number.isNaN)) return undefined
  if (isYear(a) && isDay(b, c)) return { value: iso(a, b, c), length: 5 }
  if (mark === '/' && /^\d\d$/.test(tokens[at + 4]?.word ?? '') && c > 0)
    return isDay(a, b)
      ? { value: iso(2000 + c, a, b), length: 5 }
      : isDay(b, a)
        ? { value: iso(2000 + c, b, a), length: 5 }
        : undefined
  if (!isYear(c)) return undefined
  // Day and month cannot be told apart where both are small; day first, as most of the world writes.
  if (isDay(b, a)) return { value: iso(c, b, a), length: 5 }
  return isDay(a, b) ? { value: iso(c, a, b), length: 5 } : undefined
}

/** What numbers like "11/2002" follow where they are no month: "Law 11/2002". */
const numbered = new Set(['no', 'nr', 'law', 'act', 'regulation', 'directive', 'decision', 'decree', 'order', 'bill'])

/** "07/2022", "2022-07". A month of one digit may be anything. */
function monthOf(tokens: readonly Token[], at: number, mark: string): Dated | undefined {
  const [a, b] = [tokens[at]?.word ?? '', tokens[at + 2]?.word ?? '']
  const [month, year] = mark === '/' ? [a, b] : mark === '-' ? [b, a] : ['', '']
  if (!/^(?:0[1-9]|1[0-2])$/.test(month) || !/^(?:19|20)\d\d$/.test(year)) return undefined
  const before = tokens[at - 1]?.word === '.' ? tokens[at - 2] : tokens[at - 1]
  // Nor the end of "15/07/2022".
  if (before && (before.word === mark || numbered.has(before.word))) return undefined
  return { value: iso(Number(year), Number(month)), length: 3 }
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return undefined
  const year = Number.parseInt(token.word, 10)
  return isYear(year) ? year : undefined
}

function isYear(year: number): boolean {
  return year > 1900 && year < 2200
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
