import type { Catalog } from '../../catalog/types.ts'
import type { Fact } from '../../policy/fact.ts'
import type { Place } from '../../source/range.ts'
import type { NewBlock, NoticeBuilder } from '../builder.ts'
import type { Run } from '../notice.ts'
import { dateWords, durationWords, settled } from '../words.ts'

/** A fact's value as it stands in a sentence. */
export type FactText = { text: string; fact: Fact }
/** A piece of a composed sentence: our words, a fact's, or several. */
export type Part = string | FactText | readonly Part[]

/** Sentence template: `say` + the text between back-quotes; what stands in braces is facts or our own words. */
export function say(strings: TemplateStringsArray, ...parts: Part[]): Part[] {
  const all: Part[] = []
  for (let index = 0; index < strings.length; index++) {
    all.push(strings[index] as string)
    if (index < parts.length) all.push(parts[index] as Part)
  }
  return all
}

/** A fact's value as text; undefined when the fact is no value or has no words. */
export function value(fact: Fact): FactText | undefined {
  const text = settled(fact.string ?? fact.number?.toString() ?? '')
  return text === '' ? undefined : { text, fact }
}

/** Facts in a list: "a, b and c". */
export function enumerate(parts: readonly Part[], last = 'and'): Part[] {
  return parts.flatMap((part, index) =>
    index === 0 ? [part] : index === parts.length - 1 ? [` ${last} `, part] : [', ', part],
  )
}

/** The same words with a capital, for the start of a sentence or a list item. */
export function capital(text: FactText): FactText {
  return { ...text, text: text.text.slice(0, 1).toUpperCase() + text.text.slice(1) }
}

/** The members of a list fact as text. */
export function members(fact: Fact): FactText[] {
  return fact.items().flatMap((item) => value(item) ?? [])
}

export function date(fact: Fact): FactText | undefined {
  return fact.string === undefined ? undefined : { text: dateWords(fact.string), fact }
}

export function duration(fact: Fact): FactText | undefined {
  return fact.string === undefined ? undefined : { text: durationWords(fact.string), fact }
}

/** Composes the blocks of one topic. Every clause has an id, so that findings can name the words as ours. */
export class Writer {
  readonly catalog: Catalog
  readonly #builder: NoticeBuilder
  readonly #anchor: Place
  readonly #use: Place | undefined
  #topic = ''
  #count = 0
  #opening: (() => void) | undefined

  /**
   * @param anchor the section or fact that called for the text
   * @param use the `{{ compose }}` that called for it, where there is one
   */
  constructor(builder: NoticeBuilder, catalog: Catalog, anchor: Place, use?: Place) {
    this.#builder = builder
    this.catalog = catalog
    this.#anchor = anchor
    this.#use = use
  }

  /**
   * Starts a topic: clause ids are `<topic>.<number>`.
   * @param opening called before the topic's first block, and not at all when no fact fills it
   */
  topic(id: string, opening?: () => void): void {
    this.#topic = id
    this.#count = 0
    this.#opening = opening
  }

  /** How many blocks the topic has so far. */
  get written(): number {
    return this.#count
  }

  paragraph(...sentences: (readonly Part[] | undefined)[]): void {
    const parts = sentences
      .filter((sentence) => sentence !== undefined)
      .flatMap((sentence, index) => (index === 0 ? [sentence] : [' ', sentence]))
    if (parts.length > 0) this.#add('paragraph', parts)
  }

  /** An introducing line and its list; nothing when the list is empty. */
  list(stem: readonly Part[], items: readonly (readonly Part[])[]): void {
    if (items.length === 0) return
    this.#add('paragraph', stem)
    for (const item of items) this.#add('item', item)
  }

  /** An introducing line and a table. Columns in which no row has anything are left out. */
  table(stem: readonly Part[], columns: readonly string[], rows: readonly (readonly Part[])[]): void {
    const used = columns.map((_, column) => rows.some((row) => textOf(row[column] ?? '') !== ''))
    this.#add('paragraph', stem)
    const names = columns.filter((_, column) => used[column])
    const keep = (row: readonly Part[]) => row.filter((_, column) => used[column])
    this.#row(names, names, true)
    for (const row of rows) this.#row(keep(row), names, false)
  }

  #row(cells: readonly Part[], columns: string[], header: boolean): void {
    const parts: Part[] = []
    const ranges: { from: number; to: number }[] = []
    let at = 0
    for (const [index, cell] of cells.entries()) {
      if (index > 0) {
        parts.push(' | ')
        at += 3
      }
      const length = textOf(cell).length
      ranges.push({ from: at, to: at + length })
      parts.push(cell)
      at += length
    }
    this.#add('row', parts, { cells: ranges, ...(!header && { columns }) })
  }

  #add(kind: NewBlock['kind'], parts: readonly Part[], more: Partial<NewBlock> = {}): void {
    if (this.#count === 0) this.#opening?.()
    this.#count++
    const { text, runs } = this.#runs(parts)
    this.#builder.add({ kind, text, runs, ...(kind === 'item' && { depth: 1 }), ...more })
  }

  #runs(parts: readonly Part[]): { text: string; runs: Run[] } {
    const runs: Run[] = []
    let text = ''
    const id = `${this.#topic}.${this.#count}`
    for (const part of flatten(parts)) {
      const words = typeof part === 'string' ? part : part.text
      if (words === '') continue
      const last = runs.at(-1)
      if (typeof part === 'string' && last?.source.kind === 'clause') last.to += words.length
      else
        runs.push({
          from: text.length,
          to: text.length + words.length,
          source:
            typeof part === 'string' ? { kind: 'clause', id, anchor: this.#anchor } : factSource(part.fact, this.#use),
        })
      text += words
    }
    return { text, runs }
  }
}

/** The source of words that a fact gave. */
export function factSource(fact: Fact, use?: Place): Run['source'] {
  const via = use ?? fact.use
  return { kind: 'fact', path: fact.path, place: fact.place, ...(via && { use: via }) }
}

/** The pieces of parts, whatever holds them, behind those there are. */
function flatten(parts: readonly Part[], pieces: (string | FactText)[] = []): (string | FactText)[] {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Part
    if (Array.isArray(part)) flatten(part as readonly Part[], pieces)
    else pieces.push(part as string | FactText)
  }
  return pieces
}

function textOf(part: Part): string {
  let text = ''
  for (const piece of flatten([part])) text += typeof piece === 'string' ? piece : piece.text
  return text
}
