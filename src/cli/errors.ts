import type { Report } from '../check/report.ts'
import { printable } from '../format/escape.ts'
import type { Io } from './io.ts'

/** Prints what could not be read: place, fault and cure, one line each. */
export function showErrors(errors: Report['errors'], io: Io): void {
  for (const { error, source } of errors) {
    const position = error.place && source ? source.position(error.place.range.start) : undefined
    const place = position ? `${error.file}:${position.line}:${position.column}` : error.file
    io.stderr(`${printable(`error: ${place}: ${error.message} ${error.remedy}`)}\n`)
  }
}
