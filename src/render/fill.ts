import type { Filled } from '../notice/notice.ts'
import { escapeMarkdown, escapeTarget } from '../source/markdown.ts'

/** Puts words into authored prose so that Markdown reads exactly these words, whatever stands around them. */
export function fill(text: string, fills: readonly Filled[]): string {
  let filled = ''
  let at = 0
  for (const { range, text: words, where } of fills) {
    filled += text.slice(at, range.start)
    at = range.end
    filled += written(words, where, filled.slice(filled.lastIndexOf('\n\n') + 1), text.slice(at, at + 20))
  }
  return filled + text.slice(at)
}

/** @param before the paragraph up to the words; `after` what follows them */
function written(words: string, where: Filled['where'], before: string, after: string): string {
  switch (where) {
    case 'raw':
    case 'markup':
      return words
    case 'target':
      return unclosing(escapeTarget(words), before)
    case 'html': {
      const escaped = words.replace(/[&<>"'{}()=`|\\\s]/g, (found) => (found === ' ' ? ' ' : reference(found)))
      return before.endsWith('<') ? firstAsReference(escaped) : escaped
    }
    case 'cell':
    case 'text': {
      const line = before.slice(before.lastIndexOf('\n') + 1).replace(opening, '')
      const escaped = escapeMarkdown(words, where === 'cell' ? 'cell' : line === '' ? 'start' : 'text')
      return joined(words, unclosing(escaped, before), line, after)
    }
  }
}

/** What may stand before the words of a line: marks of quotes and lists. */
const opening = /^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*/

/** Keeps words from closing what an author's characters before them left open: a brace, a bracket, a back-quote. */
function unclosing(escaped: string, before: string): string {
  const slot = before.includes('{{')
  const tag = before.lastIndexOf('<') > before.lastIndexOf('>')
  const code = before.includes('`')
  if (!slot && !tag && !code) return escaped
  return escaped.replace(/\\[^]|[}>]/g, (found) => {
    if (found === '\\`') return code ? reference('`') : found
    if (found === '}') return slot ? '\\}' : found
    return found === '>' && tag ? '\\>' : found
  })
}

/**
 * Escaped words among an author's characters. Where the two could make a mark together ("<" and "b>" a tag, "16" and ". "
 * a list's number) the character at the seam is written as a reference.
 * @param line what stands before the words on their line, without the marks of quotes and lists
 */
function joined(words: string, escaped: string, line: string, after: string): string {
  const marksBefore = /^[-+=|:#\d]+$/.test(line) || /[<&]$/.test(line)
  const linkBefore = /\]$/.test(line) && /^[(:]/.test(words)
  const numberAfter = line === '' && /^\d{1,9}$/.test(words) && /^\d*[.)](?:\s|$)/.test(after)
  const isMark = marksBefore || linkBefore || numberAfter
  const seam = isMark ? firstAsReference(escaped) : escaped
  return seam.endsWith('!') && after.startsWith('[') ? `${seam.slice(0, -1)}\\!` : seam
}

/** Writes the first character as a reference, unless it is an escape or a reference already. */
function firstAsReference(escaped: string): string {
  const first = escaped.codePointAt(0)
  if (first === undefined || /^(?:\\|&#\d)/.test(escaped)) return escaped
  const character = String.fromCodePoint(first)
  return reference(character) + escaped.slice(character.length)
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`
}
