import catalog from '../catalog/generated/catalog.js'
import { pages } from '../catalog/generated/pages.js'
import { closest } from '../catalog/closest.ts'
import { explainRule } from '../format/explain.ts'
import { parse } from './args.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const explainHelp = `Usage: clauselint explain <rule>

Tells what a rule asks, why, what to do, which provisions ask for it, with examples. Without a rule it lists all rules.

Options:
  --help   show this
`

/** `clauselint explain`. */
export function explain(args: readonly string[], io: Io): ExitCode {
  const { positionals } = parse(args, {})
  const rules = [...catalog.disclosures, ...catalog.wording, ...catalog.checks]
  const [id] = positionals
  if (positionals.length > 1) throw new UsageError('Name one rule.')
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length))
    io.stdout(rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.title}\n`).join(''))
    return exit.clean
  }
  const page = explainRule(id, catalog, pages())
  if (page === undefined) {
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
