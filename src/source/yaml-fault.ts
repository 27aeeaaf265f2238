import type { CST, ErrorCode, YAMLError } from 'yaml'
import { InputError, type Range } from './range.ts'
import type { SourceText } from './text.ts'

type Explained = { range?: Range; message: string; remedy: string }

/** What a fault's explanation is made from. `words` is what stands at the fault, up to the end of the line. */
type Fault = { text: string; pos: number; at: number; words: string; range: Range; document: CST.Document | undefined }

/**
 * The parser's fault in an author's words.
 * @param document the tokens of the document it was found in, to point at the beginning of what is not closed
 */
export function explainFault(source: SourceText, fault: YAMLError, document: CST.Document | undefined): InputError {
  const { text, file } = source
  const lineStart = text.lastIndexOf('\n', fault.pos[0] - 1) + 1
  const line = /^(\uFEFF?[ \t]*)([^\r\n]*)/.exec(text.slice(lineStart)) as RegExpExecArray
  const [, indentation = '', content = ''] = line
  const first = lineStart + indentation.length
  // A fault in the indentation concerns the line's words.
  const at = Math.min(Math.max(fault.pos[0], first), text.length)
  const end = first + content.trimEnd().length
  const given: Fault = { text, pos: fault.pos[0], at, words: text.slice(at, end), range: { start: at, end: Math.max(end, at) }, document }
  const explained =
    explainConflict(text) ??
    (fault.pos[0] <= first && indentation.includes('\t') ? explainTab(lineStart, indentation) : undefined) ??
    explainByCode(fault.code, fault.message, given) ??
    (at === first ? explainLine(given) : undefined) ?? {
      message: `YAML cannot make sense of ${quoted(given.words)}.`,
      remedy: 'If this is text, put the whole value in quotes.',
    }
  return new InputError(explained.message, { file, remedy: explained.remedy, range: explained.range ?? given.range })
}

function explainConflict(text: string): Explained | undefined {
  const marker = /^(?:<{7}|>{7})(?= |\r?$).*/m.exec(text)
  return marker
    ? {
        range: { start: marker.index, end: marker.index + marker[0].trimEnd().length },
        message: 'This is a conflict marker that a merge left in the file.',
        remedy: 'Resolve the merge: keep one of the two versions and delete the markers.',
      }
    : undefined
}

function explainTab(lineStart: number, indentation: string): Explained {
  const start = lineStart + indentation.indexOf('\t')
  return {
    range: { start, end: lineStart + indentation.lastIndexOf('\t') + 1 },
    message: 'This line is indented with a tab; YAML allows only spaces.',
    remedy: 'Replace the tab with spaces, as many as the lines beside it have.',
  }
}

/** A line that fits nowhere. */
function explainLine({ words }: Fault): Explained {
  return /^-( |$)/.test(words)
    ? {
        message: 'This list item stands where no list is.',
        remedy: 'Indent it as the other items are, below the key that the list belongs to.',
      }
    : {
        message: 'The indentation of this line fits none of the lines above.',
        remedy: 'Indent keys and list items that belong together by the same number of spaces.',
      }
}

const quoteIt = 'If this is text, put the whole value in quotes.'

function explainByCode(code: ErrorCode, message: string, fault: Fault): Explained | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'A tab stands in the indentation; YAML allows only spaces.', remedy: 'Replace it with spaces.' }
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
    case 'KEY_OVER_1024_CHARS':
      return { message: 'A key is longer than 1024 characters.', remedy: 'If this is text with a ":" in it, put it in quotes.' }
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
      return {
        message: `${quoted(fault.words)} is read as an anchor or alias, and its name is missing or ends in ":".`,
        remedy: quoteIt,
      }
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE': {
      const tag = /^\S*/.exec(fault.words)?.[0] ?? ''
      return {
        range: { start: fault.at, end: fault.at + tag.length },
        message: `The tag "${tag}" cannot stand before this value.`,
        remedy: 'Remove the tag, or put the value in quotes if it is text.',
      }
    }
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return { message: `A value can have one anchor ("&name") and one tag before it, an alias has none.`, remedy: quoteIt }
    case 'BLOCK_IN_FLOW':
      return {
        message: 'Between brackets, lists and mappings need brackets of their own.',
        remedy: 'Write "[…]" or "{…}" around this, or take the brackets around it away.',
      }
    default:
      return undefined
  }
}

function explainMissing(message: string, fault: Fault): Explained | undefined {
  if (message.startsWith('Missing closing')) return explainQuote(fault)
  if (message.startsWith('Flow')) return explainBracket(fault)
  if (message.startsWith('Implicit map keys')) return explainLooseLine(fault)
  if (message.startsWith('Sequence item')) return explainLooseLine(fault)
  if (message.startsWith('Block scalars'))
    return {
      message: 'A blank line above this one has more spaces than the text itself.',
      remedy: 'Remove the spaces from the blank line.',
    }
  if (message.startsWith('Comments'))
    return { message: '"#" begins a comment only after a space.', remedy: 'Put a space before it, or quotes around the text.' }
  if (message.startsWith('Missing ,'))
    return { message: `A comma is missing before ${quoted(fault.words)}.`, remedy: 'Put it there, or quotes around the whole text.' }
  if (message.startsWith('Missing space'))
    return { message: 'After ":" there must be a space.', remedy: 'Put a space there, or quotes around the text.' }
  if (message.startsWith('Missing directives'))
    return { message: 'After the lines that begin with "%" there must be a line "---".', remedy: 'Remove the lines with "%".' }
  if (message.startsWith('Block collection'))
    return { message: 'After "---" keys begin on a line of their own.', remedy: 'Break the line after "---".' }
  return undefined
}

function explainUnexpected(message: string, fault: Fault): Explained | undefined {
  const { at, words } = fault
  const one = { range: { start: at, end: at + 1 } }
  if (message.startsWith('Block scalar header'))
    return {
      message: `${quoted(words)} cannot stand on the line of the "|" or ">" that begins a text.`,
      remedy: 'Begin the text on the next line; if "|" or ">" belongs to it, put it in quotes.',
    }
  if (message.startsWith('Unexpected block-seq-ind'))
    return at > 0 && fault.text[at - 1] !== '\n' && !isFirst(fault)
      ? { message: 'A list cannot begin on the line of its key.', remedy: 'Begin it on the next line, or put the value in quotes.' }
      : explainLine(fault)
  if (words.startsWith(','))
    return { ...one, message: 'There is nothing before this comma.', remedy: 'Remove the comma, or put the text in quotes.' }
  if (/^[\]}]/.test(words))
    return { ...one, message: `"${words.charAt(0)}" closes nothing here.`, remedy: 'Remove it, or put the whole text in quotes.' }
  if (isFirst(fault)) return explainLine(fault)
  return {
    message: `${quoted(words)} cannot stand here: the value before it has ended.`,
    remedy: 'If it belongs to the text before, put all of it in quotes; a quote in it is written \\" or \'\'.',
  }
}

function isFirst({ text, at }: Fault): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at).padStart(1, '\n'))
}

function explainLooseLine(fault: Fault): Explained {
  if (/^-( |$)/.test(fault.words)) return explainLine(fault)
  return {
    message: `${quoted(fault.words)} is neither "key: value" nor part of the text above.`,
    remedy: 'Write a key, ":" and a space; indent lines of a text deeper than its key.',
  }
}

/** `key: value: more`, or keys indented below a value. */
function explainSecondKey(fault: Fault): Explained {
  return /:(\s|$)/.test(fault.words)
    ? {
        message: `There is a ":" in the value ${quoted(fault.words)}, which YAML reads as another key.`,
        remedy: 'Put the value in quotes, or write it below its key after "|".',
      }
    : {
        message: `A key cannot have both the value ${quoted(fault.words)} and keys indented below it.`,
        remedy: 'Take the value away, or indent the next line as far as its key.',
      }
}

function explainQuote(fault: Fault): Explained {
  const open = findToken(
    fault.document,
    (token) => /^(?:single|double)-quoted/.test(token.type) && 'source' in token && token.offset + token.source.length === fault.pos,
  )
  return {
    ...rangeOfLine(fault.text, open?.offset ?? fault.at),
    message: 'The text in quotes that begins here is not closed.',
    remedy: 'Close it with the same quote; if it runs over several lines, indent them deeper than its key.',
  }
}

function explainBracket(fault: Fault): Explained {
  const open = findToken(fault.document, (token) => {
    if (token.type !== 'flow-collection' || token.offset >= Math.max(fault.at, 1)) return false
    return token.end[0]?.source !== (token.start.source === '{' ? '}' : ']')
  })
  const start = open?.offset ?? fault.at
  return {
    range: { start, end: start + 1 },
    message: `The "${fault.text[start] ?? ''}" that opens here is not closed where it should be.`,
    remedy: 'Close it; if it runs over several lines, indent them deeper than its key. Put it in quotes if it is text.',
  }
}

function rangeOfLine(text: string, start: number): { range: Range } {
  return { range: { start, end: start + text.slice(start).search(/[\r\n]|$/) } }
}

/** The last token of a document, in the order of the file, that passes a test. */
function findToken(token: CST.Token | null | undefined, test: (token: CST.Token) => boolean): CST.FlowScalar | undefined {
  if (!token) return undefined
  const parts =
    token.type === 'document'
      ? [token.value]
      : 'items' in token
        ? token.items.flatMap((item) => [item.key, item.value])
        : []
  for (const part of parts.reverse()) {
    const found = findToken(part, test)
    if (found) return found
  }
  return test(token) ? (token as CST.FlowScalar) : undefined
}

/** The words in quotes, cut to a readable length. */
function quoted(words: string): string {
  return `"${words.length > 40 ? `${words.slice(0, 39)}…` : words}"`
}
