import type { Block, NoticeLink } from '../notice/notice.ts'
import { escapeMarkdown, escapeTarget } from '../source/markdown.ts'
import type { Unit } from './units.ts'

/**
 * Writes blocks as Markdown that reads as these blocks: same words, same kinds.
 * @param blocks in order
 * @param shift added to the levels of headings
 */
export function recreate(blocks: readonly Unit[], shift: number): string {
  const writer = new BlockWriter(shift)
  for (const block of blocks) writer.add(block)
  return writer.text
}

class BlockWriter {
  text = ''
  readonly #shift: number
  #before: Block | undefined
  /** How far the words of the items at each depth are indented. */
  #indents: number[] = []
  #number: number | undefined
  /** The cells of the table that is being written. */
  #cells = 0

  constructor(shift: number) {
    this.#shift = shift
  }

  add(block: Unit): void {
    const { mark } = block
    if (block.text.trim() === '') return
    if (block.kind === 'row') this.#row(block)
    else if (block.kind === 'item') this.#item(block, mark)
    else {
      const indent = block.kind === 'paragraph' && block.depth ? this.#indentOf(block.depth) : 0
      if (indent === 0) this.#indents = []
      const words =
        mark === undefined ? wordsOf(block, 'start') : `${escapeMarkdown(mark, 'start')} ${wordsOf(block, 'text')}`
      this.#write('\n\n', block.kind === 'heading' ? this.#heading(block) : words, indent)
    }
    this.#before = block
  }

  #heading(block: Unit): string {
    return `${'#'.repeat(Math.min(Math.max((block.level ?? 2) + this.#shift, 1), 6))} ${block.mark === undefined ? '' : `${escapeMarkdown(block.mark, 'cell')} `}${wordsOf(block, 'cell')}`
  }

  #item(block: Block, mark: string | undefined): void {
    const depth = block.depth ?? 1
    const number = mark !== undefined && /^\d{1,9}[.)]$/.test(mark) ? Number.parseInt(mark, 10) : undefined
    const follows = this.#before?.kind === 'item'
    const level = depth === (this.#before?.depth ?? 1)
    const counts = number !== undefined && level && number === (this.#number ?? NaN) + 1
    // Markdown counts on from a list's first number: another number needs a list of its own.
    const apart = follows && level && number !== undefined && this.#number !== undefined && !counts
    const together = follows && (number === undefined ? this.#number === undefined : counts)
    this.#number = number
    const indent = this.#indentOf(depth - 1)
    const bullet = number === undefined ? '-' : (mark ?? '')
    this.#indents = [...this.#indents.slice(0, depth - 1), indent + bullet.length + 1]
    const words =
      mark === undefined || number !== undefined
        ? wordsOf(block, 'start')
        : `${escapeMarkdown(mark, 'start')} ${wordsOf(block, 'text')}`
    const lines = words.replaceAll('\n', `\n${' '.repeat(bullet.length + 1)}`)
    this.#write(apart ? '\n\n<!-- -->\n\n' : together ? '\n' : '\n\n', `${bullet} ${lines}`, indent)
  }

  #indentOf(depth: number): number {
    return depth === 0 ? 0 : (this.#indents[Math.min(depth, this.#indents.length) - 1] ?? 0)
  }

  #row(block: Block): void {
    this.#indents = []
    const cells = (block.cells ?? [{ from: 0, to: block.text.length }]).map((cell) => wordsOf(block, 'cell', cell))
    const row = `| ${cells.join(' | ')} |`
    const continues =
      this.#before?.kind === 'row' &&
      cells.length <= this.#cells &&
      (block.columns !== undefined || this.#before.columns === undefined)
    if (continues) this.#write('\n', row, 0)
    else {
      this.#cells = cells.length
      this.#write('\n\n', `${row}\n|${cells.map(() => ' --- |').join('')}`, 0)
    }
  }

  #write(gap: string, words: string, indent: number): void {
    const margin = ' '.repeat(indent)
    this.text += `${this.text === '' ? '' : gap}${margin}${words.replaceAll('\n', `\n${margin}`)}`
  }
}

type Where = Parameters<typeof escapeMarkdown>[1]

/** A block's words, its links as links. */
function wordsOf({ text, links }: Block, where: Where, range = { from: 0, to: text.length }): string {
  let written = ''
  let at = range.from
  const add = (to: number): void => {
    if (to > at) written += piece(text.slice(at, to), where, at === range.from, to === range.to)
    at = Math.max(at, to)
  }
  for (const link of links.toSorted((a, b) => a.from - b.from)) {
    if (!isWhole(link, text, at, range)) continue
    add(link.from)
    if (written.endsWith('!')) written = `${written.slice(0, -1)}\\!`
    written += `[${escapeMarkdown(text.slice(link.from, link.to), where === 'cell' ? 'cell' : 'text')}](${escapeTarget(link.target)})`
    at = link.to
  }
  add(range.to)
  return written
}

/** Words between links. The white space at their ends belongs to the sentence, but for that at its own ends. */
function piece(text: string, where: Where, first: boolean, last: boolean): string {
  if (where === 'text' || (where === 'start' && !first)) return escapeMarkdown(text, 'text')
  const seam = (blank: string) => (blank.includes('\n') ? '<br>' : blank === '' ? '' : ' ')
  const before = first ? '' : seam(/^\s*/.exec(text)?.[0] ?? '')
  const after = last ? '' : seam(text.slice(text.trimEnd().length))
  return text.trim() === '' ? before || after : `${before}${escapeMarkdown(text.trim(), where)}${after}`
}

/** Whether a link can be written as one: with words on one line, in the range, and not inside another link. */
function isWhole(
  { from, to, target }: NoticeLink,
  text: string,
  at: number,
  range: { from: number; to: number },
): boolean {
  const words = text.slice(from, to)
  return (
    from >= at &&
    from >= range.from &&
    to <= range.to &&
    words.trim() === words &&
    words !== '' &&
    !words.includes('\n') &&
    target !== ''
  )
}
