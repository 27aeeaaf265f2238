// Regular expressions with `\p{…}` stand where they are used: building one takes longer than much of a short run.

/** Stand-ins for what could steer a terminal, hide words or turn them round. Joiners and variation selectors belong to words. */
function withoutUnprintable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFFF9-\uFFFB]|(?![\u200C\u200D]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu,
    standIn,
  )
}

/** The visible stand-in of one unprintable character: a control picture (`␛`), or its number (`<U+202E>`). */
function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** Text with a visible stand-in for every control character, bidirectional control and invisible character. */
export function visible(text: string): string {
  return /^[ -~]*$/.test(text) ? text : withoutUnprintable(text)
}

/**
 * Text that may be printed anywhere on a line of a terminal or a CI log: one line, inert.
 * GitHub's runner obeys `##[command]` anywhere in a line and `::command` where a line begins
 * (actions/runner, ActionCommand.cs), so a space is put into both.
 */
export function printable(text: string): string {
  return visible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/u, '$1: ')
}

/** The message of a workflow command. `%` goes first, or the other escapes would be escaped. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Characters that GitHub's Markdown can read as more than themselves, some only where a text begins or before `//`. */
const markdownMarks = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\/\/)|(?<=www)\.|^[-+=]|(?<=^\d{1,9})[.)]/gi

/**
 * Text as plain words in GitHub's Markdown, in a table cell too. Character references, since they mean the text in every
 * renderer, whereas a backslash before `|` is read twice in tables. Blanks around the text go: they can make it a code block.
 */
export function markdownText(text: string): string {
  return visible(text.trim()).replace(markdownMarks, (mark) => `&#${mark.charCodeAt(0)};`)
}

/** A Markdown link, or plain words when there is no address or it is not one of the web. */
export function markdownLink(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return markdownText(text)
  // `href` is ASCII already; what is left could end the link or the table cell.
  const address = new URL(url).href.replace(/[^\w\-.~:/?#@&+,;=%]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `[${markdownText(text)}](${address})`
}

/**
 * A value as indented JSON that ends with a newline. Every reader gets the same value, except that half surrogate pairs,
 * which strict readers refuse, are replaced by U+FFFD. Characters that JSON lets stand and that a terminal or a log obeys
 * are written as escapes (`\u2028`), which mean the same.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(
    value,
    (_key, entry: unknown) => (typeof entry === 'string' ? entry.replace(/\p{Cs}/gu, '\uFFFD') : entry),
    2,
  )
  const safe = json.replace(
    /[\u007F-\u009F\u2028\u2029]|\p{Bidi_Control}|(?<=#)#(?=\[)/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${safe}\n`
}
