import { parseArgs, type ParseArgsConfig } from 'node:util'
import { closest } from '../catalog/closest.ts'
import { UsageError } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed = { values: Record<string, string | boolean | undefined>; positionals: string[] }

/**
 * Parses a command's arguments.
 * @throws UsageError that names the faulty flag, and for an unknown one the flag that was meant
 */
export function parse(args: readonly string[], options: Options): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Parsed['values'], positionals }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const flag = /'(?:-\w, )?(--?[^' =]+)/.exec(message)?.[1]
    if (flag === undefined) throw error
    if ((error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new UsageError(
        options[flag.slice(2)]?.type === 'string' ? `${flag} needs a value.` : `${flag} takes no value.`,
      )
    const guess = closest(
      flag,
      Object.keys(options).map((name) => `--${name}`),
    )
    throw new UsageError(`There is no option ${flag}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`)
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
  throw new UsageError(`--${flag} is "${text}"; give a day of the calendar as YYYY-MM-DD, for example ${fallback}.`)
}
