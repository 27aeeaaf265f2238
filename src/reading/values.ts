import type { Token } from '../source/words.ts'
import { numberAt } from './numbers.ts'
import { addressAt, phoneAt } from './values/contacts.ts'
import { dateAt, months } from './values/dates.ts'
import { proper } from './values/names.ts'
import { ageAt, durationAt } from './values/time.ts'

/** A value found in a sentence: its type, where, and the value as a fact would hold it; without one, its words are the value. */
export type FoundValue = { type: string; at: number; length: number; value?: string }

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
    // A number or a version: 12, 2.3, 3.1.0.
    if (token.kind === 'number') add('number', at, 1, token.word)
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
