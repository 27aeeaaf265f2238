const day = 86_400_000

/** How many days the second date lies after the first; negative when it lies before. Dates are ISO 8601. */
export function daysUntil(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / day
}

/** The day after a date, ISO 8601. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + day).toISOString().slice(0, 10)
}
