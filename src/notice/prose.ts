import { identityOf, type Finding } from '../finding.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Policy, Section } from '../policy/policy.ts'
import { parseMarkdown, type Inline, type MarkdownBlock, type Slot } from '../source/markdown.ts'
import type { Mapped } from '../source/offset-map.ts'
import type { Place } from '../source/range.ts'
import type { NewBlock, NoticeBuilder } from './builder.ts'
import { factSource, Writer } from './compose/writer.ts'
import { topics } from './compose/topics.ts'
import type { Filled, Run } from './notice.ts'
import { resolveSlot, type SectionName, type SlotValue } from './slots.ts'

/** The prose of a section as it was written, and where it was. */
type Body = { mapped: Mapped; file: string; use: Place | undefined }

/**
 * Adds a section's authored Markdown to the notice: its blocks with their places, slots filled with facts as text,
 * `{{ compose topic }}` standing alone replaced by composed blocks.
 */
export class ProseReader {
  readonly findings: Finding[] = []
  readonly #policy: Policy
  readonly #catalog: Catalog
  readonly #builder: NoticeBuilder
  readonly #sections: readonly SectionName[]

  constructor(policy: Policy, catalog: Catalog, builder: NoticeBuilder, sections: readonly SectionName[]) {
    this.#policy = policy
    this.#catalog = catalog
    this.#builder = builder
    this.#sections = sections
  }

  add(section: Section): void {
    const mapped = section.body.words
    if (!mapped) return
    const body: Body = { mapped, file: this.#policy.source.file, use: section.body.use }
    let from = 0
    let fills: Filled[] = []
    const flush = (to: number): void => {
      const text = mapped.text.slice(from, to)
      if (text.trim() !== '')
        this.#builder.prose(
          text,
          fills.map((fill) => ({ ...fill, range: shift(fill.range, -from) })),
        )
      fills = []
    }
    for (const block of parseMarkdown(mapped.text)) {
      const values = inlines(block).flatMap((inline) =>
        inline.slots.map((slot) => ({ slot, value: this.#resolve(slot, body, section) })),
      )
      const alone = composedAlone(block, values)
      if (alone !== undefined) {
        flush(block.range.start)
        from = block.range.end
        this.#compose(alone, section, placeOfSlot(values[0]?.slot, body))
        continue
      }
      for (const { slot, value } of values) {
        if (value.kind === 'compose') this.#fault(slot, body, section, composeInline(value.topic))
        if (value.kind === 'fact' || value.kind === 'section')
          fills.push({ range: slot.range, text: value.text, where: whereOf(slot, block) })
      }
      this.#builder.addRead(this.#block(block, body, values))
    }
    flush(mapped.text.length)
  }

  #compose(topic: string, section: Section, use: Place): void {
    const writer = new Writer(this.#builder, this.#catalog, section.heading.place, use)
    writer.topic(topic)
    topics[topic]?.compose(this.#policy.root, writer)
    if (writer.written === 0)
      this.findings.push(
        finding(
          'interpolation',
          'error',
          `No fact fills the topic "${topic}", so {{ compose ${topic} }} has no words.`,
          'Give the facts, or take the call out.',
          use,
          section.id,
        ),
      )
  }

  #block(block: MarkdownBlock, body: Body, values: { slot: Slot; value: SlotValue }[]): NewBlock {
    const value = (slot: Slot) => values.find((entry) => entry.slot === slot)?.value
    if (block.kind === 'row') return row(block, body, value)
    const { text, runs, links } = words(block.inline, body, value, 0)
    const base = { text, runs, links }
    if (block.kind === 'heading')
      return {
        ...base,
        kind: 'heading',
        level: Math.min(block.level + (block.level < 3 ? 3 - block.level : 0), 6),
        ...labelled(text),
      }
    if (block.kind === 'item') return { ...base, kind: 'item', depth: block.depth }
    return { ...base, kind: 'paragraph' }
  }

  #resolve(slot: Slot, body: Body, section: Section): SlotValue {
    const value = resolveSlot(slot.expression, this.#policy, this.#sections, this.#catalog)
    if (value.kind === 'fault') this.#fault(slot, body, section, value)
    return value
  }

  #fault(slot: Slot, body: Body, section: Section, fault: { message: string; remedy: string }): void {
    this.findings.push(
      finding('interpolation', 'error', fault.message, fault.remedy, placeOfSlot(slot, body), section.id),
    )
  }
}

/** How a filled slot must be escaped. */
function whereOf(slot: Slot, block: MarkdownBlock): Filled['where'] {
  if (slot.at === undefined) return 'target'
  if (block.kind === 'row') return 'cell'
  return slot.at === 0 ? 'start' : 'text'
}

function composeInline(topic: string): { message: string; remedy: string } {
  return {
    message: `{{ compose ${topic} }} stands inside a sentence.`,
    remedy: 'Put it in a paragraph of its own, with an empty line before and after.',
  }
}

function finding(
  rule: string,
  severity: Finding['severity'],
  message: string,
  remedy: string,
  place: Place,
  where: string,
): Finding {
  return {
    rule,
    severity,
    message,
    remedy,
    at: { kind: 'absence', place },
    related: [],
    citations: [],
    identity: identityOf(rule, where, message),
  }
}

/** A number that an author gave a heading: "13. Contact", "2.1 Data", "(a) Uses", "A. Information". */
export function labelled(text: string): { label?: string } {
  const found = /^\(?(\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5})(?:\)|\.\)?(?=\s|\p{L})|(?<=\d)(?=\s))/u.exec(
    text,
  )
  return found?.[1] === undefined ? {} : { label: found[1] }
}

function inlines(block: MarkdownBlock): Inline[] {
  return block.kind === 'row' ? block.cells : [block.inline]
}

function composedAlone(block: MarkdownBlock, values: { slot: Slot; value: SlotValue }[]): string | undefined {
  const only = values[0]
  if (block.kind !== 'paragraph' || block.depth > 0 || values.length !== 1 || only?.value.kind !== 'compose')
    return undefined
  return block.inline.text.trim() === '\uFFFC' ? only.value.topic : undefined
}

function placeOfSlot(slot: Slot | undefined, body: Body): Place {
  return {
    file: body.file,
    range: slot ? body.mapped.map.range(slot.range.start, slot.range.end) : body.mapped.map.range(0, 0),
  }
}

type Valued = (slot: Slot) => SlotValue | undefined

/** A block's text with its slots filled: author's runs between facts' runs. */
function words(
  inline: Inline,
  body: Body,
  value: Valued,
  offset: number,
): Pick<NewBlock, 'text' | 'runs'> & { links: NonNullable<NewBlock['links']> } {
  const runs: Run[] = []
  const links: NonNullable<NewBlock['links']> = []
  const maps = [inline.map, body.mapped.map]
  let text = ''
  let at = 0
  const grown: { at: number; by: number }[] = []
  const author = (to: number): void => {
    if (to <= at) return
    const from = offset + text.length
    text += inline.text.slice(at, to)
    runs.push({ from, to: offset + text.length, source: { kind: 'author', file: body.file, offset: at, maps } })
  }
  for (const slot of inline.slots) {
    if (slot.at === undefined) continue
    author(slot.at)
    at = slot.at + 1
    const filled = value(slot)
    if (filled?.kind !== 'fact' && filled?.kind !== 'section') continue
    const from = offset + text.length
    text += filled.text
    grown.push({ at: slot.at, by: filled.text.length - 1 })
    const use = placeOfSlot(slot, body)
    runs.push({
      from,
      to: offset + text.length,
      source: filled.kind === 'fact' ? factSource(filled.fact, use) : { kind: 'clause', id: 'section', anchor: use },
    })
  }
  author(inline.text.length)
  const moved = (position: number) =>
    offset + position + grown.filter((slot) => slot.at < position).reduce((sum, slot) => sum + slot.by, 0)
  for (const link of inline.links)
    links.push({ from: moved(link.from), to: moved(link.to), target: filledTarget(link.target, inline, value) })
  return { text, runs, links }
}

/** A link's target with the facts in its slots. */
function filledTarget(target: string, inline: Inline, value: Valued): string {
  return inline.slots
    .filter((slot) => slot.at === undefined)
    .reduce((filled, slot) => {
      const found = value(slot)
      return found?.kind === 'fact'
        ? filled.replace(
            new RegExp(`\\{\\{\\s*${slot.expression.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\}\\}`),
            () => found.text,
          )
        : filled
    }, target)
}

function row(block: MarkdownBlock & { kind: 'row' }, body: Body, value: Valued): NewBlock {
  const made: NewBlock = { kind: 'row', text: '', runs: [], links: [], cells: [] }
  for (const [index, cell] of block.cells.entries()) {
    if (index > 0) {
      const from = made.text.length
      made.text += ' | '
      made.runs.push({
        from,
        to: from + 3,
        source: {
          kind: 'clause',
          id: 'row',
          anchor: { file: body.file, range: body.mapped.map.range(block.range.start, block.range.start) },
        },
      })
    }
    const filled = words(cell, body, value, made.text.length)
    made.cells?.push({ from: made.text.length, to: made.text.length + filled.text.length })
    made.text += filled.text
    made.runs.push(...filled.runs)
    made.links?.push(...filled.links)
  }
  return made
}

function shift(range: { start: number; end: number }, by: number): { start: number; end: number } {
  return { start: range.start + by, end: range.end + by }
}
