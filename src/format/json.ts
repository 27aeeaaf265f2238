import type { Report } from '../check/report.ts'
import type { Finding } from '../finding.ts'
import { jsonText } from './escape.ts'
import { spanFinder, spanOf, summarise, type Span } from './places.ts'

/** Raised when a reader of the old shape would misread the new one. */
const schemaVersion = 1

/** The report as JSON of schemas/report.schema.json, indented, with a newline at its end. */
export function json(report: Report): string {
  const spanAt = spanFinder(report)
  return jsonText({
    schemaVersion,
    version: report.version,
    asOf: report.asOf,
    files: report.files.map(({ file, source, findings }) => ({
      file,
      findings: findings.map((finding) => findingOf(finding, spanOf(source, finding.at.place.range), spanAt)),
    })),
    errors: report.errors.map(({ error, source }) => ({
      file: error.file,
      message: error.message,
      remedy: error.remedy,
      ...(source && error.place && source.position(error.place.range.start)),
    })),
    summary: summarise(report),
  })
}

function findingOf(finding: Finding, span: Span, spanAt: ReturnType<typeof spanFinder>) {
  const { rule, severity, message, at, citations, remedy, related, identity } = finding
  return {
    rule,
    severity,
    message,
    ...span,
    kind: at.kind,
    ...(at.kind === 'words' && { quote: at.quote }),
    ...(at.kind === 'fact' && { path: at.path }),
    citations: citations.map(({ law, provision, title, url }) => ({ law, provision, title, url })),
    remedy,
    related: related.map(({ message, place }) => ({ message, file: place.file, ...spanAt(place) })),
    identity,
  }
}
