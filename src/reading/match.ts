import { defaultGap, type Pattern, type Step } from '../catalog/types.ts'
import type { Token } from '../source/words.ts'
import { farthest } from './presence.ts'
import type { ReadSentence } from './wording.ts'
import type { Hit, Vocabulary } from './vocabulary.ts'

/** One match: for each step where it stands (undefined: an optional step that is missing). */
export type Match = { at: (Found | undefined)[]; from: number; to: number; negated: boolean }
export type Found = { at: number; hit: Hit }

const empty: readonly Hit[] = []

/** Whether one of some groups occurs. */
export function hasAny(present: Uint8Array, groups: readonly number[]): boolean {
  for (let index = 0; index < groups.length; index++) if (present[groups[index] as number] !== 0) return true
  return false
}

/** The first match of a pattern from a token on that its tests accept. It must reach into the sentence's own words. */
export function matchPattern(
  pattern: Pattern,
  sentence: ReadSentence,
  vocabulary: Vocabulary,
  start = 0,
): Match | undefined {
  // A sentence may say "we do not …, but we do …": a rejected match gives way to the next.
  for (let from = start, tries = 0; tries < mostTries; tries++) {
    const found = pattern.anyOrder
      ? tries > 0
        ? undefined
        : anyOrder(pattern, sentence)
      : inOrder(pattern, sentence, from)
    if (!found) return undefined
    const match = accepted(pattern, sentence, found, vocabulary)
    if (match) return match
    from = afterBreak(sentence, found.find((step) => step !== undefined)?.at ?? sentence.tokens.length)
  }
  return undefined
}

/** Whether a token opens its sentence or table cell: only marks, numbers and a label such as "(a)" stand before it. */
function opens({ tokens, own, block }: ReadSentence, at: number): boolean {
  if (at === 0 || at === own) return true
  if (at < own) return false
  if (block.kind === 'row' && tokens[at - 1]?.word === '|') return true
  for (let before = own; before < at; before++) {
    const token = tokens[before] as Token
    if (token.kind === 'word' ? token.word.length > 1 : token.kind !== 'mark' && token.kind !== 'number') return false
  }
  return true
}

/** Whether a sentence or table cell closes before a token: only marks stand after. */
function closes({ tokens, block }: ReadSentence, end: number): boolean {
  if (block.kind === 'row' && tokens[end]?.word === '|') return true
  for (let at = end; at < tokens.length; at++) if ((tokens[at] as Token).kind !== 'mark') return false
  return true
}

/** Whether words stand where a step wants them: at the beginning or the end of their sentence. */
function stands(step: Step, sentence: ReadSentence, at: number, end: number): boolean {
  return (!step.start || opens(sentence, at)) && (!step.end || closes(sentence, end))
}

const mostTries = 4
const breaks = new Set([
  ',',
  ';',
  ':',
  'but',
  'however',
  'instead',
  'rather',
  'otherwise',
  'unless',
  'except',
  'though',
  'although',
])

/** Where the next clause of a sentence begins; its end when there is none. */
function afterBreak({ tokens }: ReadSentence, at: number): number {
  for (let next = at; next < tokens.length; next++) if (breaks.has((tokens[next] as Token).word)) return next + 1
  return tokens.length
}

/** A match whose subject and polarity are what the pattern asks. */
function accepted(
  pattern: Pattern,
  sentence: ReadSentence,
  found: (Found | undefined)[],
  vocabulary: Vocabulary,
): Match | undefined {
  let from = Infinity
  let to = 0
  for (let step = 0; step < found.length; step++) {
    const place = found[step]
    if (!place) continue
    from = Math.min(from, place.at)
    to = Math.max(to, place.at + place.hit.length)
  }
  if (to <= sentence.own) return undefined
  const { subject, polarity } = pattern
  if (subject && !subject.includes(subjectOf(sentence, from, vocabulary))) return undefined
  const negated = polarity === 'denied' || (polarity !== 'free' && isNegated(sentence, from, to, vocabulary))
  return negated && polarity === undefined ? undefined : { at: found, from, to, negated }
}

/** The tokens before and after which none of some groups begins; an empty range when none occurs. */
function rangeOf({ present, hits }: ReadSentence, groups: readonly number[]): { first: number; last: number } {
  const half = present.length / 2
  let first = Number.POSITIVE_INFINITY
  let last = -1
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index] as number
    const from = present[group] as number
    if (from === 0) continue
    if (from <= first) first = from - 1
    const to = present[half + group] as number
    if (to === farthest) last = hits.length - 1
    else if (to > last) last = to - 1
  }
  return { first, last }
}

/** The search for one pattern's steps in one sentence. */
type Search = {
  steps: readonly Step[]
  /** The most tokens between a step and the next that names no other number. */
  gap: number
  sentence: ReadSentence
  found: (Found | undefined)[]
  /** Steps with the token from which they were looked for in vain. */
  dead: Set<number> | undefined
}

/** Depth-first over the steps with dead ends remembered: at most steps × tokens × gap tests. */
function inOrder(pattern: Pattern, sentence: ReadSentence, start: number): (Found | undefined)[] | undefined {
  const { steps, gap = defaultGap } = pattern
  const search: Search = { steps, gap, sentence, found: [], dead: undefined }
  return follow(search, 0, start, sentence.tokens.length - 1) ? search.found : undefined
}

/** Whether a step and those after it are found, it between two tokens. */
function follow(search: Search, step: number, from: number, to: number): boolean {
  const { steps, sentence } = search
  const now = steps[step]
  // A match must reach into the sentence's own words: the stem alone was read where it stands.
  if (!now) return from > sentence.own
  const { groups } = now
  const own = now.own && sentence.own > from ? sentence.own : from
  const range = rangeOf(sentence, groups)
  const last = range.last < to ? range.last : to
  const first = range.first > own ? range.first : own
  if (first > last && !now.optional) return false
  const key = step * (sentence.tokens.length + 1) + from
  if (search.dead?.has(key)) return false
  for (let at = first; at <= last; at++) {
    const hits = sentence.hits[at] as readonly Hit[]
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as Hit
      const end = at + hit.length
      if (!groups.includes(hit.group) || !stands(now, sentence, at, end)) continue
      search.found[step] = { at, hit }
      if (follow(search, step + 1, end, end + (steps[step + 1]?.gap ?? search.gap))) return true
    }
  }
  if (now.optional) {
    search.found[step] = undefined
    if (follow(search, step + 1, from, to)) return true
  }
  ;(search.dead ??= new Set()).add(key)
  return false
}

/** Every step somewhere, each within `gap` tokens of the nearest other. Greedy from the rarest step's places. */
function anyOrder(pattern: Pattern, sentence: ReadSentence): (Found | undefined)[] | undefined {
  const { steps, gap = defaultGap } = pattern
  const places = steps.map((step) => occurrences(step, sentence))
  const order = steps.map((_, index) => index).filter((index) => !steps[index]?.optional)
  const seed = order.reduce(
    (best, index) => ((places[index]?.length ?? 0) < (places[best]?.length ?? 0) ? index : best),
    order[0] ?? 0,
  )
  for (const first of (places[seed] ?? []).slice(0, 12)) {
    const chosen: (Found | undefined)[] = steps.map(() => undefined)
    chosen[seed] = first
    let from = first.at
    let to = first.at + first.hit.length
    let left = order.filter((index) => index !== seed)
    while (left.length > 0) {
      const next = left
        .map((index) => ({
          index,
          found: (places[index] ?? []).find(
            (place) =>
              place.at + place.hit.length >= from - gap &&
              place.at <= to + gap &&
              !chosen.some((other) => other !== undefined && overlaps(other, place)),
          ),
        }))
        .find((entry) => entry.found)
      if (!next?.found) break
      chosen[next.index] = next.found
      from = Math.min(from, next.found.at)
      to = Math.max(to, next.found.at + next.found.hit.length)
      left = left.filter((index) => index !== next.index)
    }
    if (left.length === 0) return chosen
  }
  return undefined
}

function overlaps(a: Found, b: Found): boolean {
  return a.at < b.at + b.hit.length && b.at < a.at + a.hit.length
}

function occurrences(step: Step, sentence: ReadSentence): Found[] {
  const found: Found[] = []
  const range = rangeOf(sentence, step.groups)
  const first = step.own && sentence.own > range.first ? sentence.own : range.first
  for (let at = first; at <= range.last; at++)
    for (const hit of sentence.hits[at] ?? empty)
      if (step.groups.includes(hit.group) && stands(step, sentence, at, at + hit.length)) found.push({ at, hit })
  return found
}

const subjectReach = 14
/** A party after one of these is acted on: "your rights against us", "data collected from you". */
const towards = new Set(['to', 'against', 'towards', 'toward', 'from', 'with', 'of', 'about'])

/** Who acts: the nearest of we, you or another party at or before the match. */
function subjectOf(sentence: ReadSentence, from: number, { roles }: Vocabulary): 'we' | 'you' | 'other' | 'none' {
  const nearest = Math.max(0, from - subjectReach, firstOf(sentence.present, [roles.we, roles.you, roles.other]))
  for (let at = from; at >= nearest; at--) {
    const here = sentence.hits[at] ?? empty
    if (here.length === 0 || towards.has(sentence.tokens[at - 1]?.word ?? '')) continue
    for (let index = 0; index < here.length; index++) {
      const { group } = here[index] as Hit
      if (group === roles.we) return 'we'
      if (group === roles.you) return 'you'
      if (group === roles.other) return 'other'
    }
  }
  return 'none'
}

/** The token where the first of some groups begins; no token when none occurs. */
function firstOf(present: Uint8Array, groups: readonly number[]): number {
  let first = Number.POSITIVE_INFINITY
  for (let index = 0; index < groups.length; index++) {
    const at = present[groups[index] as number] as number
    if (at !== 0 && at <= first) first = at - 1
  }
  return first
}

const negationReach = 4
/** How soon after the match a denial of all of it must begin, in tokens. */
const denialReach = 2
/** A phrase that only looks negative may begin before the words that are looked at. */
const longestSpared = 6

/**
 * Whether a negation stands in the matched words or shortly before them, up to the last break in the sentence, or a
 * denial follows at once ("the right to erasure does not apply to …").
 * Phrases that only look negative ("without undue delay", "not limited to") do not count.
 */
function isNegated(sentence: ReadSentence, from: number, to: number, { roles }: Vocabulary): boolean {
  const { present } = sentence
  if (present[roles.negation] === 0 && present[roles.deniedAfter] === 0) return false
  let start = Math.max(0, from - negationReach)
  for (let at = from - 1; at >= start; at--) if (',;:()'.includes(sentence.tokens[at]?.word ?? '.')) start = at + 1
  const spared = new Set<number>()
  for (let at = Math.max(0, start - longestSpared); at < to + denialReach; at++)
    for (let index = 0, here = sentence.hits[at] ?? empty; index < here.length; index++) {
      const hit = here[index] as Hit
      if (hit.group === roles.notNegation)
        for (let covered = 0; covered < hit.length; covered++) spared.add(at + covered)
    }
  for (let at = start; at < to; at++) if (!spared.has(at) && hasHit(sentence, at, roles.negation)) return true
  for (let at = to; at < to + denialReach; at++)
    if (!spared.has(at) && hasHit(sentence, at, roles.deniedAfter)) return true
  return false
}

function hasHit({ hits }: ReadSentence, at: number, group: number): boolean {
  const here = hits[at] ?? empty
  for (let index = 0; index < here.length; index++) if ((here[index] as Hit).group === group) return true
  return false
}
