import type { Token } from '../source/words.ts'
import { numberAt } from './numbers.ts'

/** A value found in a sentence: its type, where, and the value as a fact would hold it; without one, its words are the value. */
export type FoundValue = { type: string; at: number; length: number; value?: string }

const units = new Map<string, 'H' | 'D' | 'W' | 'M' | 'Y'>([
  ['hour', 'H'],
  ['hours', 'H'],
  ['hrs', 'H'],
  ['day', 'D'],
  ['days', 'D'],
  ['week', 'W'],
  ['weeks', 'W'],
  ['month', 'M'],
  ['months', 'M'],
  ['year', 'Y'],
  ['years', 'Y'],
])
const working = new Set(['business', 'working'])
const calendar = new Set(['calendar', 'consecutive', 'natural'])
const months = new Map<string, number>(
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
const ageBefore = new Set([
  'under',
  'below',
  'age',
  'ages',
  'aged',
  'younger',
  'older',
  'over',
  'least',
  'minimum',
  'than',
  'turned',
  'reach',
  'reached',
])
const ageAfter = new Set(['years', 'year', 'or', 'and'])
const street = new Set([
  'street',
  'st',
  'avenue',
  'ave',
  'av',
  'avenida',
  'road',
  'rd',
  'lane',
  'ln',
  'drive',
  'dr',
  'boulevard',
  'blvd',
  'suite',
  'floor',
  'plaza',
  'square',
  'highway',
  'hwy',
  'court',
  'strasse',
  'straße',
  'str',
  'rue',
  'calle',
  'via',
  'way',
  'building',
  'unit',
  'nte',
  'norte',
  'sur',
  'kg',
  'parkway',
  'pkwy',
  'terrace',
  'crescent',
  'quay',
  'wharf',
  'gasse',
  'platz',
  'allee',
  'laan',
  'straat',
  'gade',
  'vej',
  'ul',
  'house',
])
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

/** Every typed value of a token sequence. Linear: each token is looked at a bounded number of times. */
export function findValues(tokens: readonly Token[]): FoundValue[] {
  const found: FoundValue[] = []
  const add = (type: string, at: number, length: number, value?: string): void => {
    found.push({ type, at, length, ...(value !== undefined && { value }) })
  }
  let phoneEnd = 0
  let properEnd = 0
  let numberEnd = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'email' || token.kind === 'url') {
      add(token.kind, at, 1)
      continue
    }
    if (token.kind === 'word' && token.capital && at >= properEnd) properEnd = proper(tokens, at, add)
    if (token.kind === 'word' && !numberish(token, tokens, at)) continue
    const number = numberAt(tokens, at)
    if (number && token.kind === 'number') add('number', at, 1, token.word)
    // "seventy-two (72) hours" is one time: "two (72) hours" in it is none.
    if (number && at >= numberEnd) {
      numberEnd = at + number.length
      const span = durationAt(tokens, at, number)
      if (span) add('duration', at, span.length, span.value)
      const age = span && !span.value.endsWith('Y') ? undefined : ageAt(tokens, at, number)
      if (age !== undefined) add('age', at, number.length, String(age))
    }
    const date = dateAt(tokens, at)
    if (date) add('date', at, date.length, date.value)
    if (at >= phoneEnd) {
      const phone = phoneAt(tokens, at)
      if (phone) {
        add('phone', at, phone.length, phone.value)
        phoneEnd = at + phone.length
      }
    }
    const address = addressAt(tokens, at)
    if (address) add('address', at, address)
  }
  return found
}

/** Words that can begin a value: numbers in words, "a month", month names. */
function numberish(token: Token, tokens: readonly Token[], at: number): boolean {
  return months.has(token.word) || numberAt(tokens, at) !== undefined || token.word === 'po' || token.word === 'av'
}

/**
 * A duration as ISO 8601. Working days become the calendar days that they can take at most (five to a week), so that a
 * stated time can be compared with a law's.
 */
function durationAt(
  tokens: readonly Token[],
  at: number,
  number: { value: number; length: number },
): { value: string; length: number } | undefined {
  let next = at + number.length
  if (!Number.isInteger(number.value) || number.value === 0) return undefined
  if (tokens[next]?.word === '-') next++
  const kind = tokens[next]?.word ?? ''
  const isWorking = working.has(kind)
  if (isWorking || calendar.has(kind)) next++
  const unit = units.get(tokens[next]?.word ?? '')
  if (unit === undefined) return undefined
  const count = isWorking && unit === 'D' ? Math.ceil((number.value * 7) / 5) : number.value
  return { value: unit === 'H' ? `PT${count}H` : `P${count}${unit}`, length: next + 1 - at }
}

function ageAt(tokens: readonly Token[], at: number, number: { value: number; length: number }): number | undefined {
  if (!Number.isInteger(number.value) || number.value < 6 || number.value > 21) return undefined
  const before = [tokens[at - 1], tokens[at - 2], tokens[at - 3]].some(
    (token) => token !== undefined && ageBefore.has(token.word),
  )
  const after = tokens[at + number.length]
  if (before) return number.value
  if (after === undefined || !ageAfter.has(after.word)) return undefined
  const second = tokens[at + number.length + 1]?.word ?? ''
  const isAge = ['old', 'of', 'older', 'over', 'above', 'under', 'younger'].includes(second)
  return isAge ? number.value : undefined
}

/** "July 15, 2022", "Jul. 15, 2022", "15 July 2022", "July 2022", "2022-07-15", "15/07/2022". */
function dateAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
  const word = tokens[at]?.word ?? ''
  const month = months.get(word)
  if (month !== undefined) {
    const next = at + (tokens[at + 1]?.word === '.' ? 2 : 1)
    const day = tokens[next]?.kind === 'number' ? Number.parseInt(tokens[next]?.word ?? '', 10) : 0
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
  const parts = [at, at + 2, at + 4].map((part) =>
    tokens[part]?.kind === 'number' ? Number(tokens[part]?.word) : Number.NaN,
  )
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

/** A telephone number: 7 to 15 digits with the marks that people put between them. */
function phoneAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
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
    } else if (!(token.kind === 'mark' && '+()-/. '.includes(token.word))) break
    next++
  }
  while (next > at && tokens[next - 1]?.kind !== 'number') next--
  const plausible = digits.length >= 7 && digits.length <= 15 && (opens || groups > 1 || digits.length >= 9)
  if (!plausible || dateAt(tokens, at) || (!opens && isPair(tokens.slice(at, next)))) return undefined
  return { value: (tokens[at]?.word === '+' ? '+' : '') + digits, length: next - at }
}

/** "2016/679", "2019-2020", "1798.83-1798.84": the number of an act, a span of years or of sections, and no telephone. */
function isPair([first, mark, second, ...more]: readonly Token[]): boolean {
  if (!first || !mark || !second || more.length > 0) return false
  const isYear = ({ word }: Token) => /^(?:19|20)\d\d$/.test(word)
  return mark.word === '/' || (isYear(first) && isYear(second)) || (first.word + second.word).includes('.')
}

/** A postal address: a house number near a street word, or a post box. Gives its length in tokens. */
function addressAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.word ?? ''
  if (word === 'po' && tokens[at + 1]?.word === 'box') return Math.min(tokens.length - at, 6)
  if (tokens[at]?.kind !== 'number' && word !== 'av') return undefined
  for (let near = Math.max(0, at - 4); near < Math.min(tokens.length, at + 6); near++)
    if (near !== at && isStreet(tokens[near] as Token, near > at)) return Math.min(tokens.length - at, 12)
  return undefined
}

/** Street words that are nothing else count in lower case, too, after the number: "12 harbour street". */
function isStreet({ word, capital }: Token, isAfter: boolean): boolean {
  return street.has(word) && (capital || (isAfter && plainStreet.has(word)))
}

const plainStreet = new Set([
  'street',
  'avenue',
  'ave',
  'road',
  'lane',
  'boulevard',
  'blvd',
  'strasse',
  'straße',
  'floor',
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
function proper(tokens: readonly Token[], at: number, add: (type: string, at: number, length: number) => void): number {
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
