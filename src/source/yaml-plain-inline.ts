import { IndexedMap, WrittenScalar, type YamlItem, type YamlNode, type YamlPair } from './yaml-node.ts'

// The values of plain YAML that stand in one line (see yaml-plain.ts). Each function gives the value that begins at a
// place, or undefined when it is not certainly what it looks like.

/** A value with the place after it. */
export type Inline = { node: YamlNode; end: number }

/** A key's name before its colon. */
const key = /[A-Za-z0-9_$][\w.$/-]{0,99}(?=:[ \r\n])/y
const plainLine = /[^\s\-?:,[\]{}#&*!|>'"%@`~][^\r\n]*/y
/** In brackets a value ends at a comma or a closing bracket. */
const plainMember = /[^\s\-?:,[\]{}#&*!|>'"%@`~][^\r\n,[\]{}]*(?=[,\]}])/y
const single = /'(?:[^'\r\n]|'')*'/y
const double = /"(?:[^"\\\r\n]|\\["\\/nt])*"/y

/** What the core schema takes for a number, and of that what every reader takes for the same. */
const number = /^\+?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$|^0[ox][\dA-Fa-f]+$|^\+?\.(?:inf|nan)$/i
const shortNumber = /^\+?(?:\d{1,15}|\d{1,9}\.\d{1,6})$/
const words: Readonly<Record<string, boolean | null>> = {
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}

/** What a sticky expression finds at a place. */
export function wordsAt(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at
  return expression.exec(text)?.[0]
}

/** The first place from `at` on that is no space. */
export function skipSpaces(text: string, at: number): number {
  while (text.charCodeAt(at) === 0x20) at++
  return at
}

/** The key that begins at a place. */
export function keyAt(text: string, at: number): WrittenScalar | undefined {
  const name = wordsAt(key, text, at)
  return name === undefined ? undefined : plainScalar(name, at)
}

/** The value that a line ends with, which begins at a place; `end` is where its words end. */
export function inlineAt(text: string, at: number): Inline | undefined {
  const found = bracketedAt(text, at, 0)
  if (found) return found
  const line = wordsAt(plainLine, text, at)
  if (line === undefined) return undefined
  const comment = line.indexOf(' #')
  return plainAt(at, comment < 0 ? line : line.slice(0, comment))
}

function plainAt(at: number, line: string): Inline | undefined {
  let end = line.length
  while (line.charCodeAt(end - 1) === 0x20) end--
  const source = line.slice(0, end)
  // A colon there would make it a key.
  if (source.endsWith(':') || source.includes(': ')) return undefined
  const node = plainScalar(source, at)
  return node && { node, end: node.range.end }
}

/** A value in quotes or brackets. */
function bracketedAt(text: string, at: number, depth: number): Inline | undefined {
  const first = text.charCodeAt(at)
  if (first === 0x27 || first === 0x22) return quotedAt(text, at, first === 0x27)
  if (first === 0x5b) return listAt(text, at, depth)
  return first === 0x7b ? mappingAt(text, at, depth) : undefined
}

function plainScalar(source: string, offset: number): WrittenScalar | undefined {
  const code = source.charCodeAt(0)
  let value: WrittenScalar['value'] = source
  // No number begins with another character.
  if (code <= 0x39 && number.test(source)) {
    if (!shortNumber.test(source)) return undefined
    value = Number(source)
  } else if (source.length < 6 && Object.hasOwn(words, source)) value = words[source] as boolean | null
  const range = { start: offset, end: offset + source.length }
  return new WrittenScalar(value, range, { type: 'scalar', offset, indent: 0, source })
}

function quotedAt(text: string, offset: number, isSingle: boolean): Inline | undefined {
  const source = wordsAt(isSingle ? single : double, text, offset)
  if (source === undefined) return undefined
  const range = { start: offset, end: offset + source.length }
  const type = isSingle ? 'single-quoted-scalar' : 'double-quoted-scalar'
  return { node: WrittenScalar.text(range, { type, offset, indent: 0, source }), end: range.end }
}

/** How deep brackets may stand in one another. */
const maximumDepth = 20

/** A list in brackets. */
function listAt(text: string, start: number, depth: number): Inline | undefined {
  const items: YamlItem[] = []
  let at = skipSpaces(text, start + 1)
  if (text.charCodeAt(at) === 0x5d) return { node: { kind: 'seq', range: { start, end: at + 1 }, items }, end: at + 1 }
  for (;;) {
    const member = memberAt(text, at, depth)
    if (!member) return undefined
    items.push({ value: member.node })
    at = skipSpaces(text, member.end)
    const code = text.charCodeAt(at)
    if (code === 0x5d) return { node: { kind: 'seq', range: { start, end: at + 1 }, items }, end: at + 1 }
    if (code !== 0x2c) return undefined
    at = skipSpaces(text, at + 1)
  }
}

/** A mapping in braces. */
function mappingAt(text: string, start: number, depth: number): Inline | undefined {
  const pairs: YamlPair[] = []
  const index = new Map<string, YamlPair>()
  let at = skipSpaces(text, start + 1)
  if (text.charCodeAt(at) === 0x7d) return { node: new IndexedMap({ start, end: at + 1 }, pairs, index), end: at + 1 }
  for (;;) {
    const key = keyAt(text, at)
    if (!key) return undefined
    const member = memberAt(text, skipSpaces(text, key.range.end + 1), depth)
    const name = text.slice(at, key.range.end)
    if (!member || index.has(name)) return undefined
    const pair: YamlPair = { key, value: member.node }
    pairs.push(pair)
    index.set(name, pair)
    at = skipSpaces(text, member.end)
    const code = text.charCodeAt(at)
    if (code === 0x7d) return { node: new IndexedMap({ start, end: at + 1 }, pairs, index), end: at + 1 }
    if (code !== 0x2c) return undefined
    at = skipSpaces(text, at + 1)
  }
}

/** A value in brackets or braces. */
function memberAt(text: string, at: number, depth: number): Inline | undefined {
  if (depth > maximumDepth) return undefined
  const found = bracketedAt(text, at, depth + 1)
  if (found) return found
  const member = wordsAt(plainMember, text, at)
  return member === undefined || member.includes(' #') ? undefined : plainAt(at, member)
}
