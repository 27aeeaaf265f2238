/** A half-open stretch of a file: UTF-16 offsets into the text as read, byte-order mark and CR included. */
export type Range = { readonly start: number; readonly end: number }

/** A range in a named file. */
export type Place = { readonly file: string; readonly range: Range }

/** A position as people and output formats count it: 1-based line, 1-based column in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number }

/** The place where input could not be read at all: one message, where it is, and what to do. The command exits 2. */
export class InputError extends Error {
  /** What the reader should do about it. */
  readonly remedy: string
  readonly file: string
  readonly place: Place | undefined

  /**
   * @param message what is wrong, naming the value
   * @param options file the input came from, the remedy, and the range where known
   */
  constructor(message: string, options: { file: string; remedy: string; range?: Range }) {
    super(message)
    this.name = 'InputError'
    this.file = options.file
    this.remedy = options.remedy
    this.place = options.range && { file: options.file, range: options.range }
  }
}
