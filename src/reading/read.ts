import type { Catalog, Pattern } from '../catalog/types.ts'
import type { Notice, Span } from '../notice/notice.ts'
import { contextOf, type Context } from './context.ts'
import { lookUpAll, type ReadSentence } from './lookup.ts'
import { canMatch, hasAny, matchPattern, type Match } from './match.ts'
import { sentencesOf } from './sentences.ts'
import type { StatedValue, Statement } from './statement.ts'
import { vocabularyOf, type CompiledPattern, type Hit, type Vocabulary } from './vocabulary.ts'

/** A notice with its sentences looked up, for everything that reads it. */
export type Reading = {
  notice: Notice
  sentences: ReadSentence[]
  vocabulary: Vocabulary
  context: Context
  /** For each word group and value type, the sentences that have it. */
  postings: number[][]
}

/** A statement as its pattern gives it; one that only supports stands or falls with the others. */
type Read = { statement: Statement; supports: boolean }

const compiledOf = new WeakMap<Catalog, CompiledPattern[]>()

/** Reads a notice's words once. */
export function readNotice(notice: Notice, catalog: Catalog): Reading {
  const vocabulary = vocabularyOf(catalog)
  const { sentences, postings } = lookUpAll(sentencesOf(notice), vocabulary)
  return {
    notice,
    sentences,
    vocabulary,
    context: contextOf(notice, sentences),
    postings,
  }
}

/**
 * The statements of a notice: every disclosure made or denied, with its values and its words.
 * Composed text and authored prose are read alike. Pure; time is linear in the notice's length.
 */
export function state(reading: Reading, catalog: Catalog): Statement[] {
  let compiled = compiledOf.get(catalog)
  if (!compiled) {
    compiled = catalog.disclosures.flatMap((disclosure) =>
      reading.vocabulary.compile(disclosure.patterns, disclosure.id),
    )
    compiledOf.set(catalog, compiled)
  }
  const best = new Map<number, Read>()
  const owners = new Map<string, number>()
  for (const pattern of compiled) {
    const owner = owners.get(pattern.owner) ?? owners.size
    owners.set(pattern.owner, owner)
    for (const at of candidates(pattern, reading)) {
      const sentence = reading.sentences[at] as ReadSentence
      const match = matchIn(pattern, sentence, reading)
      if (!match) continue
      const read = { statement: statementOf(pattern, match, sentence), supports: pattern.pattern.gives === 'support' }
      const key = at * 4096 + owner
      const before = best.get(key)
      if (!before || outranks(read, before)) best.set(key, read)
    }
  }
  return supported([...best].sort(([a], [b]) => a - b).map(([, statement]) => statement))
}

/** Statements without those that only support a disclosure which no other words make. */
function supported(statements: readonly Read[]): Statement[] {
  const made = new Set<string>()
  for (const { supports, statement } of statements)
    if (!supports && statement.polarity === 'affirmed') made.add(statement.disclosure)
  return statements.flatMap(({ supports, statement }) =>
    supports && !made.has(statement.disclosure) ? [] : [statement],
  )
}

const nowhere: readonly number[] = []

/** The sentences in which a pattern could match: those with the rarest of the steps that it needs. */
function candidates({ needs }: CompiledPattern, { postings }: Reading): readonly number[] {
  let rarest = needs[0] ?? []
  let fewest = Infinity
  for (let index = 0; index < needs.length; index++) {
    const need = needs[index] as number[]
    let count = 0
    for (let member = 0; member < need.length; member++) count += (postings[need[member] as number] ?? nowhere).length
    if (count === 0) return nowhere
    if (count < fewest) {
      fewest = count
      rarest = need
    }
  }
  return rarest.length === 1 ? (postings[rarest[0] as number] ?? nowhere) : union(rarest, postings)
}

/** The sentences that have one of several groups. */
function union(groups: readonly number[], postings: readonly number[][]): readonly number[] {
  const lists = groups.map((group) => postings[group] ?? nowhere).filter((list) => list.length > 0)
  if (lists.length < 2) return lists[0] ?? nowhere
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}

/** Matches of a rule's patterns, with their words; `values` takes out what their steps name. */
export function findAll(
  patterns: readonly Pattern[],
  owner: string,
  reading: Reading,
): { match: Match; sentence: ReadSentence; span: Span; pattern: Pattern; values: () => StatedValue[] }[] {
  return reading.vocabulary.compile(patterns, owner).flatMap((pattern) =>
    candidates(pattern, reading).flatMap((at) => {
      const sentence = reading.sentences[at] as ReadSentence
      return matchesIn(pattern, sentence, reading).map((match) => ({
        match,
        sentence,
        span: ownSpan(sentence, match.from, match.to),
        pattern: pattern.pattern,
        values: () => valuesOf(pattern, match, sentence),
      }))
    }),
  )
}

/** All matches of a pattern in a sentence, from left to right, none inside another. Steps in any order match once. */
function matchesIn(pattern: CompiledPattern, sentence: ReadSentence, reading: Reading): Match[] {
  const matches: Match[] = []
  for (let start = 0; start < sentence.tokens.length;) {
    const match = matchIn(pattern, sentence, reading, start)
    if (!match) break
    matches.push(match)
    start = pattern.pattern.anyOrder ? sentence.tokens.length : match.to
  }
  return matches
}

function matchIn(pattern: CompiledPattern, sentence: ReadSentence, reading: Reading, start = 0): Match | undefined {
  // What costs least comes first.
  if (!canMatch(pattern, sentence.present) || !standsWhereAsked(pattern.pattern, sentence, reading)) return undefined
  const match = matchPattern(pattern, sentence, reading.vocabulary, start)
  if (!match || pattern.pattern.gives === 'support' || !isBareHeading(sentence)) return match
  return hasValue(match, reading.vocabulary) ? match : undefined
}

/** Whether what stands above a sentence and before it is what a pattern asks. */
function standsWhereAsked({ heading, notHeading, after }: Pattern, sentence: ReadSentence, reading: Reading): boolean {
  if (after && !(sentence.before && hasAny(sentence.before.present, after))) return false
  if (!heading && !notHeading) return true
  const above = reading.context(sentence)
  if (heading && !above.some((words) => hasAny(words, heading))) return false
  return !(notHeading && above.some((words) => hasAny(words, notHeading)))
}

/** Headings longer than this, in tokens, are sentences that somebody formatted as a heading. */
const longestHeading = 15

function isBareHeading({ block, tokens }: ReadSentence): boolean {
  return block.kind === 'heading' && tokens.length <= longestHeading
}

/** A heading names what follows and says nothing itself, though it may support; but a value is said: "Effective: 2 May 2026". */
function hasValue(match: Match, { values }: Vocabulary): boolean {
  const types = new Set(values.values())
  return match.at.some((found) => found !== undefined && types.has(found.hit.group))
}

/** Stated goes before partial and that before support, then more values, then an affirmation before a denial. */
function outranks(a: Read, b: Read): boolean {
  const rank = ({ statement, supports }: Read) =>
    (statement.strength === 'stated' ? 8 : supports ? 0 : 4) +
    Math.min(statement.values.length, 1) * 2 +
    (statement.polarity === 'affirmed' ? 1 : 0)
  return rank(a) > rank(b) || (rank(a) === rank(b) && a.statement.values.length > b.statement.values.length)
}

function statementOf(compiled: CompiledPattern, match: Match, sentence: ReadSentence): Statement {
  return {
    disclosure: compiled.owner,
    polarity: match.negated && compiled.pattern.polarity === 'either' ? 'denied' : 'affirmed',
    strength: compiled.pattern.gives === undefined ? 'stated' : 'partial',
    values: valuesOf(compiled, match, sentence),
    span: ownSpan(sentence, match.from, match.to),
    sentence: sentence.span,
    by: compiled.pattern.id,
  }
}

const joins = new Set([',', 'and', 'or', '&', '/', 'the'])

/** The values of the steps that name a fact path; a list after such a step ("to Chile, Peru and the US") gives all its members. */
function valuesOf(compiled: CompiledPattern, match: Match, sentence: ReadSentence): StatedValue[] {
  return compiled.pattern.steps.flatMap((step, index) => {
    const found = match.at[index]
    if (step.as === undefined || !found || found.at < sentence.own) return []
    const path = step.as
    const values: StatedValue[] = []
    const add = (at: number, hit: Hit): void => {
      const value = hit.value ?? wordsAt(sentence, at, hit.length)
      if (values.some((known) => known.value === value)) return
      values.push({ path, value, span: ownSpan(sentence, at, at + hit.length) })
    }
    add(found.at, found.hit)
    let at = found.at + found.hit.length
    for (;;) {
      let next = at
      while (next < sentence.tokens.length && joins.has(sentence.tokens[next]?.word ?? '')) next++
      const hit = next > at ? sentence.hits[next]?.find((candidate) => candidate.group === found.hit.group) : undefined
      if (!hit) return values
      add(next, hit)
      at = next + hit.length
    }
  })
}

/** Words as they are spelt. */
function wordsAt(sentence: ReadSentence, at: number, length: number): string {
  const span = ownSpan(sentence, at, at + length)
  return sentence.block.text.slice(span.from, span.to)
}

/** The part of a match that stands in the sentence's own block. */
function ownSpan(sentence: ReadSentence, from: number, to: number): Span {
  const first = sentence.tokens[Math.max(from, sentence.own)]
  const last = sentence.tokens[to - 1]
  return { block: sentence.block.id, from: first?.from ?? sentence.span.from, to: last?.to ?? sentence.span.to }
}
