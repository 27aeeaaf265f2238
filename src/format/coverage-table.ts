import { styleText } from 'node:util'
import type { NoticeCoverage } from './coverage-json.ts'
import { printable } from './escape.ts'
import { spanOf } from './places.ts'

const marks = { stated: '+', partial: '~', missing: '-' } as const
const colors = { stated: 'green', partial: 'yellow', missing: 'red' } as const
const quoteColumns = 70

/** Coverage for people: a line for each disclosure with its best evidence, and a line for each provision. */
export function coverageTable(notices: readonly NoticeCoverage[], options: { color: boolean }): string {
  const paint = (color: 'green' | 'yellow' | 'red' | 'bold', text: string): string =>
    options.color ? styleText(color, text, { validateStream: false }) : text
  return notices
    .map(({ file, source, coverage, asOf }) => {
      const width = Math.max(...coverage.disclosures.map(({ id }) => id.length))
      const count = (status: keyof typeof marks) => coverage.disclosures.filter((row) => row.status === status).length
      const disclosures = coverage.disclosures.map(({ id, status, evidence }) => {
        const best = evidence[0]
        const at = best && spanOf(source, best.range)
        const shown =
          best && at
            ? `  ${at.line}:${at.column}  ${printable(shorten(best.quote))}${best.fact === null ? '' : `  (${best.fact})`}`
            : ''
        return `  ${paint(colors[status], `${marks[status]} ${status.padEnd(7)}`)} ${id.padEnd(width)}${shown}`
      })
      const verdicts = coverage.verdicts.map(
        ({ cite, outcome, because }) =>
          `  ${outcome.padEnd(14)} ${cite.padEnd(24)} ${printable(shorten(because.join('; ')))}`,
      )
      return [
        paint('bold', printable(file)),
        ...disclosures,
        `  ${count('stated')} stated, ${count('partial')} partial, ${count('missing')} missing`,
        ...(verdicts.length > 0 ? [`  Law as of ${asOf}:`, ...verdicts] : []),
        '',
      ].join('\n')
    })
    .join('\n')
}

function shorten(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim()
  return plain.length > quoteColumns ? `${plain.slice(0, quoteColumns - 1)}…` : plain
}
