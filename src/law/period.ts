/** Shortest and longest time, in hours, that an ISO 8601 duration can mean: a month has 28 to 31 days, a year 365 or 366. */
export type Extent = { least: number; most: number }

const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/

/** The extent of an ISO 8601 duration; undefined when the text is none. */
export function extentOf(duration: string): Extent | undefined {
  const found = form.exec(duration)
  if (!found || duration === 'P' || duration.endsWith('T')) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  const { least, most } = monthDays(years * 12 + months)
  const exact = (weeks * 7 + days) * 24 + hours + minutes / 60
  return { least: least * 24 + exact, most: most * 24 + exact }
}

/** The least and the most days of 0 to 11 months on end. */
const fewest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
const mostDays = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

/** The extent of a count of months in days. */
function monthDays(months: number): Extent {
  const years = Math.floor(months / 12)
  const rest = months % 12
  return { least: years * 365 + (fewest[rest] ?? 0), most: years * 366 + (mostDays[rest] ?? 0) }
}
