import { identityOf, type Finding } from '../finding.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Policy, Section } from '../policy/policy.ts'
import { parseMarkdown, type MarkdownBlock, type Slot } from '../source/markdown.ts'
import type { Place } from '../source/range.ts'
import type { NewBlock, NoticeBuilder } from './builder.ts'
import { Writer } from './compose/writer.ts'
import { topics } from './compose/topics.ts'
import { deepen, inlines, surroundings, type Surroundings } from './fills.ts'
import { labelled } from './label.ts'
import type { Filled } from './notice.ts'
import { depthOf, markerOf, placeOfSlot, row, words, type Body } from './prose-words.ts'
import { resolveSlot, unwritable, type SectionName, type SlotValue } from './slots.ts'
import { withoutEnd } from './words.ts'

/** The place that stands for a section: its heading, else its id. */
export function placeOfSection({ heading, fact }: Section): Place {
  return heading.known ? heading.place : fact.get('id').place
}

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
    const written = section.body.words
    if (!written) return
    const mapped = { text: withoutEnd(written.text), map: written.map }
    const blocks = parseMarkdown(mapped.text)
    const { levels, changes: marks } = deepen(blocks, mapped.text, section.heading.known ? 3 : 2)
    const body: Body = { mapped, section, file: this.#policy.source.file, values: new Map(), levels }
    const changes = [...this.#fill(blocks, body), ...marks]
    changes.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    this.#unclosed(body)
    let from = 0
    const flush = (to: number): void => {
      const text = mapped.text.slice(from, to)
      const within = changes.filter(({ range }) => range.start >= from && range.end <= to)
      if (withoutEnd(text) !== '')
        this.#builder.prose(
          text,
          within.map((change) => shift(change, -from)),
        )
    }
    let columns: string[] | undefined
    for (const block of blocks) {
      const alone = composedAlone(block, body)
      if (alone) {
        flush(block.range.start)
        from = block.range.end
        this.#compose(alone.topic, body, placeOfSlot(alone.slot, body))
        continue
      }
      for (const slot of inlines(block).flatMap((inline) => inline.slots)) {
        const value = body.values.get(slot.range.start)
        if (value?.kind === 'compose') this.#fault(slot, body, composeInline(value.topic))
      }
      const made = this.#block(block, body, columns)
      this.#builder.addRead(made)
      if (block.kind !== 'row') columns = undefined
      else if (block.header) columns = made.cells?.map((cell) => made.text.slice(cell.from, cell.to))
    }
    flush(mapped.text.length)
  }

  /** Resolves each slot once: a link's definition that two links use has its slots in both. */
  #fill(blocks: readonly MarkdownBlock[], body: Body): Filled[] {
    const slots = blocks.flatMap((block) =>
      inlines(block).flatMap((inline) => inline.slots.map((slot) => ({ slot, block }))),
    )
    if (slots.length === 0) return []
    const around = surroundings(
      body.mapped.text,
      slots.map(({ slot }) => slot),
    )
    return slots.flatMap(({ slot, block }) => {
      const { start } = slot.range
      if (body.values.has(start)) return []
      const surrounding = around.get(start) ?? 'unread'
      const value = this.#resolve(slot, surrounding)
      body.values.set(start, value)
      if (value.kind === 'fault') this.#fault(slot, body, value)
      if (value.kind !== 'fact' && value.kind !== 'section') return []
      return [{ range: slot.range, text: value.text, where: whereOf(slot, block, surrounding) }]
    })
  }

  /** Braces that open a slot and close none would be published as they stand. A slot keeps to its line. */
  #unclosed({ mapped, section, file }: Body): void {
    let start = 0
    for (const line of mapped.text.split('\n')) {
      const at = line.indexOf('{{', line.lastIndexOf('}}') + 1)
      if (at >= 0 && line[at - 1] !== '\\') {
        const place = { file, range: mapped.map.range(start + at, start + at + 2) }
        this.#report(section, place, '{{', {
          message: 'The braces "{{" open a slot that is not closed on its line.',
          remedy: 'Close it with }}, or write \\{{ for the braces themselves.',
        })
      }
      start += line.length + 1
    }
  }

  #resolve(slot: Slot, surrounding: Surroundings): SlotValue {
    const value = resolveSlot(slot.expression, this.#policy, this.#sections, this.#catalog)
    return surrounding === 'raw' ? unwritable(value, slot.expression) : value
  }

  #compose(topic: string, { section }: Body, use: Place): void {
    const writer = new Writer(this.#builder, this.#catalog, placeOfSection(section), use)
    writer.topic(topic)
    topics[topic]?.compose(this.#policy.root, writer)
    if (writer.written === 0)
      this.#report(section, use, `{{ compose ${topic} }}`, {
        message: `No fact fills the topic "${topic}", so {{ compose ${topic} }} has no words.`,
        remedy: 'Give the facts, or take the call out.',
      })
  }

  #block(block: MarkdownBlock, body: Body, columns: string[] | undefined): NewBlock {
    if (block.kind === 'row') return { ...row(block, body), ...(!block.header && columns && { columns }) }
    const made = words(block.inline, body, 0)
    if (block.kind === 'heading')
      return { ...made, kind: 'heading', level: body.levels.get(block) ?? block.level, ...labelled(made.text) }
    if (block.kind === 'item') return { ...made, kind: 'item', depth: block.depth, ...markerOf(block) }
    return { ...made, kind: 'paragraph', ...depthOf(block) }
  }

  #fault(slot: Slot, body: Body, fault: { message: string; remedy: string }): void {
    const { start, end } = slot.range
    this.#report(body.section, placeOfSlot(slot, body), body.mapped.text.slice(start, end), fault)
  }

  #report(
    section: Section,
    place: Place,
    quote: string,
    { message, remedy }: { message: string; remedy: string },
  ): void {
    const { use } = section.body
    this.findings.push({
      rule: 'interpolation',
      severity: 'error',
      message,
      remedy,
      at: { kind: 'words', place, quote },
      related: use ? [{ place: use, message: 'It is used here.' }] : [],
      citations: [],
      identity: identityOf('interpolation', section.id, message),
    })
  }
}

/** How the words in a slot must be written. */
function whereOf(slot: Slot, block: MarkdownBlock, surrounding: Surroundings): Filled['where'] {
  if (surrounding === 'raw') return 'raw'
  if (surrounding === 'html' || surrounding === 'unread') return 'html'
  if (slot.at === undefined) return 'target'
  return block.kind === 'row' ? 'cell' : 'text'
}

function composeInline(topic: string): { message: string; remedy: string } {
  return {
    message: `{{ compose ${topic} }} stands inside a sentence.`,
    remedy: 'Put it in a paragraph of its own, with an empty line before and after.',
  }
}

/** The topic that a paragraph calls for, if it is nothing but the call. */
function composedAlone(block: MarkdownBlock, { values }: Body): { topic: string; slot: Slot } | undefined {
  if (block.kind !== 'paragraph' || block.depth > 0 || block.inline.slots.length !== 1) return undefined
  const slot = block.inline.slots[0] as Slot
  const value = values.get(slot.range.start)
  return value?.kind === 'compose' && block.inline.text.trim() === '\uFFFC' ? { topic: value.topic, slot } : undefined
}

function shift(change: Filled, by: number): Filled {
  return { ...change, range: { start: change.range.start + by, end: change.range.end + by } }
}
