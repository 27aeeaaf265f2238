import type { Report } from '../check/report.ts'
import { jsonText } from './escape.ts'
import { gravestFirst, plural, repositoryPath, spanFinder, spanOf, type PlacedFinding, type Span } from './places.ts'
import { levels, sarifRules } from './sarif-rules.ts'
import { plainText, sentences } from './sarif-text.ts'

/** GitHub shows 5,000 results of a run and drops the rest without a word. */
const mostResults = 5000
/** GitHub shows 100 locations of a result. */
const mostRelated = 100

/**
 * The report as SARIF 2.1.0 for GitHub code scanning. There is no `partialFingerprints`: GitHub's upload action computes the
 * only one that GitHub reads from the checked-out file; our own identity is in `fingerprints`.
 */
export function sarif(report: Report): string {
  const findings = gravestFirst(report)
  const kept = findings.slice(0, mostResults)
  const ruleIndex = new Map(report.rules.map(({ id }, index) => [id, index]))
  const spanAt = spanFinder(report)
  const notifications = [
    ...report.errors.map(({ error, source }) => ({
      level: 'error',
      message: { text: plainText(sentences([error.message, error.remedy]), 'The file could not be read.') },
      locations: [location(error.file, source && error.place && spanOf(source, error.place.range))],
    })),
    ...(kept.length < findings.length
      ? [{ level: 'warning', message: { text: `${plural(findings.length - kept.length, 'more finding')} left out.` } }]
      : []),
  ]
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'clauselint',
            version: report.version,
            informationUri: 'https://clauselint.dev',
            rules: sarifRules(report),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.errors.length === 0, toolExecutionNotifications: notifications }],
        results: kept.map((placed) => result(placed, ruleIndex.get(placed.finding.rule), spanAt)),
        properties: { asOf: report.asOf },
      },
    ],
  })
}

function result(
  { finding, file, span }: PlacedFinding,
  ruleIndex: number | undefined,
  spanAt: ReturnType<typeof spanFinder>,
) {
  const { rule, severity, message, remedy, citations, related, identity } = finding
  const law = citations.map(({ title }) => title).join(', ')
  const linked = related.slice(0, mostRelated).map((place, index) => ({ ...place, id: index + 1 }))
  const amongLinks = linked.length > 0
  const words = plainText(sentences([message, remedy, law && `Law: ${law}`]), rule, { amongLinks })
  const links = linked.map(({ id, message }) => `[${plainText(message, 'related place', { amongLinks })}](${id})`)
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: [words, ...links].join(' ') },
    locations: [location(file, span)],
    ...(amongLinks && {
      relatedLocations: linked.map(({ id, place, message }) => ({
        id,
        ...location(place.file, spanAt(place)),
        message: { text: plainText(message, 'related place') },
      })),
    }),
    fingerprints: { 'clauselint/v1': identity },
  }
}

function location(file: string, span: Span | undefined) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(span && {
        region: { startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn },
      }),
    },
  }
}

/** A file's name as a URI: relative to the repository's root, or a `file:` URI when the name is absolute. */
function uriOf(file: string): string {
  const path = repositoryPath(file).replace(/\p{Cs}/gu, '\uFFFD')
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0]
  const rest = path
    .slice(drive?.length ?? 0)
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  return drive ? `file:///${drive}${rest}` : rest.startsWith('/') ? `file://${rest}` : rest
}
