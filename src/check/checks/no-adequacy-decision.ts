import type { AdequacyDecision, CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import type { StatedValue, Statement } from '../../reading/statement.ts'
import type { Ground } from '../judge.ts'
import { atSpan, citesOf } from '../make.ts'

/** Countries to which data are said to go on the ground of an adequacy decision that no table of ours knows. */
export function noAdequacyDecision(ground: Ground, page: CheckPage): Finding[] {
  const { catalog, notice, context } = ground
  return [...byBlock(ground.statements).values()].flatMap((statements) => {
    const mechanisms = new Set(valuesAt(statements, 'transfers.*.mechanism').map(({ value }) => value))
    const [only] = mechanisms
    const by = mechanisms.size > 1 ? undefined : catalog.mechanisms.find(({ id }) => id === only)?.decisions
    if (by === undefined) return []
    return once(valuesAt(statements, 'transfers.*.to.*')).flatMap(({ value: country, span }) => {
      if (isAdequate(country, by, context.asOf, catalog.adequacy)) return []
      const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
      return [
        atSpan(notice, span, {
          rule: page.id,
          severity: page.severity,
          message: `No adequacy decision of the ${by} for “${quote}” was in force on ${context.asOf}.`,
          remedy: page.remedy,
          citations: citesOf(page, ground),
          where: country,
        }),
      ]
    })
  })
}

/** Whether a decision covers a country at a date; a country of the territory itself needs none. */
function isAdequate(country: string, by: string, asOf: string, decisions: readonly AdequacyDecision[]): boolean {
  return decisions.some(
    (decision) =>
      decision.by === by &&
      decision.countries.includes(country) &&
      decision.from <= asOf &&
      (decision.until === undefined || decision.until >= asOf),
  )
}

function byBlock(statements: readonly Statement[]): Map<number, Statement[]> {
  const blocks = new Map<number, Statement[]>()
  for (const statement of statements) {
    const list = blocks.get(statement.span.block)
    if (list) list.push(statement)
    else blocks.set(statement.span.block, [statement])
  }
  return blocks
}

function valuesAt(statements: readonly Statement[], path: string): StatedValue[] {
  return statements.flatMap(({ values }) => values.filter((value) => value.path === path))
}

/** Values without those that another statement of the same words gave. */
function once(values: readonly StatedValue[]): StatedValue[] {
  return values.filter(({ value }, index) => values.findIndex((other) => other.value === value) === index)
}
