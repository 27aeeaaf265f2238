import type { OffsetMap } from './offset-map.ts'
import type { Range } from './range.ts'

/** A link of a text: `from` and `to` are offsets of its words; `targetRange` is where the target is written. */
export type Link = { from: number; to: number; target: string; targetRange: Range }

/**
 * `{{ … }}` in a text. `expression` is what stands between the braces, trimmed. In the text it is one character
 * U+FFFC at `at`; `at` is undefined for a slot that stands in markup (a link's target, an attribute).
 */
export type Slot = { expression: string; expressionRange: Range; range: Range; at: number | undefined }

/**
 * The words of one block: markup removed, character references decoded, a soft line break one space, a hard one `\n`.
 * `map` and all ranges lead to the Markdown string that was parsed. `strong` is how many characters of the text, from
 * its beginning, are bold: where all are, writers mean a heading.
 */
export type Inline = { text: string; map: OffsetMap; links: Link[]; slots: Slot[]; strong?: number }

/**
 * One block of a Markdown text; `range` covers it with its markup. An `item` is a list item with its first paragraph
 * (no words where it begins with something else); its later paragraphs are paragraphs of the same depth.
 * `depth` counts the lists around it: 0 is outside of lists. `marker` is as written (`-`, `3.`).
 */
export type MarkdownBlock =
  | { kind: 'heading'; level: number; inline: Inline; range: Range }
  | { kind: 'paragraph'; inline: Inline; range: Range; depth: number }
  | { kind: 'item'; inline: Inline; range: Range; depth: number; marker: string; ordered: boolean }
  | { kind: 'row'; header: boolean; cells: Inline[]; range: Range }
  | { kind: 'code'; inline: Inline; range: Range }
