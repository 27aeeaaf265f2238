import catalog from '../catalog/generated/catalog.js'
import { coverageOf } from '../check/coverage.ts'
import { checkSource } from '../check/run.ts'
import { coverageTable } from '../format/coverage-table.ts'
import { coverageJson, type NoticeCoverage } from '../format/coverage-json.ts'
import { choiceOf, choiceOptions, day, oneOf, parse } from './args.ts'
import { isTrouble, showTrouble, showTroubleLines, type Trouble } from './errors.ts'
import { anyNotice, eachSource, findFiles } from './files.ts'
import { exit, type ExitCode, type Io } from './io.ts'
import { formatOptions } from './terminal.ts'

export const coverageHelp = `Usage: clauselint coverage [options] [files or folders]

Shows for each notice which disclosures it makes, with the words that make them, and the verdict on each provision.
Reads policies (.yaml, .yml) and published notices (.md, .html, .txt). Without a path it reads the policies in this
folder and below.

Options:
  --format FORMAT     how it is printed: human or json (human)
  --as-of YYYY-MM-DD  judge the law as it stood or will stand on that day (today)
  --jurisdiction CODE judge the laws of that place (EU, US-CA), not those declared or spoken of; repeatable
  --law ID            judge that law, as --jurisdiction does the laws of a place; repeatable
  --help              show this

Exit codes: 0 done, 2 something could not be read or understood.
`

/** `clauselint coverage`. */
export function coverage(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    'as-of': { type: 'string' },
    ...choiceOptions,
  })
  const format = oneOf('format', values.format, ['human', 'json'], 'human')
  const asOf = day('as-of', values['as-of'], io.today())
  const choice = choiceOf(values, catalog)
  const { files, errors } = findFiles(positionals.length > 0 ? positionals : ['.'], anyNotice, io)
  const trouble: Trouble = { files: [], errors }
  const notices: NoticeCoverage[] = []
  eachSource(files, errors, io, (source) => {
    const { notice, judgement, findings } = checkSource(source, asOf, catalog, choice)
    const { file } = source
    if (notice && judgement) notices.push({ file, source, asOf, coverage: coverageOf(notice, judgement) })
    else trouble.files.push({ file, source, findings })
  })
  if (format === 'json') {
    io.stdout(coverageJson(notices))
    showTroubleLines(trouble, io)
  } else {
    io.stdout(coverageTable(notices, catalog, formatOptions(io)))
    if (isTrouble(trouble)) showTrouble(trouble, io)
  }
  return isTrouble(trouble) ? exit.failed : exit.clean
}
