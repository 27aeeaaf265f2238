import type { Token } from '../../source/words.ts'

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
/**
 * A duration as ISO 8601. Working days become the calendar days that they can take at most (five to a week), so that a
 * stated time can be compared with a law's.
 */
export function durationAt(
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

/** An age in years, where the words about the number speak of age: "under 16", "13 years old". */
export function ageAt(
  tokens: readonly Token[],
  at: number,
  number: { value: number; length: number },
): number | undefined {
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
