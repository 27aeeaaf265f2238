import catalog from '../catalog/generated/catalog.js'
import { version } from '../catalog/generated/version.js'
import type { Report } from '../check/report.ts'
import { checkSource, rulesOf, type Choice } from '../check/run.ts'
import { atLeast, type Severity } from '../finding.ts'
import { formats, type FormatName } from '../format/formats.ts'
import { githubSummary } from '../format/github-summary.ts'
import { choiceOf, choiceOptions, day, oneOf, parse } from './args.ts'
import { showTrouble, showTroubleLines } from './errors.ts'
import { anyNotice, appendText, eachSource, findFiles } from './files.ts'
import { exit, type ExitCode, type Io } from './io.ts'
import { formatOptions } from './terminal.ts'

export const checkHelp = `Usage: clauselint check [options] [files or folders]

Judges policies (*.policy.yaml, *.policy.yml) against the laws they address, and published notices (.md, .html, .txt)
against the laws that their own words lead to. A folder gives the policies in it and below, without hidden folders,
node_modules, dist and vendor. Without a path it is the folder you are in.

Options:
  --format FORMAT     how findings are printed: human, json, github or sarif (human)
  --fail-on SEVERITY  the mildest severity that makes the exit code 1: error, warning, info or never (error)
  --as-of YYYY-MM-DD  judge the law as it stood or will stand on that day (today)
  --jurisdiction CODE judge the laws of that place (EU, US-CA), not those declared or spoken of; repeatable
  --law ID            judge that law, as --jurisdiction does the laws of a place; repeatable
  --help              show this

Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be read or understood.
`

/** `clauselint check`. */
export function check(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'as-of': { type: 'string' },
    ...choiceOptions,
  })
  const format = oneOf<FormatName>('format', values.format, ['human', 'json', 'github', 'sarif'], 'human')
  const failOn = oneOf<Severity | 'never'>('fail-on', values['fail-on'], ['error', 'warning', 'info', 'never'], 'error')
  const asOf = day('as-of', values['as-of'], io.today())
  const report = reportOn(positionals.length > 0 ? positionals : ['.'], asOf, choiceOf(values, catalog), io)
  print(report, format, io)
  if (report.errors.length > 0) return exit.failed
  const fails =
    failOn !== 'never' &&
    report.files.some((file) => file.findings.some((finding) => atLeast(finding.severity, failOn)))
  return fails ? exit.findings : exit.clean
}

function reportOn(paths: readonly string[], asOf: string, choice: Choice | undefined, io: Io): Report {
  const { files: names, errors } = findFiles(paths, anyNotice, io)
  const files: Report['files'] = []
  eachSource(names, errors, io, (source) => {
    const { findings, judgement } = checkSource(source, asOf, catalog, choice)
    files.push({ file: source.file, source, findings, next: judgement?.next })
  })
  const findings = files.flatMap((file) => file.findings)
  return { version, asOf, files, errors, rules: rulesOf(findings, catalog) }
}

/** What people read says each thing once: findings on stdout, what could not be read on stderr. */
function print(report: Report, format: FormatName, io: Io): void {
  const { errors } = report
  if (format === 'human') {
    if (report.files.length > 0 || errors.length === 0)
      io.stdout(formats.human({ ...report, errors: [] }, formatOptions(io)))
    if (errors.length > 0) showTrouble({ files: [], errors }, io)
    return
  }
  io.stdout(formats[format](report, formatOptions(io)))
  // A log shows annotations beside stderr: there they would stand twice.
  if (format !== 'github') return showTroubleLines({ files: [], errors }, io)
  const summary = io.env('GITHUB_STEP_SUMMARY')
  if (summary) appendText(summary, githubSummary(report), io)
}
