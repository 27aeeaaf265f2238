import type { Catalog, LawPages } from '../catalog/types.ts'
import { jsonText } from './escape.ts'
import { spanOfLaw } from './law-page.ts'

/** A law with its dates (ISO 8601). `stale`: a provision was last checked more than a year before the date asked about. */
export type LawRow = {
  id: string
  title: string
  short: string
  jurisdictions: string[]
  provisions: number
  from: string
  until?: string
  /** Dates to come on which something of it begins to bind. */
  upcoming: string[]
  checked: string
  stale: boolean
  source: string
}

/** The laws, with what is to come after a date and whether a check is older than a year then. */
export function lawRows({ laws }: Catalog, lawPages: LawPages, asOf: string): LawRow[] {
  const aYearBefore = `${String(Number(asOf.slice(0, 4)) - 1).padStart(4, '0')}${asOf.slice(4)}`
  return laws.map((law) => {
    const page = lawPages[law.id]
    const { from, until } = spanOfLaw(law)
    const checked = Object.values(page?.provisions ?? {}).map((provision) => provision.checked)
    const oldest = checked.sort()[0] ?? ''
    return {
      id: law.id,
      title: law.title,
      short: law.short,
      jurisdictions: law.jurisdictions,
      provisions: law.provisions.length,
      from,
      ...(until !== undefined && { until }),
      upcoming: [...new Set(law.provisions.map((provision) => provision.from))].filter((date) => date > asOf).sort(),
      checked: oldest,
      stale: oldest < aYearBefore,
      source: page?.source ?? '',
    }
  })
}

/** The laws as JSON of schemas/laws.schema.json. */
export function lawsJson(rows: readonly LawRow[], asOf: string): string {
  return jsonText({ asOf, laws: rows })
}

/** The laws as a table for people. */
export function lawsTable(rows: readonly LawRow[]): string {
  const cells = rows.map((row) => [
    row.id,
    places(row.jurisdictions),
    `from ${row.from}${row.until === undefined ? '' : ` until ${row.until}`}`,
    `checked ${row.checked}${row.stale ? ' (more than a year ago)' : ''}`,
    [row.title, ...row.upcoming.map((date) => `more from ${date}`)].join('; '),
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map(
      (row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('')
}

function places(codes: readonly string[]): string {
  return codes.length > 3 ? `${codes[0] ?? ''} and ${codes.length - 1} more` : codes.join(', ')
}
