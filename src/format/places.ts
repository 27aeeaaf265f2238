import type { Report } from '../check/report.ts'
import type { NextChange } from '../check/next-change.ts'
import { severities, type Finding, type Severity } from '../finding.ts'
import { listWords } from '../notice/words.ts'
import type { Place, Range } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'

/** Both ends of a range as people count them: 1-based lines, 1-based columns in UTF-16 units, the end exclusive. */
export type Span = { line: number; column: number; endLine: number; endColumn: number }

/** The lines and columns of a range. */
export function spanOf(source: SourceText, range: Range): Span {
  const start = source.position(range.start)
  const end = source.position(range.end)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** A finding with what its place needs: the file it is reported under and its span. */
export type PlacedFinding = { finding: Finding; file: string; span: Span }

/** All findings, the gravest first; among equals, the report's order. */
export function gravestFirst(report: Report): PlacedFinding[] {
  const placed = report.files.flatMap(({ file, source, findings }) =>
    findings.map((finding) => ({ finding, file, span: spanOf(source, finding.at.place.range) })),
  )
  const weight = ({ finding }: PlacedFinding) => severities.indexOf(finding.severity)
  return placed.sort((a, b) => weight(b) - weight(a))
}

/**
 * Finds spans of places in any file of the report.
 * @returns a function from a place to its span, or to undefined when the report has no text of the place's file
 */
export function spanFinder(report: Report): (place: Place) => Span | undefined {
  const sources = new Map(report.files.map(({ file, source }) => [file, source]))
  return (place) => {
    const source = sources.get(place.file)
    return source && spanOf(source, place.range)
  }
}

/** A file's name as GitHub compares it with its own: no `./` before it. */
export function repositoryPath(file: string): string {
  return file.replace(/^(?:\.\/+)+(?=.)/s, '')
}

/** What the dates to come change over all files, the nearest first: for each the change in the number of errors, and the laws. */
function changesOf(report: Report): NextChange[] {
  const byDate = new Map<string, NextChange>()
  for (const { next } of report.files) {
    if (!next) continue
    const { errors, laws } = byDate.get(next.from) ?? { errors: 0, laws: [] }
    byDate.set(next.from, { ...next, errors: errors + next.errors, laws: [...new Set([...laws, ...next.laws])] })
  }
  return [...byDate.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** A change to come as one line: "from 2026-12-01, 4 more errors under Chile 19.628". */
function changeLine({ from, errors, laws }: NextChange): string {
  const count = plural(Math.abs(errors), `${errors < 0 ? 'fewer' : 'more'} error`)
  return `from ${from}, ${count} under ${listWords(laws)}`
}

/** How many files were checked, how many findings of each severity there are, and how many files could not be read. */
type Summary = {
  files: number
  errors: number
  warnings: number
  infos: number
  unreadable: number
  changes: NextChange[]
}

/** Counts a report. */
export function summarise(report: Report): Summary {
  const findings = report.files.flatMap((file) => file.findings)
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    files: report.files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    unreadable: new Set(report.errors.map(({ error }) => error.file)).size,
    changes: changesOf(report),
  }
}

/** The changes to come, one line each. */
export function changeLines(report: Report): string[] {
  return changesOf(report).map(changeLine)
}

/** The summary as one line of text, without a newline: "2 files: 1 error, 3 warnings, 0 infos". */
export function summaryLine(report: Report): string {
  const { files, errors, warnings, infos, unreadable } = summarise(report)
  const unread = unreadable ? [`${plural(unreadable, 'file')} could not be read`] : []
  const found =
    errors + warnings + infos > 0
      ? [
          `${plural(files, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'info')}`,
        ]
      : files > 0 || !unreadable
        ? [`${plural(files, 'file')} checked, no findings`]
        : []
  return [...found, ...unread].join('; ')
}

/** A number with its noun: "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
