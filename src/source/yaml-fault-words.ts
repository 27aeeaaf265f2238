import type { CST, ErrorCode } from 'yaml'
import type { Explained, Fault } from './yaml-fault.ts'
import { shorten } from './shorten.ts'

const quoteIt = 'If this is text, put the whole value in quotes.'

/** A placeholder outside quotes. */
export const bracesFault: Explained = {
  message: 'A text that begins with "{{" needs quotes: YAML reads a brace as the beginning of a mapping.',
  remedy: 'Put the text in quotes, or write it below its key after "|".',
}

/** The explanation of one of the `yaml` package's error codes; codes that mean several things go by their message. */
export function explainCode(code: ErrorCode, message: string, fault: Fault): Explained {
  switch (code) {
    case 'MISSING_CHAR':
      return explainMissing(message, fault)
    case 'UNEXPECTED_TOKEN':
      return explainUnexpected(message, fault)
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? explainBracket(fault) : explainLine(fault)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested') ? explainSecondKey(fault) : explainLine(fault)
    case 'MULTILINE_IMPLICIT_KEY':
      return explainLooseLine(fault)
    case 'TAB_AS_INDENT':
      return { message: 'A tab stands in the indentation; YAML allows only spaces.', remedy: 'Replace it with spaces.' }
    case 'KEY_OVER_1024_CHARS':
      return {
        message: 'A key is longer than 1024 characters.',
        remedy: 'If it is text with a ":" in it, put it in quotes.',
      }
    case 'BAD_SCALAR_START':
      return { message: `A value cannot begin with "${fault.words.charAt(0)}".`, remedy: quoteIt }
    case 'BAD_DQ_ESCAPE': {
      const escape = /^\\(?:x[^"]{0,2}|u[^"]{0,4}|U[^"]{0,8}|.)?/u.exec(fault.words)?.[0] ?? ''
      return {
        range: { start: fault.at, end: fault.at + escape.length },
        message: `"${escape}" is no escape that YAML knows.`,
        remedy: 'Write "\\\\" for a backslash, or put the text in single quotes.',
      }
    }
    case 'BAD_ALIAS':
      return { message: 'The "&" or "*" here needs a name after it, without ":" at its end.', remedy: quoteIt }
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE': {
      const tag = /^\S*/.exec(fault.words)?.[0] ?? ''
      return {
        range: { start: fault.at, end: fault.at + tag.length },
        message: `The tag ${quoted(tag)} cannot stand before this value.`,
        remedy: 'Remove the tag, or put the value in quotes if it is text.',
      }
    }
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return {
        message: 'A value can have one anchor ("&name") before it, and an alias ("*name") none.',
        remedy: quoteIt,
      }
    case 'BLOCK_IN_FLOW':
      return {
        message: 'Between brackets, lists and mappings need brackets of their own.',
        remedy: 'Write "[…]" or "{…}" around this, or take the brackets around it away.',
      }
    default:
      return { message: `YAML cannot make sense of ${quoted(fault.words)}.`, remedy: quoteIt }
  }
}

function explainMissing(message: string, fault: Fault): Explained {
  if (message.startsWith('Missing closing')) return explainQuote(fault)
  if (message.startsWith('Flow')) return explainBracket(fault)
  if (message.startsWith('Block scalars'))
    return {
      message: 'A blank line above this one has more spaces than the text itself.',
      remedy: 'Remove the spaces from the blank line.',
    }
  if (message.startsWith('Comments'))
    return {
      message: '"#" begins a comment only after a space.',
      remedy: 'Put a space before it, or quotes around the text.',
    }
  if (message.startsWith('Missing ,'))
    return {
      message: `A comma is missing before ${quoted(fault.words)}.`,
      remedy: 'Put it there, or quotes around the whole text.',
    }
  if (message.startsWith('Missing space'))
    return { message: 'After ":" there must be a space.', remedy: 'Put a space there, or quotes around the text.' }
  if (message.startsWith('Missing newline') || message.startsWith('Tags and anchors'))
    return { message: 'After an anchor or a tag there must be a space or a new line.', remedy: quoteIt }
  if (message.startsWith('Missing directives'))
    return {
      message: 'After the lines that begin with "%" there must be a line "---".',
      remedy: 'Remove the lines with "%".',
    }
  if (message.startsWith('Block collection'))
    return { message: 'After "---" keys begin on a line of their own.', remedy: 'Break the line after "---".' }
  return explainLooseLine(fault)
}

function explainUnexpected(message: string, fault: Fault): Explained {
  const { at, words } = fault
  const range = { start: at, end: at + 1 }
  if (/^(?:Block scalar header|Not a YAML token)/.test(message))
    return {
      message: `${quoted(words)} cannot stand on the line of the "|" or ">" that begins a text.`,
      remedy: 'Begin the text on the next line; if "|" or ">" belongs to it, put it in quotes.',
    }
  if (message.startsWith('Unexpected block-seq-ind') && !fault.isFirst)
    return {
      message: 'A list cannot begin on the line of its key.',
      remedy: 'Begin it on the next line, or put the value in quotes.',
    }
  if (words.startsWith(','))
    return {
      range,
      message: 'There is nothing before this comma.',
      remedy: 'Remove the comma, or put the text in quotes.',
    }
  if (/^[\]}]/.test(words))
    return {
      range,
      message: `"${words.charAt(0)}" closes nothing here.`,
      remedy: 'Remove it, or put the whole text in quotes.',
    }
  if (fault.isFirst) return explainLine(fault)
  const before = fault.text.slice(fault.text.lastIndexOf('\n', at - 1) + 1, at)
  const opener = /(?:^|\s)(\{\{.*\}\}|\*\S*)\s*$/.exec(before)?.[1]
  if (opener) {
    const start = before.lastIndexOf(opener) + at - before.length
    const misread = { start, end: start + opener.length }
    if (opener.startsWith('{')) return { ...bracesFault, range: misread }
    return { range: misread, message: `${quoted(opener)} is read as an alias, as it begins with "*".`, remedy: quoteIt }
  }
  return {
    message: `${quoted(words)} cannot stand here: the value before it has ended.`,
    remedy: "If it belongs to the text before, put all of it in quotes; a quote in it is written \\\" or ''.",
  }
}

/** A line that fits nowhere. */
function explainLine({ words }: Fault): Explained {
  if (/^-[^\s-]/.test(words))
    return { message: 'After the "-" of a list item there must be a space.', remedy: 'Put a space there.' }
  if (/^-( |$)/.test(words))
    return {
      message: 'This list item stands where no list is.',
      remedy: 'Indent it as the other items are, below the key that the list belongs to.',
    }
  return {
    message: 'The indentation of this line fits none of the lines above.',
    remedy:
      'Indent what belongs together by the same number of spaces, and a text after "|" no less than its first line.',
  }
}

/** A line that is no key and continues nothing. */
function explainLooseLine(fault: Fault): Explained {
  if (/^-( |$)/.test(fault.words)) return explainLine(fault)
  return {
    message: `${quoted(fault.words)} is neither "key: value" nor part of the text above.`,
    remedy: 'Write a key, ":" and a space; indent lines of a text deeper than its key.',
  }
}

/** `key: value: more`, or keys indented below a value. */
function explainSecondKey({ words }: Fault): Explained {
  if (/:(\s|$)/.test(words))
    return {
      message: `There is a ":" in the value ${quoted(words)}, which YAML reads as another key.`,
      remedy: 'Put the value in quotes, or write it below its key after "|".',
    }
  return {
    message: `A key cannot have both the value ${quoted(words)} and keys indented below it.`,
    remedy: 'Take the value away, or indent the next line as far as its key.',
  }
}

function explainQuote({ text, pos, document }: Fault): Explained {
  const isOpen = (token: CST.Token): boolean =>
    token.type.includes('quoted') && 'source' in token && token.offset + token.source.length === pos
  const start = findLast(document, isOpen)?.offset ?? pos
  return {
    range: { start, end: start + text.slice(start).search(/[\r\n]|$/) },
    message: 'The text in quotes that begins here is not closed.',
    remedy: 'Close it with the same quote; if it runs over several lines, indent them deeper than its key.',
  }
}

function explainBracket({ text, pos, document }: Fault): Explained {
  const isOpen = (token: CST.Token): boolean =>
    token.type === 'flow-collection' &&
    token.offset < pos &&
    token.end[0]?.source !== (token.start.source === '{' ? '}' : ']')
  const start = findLast(document, isOpen)?.offset ?? pos
  return {
    range: { start, end: start + 1 },
    message: `The "${text.charAt(start)}" that opens here is not closed where it should be.`,
    remedy: 'Close it; if it runs over several lines, indent them deeper than its key. Put it in quotes if it is text.',
  }
}

/** The last token of a document, in the order of the file, that passes a test. */
function findLast(token: CST.Token | null | undefined, test: (token: CST.Token) => boolean): CST.Token | undefined {
  if (!token) return undefined
  const items = token.type === 'document' ? [{ key: null, value: token.value }] : 'items' in token ? token.items : []
  for (const item of [...items].reverse()) {
    const found = findLast(item.value, test) ?? findLast(item.key, test)
    if (found) return found
  }
  return test(token) ? token : undefined
}

/** Words in quotes, cut to a readable length. */
export function quoted(words: string): string {
  return `"${shorten(words, 40)}"`
}
