import { InputError, type Place, type Position, type Range } from './range.ts'

/** The largest file that is read, in bytes. A privacy policy is four orders of magnitude smaller. */
export const maximumBytes = 8 * 1024 * 1024

const byteOrderMark = '\uFEFF'

/** One file's text with its line starts. The text is kept as read: a byte-order mark and CR LF stay in it. */
export class SourceText {
  readonly file: string
  readonly text: string
  #lineStarts: number[] | undefined

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
  }

  /** The words at a range, as they stand in the file. */
  slice(range: Range): string {
    return this.text.slice(range.start, range.end)
  }

  /** Turns an offset into a 1-based line and column. The byte-order mark has no width. */
  position(offset: number): Position {
    const starts = this.#starts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const mark = low === 0 && this.text.startsWith(byteOrderMark) ? 1 : 0
    return { line: low + 1, column: Math.max(offset - (starts[low] ?? 0) - mark, 0) + 1 }
  }

  /** The text of a 1-based line, without its line ending. */
  line(number: number): string {
    const starts = this.#starts()
    const end = starts[number] ?? this.text.length
    const line = this.text.slice(starts[number - 1] ?? this.text.length, end).replace(/\r?\n$|\r$/, '')
    return number === 1 && line.startsWith(byteOrderMark) ? line.slice(1) : line
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts
    const starts = [0]
    const text = this.text
    const hasReturns = text.includes('\r')
    for (let at = text.indexOf('\n'); !hasReturns && at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    for (let at = 0; hasReturns && at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
    this.#lineStarts = starts
    return starts
  }
}

/**
 * Decodes a file's bytes as UTF-8.
 * @throws InputError when the file is too large, or is not UTF-8 (the message names the line of the first bad byte)
 */
export function decodeSource(bytes: Uint8Array, file: string): SourceText {
  if (bytes.length > maximumBytes)
    throw new InputError(
      `The file is ${Math.ceil(bytes.length / 1048576)} MB; the limit is ${maximumBytes / 1048576} MB.`,
      {
        file,
        remedy: 'Check that this is the policy you meant; split it if it is.',
      },
    )
  try {
    return new SourceText(file, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    const good = decodablePrefix(bytes)
    throw new InputError('The file is not valid UTF-8.', {
      file,
      remedy: 'Save it as UTF-8.',
      range: { start: good.length, end: good.length },
    })
  }
}

/** The longest readable beginning, so that the fault can be placed. */
function decodablePrefix(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const at = text.indexOf('\uFFFD')
  return at < 0 ? text : text.slice(0, at)
}

/** The place of a range in a text. */
export function placeOf(source: SourceText, range: Range): Place {
  return { file: source.file, range }
}
