import type { SourceText } from './text.ts'
import { IndexedMap, WrittenScalar, type YamlItem, type YamlNode, type YamlPair } from './yaml-node.ts'
import { inlineAt, keyAt, skipSpaces, wordsAt } from './yaml-plain-inline.ts'

// Most policies are simple keys, lists, values in one line, and blocks of prose. Reading those by line costs a fraction
// of a YAML parser, whose loading alone takes as long as judging a short notice. Whatever is not certainly plain, faults
// above all, is left to the parser; a property test holds that both read a text alike wherever this reads it at all.

/** Tabs and other control characters, and marks that only rare texts have. */
const odd = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]|\r(?!\n)|[^]\ufeff/
const documentStart = /---\r?\n/y
const blockHeader = /[|>]-?(?=\r?\n)/y

/** Collections nested deeper than this, and more lines without words in a row, are left to the parser. */
const maximumDepth = 40
const maximumBlanks = 500

/** The tree of a text that is plain YAML; undefined for any other. */
export function readPlainYaml({ text }: SourceText): YamlNode | undefined {
  return odd.test(text) ? undefined : new PlainReader(text).root()
}

class PlainReader {
  readonly #text: string
  /** Where the line after the one that is read begins. */
  #next = 0
  /** The indentation of the line that is read, or of what follows a dash in it; -1 at the end of the text. */
  #indent = 0
  /** Where its words begin, or those after the dash. */
  #start = 0

  constructor(text: string) {
    this.#text = text
    if (text.startsWith('\ufeff')) this.#next = 1
  }

  root(): YamlNode | undefined {
    if (!this.#advance()) return undefined
    if (wordsAt(documentStart, this.#text, this.#start) && !this.#advance()) return undefined
    if (this.#indent !== 0) return undefined
    const made = this.#mapping(0)
    return this.#isAtEnd() ? made : undefined
  }

  /** Goes on to the next line that has words besides a comment; false when too many have none. */
  #advance(): boolean {
    const text = this.#text
    for (let blanks = 0; blanks < maximumBlanks; blanks++) {
      const line = this.#next
      const at = skipSpaces(text, line)
      if (at >= text.length) {
        this.#indent = -1
        return true
      }
      this.#next = this.#afterLine(at)
      if (isBreak(text, at) || text.charCodeAt(at) === 0x23) continue
      this.#indent = at - line
      this.#start = at
      return true
    }
    return false
  }

  #afterLine(at: number): number {
    const feed = this.#text.indexOf('\n', at)
    return feed < 0 ? this.#text.length : feed + 1
  }

  #isAtEnd(): boolean {
    return this.#indent < 0
  }

  /** The mapping whose first key is to be read. */
  #mapping(depth: number): YamlNode | undefined {
    const indent = this.#indent
    const start = this.#start
    const pairs: YamlPair[] = []
    const index = new Map<string, YamlPair>()
    let end = start
    while (this.#indent === indent) {
      const key = keyAt(this.#text, this.#start)
      if (!key) return undefined
      const name = this.#text.slice(key.range.start, key.range.end)
      const value = this.#value(skipSpaces(this.#text, key.range.end + 1), indent, depth)
      if (!value || this.#indent > indent || index.has(name)) return undefined
      const pair: YamlPair = { key, value }
      pairs.push(pair)
      index.set(name, pair)
      end = value.range.end
    }
    return new IndexedMap({ start, end }, pairs, index)
  }

  /** The list whose first dash is to be read. */
  #list(depth: number): YamlNode | undefined {
    const indent = this.#indent
    const start = this.#start
    const items: YamlItem[] = []
    let end = start
    while (this.#indent === indent && this.#isDash()) {
      const at = skipSpaces(this.#text, this.#start + 1)
      let value: YamlNode | undefined
      if (keyAt(this.#text, at)) {
        this.#indent += at - this.#start
        this.#start = at
        value = this.#mapping(depth + 1)
      } else if (!this.#isLineEnd(at)) value = this.#value(at, indent, depth)
      if (!value || this.#indent > indent) return undefined
      items.push({ value })
      end = value.range.end
    }
    return { kind: 'seq', range: { start, end }, items }
  }

  #isDash(): boolean {
    return this.#text.startsWith('- ', this.#start)
  }

  /** Whether nothing but a comment follows at a place behind a space. */
  #isLineEnd(at: number): boolean {
    const text = this.#text
    return at >= text.length || isBreak(text, at) || (text.charCodeAt(at) === 0x23 && text.charCodeAt(at - 1) === 0x20)
  }

  /** The value that begins at a place in a line, or in the next when nothing follows; goes on to the line after it. */
  #value(at: number, indent: number, depth: number): YamlNode | undefined {
    if (depth > maximumDepth) return undefined
    if (this.#isLineEnd(at)) {
      if (!this.#advance()) return undefined
      if (this.#isDash()) return this.#indent < indent ? undefined : this.#list(depth + 1)
      return this.#indent <= indent ? undefined : this.#mapping(depth + 1)
    }
    const header = wordsAt(blockHeader, this.#text, at)
    if (header) return this.#block(header, at, indent)
    const inline = inlineAt(this.#text, at)
    if (!inline || !this.#isLineEnd(skipSpaces(this.#text, inline.end))) return undefined
    return this.#advance() ? inline.node : undefined
  }

  /** A block scalar, whose header stands at `offset`. */
  #block(header: string, offset: number, indent: number): YamlNode | undefined {
    const text = this.#text
    const start = this.#afterLine(offset)
    let deep = -1
    let end = start
    for (let line = start; line < text.length;) {
      const at = skipSpaces(text, line)
      const after = this.#afterLine(at)
      const isBlank = at === text.length || isBreak(text, at)
      // Spaces in lines without words may count.
      if (isBlank && at - line > Math.max(deep, 0)) return undefined
      if (!isBlank) {
        if (deep < 0) deep = at - line
        if (at - line < deep) break
        end = after
      }
      line = after
    }
    if (deep <= indent) return undefined
    this.#next = end
    let words = end
    while (words > start && ' \r\n'.includes(text.charAt(words - 1))) words--
    // As the parser has it: the end of the words, with the spaces after them.
    while (text.charCodeAt(words) === 0x20) words++
    const range = { start: offset, end: words }
    const headerEnd = offset + header.length
    const props = [
      { type: 'block-scalar-header' as const, offset, indent, source: header },
      { type: 'newline' as const, offset: headerEnd, indent, source: text.slice(headerEnd, start) },
    ]
    const node = WrittenScalar.text(range, {
      type: 'block-scalar',
      offset,
      indent,
      props,
      source: text.slice(start, end),
    })
    return this.#advance() ? node : undefined
  }
}

/** Whether a line ends at a place. Every carriage return stands before a line feed. */
function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x0a || code === 0x0d
}
