import { decodeReference } from './html-tokens.ts'

/**
 * Writes a text so that Markdown reads exactly that text (white space at its ends may go).
 * @param text any text; a line feed in it becomes a line break
 * @param where `text`: within a line of running text. `start`: at the start of a line, where a number or a dash would
 *   begin a list. `cell`: in a cell of a table
 */
export function escapeMarkdown(text: string, where: 'text' | 'cell' | 'start'): string {
  const lines = linesOf(text, where)
  if (where === 'cell') return lines.map((line) => escapeWords(line).replaceAll('|', '\\|')).join('<br>')
  let escaped = ''
  for (const [index, line] of lines.entries()) {
    // A break before an empty line would end the paragraph.
    if (index > 0) escaped += line === '' || lines[index - 1] === '' ? '<br>' : '\\\n'
    escaped += index === 0 && where === 'text' ? escapeWords(line) : escapeStart(escapeWords(line))
  }
  return escaped
}

/** The lines of a text without the blanks that a line break swallows; those at the ends of running text are kept. */
function linesOf(text: string, where: 'text' | 'cell' | 'start'): string[] {
  const lines = text.split(/\r\n?|\n/)
  const last = lines.length - 1
  const trimmed = lines.map((line, index) => {
    const kept = where === 'text'
    const from = kept && index === 0 ? 0 : skipBlanks(line, 0, 1)
    const to = kept && index === last ? line.length : skipBlanks(line, line.length - 1, -1) + 1
    return line.slice(from, to)
  })
  if (where === 'text') return trimmed
  const first = trimmed.findIndex((line) => line !== '')
  return first < 0 ? [''] : trimmed.slice(first, trimmed.findLastIndex((line) => line !== '') + 1)
}

function skipBlanks(line: string, from: number, step: 1 | -1): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at += step
  return at
}

/** Escapes what has a meaning anywhere in running text. */
function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]]|<(?!\s)|_+|~+|\{+|&#?\w+(?:;|$)/g, (found, at: number) => {
      const before = text[at - 1]
      const after = text[at + found.length]
      switch (found[0]) {
        case '_':
          return found === '_' && isWordCharacter(before) && isWordCharacter(after) ? found : escapeEach(found)
        case '~':
          return found === '~' && before !== undefined && after !== undefined ? found : escapeEach(found)
        case '{':
          return found === '{' && before !== undefined && after !== undefined ? found : escapeEach(found)
        case '&':
          return isReference(found) ? `\\${found}` : found
        default:
          return `\\${found}`
      }
    })
    .replace(/(^|\s)(#+\s*)$/, '$1\\$2')
}

/** Escapes what has a meaning at the start of a line only. The text has no blanks before it. */
function escapeStart(text: string): string {
  return text
    .replace(/^(\s*)(#{1,6}(?:\s|$)|>|[-+](?:[\s:|-]|$)|[=|]|:-)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** A letter or digit: an underscore between two of them is a word character like others. */
function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** Whether this is a character reference, or one if a semicolon comes after the text. */
function isReference(found: string): boolean {
  return decodeReference(found.endsWith(';') ? found : `${found};`) !== undefined
}

function escapeEach(text: string): string {
  return text.replace(/./g, '\\$&')
}

/**
 * Writes a link's target so that Markdown reads exactly that target, in a table cell too. Except for an empty one it
 * may also be a part of a target.
 */
export function escapeTarget(url: string): string {
  if (url === '') return '<>'
  return url.replace(/[\s\\\x01-\x1f]|[()<>[\]`|]|\{+|&#?\w+(?:;|$)/g, (found) => {
    if (/[\s\\\x01-\x1f]/.test(found)) return `&#${found.charCodeAt(0)};`
    if (found[0] === '&') return isReference(found) ? `&amp;${found.slice(1)}` : found
    if (found[0] === '{') return found === '{' ? found : escapeEach(found)
    return `\\${found}`
  })
}
