import type { Token } from '../../source/words.ts'
import { numberAt } from '../numbers.ts'

type Unit = 'T' | 'H' | 'D' | 'W' | 'M' | 'Y'
type Counted = { value: number; length: number }

/** Minutes are T here, to tell them from months. */
const units = new Map<string, Unit>([
  ['minute', 'T'],
  ['minutes', 'T'],
  ['mins', 'T'],
  ['hour', 'H'],
  ['hours', 'H'],
  ['hrs', 'H'],
  ['day', 'D'],
  ['days', 'D'],
  ['week', 'W'],
  ['weeks', 'W'],
  ['fortnight', 'W'],
  ['month', 'M'],
  ['months', 'M'],
  ['year', 'Y'],
  ['years', 'Y'],
  ['yrs', 'Y'],
])
const order = 'YMWDHT'
const working = new Set(['business', 'working'])
const calendar = new Set(['calendar', 'consecutive', 'natural', 'full', 'complete'])
/** Words after which "a month" is a time and no rate ("once a month") or point ("a day on which"). */
const beforeOne = new Set(['within', 'after', 'for', 'than', 'least', 'most', 'following', 'of', 'to', 'exceed', 'in'])

/**
 * A duration as ISO 8601: "30 days", "one year and six months". Working days become the calendar days that they can take
 * at most (five to a week), so that a stated time can be compared with a law's.
 */
export function durationAt(
  tokens: readonly Token[],
  at: number,
  number: Counted,
): { value: string; length: number } | undefined {
  const first = timeAt(tokens, at, number)
  if (!first) return undefined
  const parts = [first]
  let end = at + first.length
  for (;;) {
    const joined = joinLength(tokens, end)
    const next = joined > 0 ? numberAt(tokens, end + joined) : undefined
    const part = next && timeAt(tokens, end + joined, next)
    // Only a smaller unit goes on: "30 days or 2 weeks" are two times.
    if (!part || order.indexOf(part.unit) <= order.indexOf((parts.at(-1) as Timed).unit)) break
    parts.push(part)
    end += joined + part.length
  }
  return { value: isoOf(parts), length: end - at }
}

/** "a month", "an hour", "a fortnight", where the word before makes it a time. */
export function oneAt(tokens: readonly Token[], at: number): { value: string; length: number } | undefined {
  const word = tokens[at]?.word
  if ((word !== 'a' && word !== 'an') || !beforeOne.has(tokens[at - 1]?.word ?? '')) return undefined
  const kind = tokens[at + 1]?.word ?? ''
  return kind.endsWith('s') ? undefined : durationAt(tokens, at, { value: 1, length: 1 })
}

type Timed = { unit: Unit; count: number; length: number }

/** A count and its unit. */
function timeAt(tokens: readonly Token[], at: number, number: Counted): Timed | undefined {
  let next = at + number.length
  if (!Number.isInteger(number.value) || number.value === 0) return undefined
  if (tokens[next]?.word === '-') next++
  const kind = tokens[next]?.word ?? ''
  const isWorking = working.has(kind)
  if (isWorking || calendar.has(kind)) next++
  const word = tokens[next]?.word ?? ''
  const unit = units.get(word)
  if (unit === undefined) return undefined
  const days = isWorking && unit === 'D'
  const count = days ? Math.ceil((number.value * 7) / 5) : word === 'fortnight' ? number.value * 2 : number.value
  return { unit, count, length: next + 1 - at }
}

/** The words between the parts of one time: "and", a comma, both. */
function joinLength(tokens: readonly Token[], at: number): number {
  const comma = tokens[at]?.word === ',' ? 1 : 0
  return tokens[at + comma]?.word === 'and' ? comma + 1 : comma
}

function isoOf(parts: readonly Timed[]): string {
  const clock = parts.filter(({ unit }) => unit === 'H' || unit === 'T')
  const date = parts.filter(({ unit }) => unit !== 'H' && unit !== 'T')
  const text = (list: readonly Timed[]) =>
    list.map(({ count, unit }) => `${count}${unit === 'T' ? 'M' : unit}`).join('')
  return `P${text(date)}${clock.length > 0 ? `T${text(clock)}` : ''}`
}

/** Words that make any number after them an age, a few words off. */
const ageWords = new Set(['age', 'ages', 'aged', 'turned', 'reach', 'reached'])
/** Words that make a number right after them an age, unless it counts something. */
const limits = new Set(['under', 'below', 'younger', 'older', 'over', 'least', 'minimum', 'than', 'underage'])
/** What can follow an age; anything else is what the number counts. */
const afterAge = new Set(
  [
    'years',
    'year',
    'yrs',
    'or',
    'and',
    'to',
    'who',
    'may',
    'must',
    'can',
    'should',
    'are',
    'is',
    'we',
    'you',
    'from',
  ].concat([
    'without',
    'not',
    'by',
    'when',
    'at',
    'for',
    'as',
    'that',
    'with',
    'unless',
    'in',
    'has',
    'have',
    'use',
    'if',
    'on',
  ]),
)
/** Parts of a text or an act, whose number is no age. */
const sections = new Set(['section', 'sections', 'article', 'art', 'clause', 'paragraph', 'rule', 'part', 'chapter'])
const oldest = 25

/** An age in years, where the words about the number speak of age: "under 16", "13 years old", "thirteen (13) or older". */
export function ageAt(tokens: readonly Token[], at: number, number: Counted): number | undefined {
  if (!Number.isInteger(number.value) || number.value < 1 || number.value > oldest) return undefined
  const before = tokens[at - 1]?.word === '-' ? at - 2 : at - 1
  const last = tokens[before]?.word ?? ''
  if (sections.has(last)) return undefined
  const next = tokens[at + number.length]
  for (let word = before; word > before - 3; word--) if (ageWords.has(tokens[word]?.word ?? '')) return number.value
  const isFree = next === undefined || next.kind === 'mark' || afterAge.has(next.word) || next.word === 's'
  if (limits.has(last) && isFree) return number.value
  return isAgeAfter(tokens, at + number.length) ? number.value : undefined
}

/** "years old", "years of age", "years or older", "or over", "and above". */
function isAgeAfter(tokens: readonly Token[], at: number): boolean {
  const words = [0, 1, 2, 3, 4].map((ahead) => tokens[at + ahead]?.word ?? '').filter((word) => word !== '-')
  const rest = words[0] === 'years' || words[0] === 'year' || words[0] === 'yrs' ? words.slice(1) : words
  const counted = rest.length < words.length
  if (counted && (rest[0] === 'old' || (rest[0] === 'of' && rest[1] === 'age'))) return true
  return (
    (rest[0] === 'or' || rest[0] === 'and') &&
    ['older', 'over', 'above', 'under', 'younger', 'up'].includes(rest[1] ?? '')
  )
}
