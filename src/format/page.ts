import { visible } from './escape.ts'

/** Columns that prose is wrapped to where the terminal has more, or output is none. */
const widest = 100
const narrowest = 40

/** A line with further lines that belong to it. */
export type Item = { head: string; more: readonly string[] }

/** A part of a page: prose is wrapped, examples stand as they are written. An empty part is left out. */
export type Part = { heading: string } & (
  { prose: readonly string[] } | { items: readonly Item[] } | { examples: readonly string[] }
)

/** What is told of a rule, a law or a provision. */
export type Page = { title: string; parts: readonly Part[] }

/**
 * A page as plain text.
 * @param columns the terminal's width
 */
export function textPage({ title, parts }: Page, columns = widest): string {
  const width = Math.max(Math.min(columns, widest), narrowest)
  return [title, ...parts.flatMap((part) => partText(part, width))].join('\n\n') + '\n'
}

/** A page as Markdown, its title as a heading of the given level. */
export function markdownPage({ title, parts }: Page, level = 1): string {
  const mark = '#'.repeat(level)
  const texts = parts.filter(isFilled).map((part) => `${mark}# ${part.heading}\n\n${partMarkdown(part)}`)
  return [`${mark} ${escaped(title)}`, ...texts].join('\n\n') + '\n'
}

function isFilled(part: Part): boolean {
  return ('prose' in part ? part.prose : 'items' in part ? part.items : part.examples).length > 0
}

function partText(part: Part, width: number): string[] {
  if (!isFilled(part)) return []
  const prose = (text: string, hang: number) => wrap(text, width - 2, hang).map((line) => `  ${line}`)
  const lines =
    'prose' in part
      ? part.prose.flatMap((text) => prose(text, part.prose.length > 1 ? 2 : 0))
      : 'items' in part
        ? part.items.flatMap(({ head, more }) =>
            [head, ...more.map((line) => `  ${line}`)].flatMap((line) => prose(line, 2)),
          )
        : part.examples.flatMap(example)
  return [[`${part.heading}:`, ...lines].join('\n')]
}

/** An example as written, behind a bullet that shows where it begins. */
function example(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => `${index === 0 ? '  • ' : '    '}${visible(line)}`.trimEnd())
}

/** Breaks a text between words. Further lines are indented as the first one is, and by `hang` more. */
function wrap(text: string, columns: number, hang: number): string[] {
  const indent = ' '.repeat(text.length - text.trimStart().length)
  const lines: string[] = []
  let line = indent
  for (const word of visible(text.trim()).split(/\s+/u)) {
    if (line.trim() !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + ' '.repeat(hang)
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}

function partMarkdown(part: Part): string {
  if ('examples' in part) return part.examples.map(fenced).join('\n\n')
  if ('items' in part)
    return part.items.map(({ head, more }) => [`- ${escaped(head)}`, ...more.map(escaped)].join('\\\n  ')).join('\n')
  return part.prose.length === 1
    ? escaped(part.prose[0] ?? '')
    : part.prose.map((text) => `- ${escaped(text)}`).join('\n')
}

/** A fence that no line of the text ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`+)/gm)].map(([, marks]) => marks?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${/^clauselint: 1$/m.test(text) ? 'yaml' : 'markdown'}\n${text.trimEnd()}\n${fence}`
}

/** Our own words, in which backquotes mark code, as Markdown on one line. */
function escaped(text: string): string {
  return visible(text.trim().replace(/\s+/gu, ' '))
    .split(/(`[^`]*`)/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[*_<[\]\\]|^[-+#>]/gu, (mark) => `\\${mark}`)))
    .join('')
}
