import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Catalog } from '../catalog/types.ts'
import { closest } from '../catalog/closest.ts'
import type { Choice } from '../check/run.ts'
import { UsageError } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>
/** A flag's value; a flag that may be repeated has a list. */
type Value = string | boolean | string[] | undefined
type Parsed = { values: Record<string, Value>; positionals: string[] }

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
export function oneOf<T extends string>(flag: string, value: Value, allowed: readonly T[], fallback: T): T {
  if (value === undefined) return fallback
  if (allowed.includes(value as T)) return value as T
  throw new UsageError(`--${flag} is "${String(value)}"; it can be ${allowed.join(', ')}.`)
}

/** The options that choose what is judged, for `parse`. */
export const choiceOptions = {
  law: { type: 'string', multiple: true },
  jurisdiction: { type: 'string', multiple: true },
} as const

/**
 * The laws and jurisdictions that flags choose; undefined when there are none.
 * @throws UsageError that names a law that is not shipped, or what is no code of a jurisdiction
 */
export function choiceOf(values: Parsed['values'], { laws }: Catalog): Choice | undefined {
  const [ids, codes] = [values.law, values.jurisdiction].map((list) => (Array.isArray(list) ? list : []))
  if (!ids || !codes || ids.length + codes.length === 0) return undefined
  for (const id of ids) {
    if (laws.some((law) => law.id === id)) continue
    const guess = closest(
      id,
      laws.map((law) => law.id),
    )
    throw new UsageError(
      `There is no law "${id}".${guess === undefined ? ' `clauselint laws` lists them.' : ` Did you mean "${guess}"?`}`,
    )
  }
  const odd = codes.find((code) => !/^[A-Z]{2}(-[A-Z]{2,3})?$/.test(code))
  if (odd !== undefined) throw new UsageError(`--jurisdiction is "${odd}"; write it like EU, UK, CL or US-CA.`)
  return { laws: ids, jurisdictions: codes }
}

/** A day of the calendar, ISO 8601. @throws UsageError */
export function day(flag: string, value: Value, fallback: string): string {
  if (value === undefined) return fallback
  const text = String(value)
  const date = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text
  throw new UsageError(`--${flag} is "${text}"; give a day of the calendar as YYYY-MM-DD, for example ${fallback}.`)
}
