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
    if (text.includes('\r'))
      for (const { 0: ending, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length)
    else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#lineStarts = starts
    return starts
  }
}

/**
 * Decodes a file's bytes as UTF-8.
 * @throws InputError when the file is too large, is UTF-16, or is not UTF-8 (the message names the line of the first bad byte)
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
  if (isUtf16(bytes))
    throw new InputError('The file is UTF-16; policies and notices are read as UTF-8.', {
      file,
      remedy: 'Save it as UTF-8.',
    })
  try {
    return new SourceText(file, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    const good = new SourceText(file, decodablePrefix(bytes))
    const at = good.text.length
    throw new InputError(
      `The file is not valid UTF-8: line ${good.position(at).line} holds bytes that stand for no text.`,
      {
        file,
        remedy: 'Save it as UTF-8.',
        range: { start: at, end: at },
      },
    )
  }
}

/** A byte-order mark of UTF-16, or a zero byte beside nearly every letter at the beginning. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const start = bytes.subarray(0, 512)
  let zeros = 0
  for (const byte of start) if (byte === 0) zeros++
  return start.length > 8 && zeros * 5 > start.length * 2
}

/** The longest readable beginning, so that the fault can be placed. */
function decodablePrefix(bytes: Uint8Array): string {
  let good = ''
  let low = 0
  let high = bytes.length
  while (low <= high) {
    const middle = (low + high) >> 1
    try {
      // In a stream a character that is cut off at the end is left out.
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      good = decoder.decode(bytes.subarray(0, middle), { stream: true })
      low = middle + 1
    } catch {
      high = middle - 1
    }
  }
  return good
}

/** The place of a range in a text. */
export function placeOf(source: SourceText, range: Range): Place {
  return { file: source.file, range }
}
