/** Shortest and longest time, in hours, that an ISO 8601 duration can mean: a month has 28 to 31 days, a year 365 or 366. */
export type Extent = { least: number; most: number }

const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/

/** The extent of an ISO 8601 duration; undefined when the text is none. */
export function extentOf(duration: string): Extent | undefined {
  const found = form.exec(duration)
  if (!found || duration === 'P' || duration.endsWith('T')) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  const all = years * 12 + months
  const exact = (weeks * 7 + days) * 24 + hours + minutes / 60
  return { least: monthDays(all, 28) * 24 + exact, most: monthDays(all, 31) * 24 + exact }
}

/** Days of a count of months: whole years as such, the rest at the least or the most a month can have. */
function monthDays(months: number, each: 28 | 31): number {
  const years = Math.floor(months / 12)
  const rest = months % 12
  // Two months have at least 59 days, since only February has 28.
  const least = rest === 0 ? 0 : 28 + (rest - 1) * 30.4
  return years * (each === 28 ? 365 : 366) + (each === 28 ? Math.floor(least) : rest * 31)
}
