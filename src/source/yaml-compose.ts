import type { CST, Document, ParsedNode, Parser, YAMLError } from 'yaml'
import { yamlPackage } from './lazy-parsers.ts'
import { InputError } from './range.ts'
import type { SourceText } from './text.ts'
import { AliasBudget } from './yaml-alias.ts'
import { explainFault, keyError } from './yaml-fault.ts'
import { quoted } from './yaml-fault-words.ts'

/** `uniqueKeys` is off because the package compares each key with each other; the tree is built over an index. */
const options = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  logLevel: 'silent',
  prettyErrors: false,
} as const

/**
 * Parses a text as one YAML document.
 * @throws InputError for characters that no text has, faults of syntax, a text without content or with two documents
 */
export function composeText(source: SourceText): ParsedNode {
  rejectControlCharacters(source)
  const tokens = parseTokens(source)
  rejectDirectives(source, tokens)
  const [first, second] = tokens.filter((token) => token.type === 'document')
  const document = composeTokens(second ? tokens.slice(0, tokens.indexOf(second)) : tokens, source.text.length)
  let fault: YAMLError | undefined
  for (const found of [document.errors, document.warnings].flat())
    if (!fault || found.pos[0] < fault.pos[0]) fault = found
  if (fault) throw explainFault(source, fault, first)
  if (second) throw secondDocument(source, second.offset)
  const { contents } = document
  const isEmpty = !contents || (contents.range[0] === contents.range[1] && !contents.anchor && !contents.tag)
  if (isEmpty)
    throw new InputError(source.text.trim() === '' ? 'The file is empty.' : 'The file holds no keys and values.', {
      file: source.file,
      remedy: 'Write lines of the form "key: value" in it, or name another file.',
      range: { start: 0, end: 0 },
    })
  return contents
}

/** A broken file can have a million faults, and an error's stack costs ten times the error, so none is taken. */
function composeTokens(tokens: CST.Token[], length: number): Document.Parsed {
  const limit = Error.stackTraceLimit
  try {
    Error.stackTraceLimit = 0
    const [document] = new (yamlPackage().Composer)(options).compose(tokens, true, length)
    return document as Document.Parsed
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** Line ends and indentations in a row. */
const maximumBlanks = 2000

/**
 * Runs the parser up to the first token that fits nowhere, or the beginning of a second document.
 * Three things are stopped here, for the package's sake: depth, as it recurses until the stack is full; blank lines in
 * a row, as it walks over all of them for each comment that follows; and collections as keys, as it walks through
 * each once for each key it is part of.
 */
function parseTokens(source: SourceText): CST.Token[] {
  const tokens: CST.Token[] = []
  const { Lexer, Parser } = yamlPackage()
  const parser = new Parser()
  let documents = 0
  let blanks = 0
  reading: for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token)
      if (token.type === 'error') break reading
      if (token.type === 'document') documents++
    }
    // The document and a scalar in the innermost collection are on the stack too.
    if (parser.stack.length > AliasBudget.maximumDepth + 2) throw AliasBudget.tooDeep(source, parser.offset - 1)
    blanks = lexeme.charCodeAt(0) <= 32 ? blanks + 1 : 0
    if (blanks > maximumBlanks) throw tooManyBlanks(source, parser.offset)
    if (lexeme === ':') rejectCollectionKey(source, parser)
    if (documents > 0 && parser.stack[0]?.type === 'document') break
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

function rejectDirectives(source: SourceText, tokens: readonly CST.Token[]): void {
  const directive = tokens.find((token) => token.type === 'directive' && !/^%YAML[ \t]+1\.2$/.test(token.source))
  if (directive?.type !== 'directive') return
  const { offset, source: words } = directive
  throw new InputError(`${quoted(words)} is an instruction to YAML (as it begins with "%") that is not supported.`, {
    file: source.file,
    remedy: 'Remove the line.',
    range: { start: offset, end: offset + words.length },
  })
}

function secondDocument(source: SourceText, start: number): InputError {
  return new InputError('A second document begins here; a file holds one.', {
    file: source.file,
    remedy: 'Remove the "---" or "..." that separates them, or move it to a file of its own.',
    range: { start, end: start + source.text.slice(start).search(/[\r\n]|$/) },
  })
}

function tooManyBlanks(source: SourceText, at: number): InputError {
  return new InputError('More than a thousand blank lines stand in a row here.', {
    file: source.file,
    remedy: 'Remove them.',
    range: { start: at, end: at },
  })
}

/** Throws if the ":" just read makes a list or mapping a key. */
function rejectCollectionKey(source: SourceText, parser: Parser): void {
  const top = parser.stack.at(-1)
  const key = top && 'items' in top ? top.items.at(-1)?.key : undefined
  if (!key || !('items' in key)) return
  const isMap = key.type === 'block-map' || (key.type === 'flow-collection' && key.start.source === '{')
  throw keyError(source, isMap ? 'map' : 'seq', {
    start: key.offset,
    end: key.offset + source.text.slice(key.offset, parser.offset - 1).trimEnd().length,
  })
}

function rejectControlCharacters(source: SourceText): void {
  const at = source.text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/)
  if (at < 0) return
  const code = source.text.charCodeAt(at)
  const name = code === 0 ? 'NUL character' : code === 13 ? 'carriage return without a line feed' : 'control character'
  throw new InputError(`There is a ${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')}) here.`, {
    file: source.file,
    remedy:
      code === 0
        ? 'Save the file as UTF-8 text.'
        : code === 13
          ? 'Save the file with LF or CR LF line endings.'
          : 'Remove it.',
    range: { start: at, end: at + 1 },
  })
}
