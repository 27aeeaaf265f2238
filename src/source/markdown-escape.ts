import { decodeReference } from './html-tokens.ts'

/**
 * Writes a text so that Markdown reads exactly that text (white space at its ends may go).
 * @param text any text; a line feed in it becomes a line break
 * @param where `text`: within a line of running text. `start`: at the start of a line, where a number or a dash would
 *   begin a list. `cell`: in a cell of a table
 */
export function escapeMarkdown(text: string, where: 'text' | 'cell' | 'start'): string {
  const lines = text.split(/\r\n?|\n/)
  if (where === 'cell') return lines.map((line) => escapeWords(line.trim()).replaceAll('|', '\\|')).join('<br>')
  return lines
    .map((line, index) => {
      if (index === 0 && where === 'text') return escapeWords(line)
      return escapeStart(escapeWords(line.replace(/^[ \t]+/, '')))
    })
    .join('\\\n')
    .replace(/\\\n(?=\\?\n|\\?$)/g, '<br>')
}

/** Escapes what has a meaning anywhere in running text. */
function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]<]|_+|~+|\{+|&(?:#?\w*;?)/g, (found, at: number) => {
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
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:[\s:|-]|$)|[=|]|:-)/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** A letter or digit: an underscore between two of them is a word character like others. */
function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** Whether `&` begins a character reference, be it one that ends in what comes after the text. */
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
  return url.replace(/[\s\\\0-\x1f]|[()<>[\]`|]|\{+|&(?:#?\w*;?)/g, (found) => {
    if (/[\s\\\0-\x1f]/.test(found)) return `&#${found.charCodeAt(0)};`
    if (found[0] === '&') return isReference(found) ? `&amp;${found.slice(1)}` : found
    if (found[0] === '{') return found === '{' ? found : escapeEach(found)
    return `\\${found}`
  })
}
