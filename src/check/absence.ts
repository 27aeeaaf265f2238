import type { Disclosure } from '../catalog/types.ts'
import { headingsOf, placeSpan } from '../notice/notice.ts'
import type { Place } from '../source/range.ts'
import type { Ground } from './judge.ts'

/** Where a missing disclosure should stand: its topic's section, else the key that would carry its fact, else the start. */
export function absencePlace(disclosure: Disclosure, ground: Ground): Place {
  const { policy } = ground
  if (policy?.sections) {
    const section = policy.sections.find((candidate) => candidate.topic === disclosure.topic)
    if (section) return section.heading.known ? section.heading.place : section.fact.get('id').place
    return policy.root.get('sections').keyPlace
  }
  if (policy) return keyFor(disclosure.facts[0] ?? '', policy)
  return startOf(ground)
}

/** The nearest written key on the way to a fact path. */
export function keyFor(path: string, policy: NonNullable<Ground['policy']>): Place {
  const [before = ''] = path.replace(/\[.*$/, '').split('.*')
  return policy.root.at(before).keyPlace
}

/** The start of a notice: its title, or its first words. */
export function startOf({ notice }: Pick<Ground, 'notice'>): Place {
  const first = notice.blocks.find((block) => block.text.trim() !== '')
  if (!first) return { file: notice.file, range: { start: 0, end: 0 } }
  const heading = headingsOf(notice, first)[0] ?? first
  return placeSpan(notice, { block: heading.id, from: 0, to: heading.text.length }).place
}
