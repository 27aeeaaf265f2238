import type { Catalog } from '../catalog/types.ts'
import { leadsIn } from '../check/infer-laws.ts'
import { compose } from '../notice/compose.ts'
import type { Notice } from '../notice/notice.ts'
import { loadPolicy } from '../policy/policy.ts'
import { readNotice, state, type Reading } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import { statusOf } from '../reading/status.ts'
import { SourceText } from '../source/text.ts'
import { writeYaml } from '../source/yaml-write.ts'
import { factsOf, type Doubt, type Facts, type Sourced } from './facts.ts'
import { quote } from './quote.ts'
import {
  blockBodies,
  headingText,
  markdownBodies,
  outline,
  sectionIds,
  type BodyWriter,
  type Outline,
} from './sections.ts'
import { sectionTopics } from './topics.ts'
import { unitsOf, type Unit, type Units } from './units.ts'
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
  if (!notice.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return undefined
  const reading = readNotice(notice, catalog)
  const statements = state(reading, catalog)
  const { facts, doubts } = factsOf(source, reading, statements, catalog)
  const unread = unreadPassages(source, notice, statements)
  const spoken = spokenOf(source, reading, catalog)
  const text = unitsOf(source, notice)
  const isMarkdown = /\.(?:md|markdown)$/i.test(source.file)
  const bodies = isMarkdown ? markdownBodies(source, text.units) : blockBodies(text.units)
  const write = (cut: Outline): { yaml: string; sections: number } => {
    const sections = sectionsOf(cut, text, bodies, statements, catalog)
    const title = cut.title && headingText(cut.title)
    const parts = { file: source.file, language: notice.language, sections, facts, spoken, doubts, unread, catalog }
    const { root, comments } = draftYaml({ ...parts, ...(title !== undefined && { title }) })
    return { yaml: writeYaml(root, comments), sections: sections.length }
  }
  return {
    ...faithful(outlines(text.units, reading, bodies, catalog), write, statements, catalog),
    facts: count(facts),
    doubts,
    unread,
  }
}

/** The jurisdictions that a text's words lead to, each with the first words that do. */
function spokenOf(source: SourceText, reading: Reading, catalog: Catalog): Sourced[] {
  const { notice } = reading
  const spoken = new Map<string, Sourced>()
  for (const { names, span } of leadsIn(reading, catalog)) {
    const law = catalog.laws.find(({ id }) => id === names)
    const code = law ? wholeOf(law.jurisdictions) : names
    const text = notice.blocks[span.block]?.text ?? ''
    if (code !== undefined && !spoken.has(code))
      spoken.set(code, { value: code, from: quote(source, notice, { ...span, from: 0, to: text.length }, span) })
  }
  return [...spoken.values()]
}

/** Where a law binds: the whole stands before its parts (the EU before its members); a list of states has none. */
function wholeOf([first, ...others]: readonly string[]): string | undefined {
  return others.length > 0 && first?.includes('-') ? undefined : first
}

/** Ways to cut a notice, the most useful first. Headings above a sentence count when it is read, and cutting moves some. */
function outlines(units: readonly Unit[], reading: Reading, { starts }: BodyWriter, catalog: Catalog): Outline[] {
  const isTitle = (unit: Unit) => namesPolicy(unit, reading, catalog)
  return [
    outline(units, { starts, isTitle, fine: true }),
    outline(units, { starts, isTitle, fine: false }),
    outline(units, { starts, isTitle: () => false, fine: false }),
  ]
}

/** The first of several drafts that discloses what the text discloses, else the last. */
function faithful<T extends { yaml: string }>(
  cuts: readonly Outline[],
  write: (cut: Outline) => T,
  statements: readonly Statement[],
  catalog: Catalog,
): T {
  const wanted = disclosed(statements, catalog)
  let draft: T | undefined
  for (const cut of cuts) {
    draft = write(cut)
    const { policy } = loadPolicy(new SourceText('draft.policy.yaml', draft.yaml), catalog)
    const read = policy && state(readNotice(compose(policy, catalog).notice, catalog), catalog)
    if (read && disclosed(read, catalog) === wanted) break
  }
  return draft as T
}

/** What statements come to: the status of each disclosure, denials, and every value. */
function disclosed(statements: readonly Statement[], catalog: Catalog): string {
  const found = new Set<string>()
  for (const { disclosure, polarity, values } of statements)
    for (const { path, value } of [...values, { path: '', value: '' }])
      found.add([disclosure, polarity, path, value].join('|'))
  for (const [id, { status }] of statusOf(catalog, statements)) found.add(`${id}|${status}`)
  return [...found].sort().join('\n')
}

function sectionsOf(
  { stretches }: Outline,
  { units, unitOf }: Units,
  bodies: BodyWriter,
  statements: readonly Statement[],
  catalog: Catalog,
): DraftSection[] {
  const topics = sectionTopics(stretches, statements, unitOf, catalog)
  const ids = sectionIds(stretches, topics)
  return stretches.map((stretch, index) => ({
    id: ids[index] ?? '',
    topic: topics[index] ?? 'other',
    ...(stretch.heading && { heading: headingText(stretch.heading) }),
    body: bodies.body(stretch, stretches[index + 1]?.heading?.id ?? units.length),
  }))
}

function count({ values, codes, members }: Facts): number {
  const lists = [...codes.values(), ...members.values()]
  return values.size + lists.reduce((sum, list) => sum + list.length, 0)
}

/** Whether the heading that a text begins with speaks of a policy, and so names the notice. */
function namesPolicy({ text }: Unit, { sentences, notice }: Reading, catalog: Catalog): boolean {
  const group = catalog.lexicon.groups.policy
  const first = notice.blocks.find((block) => block.kind === 'heading')
  if (group === undefined || first?.text !== text) return false
  return sentences.some(({ block, present }) => block === first && present[group] !== 0)
}
