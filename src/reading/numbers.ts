import type { Token } from '../source/words.ts'

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
/** What each word for a number counts. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...small.map((word, at) => [word, at] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
])

/**
 * A number in words or digits at a token, with the count of tokens it takes: "72", "six (6)", "30 (thirty)",
 * "forty-five", "one hundred and twenty".
 */
export function numberAt(tokens: readonly Token[], at: number): { value: number; length: number } | undefined {
  const plain = digitsAt(tokens, at) ?? wordsAt(tokens, at)
  if (!plain) return undefined
  // The same number once more in brackets, in the other form.
  const inside = at + plain.length + 1
  const again = tokens[inside - 1]?.word === '(' ? (digitsAt(tokens, inside) ?? wordsAt(tokens, inside)) : undefined
  const closed = again && tokens[inside + again.length]?.word === ')'
  return closed ? { value: plain.value, length: plain.length + again.length + 2 } : plain
}

type Counted = { value: number; length: number }

function digitsAt(tokens: readonly Token[], at: number): Counted | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return undefined
  const value = Number(token.word.replaceAll(',', '').replace(/(?:st|nd|rd|th)$/, ''))
  return Number.isFinite(value) ? { value, length: 1 } : undefined
}

function wordsAt(tokens: readonly Token[], at: number): Counted | undefined {
  const first = belowHundred(tokens, at)
  if (!first || tokens[at + first.length]?.word !== 'hundred') return first
  const next = at + first.length + 1
  const joined = tokens[next]?.word === 'and' ? 1 : 0
  const rest = belowHundred(tokens, next + joined)
  const value = first.value * 100
  return rest
    ? { value: value + rest.value, length: first.length + 1 + joined + rest.length }
    : { value, length: first.length + 1 }
}

function belowHundred(tokens: readonly Token[], at: number): Counted | undefined {
  const value = numberWords.get(tokens[at]?.word ?? '')
  if (value === undefined) return undefined
  if (value < 20) return { value, length: 1 }
  const joined = tokens[at + 1]?.word === '-' ? 2 : 1
  const unit = numberWords.get(tokens[at + joined]?.word ?? '')
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, length: joined + 1 }
    : { value, length: 1 }
}
