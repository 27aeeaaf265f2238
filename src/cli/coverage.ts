import catalog from '../catalog/generated/catalog.js'
import { coverageOf } from '../check/coverage.ts'
import { checkSource } from '../check/run.ts'
import type { Report } from '../check/report.ts'
import { coverageTable } from '../format/coverage-table.ts'
import { coverageJson, type NoticeCoverage } from '../format/coverage-json.ts'
import { InputError } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import { day, oneOf, parse } from './args.ts'
import { showErrors } from './errors.ts'
import { findFiles, readSource } from './files.ts'
import { exit, type ExitCode, type Io } from './io.ts'

export const coverageHelp = `Usage: clauselint coverage [options] <files or folders>

Shows for each notice which disclosures it makes, with the words that make them, and the verdict on each provision.
Reads policies (.yaml, .yml) and published notices (.md, .txt).

Options:
  --format human|json   how it is printed (human)
  --as-of YYYY-MM-DD    judge the law as it stood or will stand on that day (today)
  --help                show this

Exit codes: 0 done, 2 something could not be read or understood.
`

/** `clauselint coverage`. */
export function coverage(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, { format: { type: 'string' }, 'as-of': { type: 'string' } })
  const format = oneOf('format', values.format, ['human', 'json'], 'human')
  const asOf = day('as-of', values['as-of'], io.today())
  const found = findFiles(positionals.length > 0 ? positionals : ['.'], io)
  const errors: Report['errors'] = found.errors.map((error) => ({ error }))
  const notices: NoticeCoverage[] = []
  for (const file of found.files) {
    let source: SourceText | undefined
    try {
      source = readSource(file, io)
      const { notice, judgement, findings } = checkSource(source, asOf, catalog)
      if (notice && judgement) notices.push({ file, source, asOf, coverage: coverageOf(notice, judgement) })
      else {
        const first = findings[0]
        throw new InputError(`${first?.message ?? 'The policy breaks its schema.'}`, {
          file,
          remedy: first?.remedy ?? '',
          ...(first && { range: first.at.place.range }),
        })
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors.push({ error, ...(source && { source }) })
    }
  }
  io.stdout(format === 'json' ? coverageJson(notices) : coverageTable(notices, { color: io.color }))
  showErrors(errors, io)
  return errors.length > 0 ? exit.failed : exit.clean
}
