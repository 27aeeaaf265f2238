import type { FileReport, Report } from '../check/report.ts'
import type { Severity } from '../finding.ts'
import type { Range } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import { printable } from './escape.ts'
import { excerptOf } from './excerpt.ts'
import { changeLines, plural, spanFinder, spanOf, summaryLine } from './places.ts'
import type { FormatOptions } from './format.ts'

/** Longest piece of a source line that is shown, in columns. */
const excerptColumns = 100
const fewestColumns = 20

/** SGR codes of the colours that eight-colour terminals have. */
const codes = { heading: '4', error: '31', warning: '33', info: '34', dim: '2' }
type Style = keyof typeof codes
type Painter = (style: Style, text: string) => string

/**
 * The report for people at a terminal: findings by file, each with its source line, marks under the exact words, the law and
 * the remedy; a summary at the end, with what
 * the next change of the law will change. Hostile text is shown, never obeyed. `options.width` is the terminal's, in columns.
 */
export function human(report: Report, options: FormatOptions): string {
  const paint: Painter = (style, text) => (options.color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text)
  const columns = options.width ?? Infinity
  const spanAt = spanFinder(report)
  const blocks = [
    ...report.files.filter(({ findings }) => findings.length > 0).map(fileBlock),
    ...report.errors.map(errorBlock),
    [summaryLine(report), ...changeLines(report)].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`

  function fileBlock({ file, source, findings }: FileReport): string {
    const entries = findings.map((finding) => {
      const { line, column } = spanOf(source, finding.at.place.range)
      return { finding, position: `${line}:${column}` }
    })
    const positionWidth = entries.reduce((width, { position }) => Math.max(width, position.length), 0)
    const indent = ' '.repeat(positionWidth + 4)
    const texts = entries.map(({ finding, position }) => {
      const { severity, at, citations, related } = finding
      const advice = [citations.map(({ title }) => title).join(', '), finding.remedy].filter(
        (part) => part.trim() !== '',
      )
      return [
        `  ${position.padEnd(positionWidth)}  ${paint(severity, severity.padEnd(7))}  ` +
          `${printable(finding.message)}   ${paint('dim', printable(finding.rule))}`,
        ...markedLines(source, at.place.range, severity, indent),
        ...(advice.length ? [indent + printable(advice.join(' · '))] : []),
        ...related.map(({ place, message }) => {
          const span = spanAt(place)
          const where = span ? `${place.file}:${span.line}:${span.column}` : place.file
          return `${indent}${paint('dim', `see ${printable(where)}`)}  ${printable(message)}`
        }),
      ].join('\n')
    })
    return [paint('heading', printable(file)), texts.join('\n\n')].join('\n')
  }

  function errorBlock({ error, source }: Report['errors'][number]): string {
    const range = source && error.place?.range
    const span = range && spanOf(source, range)
    const position = span ? `${span.line}:${span.column}  ` : ''
    const indent = ' '.repeat(2 + position.length)
    return [
      paint('heading', printable(error.file)),
      `  ${position}${paint('error', 'unreadable')}  ${printable(error.message)}`,
      ...(range ? markedLines(source, range, 'error', indent) : []),
      indent + printable(error.remedy),
    ].join('\n')
  }

  /** The source line of a range and the line of marks under it. */
  function markedLines(source: SourceText, range: Range, severity: Severity, indent: string): string[] {
    const number = String(source.position(range.start).line)
    const room = Math.max(Math.min(excerptColumns, columns - indent.length - number.length - 5), fewestColumns)
    const { text, before, marked, more } = excerptOf(source, range, room)
    const marks = paint(severity, '~'.repeat(marked) || '^')
    const rest = more > 0 ? ` and ${plural(more, 'more line')}` : ''
    return [
      `${indent}${paint('dim', `${number} │`)} ${text}`,
      `${indent}${paint('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(before)}${marks}${rest}`,
    ]
  }
}
