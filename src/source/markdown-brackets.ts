/** What a look over a stretch of running text tells before it is parsed. */
export type InlineOutline = {
  /** Brackets that cannot belong to a link: they are words. */
  literal: ReadonlySet<number>
  /** Where the code span that begins at an offset ends. Backticks that are not in here are words. */
  codeSpans: ReadonlyMap<number, number>
}

/** The longest label of a link that Markdown allows. */
const longestLabel = 999

/**
 * Finds code spans and pairs brackets, in one pass. The parser left alone makes a link of every pair of brackets, which
 * hides the emphasis and the links around it, and searches for the end of a code span anew from every backtick.
 * @param labels the labels that link reference definitions of the document may define
 */
export function outline(text: string, labels: ReadonlySet<string>): InlineOutline {
  const literal = new Set<number>()
  const codeSpans = new Map<number, number>()
  const runs = text.includes('`') ? backtickRuns(text) : undefined
  const open: number[] = []
  const tokens = /\\[^]|`+|[[\]]/g
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const at = token.index
    if (token[0] === '[') open.push(at)
    else if (token[0] === ']') {
      const start = open.pop()
      if (start === undefined) literal.add(at)
      else if (!mayLink(text, start, at, labels)) literal.add(start).add(at)
    } else if (token[0].startsWith('`')) {
      const end = runs?.closing(at, token[0].length)
      if (end === undefined) continue
      codeSpans.set(at, end)
      tokens.lastIndex = end
    }
  }
  for (const at of open) literal.add(at)
  return { literal, codeSpans }
}

/** The longest target and the longest title that are looked for; the parser searches the whole rest of the text. */
const longestTarget = 4000

/** Whether a link's target that begins at `(` ends soon, well-formed or not. */
export function targetEnds(text: string, open: number): boolean {
  const limit = Math.min(text.length, open + longestTarget)
  let at = open + 1
  let depth = 0
  while (at < limit && !(depth === 0 && text[at] === ')') && !(at > open + 1 && isSpace(text[at]))) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    at++
  }
  if (at >= limit) return text.length < open + longestTarget
  while (at < text.length && isSpace(text[at])) at++
  const title = text[at]
  if (title !== '"' && title !== "'" && title !== '(') return true
  return text.slice(at + 1, at + longestTarget).includes(title === '(' ? ')' : title)
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t'
}

/** All runs of backticks, by length. `closing` must be asked in ascending order. */
function backtickRuns(text: string): { closing(at: number, length: number): number | undefined } {
  const starts = new Map<number, { list: number[]; next: number }>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = starts.get(run.length)
    if (known) known.list.push(index)
    else starts.set(run.length, { list: [index], next: 0 })
  }
  return {
    closing(at, length) {
      const known = starts.get(length)
      if (!known) return undefined
      while ((known.list[known.next] ?? Infinity) <= at) known.next++
      const found = known.list[known.next]
      return found === undefined ? undefined : found + length
    },
  }
}

function mayLink(text: string, open: number, close: number, labels: ReadonlySet<string>): boolean {
  const next = text[close + 1]
  if (next === '(') return true
  if (labels.size === 0) return false
  if (close - open <= longestLabel && labels.has(normalizeLabel(text.slice(open + 1, close)))) return true
  if (next !== '[') return false
  const label = /\[((?:[^[\]\\]|\\[^]){0,999})\]/y
  label.lastIndex = close + 1
  const found = label.exec(text)
  return found !== null && labels.has(normalizeLabel(found[1] as string))
}

/** The labels that stand before a colon at the start of a line, in lists and quotes too, so might be defined there. */
export function possibleLabels(text: string): Set<string> {
  const labels = new Set<string>()
  if (!text.includes(']:')) return labels
  const definition = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*\[((?:[^[\]\\]|\\[^]){1,999})\]:/gm
  for (const [, label] of text.matchAll(definition)) labels.add(normalizeLabel(label as string))
  return labels
}

/** Labels match without regard to case and to how white space is written. */
export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}
