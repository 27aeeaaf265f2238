import type { Report } from '../check/report.ts'
import { markdownLink, markdownText } from './escape.ts'
import { changeLines, gravestFirst, plural, spanOf, summaryLine, type Span } from './places.ts'

/** A larger summary makes the step's upload fail. In bytes of UTF-8. */
const largest = 1024 * 1024

const tableHead = '\n| Severity | Place | Finding | Law | Rule |\n| --- | --- | --- | --- | --- |\n'

/** The whole report as a Markdown table for `$GITHUB_STEP_SUMMARY`: the gravest first, cut to the size that GitHub takes. */
export function githubSummary(report: Report): string {
  const changes = changeLines(report)
    .map((line) => `\n${markdownText(line.slice(0, 1).toUpperCase() + line.slice(1))}.\n`)
    .join('')
  const head = `## clauselint\n\n${markdownText(summaryLine(report))}. Law as of ${markdownText(report.asOf)}.\n${changes}`
  const rows = rowsOf(report)
  if (rows.length === 0) return head

  const leftLine = (count: number) => `\n${plural(count, 'more row')} left out: GitHub takes no larger table.\n`
  let free = largest - bytes(head) - bytes(tableHead) - bytes(leftLine(rows.length))
  const cut = rows.findIndex((line) => (free -= bytes(line)) < 0)
  const kept = cut < 0 ? rows : rows.slice(0, cut)
  return head + tableHead + kept.join('') + (kept.length < rows.length ? leftLine(rows.length - kept.length) : '')
}

function rowsOf(report: Report): string[] {
  const unread = report.errors.map(({ error, source }) => {
    const span = source && error.place && spanOf(source, error.place.range)
    return row('unreadable', error.file, span, [error.message, error.remedy], '', '')
  })
  const found = gravestFirst(report).map(({ finding, file, span }) => {
    const law = finding.citations.map(({ title, url }) => markdownLink(title, url)).join('<br>')
    return row(finding.severity, file, span, [finding.message, finding.remedy], law, finding.rule)
  })
  return [...unread, ...found]
}

function row(
  severity: string,
  file: string,
  span: Span | undefined,
  texts: string[],
  law: string,
  rule: string,
): string {
  const where = span ? `${file}:${span.line}:${span.column}` : file
  const words = texts.filter((text) => text.trim() !== '').map(markdownText)
  return `| ${[severity, markdownText(where), words.join('<br>'), law, markdownText(rule)].join(' | ')} |\n`
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
