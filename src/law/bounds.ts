import type { Bound, Provision } from '../catalog/types.ts'
import type { StatedValue, Statement } from '../reading/statement.ts'
import { extentOf, type Extent } from './period.ts'

/** A stated value that a law does not allow, and which limit it breaks: too much, too little, or a value that is not allowed. */
export type Breach = { statement: Statement; value: StatedValue; bound: Bound; breaks: Limit }
export type Limit = 'max' | 'min' | 'never' | 'only'

/** The stated values of an affirmed statement that are certainly outside a provision's bounds. */
export function breachesOf({ bounds }: Provision, values: ValuesByPath): Breach[] {
  return Object.entries(bounds).flatMap(([path, bound]) =>
    (values.get(path) ?? []).flatMap(({ statement, value }) => {
      const breaks = brokenLimit(value.value, bound)
      return breaks ? [{ statement, value, bound, breaks }] : []
    }),
  )
}

type Stated = Pick<Breach, 'statement' | 'value'>
export type ValuesByPath = ReadonlyMap<string, readonly Stated[]>

/** The values of what is affirmed, by fact path. */
export function valuesIn(statements: readonly Statement[]): ValuesByPath {
  const made = new Map<string, Stated[]>()
  for (const statement of statements)
    if (statement.polarity !== 'denied')
      for (const value of statement.values) {
        const list = made.get(value.path)
        if (list) list.push({ statement, value })
        else made.set(value.path, [{ statement, value }])
      }
  return made
}

/** Which limit a stated value certainly breaks; undefined when none: what cannot be compared is inside. */
export function brokenLimit(value: string, bound: Bound): Limit | undefined {
  if (bound.allow?.includes(value)) return undefined
  if (bound.never?.some((code) => String(code) === value)) return 'never'
  if (bound.only && !bound.only.some((code) => String(code) === value)) return 'only'
  if (typeof bound.max === 'number' && Number(value) > bound.max) return 'max'
  if (typeof bound.min === 'number' && Number(value) < bound.min) return 'min'
  const stated = extentOf(value)
  if (!stated) return undefined
  const [max, min] = [limitOf(bound, bound.max), limitOf(bound, bound.min)]
  if (max && stated.least > max.most) return 'max'
  if (min && stated.most < min.least) return 'min'
  return undefined
}

/** What a duration of a bound can take; working days take at most seven calendar days for five. */
function limitOf({ days }: Bound, limit: string | number | undefined): Extent | undefined {
  const extent = typeof limit === 'string' ? extentOf(limit) : undefined
  if (!extent || days === undefined) return extent
  return { least: extent.least, most: Math.ceil((extent.most / 24) * (7 / 5)) * 24 }
}
