import catalog from '../catalog/generated/catalog.js'
import { lawPages, pages } from '../catalog/generated/pages.js'
import { closest } from '../catalog/closest.ts'
import { explainRule, listRules } from '../format/explain.ts'
import { parse } from './args.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const explainHelp = `Usage: clauselint explain [rule]

Tells what a rule asks, why, what to do, which provisions ask for it, with examples. Without a rule it lists all rules.

Options:
  --help  show this

Exit codes: 0 done, 2 there is no such rule.
`

/** `clauselint explain`. */
export function explain(args: readonly string[], io: Io): ExitCode {
  const { positionals } = parse(args, {})
  const [id] = positionals
  if (positionals.length > 1) throw new UsageError('Name one rule.')
  if (id === undefined) {
    io.stdout(listRules(catalog))
    return exit.clean
  }
  const page = explainRule(id, { catalog, pages: pages(), lawPages: lawPages() }, io.terminal()?.columns)
  if (page === undefined) {
    const rules = [...catalog.disclosures, ...catalog.wording, ...catalog.checks]
    const guess = closest(
      id,
      rules.map((rule) => rule.id),
    )
    throw new UsageError(
      `There is no rule "${id}".${guess === undefined ? ' `clauselint explain` lists them.' : ` Did you mean "${guess}"?`}`,
    )
  }
  io.stdout(page)
  return exit.clean
}
