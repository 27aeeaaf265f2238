import { visible } from './escape.ts'

/** One character as a terminal shows it. */
type Cell = {
  /** Offset of the character in the text, in UTF-16 units. */
  at: number
  /** Columns before it. */
  column: number
  /** What is printed. */
  text: string
  /** Columns taken: 0 for what joins the character before it, 2 for East Asian wide characters and emoji. */
  width: number
}

const tab = '    '
const joiner = '\u200D'
const emojiStyle = '\uFE0F'
/**
 * Splits one line into the cells a terminal shows: tabs as four spaces, unprintable characters by their stand-ins,
 * and a space inside `##[`, which GitHub's runner would obey (see escape.ts).
 */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = []
  let at = 0
  let column = 0
  let before = ''
  let width = 0
  for (const character of line) {
    let text = character
    if (character === '[' && line.slice(at - 2, at) === '##') text = ' ['
    else if (character === '\t') text = tab
    else if (character < ' ' || character > '~') text = visible(character)
    width = text === character ? widthOf(character, before, width) : text.length
    cells.push({ at, column, text, width })
    at += character.length
    column += width
    before = character
  }
  return cells
}

/** Columns that a printable character adds after the character before it. */
function widthOf(character: string, before: string, widthBefore: number): number {
  if (character < '\u0300') return 1
  // A terminal draws "❤" in one column and "❤️" in two.
  if (character === emojiStyle) return widthBefore === 1 && /\p{Emoji}/u.test(before) ? 1 : 0
  if (/^[\p{Mn}\p{Me}\u1161-\u11FF\u200C\u200D]$/u.test(character)) return 0
  if (before === joiner && /\p{Extended_Pictographic}/u.test(character)) return 0
  if (/\p{Emoji_Modifier}/u.test(character) && /\p{Emoji_Modifier_Base}/u.test(before)) return 0
  if (/\p{Regional_Indicator}/u.test(character)) return 1
  return isWide(character) ? 2 : 1
}

/** Blocks that Unicode's East Asian Width calls wide or fullwidth, and characters drawn as emoji. */
function isWide(character: string): boolean {
  return /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u.test(
    character,
  )
}
