import type {
  BlockContext,
  InlineContext,
  InlineParser,
  LeafBlock,
  LeafBlockParser,
  Line,
  MarkdownConfig,
  MarkdownParser,
} from '@lezer/markdown'
import { lezerMarkdown } from './lazy-parsers.ts'
import { outline, possibleLabels, targetEnds, type InlineOutline } from './markdown-brackets.ts'

/*
 * @lezer/markdown with what it lacks for texts of strangers: several of its searches take quadratic time on texts made
 * for that, and it recurses into nested markup. No text that people wrote comes near the limits; what is beyond is words.
 */

/** Lists and quotes inside each other; each line below is a paragraph of its own. */
const deepestNesting = 64
/** Characters of emphasis, brackets of links and strikethroughs in one paragraph. */
const mostMarks = 1000
/** Characters such as `*` in a row: a blank to fill in, no emphasis. */
const longestRun = 16
/** Characters of a paragraph in which link reference definitions are looked for. */
const longestDefinition = 2000
/** Characters of a paragraph or table of several lines in a quote; the next line is another paragraph. */
const longestQuoted = 10_000
/** White space and `>` before a table's delimiter row. */
const widestTableIndent = 500

type Tree = ReturnType<MarkdownParser['parse']>

let made: { parser: MarkdownParser; guard: InlineGuard } | undefined

/**
 * Parses Markdown with GFM tables and strikethrough. The text has only `\n` as line ending.
 * @returns the tree, and the labels that definitions may define (empty: there are no definitions)
 */
export function parseTree(text: string): { tree: Tree; labels: ReadonlySet<string> } {
  made ??= makeParser()
  const labels = possibleLabels(text)
  made.guard.begin(labels)
  const tree = made.parser.parse(text)
  made.guard.begin(new Set())
  return { tree, labels }
}

function makeParser(): { parser: MarkdownParser; guard: InlineGuard } {
  const { parser, Table, Strikethrough } = lezerMarkdown()
  const guard = new InlineGuard()
  const inline: InlineParser[] = [
    { name: 'Guard', before: 'Escape', parse: (cx, next, at) => guard.parse(cx, next, at) },
    { name: 'InlineCode', parse: (cx, next, at) => guard.parseCode(cx, next, at) },
    { name: 'HardBreak', parse: parseHardBreak },
  ]
  return {
    guard,
    parser: parser.configure([
      guardTable(Table),
      Strikethrough,
      {
        parseInline: inline,
        parseBlock: [
          { name: 'Nesting', before: 'LinkReference', parse: endNesting },
          { name: 'Definition', after: 'LinkReference', leaf: guardDefinition },
          { name: 'Quote', after: 'Definition', leaf: guardQuote },
        ],
      },
    ]),
  }
}

function endNesting(cx: BlockContext, line: Line): boolean {
  if (cx.depth <= deepestNesting || line.next < 0) return false
  const text = line.text.slice(line.pos)
  const from = cx.lineStart + line.pos
  cx.nextLine()
  cx.addElement(cx.elt('Paragraph', from, from + text.length, cx.parser.parseInline(text, from)))
  return true
}

/** The parser of definitions reads a paragraph from its beginning again with each line until it knows better. */
function guardDefinition(_: BlockContext, leaf: LeafBlock): LeafBlockParser | null {
  const definition = leaf.parsers.at(-1)
  if (!definition) return null
  return {
    nextLine(_cx, _line, current) {
      if (current.content.length > longestDefinition)
        current.parsers = current.parsers.filter((parser) => parser !== definition)
      return false
    },
    finish: () => false,
  }
}

/** The `>` of a paragraph's lines are put into its tree one by one, each moving all that comes after it. */
function guardQuote(cx: BlockContext): LeafBlockParser | null {
  if (cx.depth === 1) return null
  const guard: LeafBlockParser = {
    nextLine(context, line, leaf) {
      if (leaf.content.length + line.text.length <= longestQuoted) return false
      if (leaf.parsers.some((parser) => parser !== guard && parser.finish(context, leaf))) return true
      const { start, content } = leaf
      const inner = context.parser.parseInline(content, start)
      context.addLeafElement(leaf, context.elt('Paragraph', start, start + content.length, inner))
      return true
    },
    finish: () => false,
  }
  return guard
}

/** A delimiter row is tested with a pattern that takes quadratic time on white space before it. */
function guardTable(table: MarkdownConfig): MarkdownConfig {
  const tooWide = new RegExp(`^[>\\s]{${widestTableIndent}}`)
  return {
    ...table,
    parseBlock: (table.parseBlock ?? []).map((spec) => ({
      ...spec,
      endLeaf: (cx, line, leaf) =>
        line.text.includes('|') && !tooWide.test(cx.peekLine()) && (spec.endLeaf?.(cx, line, leaf) ?? false),
    })),
  }
}

/** Like the parser's own, which looks at a run of n spaces n times. */
function parseHardBreak(cx: InlineContext, next: number, at: number): number {
  if (next === 92 && cx.char(at + 1) === 10) return cx.addElement(cx.elt('HardBreak', at, at + 2))
  if (next !== 32) return -1
  const end = endOfRun(cx, next, at)
  if (cx.char(end) === 10 && end - at >= 2) return cx.addElement(cx.elt('HardBreak', at, end + 1))
  return end
}

function endOfRun(cx: InlineContext, code: number, at: number): number {
  let end = at + 1
  while (cx.char(end) === code) end++
  return end
}

const [plain, guarded, other] = [0, 1, 2]
const characters = new Uint8Array(128).fill(plain)
for (const mark of '!*<[]_`~') characters[mark.charCodeAt(0)] = guarded
for (const mark of '\\&') characters[mark.charCodeAt(0)] = other

/** What the character may begin. Only two spaces may begin a hard break. */
function kindOf(cx: InlineContext, code: number, at: number): number | undefined {
  if (code === 32) return cx.char(at + 1) === 32 ? other : plain
  return code < 128 ? characters[code] : plain
}

/** Where the characters end that mean nothing to any inline parser; asking each of them costs more than all else. */
function endOfWords(cx: InlineContext, at: number): number {
  const { text, offset } = cx
  let end = at - offset + 1
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 32 ? text.charCodeAt(end + 1) === 32 : code < 128 && characters[code] !== plain) break
  }
  return end + offset
}

/** Runs before the other inline parsers. A result >= 0 makes the characters before it words. */
class InlineGuard {
  #labels: ReadonlySet<string> = new Set()
  #context: InlineContext | undefined
  #outline: InlineOutline | undefined
  #lastTagEnd: number | undefined
  #marks = 0

  begin(labels: ReadonlySet<string>): void {
    this.#labels = labels
    this.#enter(undefined)
  }

  parse(cx: InlineContext, next: number, at: number): number {
    const kind = kindOf(cx, next, at)
    if (kind === plain) return endOfWords(cx, at)
    if (kind === other) return -1
    if (cx !== this.#context) this.#enter(cx)
    if (next === 60) return this.#tag(cx, at)
    if (next === 33) return cx.char(at + 1) === 91 && this.#look(cx).literal.has(at + 1 - cx.offset) ? at + 2 : -1
    if (next === 91 || next === 93) return this.#bracket(cx, next, at)
    if (next === 96) return -1
    const end = endOfRun(cx, next, at)
    if (end - at > longestRun) return end
    this.#marks += end - at
    return this.#marks > mostMarks ? end : -1
  }

  parseCode(cx: InlineContext, next: number, at: number): number {
    if (next !== 96) return -1
    const end = this.#look(cx).codeSpans.get(at - cx.offset)
    if (end === undefined) return endOfRun(cx, next, at)
    const marks = endOfRun(cx, next, at) - at
    const to = end + cx.offset
    return cx.addElement(
      cx.elt('InlineCode', at, to, [cx.elt('CodeMark', at, at + marks), cx.elt('CodeMark', to - marks, to)]),
    )
  }

  #bracket(cx: InlineContext, next: number, at: number): number {
    if (this.#look(cx).literal.has(at - cx.offset) || ++this.#marks > mostMarks) return at + 1
    const endless = next === 93 && cx.char(at + 1) === 40 && !targetEnds(cx.text, at + 1 - cx.offset)
    return endless ? at + 1 : -1
  }

  /** Leaves `<` to the parser only where a tag, comment or autolink may end: it searches the whole rest of the text. */
  #tag(cx: InlineContext, at: number): number {
    const { text, offset } = cx
    this.#lastTagEnd ??= text.lastIndexOf('>') + offset
    if (at > this.#lastTagEnd) return at + 1
    const rest = at - offset + 1
    const opening = /(!--)|(\?)|(!\[CDATA\[)|![A-Z]|[^\s<>]*[\s>]/iy
    opening.lastIndex = rest
    const found = opening.exec(text)
    if (!found) return at + 1
    const end = found[1] ? '-->' : found[2] ? '?>' : found[3] ? ']]>' : undefined
    return end && this.#missing(text, end, rest) ? at + 1 : -1
  }

  /** Ends of comments and the like that were searched for in vain. */
  readonly #absent = new Set<string>()

  #missing(text: string, end: string, from: number): boolean {
    if (this.#absent.has(end)) return true
    // `<!-->` and `<!--->` are whole comments.
    if (text.indexOf(end, end === '-->' ? from + 1 : from) >= 0) return false
    this.#absent.add(end)
    return true
  }

  #enter(cx: InlineContext | undefined): void {
    this.#context = cx
    this.#outline = undefined
    this.#lastTagEnd = undefined
    this.#marks = 0
    this.#absent.clear()
  }

  #look(cx: InlineContext): InlineOutline {
    if (cx !== this.#context) this.#enter(cx)
    this.#outline ??= outline(cx.text, this.#labels)
    return this.#outline
  }
}
