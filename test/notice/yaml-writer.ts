/*
 * Writes a text as a YAML scalar in each of the five styles, in as many ways as the style allows: where lines fold, which
 * characters are escaped, how the end is chomped. What cannot be written in a style is written in double quotes.
 */

export type Style = 'plain' | 'single' | 'double' | 'literal' | 'folded'
export const styles: readonly Style[] = ['plain', 'single', 'double', 'literal', 'folded']

/** A source of choices: `pick(n)` is one of 0 … n-1. The same seed gives the same choices. */
export type Pick = (count: number) => number

export function picks(seed: number): Pick {
  let state = seed >>> 0
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

/**
 * @param indent the column of the key that the value belongs to; further lines stand deeper
 * @returns the scalar as written, and the style it has
 */
export function scalar(text: string, style: Style, indent: number, pick: Pick): { written: string; style: Style } {
  if (style === 'plain' && isPlain(text)) return { written: flowLines(text, indent, pick), style }
  if (style === 'single' && isTrimmed(text))
    return { written: `'${flowLines(text.replaceAll("'", "''"), indent, pick)}'`, style }
  if (style === 'literal' && isBlock(text)) return { written: literal(text, indent, pick), style }
  if (style === 'folded' && isBlock(text) && isTrimmed(text)) return { written: folded(text, indent, pick), style }
  return { written: double(text, indent, pick), style: 'double' }
}

/** No line begins or ends with a blank that folding would take. */
function isTrimmed(text: string): boolean {
  return !/\r|(?:^|\n)[ \t]|[ \t](?:\n|$)|^\n/.test(text)
}

function isPlain(text: string): boolean {
  return /^[\p{L}\d(“]/u.test(text) && isTrimmed(text) && !/:(?:\s|$)|(?:^|\s)#|\n$|^(?:\d|true|null|none)/.test(text)
}

function isBlock(text: string): boolean {
  return /^[^\n\t]/.test(text) && !text.includes('\r') && /\S/.test(text) && !/\n[ \t]+$/.test(text)
}

function margin(indent: number): string {
  return ' '.repeat(indent + 2)
}

/** In flow styles a break between words folds to a space, and of several all but one stay. */
function flowLines(text: string, indent: number, pick: Pick): string {
  return text.replace(/ (?=[^ \n#-])|\n+/g, (found, at: number) => {
    if (found === ' ') return pick(6) === 0 && !/[ \n]/.test(text[at - 1] ?? ' ') ? `\n${margin(indent)}` : found
    return `\n${found}${margin(indent)}`
  })
}

const names: Record<string, string> = { '\n': 'n', '\t': 't', '\u00a0': '_', '"': '"', '\\': '\\', '\r': 'r' }

function double(text: string, indent: number, pick: Pick): string {
  let written = '"'
  const characters = Array.from(text)
  for (const [at, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0
    const before = characters[at - 1] ?? ' '
    const after = characters[at + 1] ?? ' '
    const apart = !/\s/.test(before) && !/\s/.test(after)
    if (/[ \n]/.test(character) && apart && pick(5) === 0)
      written += character === ' ' ? `\n${margin(indent)}` : `\n\n${margin(indent)}`
    else if (names[character] !== undefined) written += `\\${names[character]}`
    else if (pick(25) === 0) written += escaped(code)
    else written += character
    if (apart && !/\s/.test(character) && pick(30) === 0) written += `\\\n${margin(indent)}`
  }
  return `${written}"`
}

function escaped(code: number): string {
  const [letter, length] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8]
  return `\\${letter}${code.toString(16).padStart(length, '0')}`
}

function literal(text: string, indent: number, pick: Pick): string {
  const { body, header, end } = chomped(text, '|', pick)
  const lines = body.split('\n').map((line) => (line === '' ? '' : margin(indent) + line))
  return `${header}\n${lines.join('\n')}${end}`
}

function folded(text: string, indent: number, pick: Pick): string {
  const { body, header, end } = chomped(text, '>', pick)
  const lines = body.replace(/ (?=\S)|\n+/g, (found, at: number) => {
    if (found === ' ') return pick(6) === 0 && /\S/.test(body[at - 1] ?? '') ? `\n${margin(indent)}` : found
    return `\n${found}${margin(indent)}`
  })
  return `${header}\n${margin(indent)}${lines}${end}`
}

/** The indicator of a block, its lines without the breaks at the end, and how these are written. */
function chomped(text: string, mark: string, pick: Pick): { body: string; header: string; end: string } {
  const body = text.replace(/\n+$/, '')
  const breaks = text.length - body.length
  const keep = breaks > 1 || (breaks === 1 && pick(2) === 0)
  const chomp = breaks === 0 ? '-' : keep ? '+' : ''
  const digit = body.startsWith(' ') || pick(3) === 0 ? '2' : ''
  const indicators = pick(2) === 0 ? chomp + digit : digit + chomp
  const more = keep ? '\n'.repeat(breaks - 1) : '\n'.repeat(pick(3))
  return { body, header: mark + indicators, end: more }
}

/** What a part of a scalar stands for: escapes and quotes undone, but no folding. */
export function undone(written: string, style: Style): string {
  if (style === 'single') return written.replaceAll("''", "'")
  if (style !== 'double') return written
  return written.replace(
    /\\(?:\r?\n[ \t]*|x(..)|u(....)|U(.{8})|([^]))/g,
    (_, x, u, long, name: string | undefined) => {
      const code = (x ?? u ?? long) as string | undefined
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16))
      return Object.keys(names).find((key) => names[key] === name) ?? name ?? ''
    },
  )
}
