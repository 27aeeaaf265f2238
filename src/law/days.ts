const day = 86_400_000

/** The day some days after a date, ISO 8601. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
}
