import catalog from '../catalog/generated/catalog.js'
import { lawPages } from '../catalog/generated/pages.js'
import { lawRows, lawsJson, lawsTable } from '../format/laws.ts'
import { day, oneOf, parse } from './args.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const lawsHelp = `Usage: clauselint laws [options]

Lists the laws that notices are judged under: where they bind, from when, what is still to come, and when each was last
checked against its source.

Options:
  --format FORMAT     how it is printed: human or json (human)
  --as-of YYYY-MM-DD  what is to come after that day, and checks that are older than a year then (today)
  --help              show this

Exit codes: 0 done, 2 wrong usage.
`

/** `clauselint laws`. */
export function laws(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, { format: { type: 'string' }, 'as-of': { type: 'string' } })
  if (positionals.length > 0)
    throw new UsageError(`It takes no names; \`clauselint explain ${positionals[0] ?? ''}\` tells of one law.`)
  const format = oneOf('format', values.format, ['human', 'json'], 'human')
  const asOf = day('as-of', values['as-of'], io.today())
  const rows = lawRows(catalog, lawPages(), asOf)
  io.stdout(format === 'json' ? lawsJson(rows, asOf) : lawsTable(rows))
  return exit.clean
}
