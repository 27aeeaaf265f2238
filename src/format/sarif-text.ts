import { shorten } from '../source/shorten.ts'
import { printable } from './escape.ts'

/**
 * Text as a plain SARIF message: inert and never empty. Braces are doubled, because a single one begins a placeholder (SARIF
 * 2.1.0, 3.11.5); square brackets get a backslash where they could be read as a link (3.11.6).
 * @param otherwise stands in for a blank text; ids are never blank
 * @param options longest: the limit of the result in UTF-16 units; amongLinks: whether links stand beside the text
 */
export function plainText(
  text: string,
  otherwise: string,
  options: { longest?: number; amongLinks?: boolean } = {},
): string {
  const { longest = Infinity, amongLinks = false } = options
  const shown = printable(text.trim() || otherwise)
  const escape = (words: string) => {
    const braced = words.replace(/[{}]/g, '$&$&')
    return amongLinks || shown.includes('](') ? braced.replace(/[[\]\\]/g, '\\$&') : braced
  }
  // Cut before escaping, so that no escape is cut in two.
  return escape(shorten(shown, longest - (escape(shown).length - shown.length)))
}

/** Texts one after another, each with a full stop if it ends without a mark. */
export function sentences(texts: string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?…:;]["'”’)\]]*$/.test(text) ? text : `${text}.`))
    .join(' ')
}
