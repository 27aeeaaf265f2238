import fc from 'fast-check'
import { escapeTarget } from '../../src/source/markdown.ts'

/*
 * Documents as their readers see them, and a writer that puts them down in Markdown one way or another, noting where
 * each word went. What is read back must be the document, and every word must be found where it was put.
 */

/** How a word is written, and what separates it from the one before. */
type Word = { text: string; how: How; gap: 'space' | 'soft' | 'hard'; target: string }
type How = 'plain' | 'escaped' | 'references' | 'emphasis' | 'strong' | 'struck' | 'code' | 'link' | 'slot'

type Model =
  | { kind: 'heading'; level: number; setext: boolean; words: Word[] }
  | { kind: 'paragraph'; words: Word[] }
  | { kind: 'list'; ordered: number | undefined; items: { words: Word[]; inner: Model[] }[] }
  | { kind: 'quote'; inner: Model[] }
  | { kind: 'table'; rows: Word[][][] }
  | { kind: 'code'; lines: string[] }

/** A word's place: offsets in the decoded text, and in the Markdown. */
type Spot = { from: number; to: number; start: number; end: number }
type ExpectedText = {
  text: string
  spots: Spot[]
  links: { from: number; to: number; target: string }[]
  slots: string[]
}
export type Expected = {
  kind: string
  level?: number
  depth?: number
  marker?: string
  header?: boolean
  texts: ExpectedText[]
}
export type Written = { markdown: string; expected: Expected[] }

const letters = 'abcdefghijklmnopqrstuvwxyzABCZ'
const plainWord = fc
  .tuple(
    fc.constantFrom(...Array.from(letters)),
    fc.string({ unit: fc.constantFrom(...Array.from(letters), 'é', '日', '😀', '7', ',', "'"), maxLength: 6 }),
  )
  .map(([first, rest]) => `${first}${rest}z`)
const anyWord = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 8,
})
const codeWord = anyWord.map((word) => word.replace(/[`|\\{}]/g, '') || 'c')
const slotWord = fc.constantFrom('controller.name', 'compose cookies', 'a_b', 'x * y | z', '')

const word: fc.Arbitrary<Word> = fc
  .constantFrom<How>('plain', 'plain', 'escaped', 'references', 'emphasis', 'strong', 'struck', 'code', 'link', 'slot')
  .chain((how) =>
    fc.record({
      how: fc.constant(how),
      text:
        how === 'escaped' || how === 'references' || how === 'link'
          ? anyWord
          : how === 'code'
            ? codeWord
            : how === 'slot'
              ? slotWord
              : plainWord,
      gap: fc.constantFrom('space', 'space', 'soft', 'hard'),
      target: fc.oneof(
        fc.webUrl(),
        anyWord.map((text) => `x${text}`),
      ),
    }),
  )
const words = fc.array(word, { minLength: 1, maxLength: 8 })
const oneLine = words.map((list) => list.map((entry): Word => ({ ...entry, gap: 'space' })))

const simple: fc.Arbitrary<Model>[] = [
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    setext: fc.boolean(),
    words: oneLine,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), words }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(oneLine, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      ),
  }),
  fc.record({ kind: fc.constant('code' as const), lines: fc.array(codeWord, { minLength: 1, maxLength: 3 }) }),
]

const { block } = fc.letrec<{ block: Model }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    ...simple,
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
      items: fc.array(fc.record({ words, inner: fc.array(tie('block'), { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({ kind: fc.constant('quote' as const), inner: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

/** Documents, written with any of the three line endings. */
export const writtenDocument: fc.Arbitrary<Written> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([blocks, ending]) => withLineEnding(new Writer().document(blocks), ending))

class Writer {
  #out = ''
  /** What every line begins with, because of the lists and quotes it is in. */
  #prefix = ''
  #depth = 0
  readonly #expected: Expected[] = []

  document(blocks: readonly Model[]): Written {
    this.#blocks(blocks)
    return { markdown: this.#out, expected: this.#expected }
  }

  #blocks(blocks: readonly Model[]): void {
    for (const [index, inner] of blocks.entries()) {
      if (index > 0) this.#emptyLine()
      this.#block(inner)
    }
  }

  #newLine(): void {
    this.#out += `\n${this.#prefix}`
  }

  #emptyLine(): void {
    this.#newLine()
    this.#newLine()
  }

  #within(prefix: string, write: () => void): void {
    const before = this.#prefix
    this.#prefix += prefix
    write()
    this.#prefix = before
  }

  #block(model: Model): void {
    switch (model.kind) {
      case 'paragraph':
        this.#expected.push({ kind: 'paragraph', depth: this.#depth, texts: [this.#words(model.words)] })
        return
      case 'heading':
        return this.#heading(model.level, model.setext, model.words)
      case 'quote':
        this.#out += '> '
        return this.#within('> ', () => this.#blocks(model.inner))
      case 'list':
        return this.#list(model)
      case 'table':
        return this.#table(model.rows)
      case 'code':
        return this.#code(model.lines)
    }
  }

  #heading(level: number, setext: boolean, list: readonly Word[]): void {
    const underlined = setext && level <= 2
    if (!underlined) this.#out += `${'#'.repeat(level)} `
    this.#expected.push({ kind: 'heading', level, texts: [this.#words(list)] })
    if (underlined) {
      this.#newLine()
      this.#out += level === 1 ? '===' : '---'
    } else if (setext) this.#out += ` ${'#'.repeat(level)}`
  }

  #list({ ordered, items }: Model & { kind: 'list' }): void {
    this.#depth++
    for (const [index, item] of items.entries()) {
      if (index > 0) this.#emptyLine()
      const marker = ordered === undefined ? '-' : `${ordered + index}.`
      this.#out += `${marker} `
      this.#within(' '.repeat(marker.length + 1), () => {
        this.#expected.push({ kind: 'item', depth: this.#depth, marker, texts: [this.#words(item.words)] })
        for (const inner of item.inner) {
          this.#emptyLine()
          this.#block(inner)
        }
      })
    }
    this.#depth--
  }

  #table(rows: readonly Word[][][]): void {
    for (const [index, row] of rows.entries()) {
      if (index > 0) this.#newLine()
      this.#out += '|'
      const texts = row.map((cell) => {
        this.#out += ' '
        const text = this.#words(cell)
        this.#out += ' |'
        return text
      })
      this.#expected.push({ kind: 'row', header: index === 0, texts })
      if (index > 0) continue
      this.#newLine()
      this.#out += `|${' --- |'.repeat(row.length)}`
    }
  }

  #code(lines: readonly string[]): void {
    this.#out += '```'
    const spots: Spot[] = []
    let text = ''
    for (const line of lines) {
      this.#newLine()
      if (text !== '') text += '\n'
      spots.push({
        from: text.length,
        to: text.length + line.length,
        start: this.#out.length,
        end: this.#out.length + line.length,
      })
      text += line
      this.#out += line
    }
    this.#newLine()
    this.#out += '```'
    this.#expected.push({ kind: 'code', texts: [{ text, spots, links: [], slots: [] }] })
  }

  #words(list: readonly Word[]): ExpectedText {
    const read: ExpectedText = { text: '', spots: [], links: [], slots: [] }
    for (const [index, entry] of list.entries()) {
      if (index > 0) read.text += this.#gap(entry.gap)
      const [before, written, decoded, after] = asWritten(entry)
      const from = read.text.length
      read.text += decoded
      this.#out += before
      const start = this.#out.length
      this.#out += written
      read.spots.push({ from, to: read.text.length, start, end: this.#out.length })
      this.#out += after
      if (entry.how === 'link') read.links.push({ from, to: read.text.length, target: entry.target })
      if (entry.how === 'slot') read.slots.push(entry.text)
    }
    return read
  }

  #gap(gap: Word['gap']): string {
    if (gap === 'space') this.#out += ' '
    else {
      if (gap === 'hard') this.#out += '  '
      this.#newLine()
    }
    return gap === 'hard' ? '\n' : ' '
  }
}

/** The markup before a word, the word as written, the word as read, and the markup after it. */
function asWritten({ how, text, target }: Word): [string, string, string, string] {
  switch (how) {
    case 'plain':
      return ['', text, text, '']
    case 'escaped':
      return ['', backslashed(text), text, '']
    case 'references':
      return ['', Array.from(text).map(reference).join(''), text, '']
    case 'emphasis':
      return ['*', text, text, '*']
    case 'strong':
      return ['__', text, text, '__']
    case 'struck':
      return ['~~', text, text, '~~']
    case 'code':
      return ['`', text, text, '`']
    case 'link':
      return ['[', backslashed(text), text, `](${escapeTarget(target)} "title")`]
    case 'slot':
      return ['', `{{ ${text} }}`, '\uFFFC', '']
  }
}

function backslashed(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

const named = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['"', '&quot;'],
  ['*', '&ast;'],
])

function reference(character: string, index: number): string {
  const code = character.codePointAt(0) ?? 0
  return named.get(character) ?? (index % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`)
}

function withLineEnding({ markdown, expected }: Written, ending: string): Written {
  const feeds: number[] = []
  for (let at = markdown.indexOf('\n'); at >= 0; at = markdown.indexOf('\n', at + 1)) feeds.push(at)
  const moved = (at: number) => at + (ending.length - 1) * feeds.filter((feed) => feed < at).length
  for (const { texts } of expected)
    for (const { spots } of texts)
      for (const spot of spots) {
        spot.start = moved(spot.start)
        spot.end = moved(spot.end)
      }
  return { markdown: markdown.replaceAll('\n', ending), expected }
}
