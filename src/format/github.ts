import type { Report } from '../check/report.ts'
import type { Severity } from '../finding.ts'
import { commandData, commandProperty, printable } from './escape.ts'
import { gravestFirst, plural, repositoryPath, spanOf, summaryLine, type Span } from './places.ts'

/** GitHub keeps ten annotations of each kind for a step and drops the rest without a word. */
const annotationsPerSeverity = 10

/** GitHub's word for each severity, the gravest first. */
const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>
const gravest = Object.keys(commands) as Severity[]

/** One annotation; `lines` is its text. */
type Annotation = { severity: Severity; file: string; span: Span | undefined; title: string; lines: string[] }

/**
 * The report as workflow commands, which GitHub shows beside the lines of a pull request: the gravest first, ten of each
 * severity at most, then how many were left out, then the summary. Only these commands of ours can begin a line.
 */
export function github(report: Report): string {
  const annotations = annotationsOf(report)
  const bySeverity = gravest.map((severity) => annotations.filter((annotation) => annotation.severity === severity))
  const kept = bySeverity.flatMap((group) => group.slice(0, annotationsPerSeverity))
  const left = bySeverity.flatMap((group, index) => {
    const count = group.length - annotationsPerSeverity
    return count > 0 ? [plural(count, `more ${gravest[index]}`)] : []
  })
  const leftLine = `${left.join(', ')} left out: GitHub shows ${annotationsPerSeverity} of each severity.`
  return [...kept.map(command), ...(left.length > 0 ? [leftLine] : []), summaryLine(report), ''].join('\n')
}

function annotationsOf(report: Report): Annotation[] {
  const unread = report.errors.map(({ error, source }) => ({
    severity: 'error' as const,
    file: error.file,
    span: source && error.place && spanOf(source, error.place.range),
    title: 'unreadable',
    lines: [error.message, error.remedy],
  }))
  const found = gravestFirst(report).map(({ finding, file, span }) => ({
    severity: finding.severity,
    file,
    span,
    title: finding.rule,
    lines: [finding.message, finding.remedy, finding.citations.map(({ title }) => title).join(', ')],
  }))
  return [...unread, ...found]
}

function command({ severity, file, span, title, lines }: Annotation): string {
  const properties: Record<string, string | number> = { file: repositoryPath(file), ...(span && position(span)), title }
  const list = Object.entries(properties)
    .map(([name, value]) => [name, commandProperty(printable(String(value)))])
    .filter(([, value]) => value !== '')
    .map((pair) => pair.join('='))
  // The log shows the text and not the properties, so the place is said twice.
  const where = span ? `${file}:${span.line}:${span.column}` : file
  const [message = '', ...rest] = lines
  const text = [`${where} ${message}`, ...rest.filter((line) => line.trim() !== '')].map(printable)
  return `::${commands[severity]} ${list.join(',')}::${commandData(text.join('\n'))}`
}

/** GitHub takes columns only where the annotation begins and ends on one line. */
function position({ line, column, endLine, endColumn }: Span): Record<string, number> {
  if (line === endLine) return { line, endLine, col: column, endColumn }
  // A range that ends with its line's break covers nothing of the next line.
  return { line, endLine: endColumn === 1 ? endLine - 1 : endLine }
}
