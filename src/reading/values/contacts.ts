import type { Token } from '../../source/words.ts'
import { dateAt } from './dates.ts'

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
export function addressAt(tokens: readonly Token[], at: number): number | undefined {
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
