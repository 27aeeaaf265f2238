import type { Block, Notice, Span } from '../notice/notice.ts'
import { tokenize, type Token } from '../source/words.ts'

/** A sentence: its own tokens after those of the stem that introduces it ("We share data with:" + "payment providers"). */
export type Sentence = {
  block: Block
  tokens: Token[]
  /** Index of the first token of its own; those before belong to the stem. */
  own: number
  stem: Block | undefined
  span: Span
}

/** Abbreviations after which a full stop ends nothing. */
const abbreviations = new Set([
  'eg',
  'ie',
  'cf',
  'mr',
  'mrs',
  'ms',
  'dr',
  'no',
  'nos',
  'art',
  'arts',
  'sec',
  'para',
  'vs',
  'st',
  'inc',
  'ltd',
  'co',
  'corp',
  'av',
  'ave',
  'approx',
  'incl',
  'u.s',
  'us',
  'eu',
  'jr',
  'sr',
  'prof',
  'viz',
  'al',
  'bv',
  'sa',
  'lit',
  'abs',
  'par',
  'attn',
  'jan',
  'feb',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
])
const closing = new Set([')', '”', '"', '’', '»'])
/** The most tokens of one sentence; a text without full stops is cut here, so that time stays linear. */
const longest = 160
const longestStem = 60

/** Splits a notice into sentences. Headings are sentences too; list items and rows carry their stem. */
export function sentencesOf(notice: Notice): Sentence[] {
  const sentences: Sentence[] = []
  const tails = new Map<number, Token[]>()
  for (const block of notice.blocks) {
    const tokens = tokenize(block.text)
    const parts = split(tokens, block.text)
    const last = parts.at(-1)
    if (last) tails.set(block.id, last.slice(-longestStem))
    const stem = block.stem === undefined ? undefined : notice.blocks[block.stem]
    const lead = stem ? (tails.get(stem.id) ?? []) : []
    for (const part of parts) {
      const from = part[0]?.from ?? 0
      const to = part.at(-1)?.to ?? 0
      sentences.push({
        block,
        tokens: lead.length > 0 ? [...lead, ...part] : part,
        own: lead.length,
        stem,
        span: { block: block.id, from, to },
      })
    }
  }
  return sentences
}

function split(tokens: readonly Token[], text: string): Token[][] {
  const parts: Token[][] = []
  let current: Token[] = []
  for (const [at, token] of tokens.entries()) {
    current.push(token)
    if (current.length >= longest || ends(tokens, at, text)) {
      parts.push(current)
      current = []
    }
  }
  if (current.length > 0) parts.push(current)
  return parts
}

function ends(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next) return true
  if (text.charCodeAt(token.to) === 10 || text.charCodeAt(next.from - 1) === 10) return true
  if (next.kind === 'mark' && (next.word === '•' || next.word === '●')) return true
  // "U.S." holds its own full stop.
  if (token.kind === 'word' && text[token.to - 1] === '.') return next.capital && openers.has(next.word)
  if (token.kind !== 'mark') return false
  const before = tokens[at - 1]
  // "(See below.) We …": the sentence ends after what closes it.
  if (closing.has(token.word))
    return (
      next.capital &&
      next.from > token.to &&
      before?.to === token.from &&
      isStop(before) &&
      !abbreviations.has(tokens[at - 2]?.word ?? '')
    )
  if (!isStop(token)) return false
  const glued = next.from === token.to
  // "data.We" is two sentences; "frust.co" or "2.1" is one word.
  if (glued)
    return next.kind === 'word'
      ? next.capital && before?.kind !== 'number' && !abbreviations.has(before?.word ?? '')
      : next.kind === 'number' && before?.kind === 'word'
  if (token.word !== '.') return true
  // "see section 8. Contact Us": the number belongs to what is referred to.
  if (before?.kind === 'number' && calls.has(tokens[at - 2]?.word ?? '')) return false
  if (
    before &&
    (abbreviations.has(before.word) || (before.kind === 'word' && before.word.length === 1 && before.capital))
  ) {
    // "Inc. We", "etc. The": a new sentence only where a plain sentence opener follows.
    return next.capital && openers.has(next.word) && before.word !== 'eg' && before.word !== 'ie'
  }
  return next.capital || next.kind !== 'word' || before?.kind !== 'number'
}

function isStop(token: Token): boolean {
  return token.word === '.' || token.word === '!' || token.word === '?'
}

/** Words that a section's or an article's number follows. */
const calls = new Set(['section', 'sections', 'clause', 'article', 'paragraph', 'art', 'no'])

const openers = new Set([
  'we',
  'you',
  'the',
  'this',
  'these',
  'if',
  'our',
  'your',
  'in',
  'for',
  'it',
  'they',
  'please',
  'all',
  'when',
  'by',
  'to',
])
