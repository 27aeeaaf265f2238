import catalog from '../src/catalog/generated/catalog.js'
import { coverageOf } from '../src/check/coverage.ts'
import { checkSource } from '../src/check/run.ts'
import { spanOf } from '../src/format/places.ts'
import { SourceText } from '../src/source/text.ts'

/** Words that make a disclosure: their 1-based lines, the last one included, and the pattern that read them. */
type Evidence = { by: string; quote: string; line: number; endLine: number }

/** The ids of all disclosures. */
export const disclosures = new Set(catalog.disclosures.map(({ id }) => id))

/**
 * The status and evidence of every disclosure of a text, as `clauselint coverage` gives them.
 * @param asOf ISO 8601 date that the law is judged at
 */
export function coverageOfText(
  text: string,
  file: string,
  asOf: string,
): Record<string, { status: string; evidence: Evidence[] }> {
  const source = new SourceText(file, text)
  const { notice, judgement } = checkSource(source, asOf, catalog)
  if (!notice || !judgement) return {}
  return Object.fromEntries(
    coverageOf(notice, judgement).disclosures.map(({ id, status, evidence }) => {
      const patterns = judgement.statuses.get(id)?.statements ?? []
      const shown = evidence.map(({ quote, range }, index) => {
        const { line, endLine } = spanOf(source, range)
        return { by: patterns[index]?.by ?? '', quote, line, endLine }
      })
      return [id, { status, evidence: shown }]
    }),
  )
}
