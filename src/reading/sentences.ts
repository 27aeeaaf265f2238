import { tokenize, type Token } from '../source/words.ts'
import { partsOf, type Part } from './enumerations.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Abbreviations after which a full stop ends nothing, unless a word that opens sentences comes. */
const abbreviations = words(
  'ag al approx attn av ave bv cf co corp dept dr est gmbh inc incl jr llc ltd ltda mr mrs ms org plc prof pte pty pvt regd sa ' +
    'spa sr srl st viz vs',
)
/** Abbreviations that a number or a letter follows: "No. 5", "Art. 13(1)", "Sept. 5". */
const beforeNumbers = words(
  'abs apr art arts aug cl dec ext fax feb fig jan jul jun lit mar no nos nov nr oct p par para paras pp reg sec sep sept ' +
    'tel vol',
)
/** They introduce what they stand before, whatever that begins with. */
const introducing = words('eg ie')
const opening = new Set(['(', '“', '"', '‘', '«'])
const closing = new Set([')', '”', '"', '’', '»'])
/** The most tokens of one sentence; a text without full stops is cut here, so that time stays linear. */
const longest = 160

/** Splits a block's text into sentences, and sentences into the items that they count. Headings are sentences too. */
export function sentencesIn(text: string): Part[] {
  const tokens = tokenize(text)
  const parts: Part[] = []
  let current: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    current.push(tokens[at] as Token)
    if (at + 1 < tokens.length && (isLabel(current) || !ends(tokens, at, text))) continue
    for (const part of partsOf(current)) addPart(parts, part)
    current = []
  }
  return parts
}

/** Adds a sentence, cut where it is very long. */
function addPart(parts: Part[], part: Part): void {
  const { tokens } = part
  if (tokens.length <= longest) parts.push(part)
  else
    for (let from = 0; from < tokens.length; from += longest) parts.push({ tokens: tokens.slice(from, from + longest) })
}

/** "4." or "B." at the beginning: the number of what follows. */
function isLabel(tokens: readonly Token[]): boolean {
  const first = tokens[0]
  if (tokens.length !== 2 || tokens[1]?.word !== '.' || !first) return false
  return first.kind === 'number' ? first.word.length < 4 || first.word.includes('.') : first.word.length === 1
}

function ends(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next) return true
  if (text.charCodeAt(token.to) === 10 || text.charCodeAt(next.from - 1) === 10) return true
  if (next.kind === 'mark' && (next.word === '•' || next.word === '●')) return true
  // "U.S." holds its own full stop.
  if (token.kind === 'word' && text[token.to - 1] === '.')
    return next.capital && openers.has(next.word) && !introducing.has(token.word)
  if (token.kind !== 'mark') return false
  const before = tokens[at - 1]
  // "(See below.) We …": the sentence ends after what closes it.
  if (closing.has(token.word))
    return (
      (next.capital || (opening.has(next.word) && tokens[at + 2]?.capital === true)) &&
      next.from > token.to &&
      before?.to === token.from &&
      isStop(before) &&
      !abbreviations.has(tokens[at - 2]?.word ?? '')
    )
  if (!isStop(token)) return false
  if (next.from === token.to) return endsGlued(before, next)
  return token.word === '.' ? endsAtStop(tokens, at, before, next) : token.word !== '…' || next.capital
}

/** "data.We" is two sentences; "acme.co" or "2.1" is one word, and a stop after a stop is not the last. */
function endsGlued(before: Token | undefined, next: Token): boolean {
  if (next.kind !== 'word') return next.kind === 'number' && before?.kind === 'word'
  return next.capital && before?.kind !== 'number' && !isAbbreviation(before)
}

/** Whether a full stop with a space after it ends a sentence. */
function endsAtStop(tokens: readonly Token[], at: number, before: Token | undefined, next: Token): boolean {
  if (!before) return true
  const opens = next.capital && openers.has(next.word)
  // "see section 8. Contact Us": the number belongs to what is referred to.
  if (before.kind === 'number' && calls.has(tokens[at - 2]?.word ?? '')) return next.capital && actors.has(next.word)
  if (beforeNumbers.has(before.word))
    return next.kind === 'word' ? next.word.length > 1 : next.kind === 'mark' && next.word !== '(' && next.word !== '+'
  // "Hauptstr. 5"
  if (before.word.endsWith('str') && next.kind === 'number') return false
  // "Inc. We": a new sentence only where a plain sentence opener follows.
  if (abbreviations.has(before.word)) return opens
  if (before.kind === 'word' && before.word.length === 1 && before.capital) return opens
  // "etc. and", "data ... and more"
  if (before.word === 'etc' || before.word === '.') return next.capital
  return next.capital || next.kind !== 'word' || before.kind !== 'number'
}

function isAbbreviation(token: Token | undefined): boolean {
  return token !== undefined && (abbreviations.has(token.word) || beforeNumbers.has(token.word))
}

function isStop(token: Token): boolean {
  return token.word === '.' || token.word === '!' || token.word === '?' || token.word === '…'
}

/** Words that a section's or an article's number follows. */
const calls = words('section sections clause article paragraph art no')
/** Words that begin a sentence and no title. */
const actors = words('we you if please this these it they when')
const openers = words('we you the this these if our your in for it they please all when by to')
