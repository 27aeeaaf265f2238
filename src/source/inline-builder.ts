import type { Inline, Link, Slot } from './markdown-types.ts'
import { OffsetMap, type Segment } from './offset-map.ts'
import type { Range } from './range.ts'

/** Stands in a decoded text where `{{ … }}` is written. */
const slotMark = '\uFFFC'

/** The end of a link whose words have not ended. */
const unclosed = -1

/** A text that is read from front to back, with the slots in it. */
export class InlineSource {
  readonly text: string
  readonly slots: readonly Slot[]
  #newline = -1
  #searchedFrom = 0

  constructor(text: string, slots: readonly Slot[]) {
    this.text = text
    this.slots = slots
  }

  /** Offset of the first line feed at or after `at`; the text's length if there is none. */
  newline(at: number): number {
    if (at < this.#searchedFrom || at > this.#newline) {
      const found = this.text.indexOf('\n', at)
      this.#newline = found < 0 ? this.text.length : found
      this.#searchedFrom = at
    }
    return this.#newline
  }

  /** The first slot that begins at or after `at`. */
  slot(at: number): Slot | undefined {
    const { slots } = this
    let low = 0
    let high = slots.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((slots[middle] as Slot).range.start < at) low = middle + 1
      else high = middle
    }
    return slots[low]
  }

  /** All slots that begin in a range. */
  slotsIn(range: Range): Slot[] {
    const found: Slot[] = []
    for (let slot = this.slot(range.start); slot && slot.range.start < range.end; slot = this.slot(slot.range.end))
      found.push(slot)
    return found
  }
}

/**
 * Puts the words of one block together from pieces of the source, in ascending order, and keeps the map to them.
 * Neighbouring plain pieces become one segment, so an ordinary paragraph costs one slice and one segment.
 */
export class InlineBuilder {
  readonly #source: InlineSource
  #text = ''
  readonly #segments: Segment[] = []
  readonly #links: Link[] = []
  readonly #openLinks: Link[] = []
  readonly #slots: Slot[] = []
  // The open run: source characters that stand as they are, not yet in #text. Where `#folded`, line feeds read as spaces.
  #runStart = 0
  #runEnd = 0
  #folded = false
  // White space that is written only if words follow: one space, or `#breaks` line feeds.
  #pending = false
  #breaks = 0
  #gap = { start: 0, end: 0 }
  // Bold words that the text begins with, and how many marks of bold are open around what comes next.
  #strong = 0
  #strongMarks = 0
  #strongFromStart = false

  constructor(source: InlineSource) {
    this.#source = source
  }

  /** Adds source text as it is, slots replaced. */
  verbatim(from: number, to: number): void {
    let at = from
    for (let slot = this.#source.slot(at); slot && slot.range.start < to; slot = this.#source.slot(at)) {
      this.#run(at, slot.range.start)
      this.#slots.push({ ...slot, at: this.#position() })
      this.decoded(slotMark, slot.range.start, slot.range.end)
      at = slot.range.end
    }
    this.#run(at, to)
  }

  /** Adds running text: a line feed with the blanks around it reads as one space, or ends a hard break. */
  words(from: number, to: number): void {
    const { text } = this.#source
    let at = from
    while (at < to) {
      if (this.#pending || this.empty) {
        while (at < to && isBlank(text.charCodeAt(at))) at++
        if (this.#pending) this.#gap.end = Math.max(this.#gap.end, at)
        if (at === to) return
      }
      const newline = Math.min(this.#source.newline(at), to)
      this.verbatim(at, newline)
      if (newline === to) return
      at = newline + 1
      const plain = this.#runEnd === newline && this.#runEnd > this.#runStart && !isBlank(text.charCodeAt(newline - 1))
      if (plain && at < to && !isSpace(text.charCodeAt(at))) {
        this.#runEnd = at
        this.#folded = true
      } else this.space(newline, at)
    }
  }

  /** Adds characters that are written otherwise (an escape, a character reference). */
  decoded(decoded: string, from: number, to: number): void {
    this.#flush()
    this.#push(decoded, { length: decoded.length, source: from, sourceLength: to - from })
  }

  /** Adds white space that reads as one space between words and as nothing elsewhere. */
  space(from: number, to: number): void {
    const touching = this.#runEnd === from
    this.#trimRun()
    if (this.#pending) this.#gap.end = to
    else if (!this.empty) {
      this.#pending = true
      this.#gap = { start: touching ? this.#runEnd : from, end: to }
    }
  }

  /** Adds a line break that reads as such. */
  lineBreak(from: number, to: number): void {
    this.space(from, to)
    if (this.#pending) this.#breaks++
  }

  /** Ends a line, unless it has ended already. */
  endLine(at: number): void {
    if (this.#breaks === 0) this.lineBreak(at, at)
  }

  /** Skips markup inside of white space, such as the `>` of a quote's next line, so that the space covers it. */
  skipInSpace(to: number): void {
    if (this.#pending) this.#gap.end = to
  }

  /** Begins a link's words. A link inside a link is allowed. */
  openLink(target: string, targetRange: Range): void {
    const from = this.#position()
    const link: Link = { from, to: unclosed, target, targetRange }
    this.#links.push(link)
    this.#openLinks.push(link)
  }

  /** Ends the words of the link begun last, if there is one. */
  closeLink(): void {
    const link = this.#openLinks.pop()
    if (link) link.to = Math.max(link.from, this.#length())
  }

  /** Begins bold words; inside of bold words it changes nothing. */
  openStrong(): void {
    if (this.#strongMarks++ === 0) this.#strongFromStart = this.#length() === this.#strong
  }

  /** Ends the bold words begun last, if there are any. */
  closeStrong(): void {
    if (this.#strongMarks === 0 || --this.#strongMarks > 0) return
    if (this.#strongFromStart) this.#strong = this.#length()
  }

  /**
   * Ends the block.
   * @param range the source range the block was read from: slots in it that no words showed are slots in markup
   * @param options `trim: false` keeps white space at the end
   */
  finish(range: Range, options: { trim: boolean } = { trim: true }): Inline {
    if (options.trim) this.#trimRun()
    this.#closeRun()
    while (this.#openLinks.length > 0) this.closeLink()
    while (this.#strongMarks > 0) this.closeStrong()
    const length = this.#text.length
    for (const link of this.#links) {
      link.from = Math.min(link.from, length)
      link.to = Math.min(link.to, length)
    }
    const strong = Math.min(this.#strong, length)
    return {
      text: this.#text,
      map: new OffsetMap(this.#segments),
      links: this.#links,
      slots: this.#allSlots(range),
      ...(strong > 0 && { strong }),
    }
  }

  #allSlots(range: Range): Slot[] {
    if (this.#source.slots.length === 0) return []
    const shown = new Map(this.#slots.map((slot) => [slot.range.start, slot]))
    const slots = this.#source.slotsIn(range).map((slot) => shown.get(slot.range.start) ?? slot)
    // A reference's target is written elsewhere.
    for (const { targetRange } of this.#links)
      if (targetRange.start < range.start || targetRange.end > range.end)
        slots.push(...this.#source.slotsIn(targetRange))
    return slots
  }

  #run(from: number, to: number): void {
    if (from >= to) return
    if (this.#pending) this.#flush()
    if (this.#runEnd === from && this.#runEnd > this.#runStart) this.#runEnd = to
    else {
      this.#closeRun()
      this.#runStart = from
      this.#runEnd = to
    }
  }

  #flush(): void {
    this.#closeRun()
    if (!this.#pending) return
    const { start, end } = this.#gap
    const text = this.#breaks > 0 ? '\n'.repeat(this.#breaks) : ' '
    this.#push(text, { length: text.length, source: start, sourceLength: end - start })
    this.#pending = false
    this.#breaks = 0
  }

  #closeRun(): void {
    const length = this.#runEnd - this.#runStart
    if (length > 0) {
      const slice = this.#source.text.slice(this.#runStart, this.#runEnd)
      const text = this.#folded ? slice.replaceAll('\n', ' ') : slice
      this.#push(text, { length, source: this.#runStart, sourceLength: length })
    }
    this.#runStart = this.#runEnd
    this.#folded = false
  }

  #push(text: string, segment: Segment): void {
    this.#text += text
    this.#segments.push(segment)
  }

  #trimRun(): void {
    const { text } = this.#source
    while (this.#runEnd > this.#runStart && isSpace(text.charCodeAt(this.#runEnd - 1))) this.#runEnd--
    const length = this.#length()
    for (let index = this.#links.length - 1; index >= 0; index--) {
      const link = this.#links[index] as Link
      if (link.to <= length) break
      link.from = Math.min(link.from, length)
      link.to = length
    }
  }

  /** Whether there are no words yet. */
  get empty(): boolean {
    return this.#text === '' && this.#runEnd === this.#runStart
  }

  /** Decoded length so far, without the pending white space. */
  #length(): number {
    return this.#text.length + this.#runEnd - this.#runStart
  }

  /** Where the next word will stand. */
  #position(): number {
    return this.#length() + (this.#pending ? Math.max(this.#breaks, 1) : 0)
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function isSpace(code: number): boolean {
  return isBlank(code) || code === 10
}
