import type { Line } from './text.ts'

/** Texts whose lines are longer than this were not wrapped by a writer or a mail program. */
const widest = 120
const narrowest = 40
/** How much of the width a line must fill to have been broken where no more words fit. */
const filled = 0.75
const fewestFilled = 4
/** Columns by which lines that people broke by hand may fall short. */
const slack = 8

/** The width that a text was wrapped to, in columns; 0 for a text whose lines are paragraphs. */
export function wrapWidth(lines: readonly Line[]): number {
  let width = 0
  for (const line of lines) {
    if (line.width <= width || !line.text.includes(' ')) continue
    if (line.width > widest) return 0
    width = line.width
  }
  if (width < narrowest) return 0
  const broken = lines.filter((line, at) => {
    const next = lines[at + 1]
    return next && !next.gap && line.width > width * filled && /[a-z\d,]$/i.test(line.text)
  })
  return broken.length >= fewestFilled && broken.length * 5 >= lines.length ? width : 0
}

/** Whether a line goes on with what the line above began: its first word did not fit there, or it is mid-sentence. */
export function continues(above: Line, line: Line, width: number): boolean {
  const word = line.text.slice(0, widest).split(' ', 1)[0] ?? ''
  if (above.width + 1 + word.length > width - slack) return true
  return /^[a-z]/.test(line.text) && !/[.:;!?]$/.test(above.text) && above.width > width / 2
}
