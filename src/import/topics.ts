import { headings } from '../catalog/generated/headings.js'
import type { Catalog } from '../catalog/types.ts'
import type { Statement } from '../reading/statement.ts'
import { tokenize } from '../source/words.ts'
import type { Stretch } from './sections.ts'

/** The most words of a phrase in a heading. */
const longestPhrase = 6

/**
 * The topic of each section: the one with the longest phrase in its heading (rules/topics.yaml), else the one of what it
 * states and other sections do not. A section of which neither is known has the topic `other`, or before the first that
 * is known `introduction`.
 * @param unitOf the written block that a block of the notice is of
 */
export function sectionTopics(
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  unitOf: (block: number) => number,
  catalog: Catalog,
): string[] {
  const stated = statedIn(stretches, statements, unitOf)
  const sections = new Map<string, number>()
  for (const own of stated) for (const id of own) sections.set(id, (sections.get(id) ?? 0) + 1)
  const shares = stated.map((own) => sharesOf(own, sections, catalog))
  let begun = false
  return stretches.map(({ heading }, index) => {
    if (!heading) return begun ? 'other' : 'introduction'
    const share = shares[index] ?? new Map<string, number>()
    const named = topicsNamed(heading.text)
    const most = [...named].sort((a, b) => (share.get(b) ?? 0) - (share.get(a) ?? 0))[0]
    const [best] = [...share].sort(([, a], [, b]) => b - a)
    const topic = most ?? (best && best[1] >= 1 ? best[0] : undefined)
    begun ||= topic !== undefined && topic !== 'introduction'
    return topic ?? (begun ? 'other' : 'introduction')
  })
}

/** The disclosures that each section states. */
function statedIn(
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  unitOf: (block: number) => number,
): Set<string>[] {
  const stated = stretches.map(() => new Set<string>())
  let at = 0
  // Both are in the order of the text.
  for (const { disclosure, span } of statements) {
    const unit = unitOf(span.block)
    while (at < stretches.length && (stretches[at] as Stretch).to <= unit) at++
    if (at < stretches.length && (stretches[at] as Stretch).from <= unit) stated[at]?.add(disclosure)
  }
  return stated
}

/**
 * How much of each topic's disclosures a section states: all of what it alone states, a part of what others state too.
 * @param sections how many sections state each disclosure
 */
function sharesOf(
  own: ReadonlySet<string>,
  sections: ReadonlyMap<string, number>,
  catalog: Catalog,
): Map<string, number> {
  const shares = new Map<string, number>()
  for (const { id, topic } of catalog.disclosures)
    if (own.has(id)) shares.set(topic, (shares.get(topic) ?? 0) + 1 / (sections.get(id) ?? 1))
  return shares
}

/** The topics whose phrase in a heading is the longest. */
function topicsNamed(heading: string): string[] {
  const known = headings()
  const words = tokenize(heading)
    .map(({ word }) => word)
    .filter((word) => word !== '-')
  for (let length = Math.min(longestPhrase, words.length); length > 0; length--) {
    const found = new Set<string>()
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(' ')
      if (Object.hasOwn(known, phrase)) found.add(known[phrase] as string)
    }
    if (found.size > 0) return [...found]
  }
  return []
}
