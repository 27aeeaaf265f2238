import type { Report } from '../check/report.ts'

/** What the place of output can show. */
export type FormatOptions = {
  /** Whether ANSI colours may be used. */
  color: boolean
  /** The terminal's width in columns; absent where output is not a terminal. */
  width?: number
}

/** Turns a report into the text that is printed; the text ends with a newline. */
export type Format = (report: Report, options: FormatOptions) => string
