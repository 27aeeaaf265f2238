import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import { unlabelled } from '../../notice/label.ts'
import { findAll } from '../../reading/read.ts'
import type { ReadSentence } from '../../reading/wording.ts'
import type { Ground } from '../judge.ts'
import { atSpan, citesOf } from '../make.ts'

/** A promise of means of contact, and no usable one up to the next heading. */
export function contactPromised(ground: Ground, page: CheckPage): Finding[] {
  const { notice, reading } = ground
  return findAll(page, reading).flatMap(({ sentence, span }) => {
    if (sentence.block.kind === 'heading' || givenAfter(reading.sentences, sentence, ground)) return []
    const heading = sentence.block.heading === undefined ? undefined : notice.blocks[sentence.block.heading]
    const where = heading
      ? `Section ${heading.label === undefined ? '' : `${heading.label} `}"${heading.numbered ? heading.text : unlabelled(heading.text)}"`
      : 'The notice'
    const quote = notice.blocks[span.block]?.text.slice(span.from, span.to) ?? ''
    return [
      atSpan(notice, span, {
        rule: page.id,
        severity: page.severity,
        message: `${where} promises “${quote}” and gives none.`,
        remedy: page.remedy,
        citations: citesOf(page, ground),
        where: heading?.text ?? '',
      }),
    ]
  })
}

const usable = ['email', 'url', 'phone', 'address']

/** Whether a usable means of contact stands in the promise's own sentence or in what follows up to the next heading. */
function givenAfter(sentences: readonly ReadSentence[], promise: ReadSentence, { reading, notice }: Ground): boolean {
  const types = usable.map((type) => reading.vocabulary.values.get(type) ?? -1)
  for (const sentence of sentences.slice(sentences.indexOf(promise))) {
    if (sentence !== promise && sentence.block.kind === 'heading' && sentence.block.id > promise.block.id) return false
    if (types.some((type) => sentence.present[type] !== 0)) return true
    if (notice.blocks[sentence.block.id]?.links.some((link) => link.target !== '')) return true
  }
  return false
}
