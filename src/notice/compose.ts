import type { Catalog } from '../catalog/types.ts'
import type { Finding } from '../finding.ts'
import type { Policy, Section } from '../policy/policy.ts'
import { NoticeBuilder } from './builder.ts'
import { topics } from './compose/topics.ts'
import { factSource, Writer } from './compose/writer.ts'
import type { Notice } from './notice.ts'
import { labelled, ProseReader } from './prose.ts'
import type { SectionName } from './slots.ts'

/** A composed notice, and what is wrong with the prose's slots (then it must not be rendered). */
export type Composed = { notice: Notice; findings: Finding[] }

/**
 * Composes the notice that a policy stands for: its sections in order, or without sections every topic that has facts.
 * Nothing is added that no fact or author said. Pure; knows no law.
 */
export function compose(policy: Policy, catalog: Catalog): Composed {
  const builder = new NoticeBuilder(policy.source.file, policy.language)
  const title = policy.root.get('title')
  if (title.string !== undefined)
    builder.add({
      kind: 'heading',
      level: 1,
      text: title.string,
      runs: [{ from: 0, to: title.string.length, source: authored(policy, title) }],
    })
  if (!policy.sections) {
    composeAll(policy, catalog, builder)
    return { notice: builder.build(), findings: [] }
  }
  const names = sectionNames(policy, policy.sections)
  const prose = new ProseReader(policy, catalog, builder, names)
  for (const [index, section] of policy.sections.entries()) {
    heading(section, names[index]?.label, policy, builder)
    if (section.body.known) prose.add(section)
    else {
      const writer = new Writer(
        builder,
        catalog,
        section.heading.known ? section.heading.place : section.fact.get('id').place,
      )
      writer.topic(section.topic)
      topics[section.topic]?.compose(policy.root, writer)
    }
  }
  return { notice: builder.build(), findings: prose.findings }
}

function composeAll(policy: Policy, catalog: Catalog, builder: NoticeBuilder): void {
  let number = 0
  const start = policy.root.keyPlace
  for (const [id, topic] of Object.entries(topics)) {
    if (topic.onlyWhenAsked) continue
    const scratch = new Writer(new NoticeBuilder(policy.source.file, policy.language), catalog, start)
    topic.compose(policy.root, scratch)
    if (scratch.written === 0) continue
    number++
    const anchor = policy.root.get(id).state === 'unknown' ? start : policy.root.get(id).keyPlace
    builder.add({
      kind: 'heading',
      level: 2,
      text: topic.heading,
      ...(policy.numbering === 'automatic' && { label: String(number), numbered: true as const }),
      runs: [{ from: 0, to: topic.heading.length, source: { kind: 'clause', id: `${id}.heading`, anchor } }],
    })
    const writer = new Writer(builder, catalog, anchor)
    writer.topic(id)
    topic.compose(policy.root, writer)
  }
}

function heading(section: Section, label: string | undefined, policy: Policy, builder: NoticeBuilder): void {
  const text = section.heading.words?.text
  if (!section.heading.known || text === undefined) return
  builder.add({
    kind: 'heading',
    level: 2,
    text,
    ...(label !== undefined && { label }),
    ...(policy.numbering === 'automatic' && { numbered: true as const }),
    runs: [{ from: 0, to: text.length, source: authored(policy, section.heading) }],
  })
}

/** A heading or title is words that an author wrote, though YAML holds it as a scalar. */
function authored(policy: Policy, fact: Section['heading']) {
  const words = fact.words
  return words ? { kind: 'author' as const, file: policy.source.file, offset: 0, maps: [words.map] } : factSource(fact)
}

/** Sections as cross-references call them. Without a heading a section has no number. */
function sectionNames(policy: Policy, sections: readonly Section[]): SectionName[] {
  let number = 0
  return sections.map((section) => {
    const text = section.heading.string ?? ''
    if (section.heading.known) number++
    const label = !section.heading.known
      ? undefined
      : policy.numbering === 'automatic'
        ? String(number)
        : policy.numbering === 'authored'
          ? labelled(text).label
          : undefined
    return {
      id: section.id,
      heading: policy.numbering === 'authored' ? stripLabel(text) : text,
      label,
      fact: section.heading,
    }
  })
}

function stripLabel(text: string): string {
  return text.replace(/^\(?\d+(?:\.\d+)*[.)]?\s*/u, '').replace(/:\s*$/u, '')
}
