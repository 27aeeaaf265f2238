import type { Coverage } from '../check/coverage.ts'
import type { SourceText } from '../source/text.ts'
import { jsonText } from './escape.ts'
import { spanOf } from './places.ts'

/** A notice's coverage with the text that gives lines and columns to its places. */
export type NoticeCoverage = { file: string; source: SourceText; asOf: string; coverage: Coverage }

/** Coverage as JSON: disclosures with status and evidence (1-based lines and columns, end exclusive), and verdicts. */
export function coverageJson(notices: readonly NoticeCoverage[]): string {
  return jsonText({
    notices: notices.map(({ file, source, asOf, coverage }) => ({
      file,
      asOf,
      ...(coverage.unread !== undefined && { unread: coverage.unread }),
      disclosures: coverage.disclosures.map(({ id, status, evidence, requiredBy }) => ({
        id,
        status,
        evidence: evidence.map(({ quote, range, fact }) => ({ quote, ...spanOf(source, range), fact })),
        requiredBy,
      })),
      verdicts: coverage.verdicts,
    })),
  })
}
