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
const words = new Map<string, number>([
  ...small.map((word, at) => [word, at] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
])

/** A number in words or digits at a token, with the count of tokens it takes: "72", "six (6)", "forty-five". */
export function numberAt(tokens: readonly Token[], at: number): { value: number; length: number } | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') {
    const value = Number(token.word.replaceAll(',', '').replace(/(?:st|nd|rd|th)$/, ''))
    return Number.isFinite(value) ? { value, length: 1 } : undefined
  }
  let value = words.get(token.word)
  if (value === undefined) return undefined
  let length = 1
  if (value >= 20) {
    const joined = tokens[at + 1]?.word === '-' ? 2 : 1
    const unit = words.get(tokens[at + joined]?.word ?? '')
    if (unit !== undefined && unit > 0 && unit < 10) {
      value += unit
      length += joined
    }
  }
  if (
    tokens[at + length]?.word === '(' &&
    tokens[at + length + 1]?.kind === 'number' &&
    tokens[at + length + 2]?.word === ')'
  )
    length += 3
  return { value, length }
}
