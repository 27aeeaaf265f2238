import catalog from '../catalog/generated/catalog.js'
import { version } from '../catalog/generated/version.js'
import type { FileReport, Report } from '../check/report.ts'
import { checkSource, rulesOf } from '../check/run.ts'
import { atLeast, type Severity } from '../finding.ts'
import { formats, type FormatName } from '../format/formats.ts'
import { githubSummary } from '../format/github-summary.ts'
import { InputError } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import { day, oneOf, parse } from './args.ts'
import { showErrors } from './errors.ts'
import { findFiles, readSource } from './files.ts'
import { exit, type ExitCode, type Io } from './io.ts'

export const checkHelp = `Usage: clauselint check [options] [files or folders]

Judges policies (*.policy.yaml, *.policy.yml) against the laws they address, and published notices (.md, .txt) against
the rules that need no law. Without a path it checks the policies in this folder and below.

Options:
  --format human|json|github|sarif   how findings are printed (human)
  --fail-on error|warning|info|never the mildest severity that makes the exit code 1 (error)
  --as-of YYYY-MM-DD                 judge the law as it stood or will stand on that day (today)
  --help                             show this

Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be read or understood.
`

/** `clauselint check`. */
export function check(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'as-of': { type: 'string' },
  })
  const format = oneOf<FormatName>('format', values.format, ['human', 'json', 'github', 'sarif'], 'human')
  const failOn = oneOf<Severity | 'never'>('fail-on', values['fail-on'], ['error', 'warning', 'info', 'never'], 'error')
  const asOf = day('as-of', values['as-of'], io.today())
  const report = reportOn(positionals.length > 0 ? positionals : ['.'], asOf, io)
  io.stdout(formats[format](report, { color: io.color, ...(io.width !== undefined && { width: io.width }) }))
  const summary = format === 'github' ? io.env('GITHUB_STEP_SUMMARY') : undefined
  if (summary) io.append(summary, githubSummary(report))
  showErrors(report.errors, io)
  if (report.errors.length > 0) return exit.failed
  const fails =
    failOn !== 'never' &&
    report.files.some((file) => file.findings.some((finding) => atLeast(finding.severity, failOn)))
  return fails ? exit.findings : exit.clean
}

function reportOn(paths: readonly string[], asOf: string, io: Io): Report {
  const found = findFiles(paths, io)
  const files: FileReport[] = []
  const errors: Report['errors'] = found.errors.map((error) => ({ error }))
  for (const file of found.files) {
    let source: SourceText | undefined
    try {
      source = readSource(file, io)
      files.push({ file, source, findings: checkSource(source, asOf, catalog).findings })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors.push({ error, ...(source && { source }) })
    }
  }
  const findings = files.flatMap((file) => file.findings)
  return { version, asOf, files, errors, rules: rulesOf(findings, catalog) }
}
