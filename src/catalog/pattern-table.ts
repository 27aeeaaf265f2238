import type { Numbers, Pattern, Step, Subject } from './types.ts'

/**
 * All patterns as numbers, which load at once and of which only those become objects that a text calls for.
 * `numbers` has for each pattern, at its place: flags, gap, how many steps, the place behind them, the place
 * of its id in `ids` (a pattern without one goes by its rule and its number in it); for each step: flags,
 * gap, the place of `as` in `paths`, how many groups, the groups; then the lists `not`, `with`, `heading`, `notHeading`
 * and `after`, each with how many groups it has. -1 stands for what a pattern or step does not say.
 */
export type PatternTable = { numbers: Numbers; paths: string[]; ids: string[] }

const anyOrder = 1
const gives = [undefined, 'partial', 'support'] as const
const givesAt = 1
const polarities = [undefined, 'either', 'free', 'denied'] as const
const polarityAt = 3
const subjects = ['we', 'you', 'other', 'none'] as const satisfies readonly Subject[]
const hasValues = 1 << 5
const subjectsAt = 6
const lists = ['not', 'with', 'heading', 'notHeading', 'after'] as const
type List = (typeof lists)[number]
const marks = ['optional', 'start', 'end', 'own'] as const satisfies readonly (keyof Step)[]
type Mark = (typeof marks)[number]
const head = 5
const stepHead = 4

/** Adds patterns to a table as it is made. */
export class PatternPacker {
  readonly #numbers: number[] = []
  readonly #paths: string[] = []
  readonly #ids: string[] = []

  /**
   * @param id the pattern's own id, where it has one
   * @returns the pattern's place
   */
  add(pattern: Omit<Pattern, 'id'>, id?: string): number {
    const place = this.#numbers.length
    this.#numbers.push(
      flagsOf(pattern),
      pattern.gap ?? -1,
      pattern.steps.length,
      0,
      id === undefined ? -1 : this.#ids.push(id) - 1,
    )
    for (const step of pattern.steps) this.#addStep(step)
    this.#numbers[place + 3] = this.#numbers.length
    for (const list of lists) this.#numbers.push(pattern[list]?.length ?? -1, ...(pattern[list] ?? []))
    return place
  }

  table(): PatternTable {
    return { numbers: this.#numbers, paths: this.#paths, ids: this.#ids }
  }

  #addStep(step: Step): void {
    let path = step.as === undefined ? -1 : this.#paths.indexOf(step.as)
    if (step.as !== undefined && path < 0) path = this.#paths.push(step.as) - 1
    const flags = marks.reduce((sum, mark, at) => sum | (step[mark] ? 1 << at : 0), 0)
    this.#numbers.push(flags, step.gap ?? -1, path, step.groups.length, ...step.groups)
  }
}

function flagsOf(pattern: Omit<Pattern, 'id'>): number {
  const who = subjects.reduce((sum, subject, at) => sum | (pattern.subject?.includes(subject) ? 1 << at : 0), 0)
  return (
    (pattern.anyOrder ? anyOrder : 0) |
    (pattern.steps.some((step) => step.as !== undefined) ? hasValues : 0) |
    (gives.indexOf(pattern.gives) << givesAt) |
    (polarities.indexOf(pattern.polarity) << polarityAt) |
    (who << subjectsAt)
  )
}

/** The patterns of a rule. */
export function patternsOf(
  table: PatternTable,
  { id, patterns }: { id: string; patterns: readonly number[] },
): Pattern[] {
  return patterns.map((place, index) => patternAt(table, place, id, index))
}

/**
 * The pattern at a place of the table.
 * @param index which of its rule's patterns it is, from 0
 */
export function patternAt(table: PatternTable, place: number, rule: string, index: number): Pattern {
  const { numbers, paths, ids } = table
  const flags = numbers[place] as number
  const gap = numbers[place + 1] as number
  const pattern: Pattern = { id: ids[numbers[place + 4] as number] ?? `${rule}#${index + 1}`, steps: [] }
  let at = place + head
  for (let left = numbers[place + 2] as number; left > 0; left--) {
    const step: Step = { groups: groupsAt(numbers, at + stepHead - 1) }
    const marked = numbers[at] as number
    for (let bit = 0; marked >> bit > 0; bit++) if (marked & (1 << bit)) step[marks[bit] as Mark] = true
    if (numbers[at + 1] !== -1) step.gap = numbers[at + 1] as number
    const path = paths[numbers[at + 2] as number]
    if (path !== undefined) step.as = path
    pattern.steps.push(step)
    at += stepHead + step.groups.length
  }
  if (gap !== -1) pattern.gap = gap
  if (flags & anyOrder) pattern.anyOrder = true
  for (let list = 0; list < lists.length; list++) {
    if (numbers[at] !== -1) pattern[lists[list] as List] = groupsAt(numbers, at)
    at += 1 + Math.max(numbers[at] as number, 0)
  }
  if (flags >> subjectsAt > 0) pattern.subject = subjects.filter((_, bit) => flags & (1 << (subjectsAt + bit)))
  const strength = givesOf(table, place)
  if (strength) pattern.gives = strength
  const polarity = polarities[(flags >> polarityAt) & 3]
  if (polarity) pattern.polarity = polarity
  return pattern
}

/** The groups that follow their number. */
function groupsAt(numbers: Numbers, place: number): number[] {
  const groups = new Array<number>(numbers[place] as number)
  for (let at = 0; at < groups.length; at++) groups[at] = numbers[place + 1 + at] as number
  return groups
}

/** What the pattern at a place gives. */
export function givesOf({ numbers }: PatternTable, place: number): Pattern['gives'] {
  return gives[((numbers[place] as number) >> givesAt) & 3]
}

/** Whether a match of the pattern at a place can have values. */
export function mayHaveValues({ numbers }: PatternTable, place: number): boolean {
  return ((numbers[place] as number) & hasValues) !== 0
}

/**
 * Which of at most 4,096 sentences have which word groups and value types: a bit for each. `first` is the place of the
 * first; `words` is how many 32-bit words the bits of one group fill; `rows` has for each group where they begin in
 * `bits`, and -1 for one that no sentence has.
 */
export type SentenceBits = { first: number; words: number; rows: Int32Array; bits: Int32Array }

/** How many sentences `SentenceBits` has at most. */
export const mostSentences = 4096

const nowhere: readonly number[] = []
/** The sentences that are left while a pattern is looked at, and the rows of the groups of one step. */
const left = new Int32Array(mostSentences / 32)
const present: number[] = []

/**
 * The sentences in which a pattern could match, in their order: those that have every step that it needs, nothing that
 * it excludes and what it must have with it.
 */
export function candidates(table: PatternTable, place: number, runs: readonly SentenceBits[]): readonly number[] {
  let found: number[] | undefined
  for (let run = 0; run < runs.length; run++) {
    const bits = runs[run] as SentenceBits
    if (meet(table.numbers, place, bits)) found = addPlaces((found ??= []), bits)
  }
  return found ?? nowhere
}

/** Leaves in `left` the sentences in which a pattern could match; whether there are any. */
function meet(numbers: Numbers, place: number, all: SentenceBits): boolean {
  let at = place + head
  let isFirst = true
  for (let steps = numbers[place + 2] as number; steps > 0; steps--) {
    const groups = at + stepHead - 1
    if (((numbers[at] as number) & 1) === 0) {
      if (!keep(rowsOf(numbers, groups, all), all, isFirst)) return false
      isFirst = false
    }
    at = groups + 1 + (numbers[groups] as number)
  }
  if (isFirst) return false
  if ((numbers[at] as number) > 0) drop(rowsOf(numbers, at, all), all)
  at += 1 + Math.max(numbers[at] as number, 0)
  return numbers[at] === -1 || keep(rowsOf(numbers, at, all), all, false)
}

/** Puts the rows of the groups that follow their number, as far as a sentence has them, in `present`; how many. */
function rowsOf(numbers: Numbers, place: number, { rows }: SentenceBits): number {
  const end = place + (numbers[place] as number)
  let count = 0
  for (let at = place + 1; at <= end; at++) {
    const row = rows[numbers[at] as number] as number
    if (row >= 0) present[count++] = row
  }
  return count
}

/** Keeps the sentences that have one of the groups in `present`; whether any are left. */
function keep(count: number, { words, bits }: SentenceBits, isFirst: boolean): boolean {
  if (count === 0) return false
  let any = 0
  for (let word = 0; word < words; word++) {
    let now = isFirst ? -1 : (left[word] as number)
    if (now !== 0) {
      let some = 0
      for (let row = 0; row < count; row++) some |= bits[(present[row] as number) + word] as number
      now &= some
    }
    left[word] = now
    any |= now
  }
  return any !== 0
}

/** Drops the sentences that have one of the groups in `present`. */
function drop(count: number, { words, bits }: SentenceBits): void {
  for (let row = 0; row < count; row++)
    for (let word = 0; word < words; word++)
      left[word] = (left[word] as number) & ~(bits[(present[row] as number) + word] as number)
}

function addPlaces(found: number[], { first, words }: SentenceBits): number[] {
  for (let word = 0; word < words; word++)
    for (let bits = left[word] as number; bits !== 0; bits &= bits - 1)
      found.push(first + word * 32 + 31 - Math.clz32(bits & -bits))
  return found
}
