import type { Catalog, Mechanism } from '../catalog/types.ts'
import type { Statement } from '../reading/statement.ts'

/** Whether a mechanism could no longer be relied on at a date (ISO 8601). From the day that ended it, it could not. */
export function isRetired(mechanism: Mechanism, asOf: string): boolean {
  return mechanism.usableUntil !== undefined && mechanism.usableUntil <= asOf
}

/** The mechanism that a statement of reliance names. */
export function mechanismOf(statement: Statement, catalog: Catalog): Mechanism | undefined {
  return statement.values
    .map((value) => catalog.mechanisms.find((mechanism) => mechanism.id === value.value))
    .find((mechanism) => mechanism !== undefined)
}

/**
 * Statements without those of a defect that is none at the date: reliance on Privacy Shield was lawful before it fell.
 * The words are the same before and after, so reading cannot tell; the date can.
 */
export function liveDefects(statements: readonly Statement[], catalog: Catalog, asOf: string): Statement[] {
  const defects = new Set(
    catalog.disclosures.filter((disclosure) => disclosure.defect).map((disclosure) => disclosure.id),
  )
  return statements.filter((statement) => {
    if (!defects.has(statement.disclosure)) return true
    const mechanism = mechanismOf(statement, catalog)
    return !mechanism || isRetired(mechanism, asOf)
  })
}
