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

const nowhere: readonly number[] = []

/**
 * The sentences in which a pattern could match, in their order: those with the rarest of the steps that it needs.
 * @param postings for each word group and value type, the sentences that have it
 */
export function candidates(
  { numbers }: PatternTable,
  place: number,
  postings: readonly (readonly number[])[],
): readonly number[] {
  let rarest = -1
  let fewest = Infinity
  let at = place + head
  for (let left = numbers[place + 2] as number; left > 0; left--) {
    const end = at + stepHead + (numbers[at + 3] as number)
    if (!((numbers[at] as number) & 1)) {
      let count = 0
      for (let next = at + stepHead; next < end; next++) count += (postings[numbers[next] as number] ?? nowhere).length
      if (count === 0) return nowhere
      if (count < fewest) {
        fewest = count
        rarest = at + stepHead - 1
      }
    }
    at = end
  }
  if (rarest < 0) return nowhere
  if (numbers[rarest] === 1) return postings[numbers[rarest + 1] as number] ?? nowhere
  let found = nowhere
  const end = rarest + (numbers[rarest] as number)
  for (let at = rarest + 1; at <= end; at++) found = merged(found, postings[numbers[at] as number] ?? nowhere)
  return found
}

/** Numbers in rising order that stand in one of two such lists. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const all: number[] = []
  for (let left = 0, right = 0; left < a.length || right < b.length;) {
    const first = left < a.length ? (a[left] as number) : Infinity
    const second = right < b.length ? (b[right] as number) : Infinity
    all.push(first < second ? first : second)
    if (first <= second) left++
    if (second <= first) right++
  }
  return all
}

/**
 * Whether a sentence has every step that a pattern needs, nothing that it excludes and what it must have with it.
 * @param present for each word group and value type, 0 where the sentence does not have it
 */
export function canMatch({ numbers }: PatternTable, place: number, present: Uint8Array): boolean {
  let at = place + head
  for (let left = numbers[place + 2] as number; left > 0; left--) {
    if (!((numbers[at] as number) & 1) && !hasOne(numbers, at + stepHead - 1, present)) return false
    at += stepHead + (numbers[at + 3] as number)
  }
  if (hasOne(numbers, at, present)) return false
  at += 1 + Math.max(numbers[at] as number, 0)
  return numbers[at] === -1 || hasOne(numbers, at, present)
}

/** Whether one of the groups occurs that follow their number. */
function hasOne(numbers: Numbers, place: number, present: Uint8Array): boolean {
  const end = place + (numbers[place] as number)
  for (let at = place + 1; at <= end; at++) if (present[numbers[at] as number] !== 0) return true
  return false
}
