import type { NewBlock } from './builder.ts'
import { withHeadings } from './structure/headings.ts'
import { withLists } from './structure/lists.ts'
import { piecesOf } from './structure/pieces.ts'

/**
 * Gives blocks the structure that their writers meant and that no markup says: headings that are bold or numbered
 * paragraphs, bullets and items in running text, items run together, lines that a line above introduces. Every word
 * stays, in order; only bullets are left out.
 * @returns the blocks, each with the index of the written block that it is of
 */
export function structured(written: readonly NewBlock[]): { block: NewBlock; origin: number }[] {
  const pieces: NewBlock[] = []
  const origins: number[] = []
  for (const [origin, block] of written.entries())
    for (const piece of piecesOf(block, pieces.at(-1))) {
      pieces.push(piece)
      origins.push(origin)
    }
  return withLists(withHeadings(pieces)).map(({ strong: _strong, marker, ...rest }, at) => ({
    block: marker !== undefined && rest.label === undefined ? { ...rest, label: marker } : rest,
    origin: origins[at] as number,
  }))
}
