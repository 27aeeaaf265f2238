import type { Catalog } from '../catalog/types.ts'
import type { Finding } from '../finding.ts'
import type { Fact } from '../policy/fact.ts'
import type { Policy, Section } from '../policy/policy.ts'
import type { Place } from '../source/range.ts'
import { NoticeBuilder, type NewBlock } from './builder.ts'
import { topics, type Topic } from './compose/topics.ts'
import { Writer } from './compose/writer.ts'
import { labelled, unlabelled } from './label.ts'
import type { Notice } from './notice.ts'
import { placeOfSection, ProseReader } from './prose.ts'
import type { SectionName } from './slots.ts'
import { settled, settledWords } from './words.ts'

/** A composed notice, and what is wrong with the prose's slots (then it must not be rendered). */
export type Composed = { notice: Notice; findings: Finding[] }

/**
 * Composes the notice that a policy stands for: its sections in order, or without sections every topic that has facts.
 * Nothing is added that no fact or author said. Pure; knows no law.
 */
export function compose(policy: Policy, catalog: Catalog): Composed {
  const builder = new NoticeBuilder(policy.source.file, policy.language)
  const title = authored(policy.root.get('title'), policy)
  if (title) builder.add({ kind: 'heading', level: 1, ...title, ...labelled(title.text) })
  if (!policy.sections) {
    composeAll(policy, catalog, builder)
    return { notice: builder.build(), findings: [] }
  }
  const names = sectionNames(policy, policy.sections)
  const prose = new ProseReader(policy, catalog, builder, names)
  for (const [index, section] of policy.sections.entries()) {
    const heading = authored(section.heading, policy)
    if (heading)
      builder.add({ kind: 'heading', level: 2, ...heading, ...number(names[index]?.label, heading.text, policy) })
    if (section.body.known) prose.add(section)
    else {
      const writer = new Writer(builder, catalog, placeOfSection(section))
      writer.topic(section.topic)
      topics[section.topic]?.compose(policy.root, writer)
    }
  }
  return { notice: builder.build(), findings: prose.findings }
}

function composeAll(policy: Policy, catalog: Catalog, builder: NoticeBuilder): void {
  let count = 0
  for (const [id, topic] of Object.entries(topics)) {
    if (topic.onlyWhenAsked) continue
    const anchor = keyOf(topic, policy)
    const writer = new Writer(builder, catalog, anchor)
    writer.topic(id, () => {
      count++
      builder.add({
        kind: 'heading',
        level: 2,
        text: topic.heading,
        ...number(String(count), topic.heading, policy),
        runs: [{ from: 0, to: topic.heading.length, source: { kind: 'clause', id: `${id}.heading`, anchor } }],
      })
    })
    topic.compose(policy.root, writer)
  }
}

/** The key that carries a topic's facts: of those that may, the first that is given. */
function keyOf(topic: Topic, { root }: Policy): Place {
  const facts = topic.facts.map((path) => root.at(path))
  return (facts.find((fact) => fact.state !== 'unknown') ?? root).keyPlace
}

/** The number that readers see: ours where numbering is automatic, else one among the heading's words. */
function number(ours: string | undefined, heading: string, policy: Policy): Pick<NewBlock, 'label' | 'numbered'> {
  if (policy.numbering !== 'automatic') return labelled(heading)
  return { ...(ours !== undefined && { label: ours }), numbered: true }
}

/** A title or heading: words that an author wrote, though YAML holds them as a scalar. Undefined where there are none. */
function authored(fact: Fact, policy: Policy): Pick<NewBlock, 'text' | 'runs'> | undefined {
  if (!fact.known || !fact.words) return undefined
  const { text, map } = settledWords(fact.words)
  const source = { kind: 'author' as const, file: policy.source.file, offset: 0, maps: [map] }
  return text === '' ? undefined : { text, runs: [{ from: 0, to: text.length, source }] }
}

/** Sections as cross-references call them. Without a heading a section has no number. */
function sectionNames(policy: Policy, sections: readonly Section[]): SectionName[] {
  let count = 0
  return sections.map(({ id, heading: fact }) => {
    const text = settled(fact.string ?? '')
    if (text === '') return { id, heading: text, label: undefined, fact }
    count++
    if (policy.numbering === 'authored') return { id, heading: unlabelled(text), label: labelled(text).label, fact }
    return { id, heading: text, label: policy.numbering === 'automatic' ? String(count) : undefined, fact }
  })
}
