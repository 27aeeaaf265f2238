import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { placeSpan, type Block, type Notice } from '../../notice/notice.ts'
import type { Fact } from '../../policy/fact.ts'
import type { Ground } from '../judge.ts'
import { atFact } from '../make.ts'

/** A section without a body whose topic no fact fills: readers would see a heading and nothing under it. */
export function emptySection({ policy, notice }: Ground, page: CheckPage): Finding[] {
  return (policy?.sections ?? []).flatMap((section) => {
    if (section.body.known || !section.heading.known) return []
    const heading = notice.blocks.find((block) => block.kind === 'heading' && standsIn(block, section.heading, notice))
    const filled = heading !== undefined && notice.blocks.some((block) => block.heading === heading.id)
    if (filled) return []
    return [
      atFact(section.heading, {
        rule: page.id,
        severity: page.severity,
        message: `The section “${section.heading.string ?? ''}” has no body, and no fact fills its topic “${section.topic}”.`,
        remedy: page.remedy,
        where: section.id,
      }),
    ]
  })
}

/** Whether a heading was written there: two sections may have the same words. */
function standsIn(block: Block, { place: { range } }: Fact, notice: Notice): boolean {
  const at = placeSpan(notice, { block: block.id, from: 0, to: block.text.length })
  return at.kind === 'words' && at.place.range.start >= range.start && at.place.range.end <= range.end
}
