import { candidates, givesOf, mayHaveValues, type PatternTable } from '../catalog/pattern-table.ts'
import type { Catalog, Disclosure, Pattern, Step } from '../catalog/types.ts'
import type { Notice, Span } from '../notice/notice.ts'
import { contextOf, type Context } from './context.ts'
import { hasAny, matchPattern, type Found, type Match } from './match.ts'
import { postingsOf, type Postings } from './postings.ts'
import { recall, remember, type Told } from './recall.ts'
import type { StatedValue, Statement } from './statement.ts'
import { vocabularyOf, type Hit, type Vocabulary } from './vocabulary.ts'
import { sentencesOf, Wordings, type ReadSentence } from './wording.ts'

/** A notice with its sentences looked up, for everything that reads it. */
export type Reading = {
  notice: Notice
  sentences: ReadSentence[]
  vocabulary: Vocabulary
  context: Context
  postings: Postings
}

/** A statement by its sentence and disclosure. */
type Read = Told & { key: number }

const wordingsOf = new WeakMap<Vocabulary, Wordings>()

/** Reads a notice's words once. */
export function readNotice(notice: Notice, catalog: Catalog): Reading {
  const vocabulary = vocabularyOf(catalog)
  let wordings = wordingsOf.get(vocabulary)
  if (!wordings) wordingsOf.set(vocabulary, (wordings = new Wordings(vocabulary)))
  const sentences = sentencesOf(notice, wordings)
  return {
    notice,
    sentences,
    vocabulary,
    context: contextOf(notice, sentences),
    postings: postingsOf(sentences, vocabulary.lexicon.size),
  }
}

/**
 * The statements of a notice: every disclosure made or denied, with its values and its words.
 * Composed text and authored prose are read alike. Pure; time is linear in the notice's length.
 */
export function state(reading: Reading, catalog: Catalog): Statement[] {
  const { sentences, vocabulary, context } = reading
  const reads: Read[] = []
  const isNew = new Uint8Array(sentences.length)
  let left = 0
  let known = 0
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at] as ReadSentence
    if (sentence.part.presence.groups.length === 0) continue
    const told = sentence.part.recalled && recall(sentence, context(sentence))
    if (!told) {
      isNew[at] = 1
      left++
      continue
    }
    known++
    for (let index = 0; index < told.length; index++) {
      const { disclosure, statement, supports } = told[index] as Told
      reads.push({ key: keyOf(at, disclosure), disclosure, statement, supports })
    }
  }
  if (left > 0) {
    const postings = known === 0 ? reading.postings : postingsOf(sentences, vocabulary.lexicon.size, isNew)
    const made = match(reading, catalog, postings)
    keep(reading, isNew, made)
    for (const one of made) reads.push(one)
  }
  return supported(reads.sort((a, b) => a.key - b.key))
}

const mostDisclosures = 4096

function keyOf(sentence: number, disclosure: number): number {
  return sentence * mostDisclosures + disclosure
}

/** Keeps what was read in sentences whose words are kept. */
function keep({ sentences, context }: Reading, isNew: Uint8Array, reads: readonly Read[]): void {
  const bySentence = new Map<number, Told[]>()
  for (const { key, disclosure, statement, supports } of reads) {
    const at = Math.floor(key / mostDisclosures)
    if (!(sentences[at] as ReadSentence).part.kept) continue
    const list = bySentence.get(at)
    if (list) list.push({ disclosure, statement, supports })
    else bySentence.set(at, [{ disclosure, statement, supports }])
  }
  for (let at = 0; at < sentences.length; at++) {
    const sentence = sentences[at] as ReadSentence
    if (isNew[at] === 0 || !sentence.part.kept) continue
    const above = context(sentence)
    // The same words may stand many times in one text.
    if (!recall(sentence, above)) remember(sentence, above, bySentence.get(at) ?? [])
  }
}

/** What the patterns read in the sentences of `postings`, the best for each sentence and disclosure. */
function match(reading: Reading, catalog: Catalog, postings: Postings): Read[] {
  const { sentences, vocabulary } = reading
  const best = new Map<number, Read>()
  for (let disclosure = 0; disclosure < catalog.disclosures.length; disclosure++) {
    const { id, patterns } = catalog.disclosures[disclosure] as Disclosure
    for (let index = 0; index < patterns.length; index++) {
      const place = patterns[index] as number
      const found = candidates(vocabulary.patterns, place, postings)
      for (let next = 0; next < found.length; next++) {
        const at = found[next] as number
        const sentence = sentences[at] as ReadSentence
        const key = keyOf(at, disclosure)
        const before = best.get(key)
        // Most sentences that say a thing say it in the words of several patterns.
        if (before && !mayOutrank(vocabulary.patterns, place, before)) continue
        const pattern = vocabulary.patternAt(place, id, index)
        const match = matchIn(pattern, sentence, reading)
        if (!match) continue
        const statement = statementOf(pattern, id, match, sentence)
        const read = { key, disclosure, statement, supports: pattern.gives === 'support' }
        if (!before || outranks(read, before)) best.set(key, read)
      }
    }
  }
  return [...best.values()]
}

/** Statements without those that only support a disclosure which no other words make. */
function supported(statements: readonly Told[]): Statement[] {
  const made = new Set<string>()
  for (const { supports, statement } of statements)
    if (!supports && statement.polarity === 'affirmed') made.add(statement.disclosure)
  const kept: Statement[] = []
  for (const { supports, statement } of statements)
    if (!supports || made.has(statement.disclosure)) kept.push(statement)
  return kept
}

/** Matches of a rule's patterns, with their words; `values` takes out what their steps name. */
export function findAll(
  { id, patterns }: { id: string; patterns: readonly number[] },
  reading: Reading,
): { match: Match; sentence: ReadSentence; span: Span; pattern: Pattern; values: () => StatedValue[] }[] {
  const { sentences, vocabulary, postings } = reading
  return patterns.flatMap((place, index) =>
    candidates(vocabulary.patterns, place, postings).flatMap((at) => {
      const sentence = sentences[at] as ReadSentence
      const pattern = vocabulary.patternAt(place, id, index)
      return matchesIn(pattern, sentence, reading).map((match) => ({
        match,
        sentence,
        span: ownSpan(sentence, match.from, match.to),
        pattern,
        values: () => valuesOf(pattern, match, sentence),
      }))
    }),
  )
}

/** All matches of a pattern in a sentence, from left to right, none inside another. Steps in any order match once. */
function matchesIn(pattern: Pattern, sentence: ReadSentence, reading: Reading): Match[] {
  const matches: Match[] = []
  for (let start = 0; start < sentence.tokens.length;) {
    const match = matchIn(pattern, sentence, reading, start)
    if (!match) break
    matches.push(match)
    start = pattern.anyOrder ? sentence.tokens.length : match.to
  }
  return matches
}

function matchIn(pattern: Pattern, sentence: ReadSentence, reading: Reading, start = 0): Match | undefined {
  if (!standsWhereAsked(pattern, sentence, reading)) return undefined
  const match = matchPattern(pattern, sentence, reading.vocabulary, start)
  if (!match || pattern.gives === 'support' || !isBareHeading(sentence)) return match
  return hasValue(match, reading.vocabulary) ? match : undefined
}

/** Whether what stands above a sentence and before it is what a pattern asks. */
function standsWhereAsked({ heading, notHeading, after }: Pattern, sentence: ReadSentence, reading: Reading): boolean {
  if (after && !(sentence.before && hasAny(sentence.before.present, after))) return false
  if (!heading && !notHeading) return true
  const above = reading.context(sentence)
  if (heading && !above.some(({ present }) => hasAny(present, heading))) return false
  return !(notHeading && above.some(({ present }) => hasAny(present, notHeading)))
}

/** Headings longer than this, in tokens, are sentences that somebody formatted as a heading. */
const longestHeading = 15

function isBareHeading({ block, tokens }: ReadSentence): boolean {
  return block.kind === 'heading' && tokens.length <= longestHeading
}

/** A heading names what follows and says nothing itself, though it may support; but a value is said: "Effective: 2 May 2026". */
function hasValue(match: Match, { types }: Vocabulary): boolean {
  return match.at.some((found) => found !== undefined && types.has(found.hit.group))
}

/** Whether one reading goes before another of the same sentence and disclosure. */
function outranks(a: Told, b: Told): boolean {
  const left = rankOf(a)
  const right = rankOf(b)
  return left > right || (left === right && a.statement.values.length > b.statement.values.length)
}

/** Whether a match of the pattern at a place could go before what was read. */
function mayOutrank(patterns: PatternTable, place: number, before: Told): boolean {
  const values = mayHaveValues(patterns, place)
  const most = rank(givesOf(patterns, place), values, true)
  return values ? most >= rankOf(before) : most > rankOf(before)
}

function rankOf({ statement, supports }: Told): number {
  const gives = supports ? 'support' : statement.strength === 'partial' ? 'partial' : undefined
  return rank(gives, statement.values.length > 0, statement.polarity === 'affirmed')
}

/** Stated goes before partial and that before support, then values, then an affirmation before a denial. */
function rank(gives: Pattern['gives'], hasValues: boolean, isAffirmed: boolean): number {
  return (gives === undefined ? 8 : gives === 'partial' ? 4 : 0) + (hasValues ? 2 : 0) + (isAffirmed ? 1 : 0)
}

function statementOf(pattern: Pattern, disclosure: string, match: Match, sentence: ReadSentence): Statement {
  return {
    disclosure,
    polarity: match.negated ? 'denied' : 'affirmed',
    strength: pattern.gives === undefined ? 'stated' : 'partial',
    values: valuesOf(pattern, match, sentence),
    span: ownSpan(sentence, match.from, match.to),
    sentence: sentence.span,
    by: pattern.id,
  }
}

const joins = new Set([',', 'and', 'or', '&', '/', 'the'])

/** The values of the steps that name a fact path; a list after such a step ("to Chile, Peru and the US") gives all its members. */
function valuesOf(pattern: Pattern, match: Match, sentence: ReadSentence): StatedValue[] {
  const all: StatedValue[] = []
  for (let step = 0; step < pattern.steps.length; step++) {
    const { as } = pattern.steps[step] as Step
    const found = match.at[step]
    if (as !== undefined && found && found.at >= sentence.own) all.push(...membersOf(as, found, sentence))
  }
  return all
}

function membersOf(path: string, found: Found, sentence: ReadSentence): StatedValue[] {
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
