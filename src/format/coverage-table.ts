import type { Catalog } from '../catalog/types.ts'
import type { DisclosureRow, VerdictRow } from '../check/coverage.ts'
import type { SourceText } from '../source/text.ts'
import type { NoticeCoverage } from './coverage-json.ts'
import { printable } from './escape.ts'
import type { FormatOptions } from './format.ts'
import { spanOf } from './places.ts'
import { cellsOf } from './width.ts'

/** Columns of a line where output is not a terminal. */
const usualColumns = 120
const fewestColumns = 24

/** SGR codes of the colours that eight-colour terminals have. */
const codes = { heading: '4', good: '32', bad: '31', weak: '33', dim: '2' }
type Style = keyof typeof codes

const marks: Readonly<Record<string, { mark: string; style: Style }>> = {
  stated: { mark: '+', style: 'good' },
  satisfied: { mark: '+', style: 'good' },
  partial: { mark: '~', style: 'weak' },
  missing: { mark: '-', style: 'bad' },
  violated: { mark: '-', style: 'bad' },
  undetermined: { mark: '?', style: 'weak' },
  upcoming: { mark: '.', style: 'dim' },
  'not-applicable': { mark: '.', style: 'dim' },
  found: { mark: '!', style: 'bad' },
}

/** A line of the table. A further line of the same row has neither `state` nor `name`. */
type Line = { state: string; name: string; place: string; words: string; fact?: string | null }

/**
 * Coverage for people. For each notice a table of disclosures with their first evidence, then one for each law with its
 * verdicts and what they rest on. Columns are aligned, and the words cut to the terminal's width.
 */
export function coverageTable(notices: readonly NoticeCoverage[], catalog: Catalog, options: FormatOptions): string {
  const paint = (style: Style, text: string): string =>
    options.color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text
  const columns = options.width ?? usualColumns
  return notices.map(notice).join('\n')

  function notice({ file, source, asOf, coverage }: NoticeCoverage): string {
    if (coverage.unread !== undefined)
      return `${paint('heading', printable(file))}\n\n  ${printable(coverage.unread)}\n`
    const defects = new Set(catalog.disclosures.filter(({ defect }) => defect).map(({ id }) => id))
    const asked = coverage.disclosures.filter(({ id }) => !defects.has(id))
    const faults = coverage.disclosures.filter(({ id, status }) => defects.has(id) && status !== 'missing')
    const laws = [...new Set(coverage.verdicts.map(({ law }) => law))]
    const tables = [
      table(
        `Disclosures: ${counts(asked)}`,
        asked.map((row) => disclosureLine(row, source)),
      ),
      faults.length > 0 &&
        table(
          'Faults:',
          faults.map((row) => ({ ...disclosureLine(row, source), state: 'found' })),
        ),
      ...laws.map((id) => {
        const verdicts = coverage.verdicts.filter(({ law }) => law === id)
        const law = catalog.laws.find((one) => one.id === id)
        const lead = coverage.leads.find((one) => one.law === id)
        const because = lead ? `, because of “${printable(lead.quote)}” at ${placeIn(source, lead.range)}` : ''
        return table(
          `${law ? `${law.title} (${law.short})` : id} as of ${asOf}${because}: ${counts(verdicts)}`,
          verdicts.flatMap((row) => verdictLines(row, law?.short ?? '', coverage.disclosures, source)),
        )
      }),
    ]
    return [paint('heading', printable(file)), ...tables.filter((part) => part !== false)].join('\n\n') + '\n'
  }

  function table(title: string, lines: readonly Line[]): string {
    const width = (key: 'state' | 'name' | 'place') => Math.max(0, ...lines.map((line) => line[key].length))
    const [state, name, place] = [width('state'), width('name'), width('place')]
    const room = Math.max(columns - state - name - place - 12, fewestColumns)
    const rows = lines.map((line) => {
      const { mark, style } = marks[line.state] ?? { mark: ' ', style: 'dim' }
      const fact = line.fact ? ` (${line.fact})` : ''
      const words =
        fact.length + fewestColumns <= room ? fit(line.words, room - fact.length) + fact : fit(line.words, room)
      const painted = paint(style, `${mark} ${line.state.padEnd(state)}`)
      return `    ${painted}  ${line.name.padEnd(name)}  ${line.place.padEnd(place)}  ${words}`.trimEnd()
    })
    return [`  ${title}`, ...rows].join('\n')
  }
}

/** "26 stated, 2 partial, 11 missing", in the order of `marks`. */
function counts(rows: readonly (DisclosureRow | VerdictRow)[]): string {
  const states = rows.map((row) => ('status' in row ? row.status : row.outcome))
  return Object.keys(marks)
    .map((state) => [states.filter((one) => one === state).length, state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`)
    .join(', ')
}

function disclosureLine({ id, status, evidence: [first] }: DisclosureRow, source: SourceText): Line {
  return {
    state: status,
    name: id,
    place: first ? placeIn(source, first.range) : '',
    words: first?.quote ?? '',
    fact: first?.fact ?? null,
  }
}

/** A line for each thing that a verdict rests on; words of the notice with their place. */
function verdictLines(
  row: VerdictRow,
  short: string,
  disclosures: readonly DisclosureRow[],
  source: SourceText,
): Line[] {
  const evidence = disclosures.flatMap((disclosure) => disclosure.evidence)
  const name = row.cite.startsWith(`${short} `) ? row.cite.slice(short.length + 1) : row.cite
  const because = row.because.length > 0 ? [...new Set(row.because)] : ['']
  return because.map((words, index) => {
    const found = evidence.find(({ quote }) => words === `“${quote}”`)
    return {
      state: index === 0 ? row.outcome : '',
      name: index === 0 ? name : '',
      place: found ? placeIn(source, found.range) : '',
      words: found ? found.quote : words,
    }
  })
}

function placeIn(source: SourceText, range: { start: number; end: number }): string {
  const { line, column } = spanOf(source, range)
  return `${line}:${column}`
}

/** Words on one line of at most so many columns of a terminal, cut with `…`. */
function fit(words: string, columns: number): string {
  const cells = cellsOf(
    words
      .slice(0, columns * 4)
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  const width = cells.reduce((sum, cell) => sum + cell.width, 0)
  if (width <= columns) return cells.map(({ text }) => text).join('')
  return `${cells
    .filter((cell) => cell.column + cell.width < columns)
    .map(({ text }) => text)
    .join('')
    .trimEnd()}…`
}
