import { OffsetMap, type Mapped } from '../source/offset-map.ts'
import type { Range } from '../source/range.ts'

/** Dates, durations and lists in the notice's language: our own words, since those of `Intl` differ between Node versions. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-12-15` as "15 December 2026". */
export function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`
}

const units: [RegExp, string][] = [
  [/(\d+)Y/, 'year'],
  [/(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
]

/** `PT72H` as "72 hours", `P1Y6M` as "1 year and 6 months"; the words `without undue delay` as they are. */
export function durationWords(iso: string): string {
  if (!iso.startsWith('P')) return iso
  const [date = '', time = ''] = iso.split('T')
  const parts = units.flatMap(([form, unit]) => {
    const found = form.exec(date)
    const count = found?.[1]
    return count === undefined ? [] : [counted(Number(count), unit)]
  })
  const hours = /(\d+)H/.exec(time)?.[1]
  const minutes = /(\d+)M/.exec(time)?.[1]
  if (hours !== undefined) parts.push(counted(Number(hours), 'hour'))
  if (minutes !== undefined) parts.push(counted(Number(minutes), 'minute'))
  return listWords(parts)
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`
}

/** The lines of a text that hold words, without the white space around them, which is YAML's layout and no reader sees. */
export function settled(text: string): string {
  return lineRanges(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
}

/** `settled`, with the place of each character. */
export function settledWords({ text, map }: Mapped): Mapped {
  const lines = lineRanges(text)
  const parts = lines.flatMap(({ start, end }, index) => {
    const before = lines[index - 1]
    if (!before) return [map.slice(start, end)]
    const gap = map.range(before.end, start)
    const lineBreak = new OffsetMap([{ length: 1, source: gap.start, sourceLength: gap.end - gap.start }])
    return [lineBreak, map.slice(start, end)]
  })
  return { text: settled(text), map: OffsetMap.concat(parts) }
}

/** A text without the white space at its end: to Markdown it is nothing, unless something was left open. */
export function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\n\f\r'.includes(text[end - 1] as string)) end--
  return text.slice(0, end)
}

function lineRanges(text: string): Range[] {
  const lines: Range[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    let start = index
    let end = index + line.length
    while (start < end && /\s/.test(text[start] as string)) start++
    while (end > start && /\s/.test(text[end - 1] as string)) end--
    if (end > start) lines.push({ start, end })
  }
  return lines
}
