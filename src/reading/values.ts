import type { Token } from '../source/words.ts'
import { numberAt, numberWords } from './numbers.ts'
import { addressIn, opensRun } from './values/address.ts'
import { phoneAt } from './values/contacts.ts'
import { dateAt, months } from './values/dates.ts'
import type { IsAt } from './values/kinds.ts'
import { proper } from './values/names.ts'
import { ageAt, durationAt, oneAt } from './values/time.ts'

/** A value found in a sentence: its type, where, and the value as a fact would hold it; without one, its words are the value. */
export type FoundValue = { type: string; at: number; length: number; value?: string }

/**
 * Every typed value of a token sequence. Linear: each token is looked at a bounded number of times.
 * @param isAt whether a word of a group begins at a token
 */
export function findValues(tokens: readonly Token[], isAt: IsAt): FoundValue[] {
  const found: FoundValue[] = []
  const add = (type: string, at: number, length: number, value?: string): void => {
    found.push({ type, at, length, ...(value !== undefined && { value }) })
  }
  // Where the last value of a kind ends: nothing in it begins another.
  const ends = { phone: 0, proper: 0, number: 0, run: 0, time: 0 }
  // An address has a number in it: most sentences have none.
  if (!tokens.some(({ kind }) => kind === 'number')) ends.run = tokens.length
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (beginsNothing(token)) continue
    if (token.kind === 'email' || token.kind === 'url') {
      add(token.kind, at, 1)
      continue
    }
    if (token.kind === 'word' && token.capital && at >= ends.proper) ends.proper = proper(tokens, at, isAt, add)
    if (at >= ends.run && opensRun(token)) {
      const run = addressIn(tokens, at, isAt)
      ends.run = run.end
      if ('at' in run) add('address', run.at, run.length)
    }
    if (token.kind === 'word' && token.word.length < 3 && addOne(tokens, at, add)) continue
    if (token.kind === 'word' && !numberish(token, tokens, at)) continue
    addNumber(tokens, at, ends, add)
    const date = dateAt(tokens, at)
    if (date) add('date', at, date.length, date.value)
    const phone = at >= ends.phone ? phoneAt(tokens, at) : undefined
    if (!phone) continue
    add('phone', at, phone.length, phone.value)
    ends.phone = at + phone.length
  }
  return found
}

/** Whether a token can begin no value whatever follows: by far the most. */
function beginsNothing({ kind, capital, word }: Token): boolean {
  if (kind === 'word') return !capital && word.length > 2 && !numberWords.has(word) && !months.has(word)
  return kind === 'mark' && word !== '+' && word !== '('
}

type Add = (type: string, at: number, length: number, value?: string) => void

/** A number with the time or age that it counts. "seventy-two (72) hours" is one time: "two (72) hours" in it is none. */
function addNumber(tokens: readonly Token[], at: number, ends: { number: number; time: number }, add: Add): void {
  // A number or a version: 12, 2.3, 3.1.0.
  if (tokens[at]?.kind === 'number') add('number', at, 1, tokens[at].word)
  const number = numberAt(tokens, at)
  if (!number) return
  if (at < ends.number) return
  ends.number = at + number.length
  const span = at >= ends.time ? durationAt(tokens, at, number) : undefined
  if (span) {
    add('duration', at, span.length, span.value)
    ends.time = at + span.length
  }
  const age = span && !/^P\d+Y$/.test(span.value) ? undefined : ageAt(tokens, at, number)
  if (age !== undefined) add('age', at, number.length, String(age))
}

/** "a month" as a time. */
function addOne(tokens: readonly Token[], at: number, add: Add): boolean {
  const one = oneAt(tokens, at)
  if (one) add('duration', at, one.length, one.value)
  return one !== undefined
}

/** Words that can begin a value: numbers in words, month names. */
function numberish(token: Token, tokens: readonly Token[], at: number): boolean {
  return months.has(token.word) || numberAt(tokens, at) !== undefined
}
