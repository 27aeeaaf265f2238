import type { Token } from '../../source/words.ts'
import { months } from './dates.ts'
import type { IsAt } from './kinds.ts'

/** The most tokens of one address. */
const longest = 40
const marks = new Set([',', '.', '-', '–', '/', '#', '&', '(', ')', "'", '’', ':', '°', 'º', '|'])

/**
 * A postal address as one value, from its building or street to its country: a house number near a street word, a post
 * box, a number of a postal code beside a state or country. The tokens from `at` on are looked at once.
 * @param at where a run of names and numbers may begin
 * @returns the address, if the run holds one, and where the run ends, so that nothing in it is looked at again
 */
export function addressIn(
  tokens: readonly Token[],
  at: number,
  isAt: IsAt,
): { at: number; length: number; end: number } | { end: number } {
  const end = runEnd(tokens, at, isAt)
  const last = lastWord(tokens, at, end)
  const first = firstSign(tokens, at, last, isAt)
  return first === undefined || last - first < 2 ? { end } : { at: first, length: last - first, end }
}

/** Whether a run of an address may begin here: a name or a number. */
export function opensRun(token: Token): boolean {
  return token.kind === 'number' || (token.kind === 'word' && token.capital) || token.word === 'po'
}

/** Where a run of names, numbers and the words and marks between them ends. */
function runEnd(tokens: readonly Token[], from: number, isAt: IsAt): number {
  let at = from + 1
  for (; at < tokens.length && at - from < longest; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'email' || token.kind === 'url') break
    if (tokens[at - 1]?.word === '.' && isAt('name-opener', at)) break
    if (token.kind === 'mark' ? marks.has(token.word) : token.kind === 'number' || token.capital) continue
    if (isAt('address-joint', at) || token.word.length === 1 || /\d/.test(token.word)) continue
    // "12 harbour street": a name in lower case between the number and its street word.
    const named = isAt('street-word-plain', at) || isAt('street-word-plain', at + 1)
    if (!named || !tokens.slice(Math.max(from, at - 2), at).some(({ kind }) => kind === 'number')) break
  }
  return at
}

/** The run without the marks and small words at its end. */
function lastWord(tokens: readonly Token[], from: number, end: number): number {
  let last = end
  while (last > from + 1) {
    const token = tokens[last - 1] as Token
    if (token.kind === 'number' || (token.kind === 'word' && (token.capital || /\d/.test(token.word)))) break
    if (token.kind === 'word' && token.word.length > 3) break
    last--
  }
  return last
}

/** Where the address begins in a run; undefined when it is none. */
function firstSign(tokens: readonly Token[], from: number, last: number, isAt: IsAt): number | undefined {
  for (let at = from; at < last; at++) {
    const token = tokens[at] as Token
    if (isPostBox(tokens, at)) return at
    if (token.kind !== 'number' || isDay(tokens, at)) continue
    const street = streetNear(tokens, at, from, last, isAt)
    if (street !== undefined)
      return street < at ? partStart(tokens, street, from) : streetStart(tokens, at, street, from)
    if (isPostalCode(tokens, at, last, isAt)) return codeStart(tokens, at, from)
  }
  return undefined
}

function isPostBox(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'po' && tokens[at + 1]?.word === 'box'
}

/** A street word within a few tokens of a number, in the same run; street words before the number count first. */
function streetNear(
  tokens: readonly Token[],
  number: number,
  from: number,
  last: number,
  isAt: IsAt,
): number | undefined {
  for (let near = Math.max(from, number - 4); near < Math.min(last, number + 6); near++) {
    const capital = (tokens[near] as Token).capital && isAt('street-word', near)
    if (near !== number && (capital || (near > number && isAt('street-word-plain', near)))) return near
  }
  return undefined
}

/** A number before its street word opens the address; one in a part of its own before ("The Forge 3, Level 2") opens with that part. */
function streetStart(tokens: readonly Token[], number: number, street: number, from: number): number {
  const own = partStart(tokens, number, from)
  return partStart(tokens, street, from) === own ? number : own
}

/** The beginning of the part between commas that a token stands in. */
function partStart(tokens: readonly Token[], at: number, from: number): number {
  let start = at
  while (start > from && !',:|'.includes((tokens[start - 1] as Token).word)) start--
  return start
}

/** Whether a number is a postal code: after a state of two letters, or of 4 to 7 digits in a run that names a country. */
function isPostalCode(tokens: readonly Token[], at: number, last: number, isAt: IsAt): boolean {
  const { word, from, to } = tokens[at] as Token
  if (!/^\d{4,7}$/.test(word) || /^(?:19|20)\d\d$/.test(word)) return false
  const before = tokens[at - 1]
  if (before && before.capital && before.to - before.from === 2 && tokens[at - 2]?.word === ',' && to - from === 5)
    return true
  for (let near = Math.max(0, at - 8); near < Math.min(last, at + 8); near++)
    if (isAt('country', near) && (tokens[at - 1]?.word === ',' || tokens[at - 1]?.capital || tokens[at + 1]?.capital))
      return true
  return false
}

/** An address that is known by its postal code begins at the first of the parts before it. */
function codeStart(tokens: readonly Token[], at: number, from: number): number {
  let start = partStart(tokens, at, from)
  if (start > from + 1) start = partStart(tokens, start - 1, from)
  return start
}

function isDay(tokens: readonly Token[], at: number): boolean {
  return months.has(tokens[at + 1]?.word ?? '') || months.has(tokens[at - 1]?.word ?? '')
}
