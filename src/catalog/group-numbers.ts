import { packLexicon } from './lexicon.ts'
import { normalEntry, type Numbering } from './normalize.ts'
import type { Lexicon, WordGroup } from './types.ts'
import { valueTypes } from './value-types.ts'

/**
 * Numbers word groups and value types for the reader: value types first, then named groups, then the groups that single
 * steps spell out, equal ones once.
 */
export class GroupNumbers implements Numbering {
  readonly #groups: WordGroup[]
  readonly #named: Record<string, number> = {}
  readonly #values: Record<string, number> = {}
  readonly #inline = new Map<string, number>()

  constructor(named: readonly WordGroup[]) {
    for (const [at, type] of valueTypes.entries()) this.#values[type] = at
    this.#groups = [...named]
    for (const [at, group] of named.entries()) this.#named[group.id] = valueTypes.length + at
  }

  /** The number of a name; -1, which nothing has, for a name that is none (reported where names are checked). */
  readonly of = (name: string): number => this.#named[name] ?? this.#values[name] ?? -1

  readonly inline = (words: string[]): number => {
    const entries = [...new Set(words.map(normalEntry))].sort()
    const key = entries.join('|')
    const known = this.#inline.get(key)
    if (known !== undefined) return known
    const number = valueTypes.length + this.#groups.length
    this.#groups.push({ id: key, entries })
    this.#inline.set(key, number)
    return number
  }

  lexicon(): Lexicon {
    const size = valueTypes.length + this.#groups.length
    return { groups: this.#named, values: this.#values, size, ...packLexicon(this.#groups, valueTypes.length) }
  }
}
