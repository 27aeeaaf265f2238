import type { Report } from '../check/report.ts'
import { printable } from '../format/escape.ts'
import { human } from '../format/human.ts'
import type { Io } from './io.ts'

/** What stopped a command: files that cannot be read, and the findings of policies that cannot be used as they are. */
export type Trouble = Pick<Report, 'files' | 'errors'>

/** Whether there is any. */
export function isTrouble({ files, errors }: Trouble): boolean {
  return files.length + errors.length > 0
}

/** Shows people what stopped a command, each with the words it is about. On stderr, without colour: it may be a file. */
export function showTrouble({ files, errors }: Trouble, io: Io): void {
  const width = io.terminal()?.columns
  io.stderr(human({ version: '', asOf: '', rules: [], files, errors }, { color: false, ...(width && { width }) }))
}

/** The same where a program reads the output: a line for each, with place, fault and cure. */
export function showTroubleLines({ files, errors }: Trouble, io: Io): void {
  const found = files.flatMap(({ file, source, findings }) =>
    findings.map(({ at, message, remedy }) => ({ file, source, range: at.place.range, message, remedy })),
  )
  const unread = errors.map(({ error, source }) => {
    const { file, place, message, remedy } = error
    return { file, source, range: place?.range, message, remedy }
  })
  for (const { file, source, range, message, remedy } of [...found, ...unread]) {
    const position = range && source?.position(range.start)
    const place = position ? `${file}:${position.line}:${position.column}` : file
    io.stderr(`${printable(`error: ${place}: ${message} ${remedy}`)}\n`)
  }
}
