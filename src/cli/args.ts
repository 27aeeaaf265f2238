import { parseArgs, type ParseArgsConfig } from 'node:util'
import { closest } from '../catalog/closest.ts'
import { UsageError } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed = { values: Record<string, string | boolean | undefined>; positionals: string[] }

/**
 * Parses a command's arguments.
 * @throws UsageError that names the unknown flag and the one that was meant
 */
export function parse(args: readonly string[], options: Options): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Parsed['values'], positionals }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const flag = /'(--?[^' ]+)/.exec(message)?.[1]
    const known = Object.keys(options).map((name) => `--${name}`)
    if (flag !== undefined && !known.includes(flag)) {
      const guess = closest(flag, known)
      throw new UsageError(`There is no option ${flag}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`)
    }
    throw new UsageError(`${flag ?? 'An option'} needs a value, or has one too many.`)
  }
}

/** One of a fixed set of values. @throws UsageError */
export function oneOf<T extends string>(
  flag: string,
  value: string | boolean | undefined,
  allowed: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback
  if (allowed.includes(value as T)) return value as T
  throw new UsageError(`--${flag} is "${String(value)}"; it can be ${allowed.join(', ')}.`)
}

/** A day of the calendar, ISO 8601. @throws UsageError */
export function day(flag: string, value: string | boolean | undefined, fallback: string): string {
  if (value === undefined) return fallback
  const text = String(value)
  const date = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text
  throw new UsageError(`--${flag} is "${text}"; give a day as YYYY-MM-DD, for example ${fallback}.`)
}
