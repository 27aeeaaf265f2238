import { letters } from './letters.ts'

/** What a token is. `mark` is one punctuation character; `address` is an e-mail or web address as one token. */
type TokenKind = 'word' | 'number' | 'mark' | 'email' | 'url'

/** A word of a text. `word` is lower case with straight apostrophes and without a possessive; offsets are UTF-16. */
export type Token = { word: string; from: number; to: number; kind: TokenKind; capital: boolean }

const email = new RegExp(
  String.raw`[${letters}\d._%+'-]+@[${letters}\d-]+(?:\.[${letters}\d-]+)*\.[${letters}]{2,}`,
  'y',
)
const url = /(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|[Ww][Ww][Ww]\.)[^\s<>"“”()[\]{}]+/y
const ends = 'com|org|net|io|co|eu|dev|app|cloud|gov|edu|info|example'
const host = new RegExp(
  String.raw`(?:[A-Za-z\d](?:[A-Za-z\d-]{0,62})\.)+(?:${ends}|${ends.toUpperCase()})(?:\/[^\s<>"“”()[\]{}]*)?(?![${letters}\d@])`,
  'y',
)
const number = new RegExp(String.raw`\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|ST|ND|RD|TH)(?![${letters}]))?`, 'y')
/** Characters without width that stand inside a word where it may be broken, or by accident. */
const unseen = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`
const word = new RegExp(
  String.raw`(?:[${letters}]\.){2,}|[${letters}](?:[${letters}\d]|['’](?=[${letters}])|[${unseen}]{1,4}(?=[${letters}\d]))*`,
  'y',
)
const space = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u
const unseenInWord = new RegExp(`[${unseen}]`, 'g')
/** Hyphens that do not break, and the minus sign. */
const hyphens = /^[\u2010\u2011\u2212\uFE63\uFF0D]$/
const longest = 320

/**
 * Splits a text into tokens, in order. White space and zero-width marks make no token; every other character belongs to one.
 * @param text any text; hostile input costs linear time (addresses are tried only where they can begin, over a bounded stretch)
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const run: Run = { end: 0, tries: 0 }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code < 128 ? code <= 13 && code >= 9 : space.test(text[at] as string))) {
      at++
      continue
    }
    const token = plainAt(text, at, code) ?? addressAt(text, at, tokens[tokens.length - 1], run) ?? wordAt(text, at)
    tokens.push(token)
    at = token.to
  }
  return tokens
}

/** A word of ASCII letters, or a mark, with nothing after it that could make it an address or a longer word: by far the most tokens. */
function plainAt(text: string, at: number, code: number): Token | undefined {
  if (!isLetterCode(code)) return isMark(code) ? mark(text, at, 1) : undefined
  let end = at + 1
  while (isSmallCode(text.charCodeAt(end))) end++
  // Small letters alone are their own normal form.
  if (code >= 97 && endsPlainly(text.charCodeAt(end)))
    return { word: text.slice(at, end), from: at, to: end, kind: 'word', capital: false }
  while (isLetterCode(text.charCodeAt(end))) end++
  if (isApostrophe(text.charCodeAt(end)) && isLetterCode(text.charCodeAt(end + 1))) {
    end += 2
    while (isLetterCode(text.charCodeAt(end))) end++
  }
  if (!endsPlainWord(text, end, end - at)) return undefined
  const raw = text.slice(at, end)
  return { word: wordOf(raw, text, at), from: at, to: end, kind: 'word', capital: code < 97 }
}

/** The normal form of a word. "US" and "U.S." are the country, not the pronoun, but for "CONTACT US" in capitals. */
function wordOf(raw: string, text: string, at: number): string {
  if (raw === 'US' && !shouted.test(text.slice(Math.max(0, at - 12), at))) return 'usa'
  return raw[1] === '.' && dottedCountry.test(raw) ? 'usa' : normalise(raw)
}

const shouted = /[A-Z]{2,} $/
const dottedCountry = /^u\.s\.(?:a\.)?$/i

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}

/** ASCII punctuation that begins no number or address, and the block of quotes, dashes and dots. */
function isMark(code: number): boolean {
  return code < 128 ? !(code >= 48 && code <= 57) : code >= 0x2010 && code <= 0x2027
}

function mark(text: string, at: number, length: number): Token {
  const raw = text.slice(at, at + length)
  return { word: hyphens.test(raw) ? '-' : raw, from: at, to: at + length, kind: 'mark', capital: false }
}

/** Characters without white space between them that an address was looked for in, and how often. */
type Run = { end: number; tries: number }

/** How often an address is looked for in one run of characters: what has more marks than that in it is none. */
const mostTries = 24

/** E-mail and web addresses, looked for only where a run of characters begins and only if a dot or @ stands inside it. */
function addressAt(text: string, at: number, before: Token | undefined, run: Run): Token | undefined {
  if (before && before.to === at && before.kind !== 'mark') return undefined
  if (!isWordCode(text.charCodeAt(at))) return undefined
  if (at >= run.end) run.tries = 0
  else if (run.tries >= mostTries) return undefined
  let end = at
  let sign = false
  let dot = false
  while (end < text.length && end - at < longest) {
    const c = text.charCodeAt(end)
    if (c <= 32 || c === 0xa0) break
    if (c === 64) sign = true
    else if (c === 46 && isWordCode(text.charCodeAt(end + 1))) dot = true
    end++
  }
  run.end = end
  run.tries++
  if (!dot) return undefined
  const stretch = text.slice(at, end)
  if (sign) {
    email.lastIndex = 0
    const found = email.exec(stretch)
    if (found) return address(found[0].replace(/[.'-]+$/, ''), at, 'email')
  }
  for (const form of [url, host]) {
    form.lastIndex = 0
    const found = form.exec(stretch)
    if (found) return address(found[0].replace(/[.,;:!?'’*_]+$/, ''), at, 'url')
  }
  return undefined
}

function address(words: string, from: number, kind: 'email' | 'url'): Token {
  return { word: words.toLowerCase(), from, to: from + words.length, kind, capital: false }
}

function wordAt(text: string, at: number): Token {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) {
    number.lastIndex = at
    const found = number.exec(text)
    if (found)
      return { word: found[0].toLowerCase(), from: at, to: at + found[0].length, kind: 'number', capital: false }
  }
  word.lastIndex = at
  const found = word.exec(text)
  if (found) {
    const raw = found[0]
    return {
      // Ligatures are taken apart, accents put on their letters.
      word: wordOf(raw.replace(unseenInWord, '').normalize('NFKC'), text, at),
      from: at,
      to: at + raw.length,
      kind: 'word',
      capital: isCapital(raw),
    }
  }
  return mark(text, at, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

/** Lower case, straight apostrophes, no possessive, no inner dots: `U.S.` and `US` are one word. */
function normalise(raw: string): string {
  let plain = raw.toLowerCase()
  if (plain.includes('’')) plain = plain.replaceAll('’', "'")
  if (plain.endsWith("'s")) plain = plain.slice(0, -2)
  return plain.includes('.') ? plain.replaceAll('.', '') : plain
}

function isCapital(raw: string): boolean {
  const first = raw[0] as string
  return first !== first.toLowerCase()
}

function isSmallCode(code: number): boolean {
  return code >= 97 && code <= 122
}

/** A blank, a comma or the end of the text. */
function endsPlainly(code: number): boolean {
  return code === 32 || code === 44 || Number.isNaN(code)
}

function isLetterCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Whether plain letters are a whole word: no digit, other script or part of an address follows. */
function endsPlainWord(text: string, end: number, length: number): boolean {
  const code = text.charCodeAt(end)
  if (endsPlainly(code)) return true
  if (code > 127) return isMark(code)
  // After one letter a full stop may belong to an abbreviation (U.S.); before a letter it may be a host's (acme.example).
  if (code === 46) return length > 1 && !isWordCode(text.charCodeAt(end + 1))
  if (!inAddress.has(code)) return !(code >= 48 && code <= 57)
  // "Note: …" and "‘policy’" end; "https://" and "a_b@c.example" go on; "e-mail" ends unless the whole is an address.
  const next = text.charCodeAt(end + 1)
  return code === 45 ? !isAddressed(text, end + 1) : !isWordCode(next) && next !== 47
}

/** Whether what goes on after a hyphen may be part of an address: "my-shop.example", "first-last@…". */
function isAddressed(text: string, from: number): boolean {
  let at = from
  while (at - from < longest) {
    const code = text.charCodeAt(at)
    if (!(code === 45 || isWordCode(code)))
      return inAddress.has(code) || code === 47 || (code === 46 && isWordCode(text.charCodeAt(at + 1)))
    at++
  }
  return true
}

/** Apostrophe, @ and what else can follow a letter in an e-mail or web address: % + - : _ */
const inAddress = new Set([39, 64, 37, 43, 45, 58, 95])

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127
}
