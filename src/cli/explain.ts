import catalog from '../catalog/generated/catalog.js'
import { lawPages, pages } from '../catalog/generated/pages.js'
import { closest } from '../catalog/closest.ts'
import { explain as told, explained, listRules } from '../format/explain.ts'
import { parse } from './args.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const explainHelp = `Usage: clauselint explain [rule, law, or law and provision]

Tells what a rule asks, why, what to do, which provisions ask for it, with examples; of a law what it asks, where and
since when; of a provision (gdpr 13.1.a, or gdpr/13.1.a) also why it matters, with its source and examples of notices
that meet it and that do not. Without a name it lists all rules and laws.

Options:
  --help  show this

Exit codes: 0 done, 2 there is nothing of that name.
`

/** `clauselint explain`. */
export function explain(args: readonly string[], io: Io): ExitCode {
  const { positionals } = parse(args, {})
  if (positionals.length > 2) throw new UsageError('Name one rule, or a law and a provision.')
  if (positionals.length === 0) {
    io.stdout(listRules(catalog))
    return exit.clean
  }
  // `explain "gdpr 33.1"` means what `explain gdpr 33.1` does.
  const name = positionals.join('/').trim().split(/\s+/).join('/')
  const page = told(name, { catalog, pages: pages(), lawPages: lawPages() }, io.terminal()?.columns)
  if (page === undefined) throw new UsageError(unknown(name))
  io.stdout(page)
  return exit.clean
}

function unknown(name: string): string {
  const [id = '', ...rest] = name.split('/')
  const law = rest.length > 0 ? catalog.laws.find((one) => one.id === id) : undefined
  const guess = closest(name, explained(catalog))
  const cure = guess === undefined ? undefined : `Did you mean "${guess}"?`
  if (law)
    return `The ${law.short} has no provision "${rest.join('/')}". ${cure ?? `\`clauselint explain ${law.id}\` lists them.`}`
  return `There is no rule or law "${name}". ${cure ?? '`clauselint explain` lists them.'}`
}
