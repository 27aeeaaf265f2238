import type { Statement } from '../reading/statement.ts'

const ownDates = ['updated', 'effective']

/** The date (ISO 8601) that a notice gives itself: of its last change, or from which it applies; the latest where it gives several. */
export function ownDate(statements: readonly Statement[]): string | undefined {
  return statements
    .filter(({ disclosure }) => disclosure === 'policy-date')
    .flatMap(({ values }) => values.flatMap(({ path, value }) => (ownDates.includes(path) ? [value] : [])))
    .sort()
    .at(-1)
}

/** What the notice's own date says of something that ended: still in force when it was written, or gone by then. */
export function whenWritten(ended: string, own: string | undefined): string {
  if (own === undefined) return ''
  return own < ended
    ? ` It still stood when the notice was last changed, on ${own}.`
    : ` The notice was changed after that, on ${own}.`
}
