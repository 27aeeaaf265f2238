import { labelled, unlabelled } from '../label.ts'
import type { NewBlock } from '../builder.ts'
import { introduces, isPlain } from './cut.ts'

/** A block that may be a heading: how it is made to look like one, and its number. */
type Candidate = {
  style: string
  label: string | undefined
  /** A few words in lower case: a heading only where a sentence follows. */
  plain?: true
  /** A number and a word in lower case: a heading only where the number goes on from the last. */
  lower?: true
}

const longestTitle = 100
const mostWords = 14
const mostLowerWords = 8
/** So many of a kind with nothing between them are a list or a table of contents. */
const listFrom = 3

/** Makes headings of the paragraphs and numbered items that writers mean as such. */
export function withHeadings(blocks: readonly NewBlock[]): NewBlock[] {
  const marked = hasHeadings(blocks)
  const found = blocks.map((block, at) => candidate(block, marked, at === 0))
  if (found.every((one) => one === undefined)) return [...blocks]
  checkNumbers(found)
  const accepted = acceptedOf(blocks, found)
  const levels = new Levels()
  return blocks.map((block, at) => {
    const one = found[at]
    if (block.kind === 'heading') levels.marked(block)
    if (!one || !accepted[at]) return block
    return headingOf(block, one, levels.of(one))
  })
}

/** Whether headings are marked as such, beyond a title: then a short line in capitals is not taken for one. */
function hasHeadings(blocks: readonly NewBlock[]): boolean {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  return headings.length > 1 || headings.some(({ level }) => (level ?? 2) > 1)
}

function headingOf(block: NewBlock, { label }: Candidate, level: number): NewBlock {
  const { depth: _depth, ...rest } = block
  const number =
    block.marker === undefined ? label !== undefined && { label } : { label: label ?? '', numbered: true as const }
  return { ...rest, kind: 'heading', level, ...number }
}

/** How a block may be a heading; undefined where it cannot be one. */
function candidate(block: NewBlock, marked: boolean, first: boolean): Candidate | undefined {
  if (block.text.length > longestTitle) return undefined
  if (block.kind === 'item') {
    if (block.marker === undefined || block.depth !== 1 || !isTitle(block.text)) return undefined
    return { style: 'item', label: block.marker }
  }
  if (!isPlain(block)) return undefined
  const { label } = labelled(block.text)
  const words = label === undefined ? block.text : unlabelled(block.text)
  if (!isTitle(words) && !(label !== undefined && isShortName(words))) return undefined
  if (label !== undefined)
    return { style: styleOf(label, block.text), label, ...(isShortName(words) && { lower: true }) }
  if (block.strong === block.text.length) return { style: 'bold', label }
  if (marked) return undefined
  if (first && !introduces(block) && isTitleCase(words)) return { style: 'first', label }
  if (!/[a-z]/.test(words)) return /[A-Z]{4}/.test(words) ? { style: 'capitals', label } : undefined
  if (isTitleCase(words) || isQuestion(words)) return { style: 'title', label }
  return words.split(/\s+/).length <= mostLowerWords && /[\w)]$/.test(words)
    ? { style: 'title', label, plain: true }
    : undefined
}

/** "11. other": a number and a few words are a heading without a capital, too. */
function isShortName(text: string): boolean {
  return /^[a-z]+(?: [a-z]+){0,2}$/.test(text)
}

/** Few words that are no sentence, no address and no "Key: value". */
function isTitle(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > mostWords || !/^["'“‘(]?(?:[A-Z]|[^\0-\x7f])/.test(text)) return false
  if (/[.;,]$|[;,] (?:and|or)$|[.!?] |: ?\S|@|\/\/|www\./.test(text.trim())) return false
  return /[A-Za-z]{2}|[^\0-\x7f]{2}/.test(text)
}

/** Titles in which at least half of the words, and more than one, begin with a capital; a single word is one, too. */
function isTitleCase(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > 9 || /[!?]$/.test(text)) return false
  return words.filter((word) => /^["'“‘(]?[A-Z]/.test(word)).length >= Math.ceil(words.length / 2)
}

function isQuestion(text: string): boolean {
  return /^(?:How|What|When|Where|Who|Whom|Why|Which|Do|Does|Can|Will|Is|Are)\b.*\?$/.test(text)
}

/** Numbers of one form make headings of one level. */
function styleOf(label: string, text: string): string {
  const digits = /^\d/.test(label)
  const open = text.trimStart().startsWith('(')
  const rest = text.slice(text.indexOf(label) + label.length)
  if (open || rest.startsWith(')')) return digits ? '(1)' : `(${formOf(label)})`
  if (!digits) return `${formOf(label)}.`
  const depth = label.split('.').length
  return depth > 1 ? '1.'.repeat(depth) : rest.startsWith('.') ? '1.' : '1'
}

function formOf(label: string): string {
  if (/^[ivx]+$/.test(label) && label !== 'v' && label !== 'x') return 'i'
  if (/^[IVX]+$/.test(label) && label !== 'V' && label !== 'X') return 'I'
  return label < 'a' ? 'A' : 'a'
}

/** A number without a mark ("12 Harbour Street"), or with a small word, is a heading's only where it goes on from the last. */
function checkNumbers(found: (Candidate | undefined)[]): void {
  const last = new Map<string, string>([['1', '0']])
  for (const [at, one] of found.entries()) {
    if (one?.label === undefined) continue
    const { style, label, lower } = one
    if ((style === '1' || lower) && !follows(label, last.get(style))) found[at] = undefined
    else last.set(style, label)
  }
}

function acceptedOf(blocks: readonly NewBlock[], found: readonly (Candidate | undefined)[]): boolean[] {
  const runs = runLengths(found)
  const listed = listedByStem(blocks, found, runs)
  const accepted: boolean[] = blocks.map(() => false)
  for (let at = blocks.length - 1; at >= 0; at--) {
    const one = found[at]
    if (!one || listed[at]) continue
    if (one.style === 'first') accepted[at] = blocks.length > 1
    else if ((runs[at] ?? 0) >= (one.style === 'item' ? 2 : listFrom)) accepted[at] = false
    else accepted[at] = isFollowed(at, blocks, found, accepted)
    // "We collect:" introduces the items under it.
    if (accepted[at] && introduces(blocks[at] as NewBlock) && !found[at + 1] && beginsItem(blocks[at + 1]))
      accepted[at] = false
  }
  return accepted
}

function beginsItem(block: NewBlock | undefined): boolean {
  if (!block || block.kind === 'item') return block !== undefined
  return isPlain(block) && labelled(block.text).label !== undefined
}

/** A heading has text under it, or a heading of another kind that has. */
function isFollowed(
  at: number,
  blocks: readonly NewBlock[],
  found: readonly (Candidate | undefined)[],
  accepted: readonly boolean[],
): boolean {
  const next = blocks[at + 1]
  if (!next || next.kind === 'heading') return false
  if (found[at]?.plain) return !found[at + 1] && isSentence(next) && (at === 0 || endsLine(blocks[at - 1] as NewBlock))
  return found[at + 1] === undefined || accepted[at + 1] === true || found[at + 1]?.style !== found[at]?.style
}

/** Words long enough to be no line of a list or an address, and ended as a sentence is. */
function isSentence({ kind, text }: NewBlock): boolean {
  return kind === 'paragraph' && text.length > 60 && /[.:!?]["”’)]?$/.test(text)
}

/** Whether nothing of a line's sentence can stand on the next. */
function endsLine({ kind, text }: NewBlock): boolean {
  return kind !== 'paragraph' || /[.!?]["”’)]?$/.test(text)
}

/** For each candidate how many of its style stand in a row with it. */
function runLengths(found: readonly (Candidate | undefined)[]): number[] {
  const lengths: number[] = found.map(() => 0)
  for (let start = 0; start < found.length;) {
    const style = found[start]?.style
    let end = start + 1
    while (style !== undefined && found[end]?.style === style) end++
    if (style !== undefined) lengths.fill(end - start, start, end)
    start = end
  }
  return lengths
}

/**
 * Numbered lines under a line that introduces a list belong to it, unless their number goes on from the last heading's,
 * or each has text of its own under it.
 */
function listedByStem(
  blocks: readonly NewBlock[],
  found: readonly (Candidate | undefined)[],
  runs: readonly number[],
): boolean[] {
  const last = new Map<string, string>()
  let inList = false
  return blocks.map((block, at) => {
    const one = found[at]
    const above = blocks[at - 1]
    if (above && introduces(above) && above.kind !== 'heading') inList = true
    else if (!one && block.kind !== 'item') inList = false
    if (one?.label === undefined) return false
    const alone = one.style !== 'item' && (runs[at] ?? 0) < 2
    if (inList && !alone && !follows(one.label, last.get(one.style))) return true
    inList = false
    last.set(one.style, one.label)
    return false
  })
}

function follows(label: string, last: string | undefined): boolean {
  if (last === undefined) return false
  const number = /^(.*?)(\d+)$/.exec(label)
  const before = /^(.*?)(\d+)$/.exec(last)
  if (!number || !before) return label.length === 1 && label.charCodeAt(0) === last.charCodeAt(0) + 1
  return number[1] === before[1] && Number(number[2]) === Number(before[2]) + 1
}

/**
 * Levels by style: a style that is new stands under the one before, one that was seen is where it was. A number of the
 * form that a marked heading has makes a heading of its level.
 */
class Levels {
  #base = 1
  #styles: string[] = []
  readonly #byNumber = new Map<string, { level: number; label: string }>()

  /** A heading that is marked as such: what comes stands under it. */
  marked({ level = 2, label, text, numbered }: NewBlock): void {
    this.#base = level
    this.#styles = []
    if (label !== undefined) this.#byNumber.set(numbered ? '1.' : styleOf(label, text), { level, label })
  }

  of({ style: form, label = '' }: Candidate): number {
    if (form === 'first') return 1
    const style = form === 'item' ? '1.' : form
    const given = this.#byNumber.get(style)
    if (given && (label.includes('.') || follows(label, given.label))) {
      this.#byNumber.set(style, { ...given, label })
      this.#base = given.level
      this.#styles = []
      return given.level
    }
    const known = this.#styles.indexOf(style)
    if (known >= 0) this.#styles.length = known
    else if (style === '1.' || style === '1' || (style === 'capitals' && !this.#styles.includes('1.')))
      this.#styles = []
    this.#styles.push(style)
    return Math.min(this.#base + this.#styles.length, 6)
  }
}
