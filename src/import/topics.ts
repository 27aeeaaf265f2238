import type { Catalog } from '../catalog/types.ts'
import type { Reading } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import type { Stretch } from './sections.ts'

/** How much the words of a heading count beside what its section states. */
const headingWeight = 4
/** What a section must reach to have a topic; below it, it is about something else. */
const least = 0.5

/**
 * The topic of each section: what its heading's words are said of in the catalog's patterns, and what it states that
 * other sections do not. A section that speaks of nothing known has the topic `other`, before the first of them
 * `introduction`.
 */
export function sectionTopics(
  stretches: readonly Stretch[],
  reading: Reading,
  statements: readonly Statement[],
  catalog: Catalog,
): string[] {
  const speaking = topicsOfGroups(catalog)
  const stated = stretches.map(({ from, to }) => {
    const within = statements.filter(({ span }) => span.block >= from && span.block < to)
    return new Set(within.map(({ disclosure }) => disclosure))
  })
  let begun = false
  return stretches.map(({ heading }, index) => {
    const votes = new Map<string, number>()
    const vote = (topic: string, weight: number) => votes.set(topic, (votes.get(topic) ?? 0) + weight)
    for (const { id, topic } of catalog.disclosures)
      if (stated[index]?.has(id)) vote(topic, 1 / stated.filter((others) => others.has(id)).length)
    if (heading)
      for (const [topic, weight] of headingVotes(heading.id, reading, speaking)) vote(topic, weight * headingWeight)
    const [best] = [...votes].sort(([, a], [, b]) => b - a)
    const known = heading !== undefined && best !== undefined && best[1] >= least
    begun ||= known
    return known ? best[0] : begun ? 'other' : 'introduction'
  })
}

type Votes = ReadonlyMap<string, number>

function headingVotes(block: number, reading: Reading, speaking: ReadonlyMap<number, Votes>): Votes {
  const votes = new Map<string, number>()
  const groups = new Set<number>()
  for (const sentence of reading.sentences)
    if (sentence.block.id === block)
      for (const [group, there] of sentence.present.entries()) if (there) groups.add(group)
  for (const group of groups)
    for (const [topic, weight] of speaking.get(group) ?? []) votes.set(topic, (votes.get(topic) ?? 0) + weight)
  return votes
}

/** For each word group, the topics whose patterns use it, each with the square of its share: common words say little. */
function topicsOfGroups(catalog: Catalog): Map<number, Votes> {
  const uses = new Map<number, Map<string, number>>()
  for (const { topic, patterns } of catalog.disclosures)
    for (const { steps, heading = [] } of patterns)
      for (const group of new Set([...steps.flatMap(({ groups }) => groups), ...heading])) {
        const topics = uses.get(group) ?? new Map<string, number>()
        uses.set(group, topics.set(topic, (topics.get(topic) ?? 0) + 1))
      }
  return new Map(
    [...uses].map(([group, topics]) => {
      const all = [...topics.values()].reduce((sum, count) => sum + count, 0)
      return [group, new Map([...topics].map(([topic, count]) => [topic, (count / all) ** 2]))]
    }),
  )
}
