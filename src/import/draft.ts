import type { Catalog } from '../catalog/types.ts'
import type { Block, Notice } from '../notice/notice.ts'
import { settled } from '../notice/words.ts'
import { readNotice, state, type Reading } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import type { SourceText } from '../source/text.ts'
import { writeYaml } from '../source/yaml-write.ts'
import { factsOf, type Doubt, type Facts } from './facts.ts'
import { listMarks } from './marks.ts'
import { blockBodies, markdownBodies, outline, sectionIds } from './sections.ts'
import { sectionTopics } from './topics.ts'
import { unreadPassages, type Passage } from './unread.ts'
import { draftYaml, type DraftSection } from './write.ts'

/** A draft policy made from a published notice, and what its author should know. */
export type Draft = {
  /** The policy as YAML, with comments. It keeps to the policy schema. */
  yaml: string
  sections: number
  /** How many facts were filled in. */
  facts: number
  /** What the text says and became no fact. */
  doubts: Doubt[]
  /** Passages of the text from which nothing was read. */
  unread: Passage[]
}

/**
 * Makes a draft policy from a notice that was read from a text: its sections with the prose word for word, and the facts
 * that its statements leave no doubt about. Nothing is guessed; what is in doubt or was not understood is in comments.
 * Pure: the same text gives the same draft.
 * @param source the text that the notice was read from; Markdown (.md, .markdown) keeps its author's marks
 * @returns undefined when there are no words in the notice
 */
export function importNotice(source: SourceText, notice: Notice, catalog: Catalog): Draft | undefined {
  const reading = readNotice(notice, catalog)
  const statements = state(reading, catalog)
  const isMarkdown = /\.(?:md|markdown)$/i.test(source.file)
  const bodies = isMarkdown ? markdownBodies(source, notice) : blockBodies(notice, listMarks(source, notice))
  const { title, stretches } = outline(notice, bodies.starts, (block) => isTitle(block, reading, catalog))
  if (!title && stretches.length === 0) return undefined
  const topics = sectionTopics(stretches, statements, catalog)
  const ids = sectionIds(stretches, topics)
  const sections = stretches.map((stretch, index): DraftSection => {
    const next = stretches[index + 1]?.heading?.id ?? notice.blocks.length
    return {
      id: ids[index] ?? '',
      topic: topics[index] ?? 'other',
      ...(stretch.heading && { heading: settled(stretch.heading.text) }),
      body: bodies.body(stretch, next),
    }
  })
  const { facts, doubts } = factsOf(source, notice, statements, catalog)
  const unread = unreadPassages(source, notice, statements)
  const parts = { file: source.file, language: notice.language, sections, facts, doubts, unread, catalog }
  const yaml = draftYaml({ ...parts, ...(title && { title: settled(title.text) }) })
  return { yaml: writeYaml(yaml.root, yaml.comments), sections: sections.length, facts: count(facts), doubts, unread }
}

function count({ values, codes, members }: Facts): number {
  const lists = [...codes.values(), ...members.values()]
  return values.size + lists.reduce((sum, list) => sum + list.length, 0)
}

/** A heading that speaks of a policy names the notice. */
function isTitle(block: Block, { sentences }: Reading, catalog: Catalog): boolean {
  const group = catalog.lexicon.groups.policy
  return group !== undefined && sentences.some((sentence) => sentence.block === block && sentence.present[group] === 1)
}

export type { Statement }
