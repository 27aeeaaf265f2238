import type { Catalog, Disclosure } from '../catalog/types.ts'
import { isPolicy } from '../catalog/generated/is-policy.js'
import type { Notice } from '../notice/notice.ts'
import type { Reading } from '../reading/read.ts'
import type { StatedValue, Statement } from '../reading/statement.ts'
import type { SourceText } from '../source/text.ts'
import { denials, isWhole, keyOf } from './denials.ts'
import { quote, type Quoted } from './quote.ts'

/** A value with the words that it came from. */
export type Sourced = { value: string | number; from: Quoted }

/** What statements leave no doubt about: single values and lists of codes by path, and the members of lists of facts. */
export type Facts = {
  values: Map<string, Sourced>
  codes: Map<string, Sourced[]>
  /** By the list's path; a member's values are by their path below it (`mechanism`, `to.*`). */
  members: Map<string, Member[]>
}

export type Member = Map<string, Sourced[]>

/** Something that statements say and that became no fact, and why. */
export type Doubt = { path: string; why: string; said: Sourced[] }

type Saying = Sourced & { path: string; statement: Statement }

/** The facts that a notice's statements give, and what they say that gives none. */
export function factsOf(
  source: SourceText,
  reading: Reading,
  statements: readonly Statement[],
  catalog: Catalog,
): { facts: Facts; doubts: Doubt[] } {
  const facts: Facts = { values: new Map(), codes: new Map(), members: new Map() }
  const doubts: Doubt[] = []
  const sayings = statements
    .filter(({ polarity }) => polarity === 'affirmed')
    .flatMap((statement) => statement.values.map((value) => saying(source, reading.notice, statement, value, catalog)))
  const { plain, unsure } = sorted(sayings, reading, catalog)
  for (const [path, said] of grouped(unsure, ({ path }) => path))
    doubts.push({ path, why: vague, said: distinct(said) })
  const denied = denials(source, reading, statements, catalog)
  doubts.push(...denied.doubts)
  const refused = new Set(denied.doubts.map(({ path }) => path))
  for (const [root, said] of grouped(plain, ({ path }) => rootOf(path))) {
    if (refused.has(root)) continue
    if (!said[0]?.path.includes('*')) single(root, said, facts, doubts)
    else if (said[0].path === `${root}.*`) facts.codes.set(root, distinct(said))
    else listed(root, said, facts, doubts)
  }
  for (const [path, said] of denied.none) facts.values.set(path, said)
  drop(facts, doubts)
  return { facts, doubts }
}

const vague = 'the text says this, and not plainly of what'

/**
 * Values that are plain, and others: `none` in a sentence that takes a part of it back ("free of charge unless …"), and
 * what a disclosure of several facts says (a country: of a transfer, or of storage?) and none that is of one fact.
 */
function sorted(
  sayings: readonly Saying[],
  { sentences }: Reading,
  catalog: Catalog,
): Record<'plain' | 'unsure', Saying[]> {
  const bySpan = new Map(sentences.map((sentence) => [keyOf(sentence.span), sentence]))
  const wide = new Set(catalog.disclosures.filter((one) => rootsOf(one) > 2).map(({ id }) => id))
  const narrow = new Set(
    sayings.filter(({ statement }) => !wide.has(statement.disclosure)).map(({ path, value }) => `${path} ${value}`),
  )
  const isPlain = ({ path, value, statement }: Saying) => {
    if (value === 'none') return isWhole(statement, bySpan.get(keyOf(statement.sentence)), catalog)
    return !wide.has(statement.disclosure) || narrow.has(`${path} ${value}`)
  }
  return { plain: sayings.filter(isPlain), unsure: sayings.filter((saying) => !isPlain(saying)) }
}

/** How many keys at the top of a policy a disclosure is composed from. */
function rootsOf({ facts }: Disclosure): number {
  return new Set(facts.map((path) => path.split('.')[0])).size
}

/** A list's own path, or the path itself. */
function rootOf(path: string): string {
  const star = path.indexOf('.*')
  return star < 0 ? path : path.slice(0, star)
}

/** Values whose words are the fact; others stand in words of their own form ("one month" for P1M). */
const asWritten = /\.(?:email|phone|form|url|name)$/

function saying(
  source: SourceText,
  notice: Notice,
  statement: Statement,
  { path, value, span }: StatedValue,
  catalog: Catalog,
): Saying {
  const words = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
  const isCode = catalog.facts[path]?.form === 'country'
  const written = asWritten.test(path) && !isCode ? words : value
  const number = path === 'children.age' ? Number(written) : written
  return { path, statement, value: number, from: quote(source, notice, statement.sentence, span) }
}

function single(path: string, said: readonly Saying[], facts: Facts, doubts: Doubt[]): void {
  const values = distinct(said)
  const [only, ...others] = values
  if (only && others.length === 0) facts.values.set(path, only)
  else doubts.push({ path, why: 'the text says different things', said: values })
}

/** The members of a list: one for each statement; statements that say the same are one. */
function listed(root: string, said: readonly Saying[], facts: Facts, doubts: Doubt[]): void {
  const members = new Map<string, Member>()
  const incomplete: [string, Sourced][] = []
  for (const [, own] of grouped(said, ({ statement }) => statement))
    for (const member of membersOf(root, own)) {
      const key = [...member].map(([path, values]) => `${path}=${values.map(({ value }) => value).join()}`).join('|')
      if (stands(nested(root, [dataOf(member)]))) {
        if (!members.has(key)) members.set(key, member)
      } else for (const [path, values] of member) for (const one of values) incomplete.push([`${root}.*.${path}`, one])
    }
  if (members.size > 0) facts.members.set(root, [...members.values()])
  for (const [path, some] of grouped(incomplete, ([path]) => path))
    doubts.push({
      path,
      why: vague,
      said: distinct(some.map(([, one]) => one)),
    })
}

/** A statement's values under one list: of a key that has one value each value makes a member of its own. */
function membersOf(root: string, said: readonly Saying[]): Member[] {
  const byKey = grouped(said, ({ path }) => path.slice(root.length + 3))
  const many = [...byKey].filter(([key, values]) => !key.endsWith('.*') && distinct(values).length > 1)
  if (many.length === 0) return [new Map([...byKey].map(([key, values]) => [key, distinct(values)]))]
  return many.flatMap(([key, values]) => distinct(values).map((value) => new Map([[key, [value]]])))
}

/** The plain data of a member. */
function dataOf(member: Member): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const [path, said] of member) {
    const keys = path.replace(/\.\*$/, '').split('.')
    const last = keys.pop() as string
    let at = data
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>
    at[last] = path.endsWith('.*') ? said.map(({ value }) => value) : said[0]?.value
  }
  return data
}

/** Leaves out what the schema does not take: an address without `https://`, a month for a day. */
function drop(facts: Facts, doubts: Doubt[]): void {
  const refuse = (path: string, said: Sourced[]) =>
    doubts.push({ path, why: 'this is not of the form that the fact has', said })
  for (const [path, said] of facts.values)
    if (!stands(nested(path, said.value))) {
      facts.values.delete(path)
      refuse(path, [said])
    }
  for (const [path, list] of facts.codes) {
    const wrong = list.filter(({ value }) => !stands(nested(path, [value])))
    if (wrong.length === 0) continue
    facts.codes.set(
      path,
      list.filter((said) => !wrong.includes(said)),
    )
    refuse(path, wrong)
  }
}

/** Whether a policy of nothing but this keeps to the schema. */
function stands(facts: Record<string, unknown>): boolean {
  return isPolicy({ clauselint: 1, ...facts })
}

/** A value under a dotted path. */
function nested(path: string, value: unknown): Record<string, unknown> {
  return path.split('.').reduceRight((inner, key) => ({ [key]: inner }), value) as Record<string, unknown>
}

function distinct(said: readonly Sourced[]): Sourced[] {
  const found = new Map<string, Sourced>()
  for (const { value, from } of said) {
    const key = String(value).toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')
    if (!found.has(key)) found.set(key, { value, from })
  }
  return [...found.values()]
}

function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
