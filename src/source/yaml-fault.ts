import type { CST, YAMLError } from 'yaml'
import { InputError, type Range } from './range.ts'
import type { SourceText } from './text.ts'
import { bracesFault, explainCode } from './yaml-fault-words.ts'

/** What is wrong and what to do, in an author's words; `range` where the fault is not the rest of the line. */
export type Explained = { range?: Range; message: string; remedy: string }

/** What an explanation is made from. */
export type Fault = {
  text: string
  /** The parser's own offset; `at` is the same, or the line's first word if that comes later. */
  pos: number
  at: number
  /** What stands at the fault, up to the end of the line. */
  words: string
  /** Whether only white space stands before it on its line. */
  isFirst: boolean
  document: CST.Document | undefined
}

/**
 * The parser's fault in an author's words.
 * @param document the tokens of the document it was found in, to point at the beginning of what is not closed
 */
export function explainFault(source: SourceText, error: YAMLError, document: CST.Document | undefined): InputError {
  const { text, file } = source
  const pos = error.pos[0]
  const lineStart = text.lastIndexOf('\n', pos - 1) + 1
  const [, indentation = '', content = ''] = /^(\uFEFF?[ \t]*)([^\r\n]*)/.exec(text.slice(lineStart)) ?? []
  const first = lineStart + indentation.length
  const end = first + content.trimEnd().length
  const at = Math.max(pos, first)
  const fault: Fault = { text, pos, at, words: text.slice(at, end), isFirst: at === first, document }
  const explained =
    explainConflict(text) ??
    (pos <= first && indentation.includes('\t') ? explainTab(lineStart, indentation) : undefined) ??
    explainCode(error.code, error.message, fault)
  const range = explained.range ?? { start: at, end: Math.max(at, end) }
  return new InputError(explained.message, { file, remedy: explained.remedy, range })
}

/** The error for a key that is an alias or a collection. */
export function keyError(source: SourceText, kind: 'alias' | 'map' | 'seq', { start, end }: Range): InputError {
  // `{{ name }}` outside quotes is a mapping whose key is a mapping.
  const isBraces = source.text.startsWith('{{', start - 1)
  const names = { alias: 'An alias', map: 'A mapping', seq: 'A list' }
  const explained = isBraces
    ? bracesFault
    : { message: `${names[kind]} cannot be a key.`, remedy: 'Write the key as text; if it is text, put it in quotes.' }
  const range = isBraces ? { start: start - 1, end: end + 1 } : { start, end }
  return new InputError(explained.message, { file: source.file, remedy: explained.remedy, range })
}

function explainConflict(text: string): Explained | undefined {
  const marker = /^(?:<{7}|>{7})(?= |\r?$).*/m.exec(text)
  if (!marker) return undefined
  return {
    range: { start: marker.index, end: marker.index + marker[0].trimEnd().length },
    message: 'This is a conflict marker that a merge left in the file.',
    remedy: 'Resolve the merge: keep one of the two versions and delete the markers.',
  }
}

function explainTab(lineStart: number, indentation: string): Explained {
  const start = lineStart + indentation.indexOf('\t')
  return {
    range: { start, end: lineStart + indentation.lastIndexOf('\t') + 1 },
    message: 'This line is indented with a tab; YAML allows only spaces.',
    remedy: 'Replace the tab with spaces, as many as the lines beside it have.',
  }
}
