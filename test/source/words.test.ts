import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from '../../src/source/words.ts'

const words = (text: string) => tokenize(text).map(({ word }) => word)
const kinds = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'word')
    .map(({ word, kind }) => `${kind} ${word}`)

test.each<[string, string[]]>([
  ['Write to privacy@acme.example.', ['write', 'to', 'privacy@acme.example', '.']],
  ['[privacy@acme.example]', ['[', 'privacy@acme.example', ']']],
  ['<a@b.example>', ['<', 'a@b.example', '>']],
  ['(mailto:a.b+c@x-y.co.uk)', ['(', 'mailto', ':', 'a.b+c@x-y.co.uk', ')']],
  ['E-Mail:Privacy_Team@Acme.Example', ['e', '-', 'mail', ':', 'privacy_team@acme.example']],
  [
    'See https://acme.example/Privacy?x=1, or www.acme.com.',
    ['see', 'https://acme.example/privacy?x=1', ',', 'or', 'www.acme.com', '.'],
  ],
  ['frust.co, infuze.io/privacy-policy.', ['frust.co', ',', 'infuze.io/privacy-policy', '.']],
  ['a@b and x:y', ['a', '@', 'b', 'and', 'x', ':', 'y']],
  ['privacy[at]acme', ['privacy', '[', 'at', ']', 'acme']],
  ['https://', ['https', ':', '/', '/']],
])('addresses are one token: %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('an address has its kind, and no mark of the sentence belongs to it', () => {
  expect(kinds('Ask dpo@acme.example, or see https://acme.example/a).')).toEqual([
    'email dpo@acme.example',
    'mark ,',
    'url https://acme.example/a',
    'mark )',
    'mark .',
  ])
})

test.each([
  ['the U.S. and the US', ['the', 'usa', 'and', 'the', 'usa']],
  ['in the u.s., U.S.A. or USA', ['in', 'the', 'usa', ',', 'usa', 'or', 'usa']],
  ['US-based staff', ['usa', '-', 'based', 'staff']],
  ['tell us, Tell us', ['tell', 'us', ',', 'tell', 'us']],
  ['CONTACT US', ['contact', 'us']],
  ['CALL US NOW', ['call', 'us', 'now']],
  ['transfers to the US', ['transfers', 'to', 'the', 'usa']],
])('the country is not the pronoun: %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test.each([
  ["the company's users' rights", ['the', 'company', 'users', "'", 'rights']],
  ['Acme’s staff don’t', ['acme', 'staff', "don't"]],
  ["O'Brien's", ["o'brien"]],
  ['“policy” ‘notice’', ['“', 'policy', '”', '‘', 'notice', '’']],
  ['e.g. this, i.e. that', ['eg', 'this', ',', 'ie', 'that']],
  ['École señor naïve Straße', ['école', 'señor', 'naïve', 'straße']],
  ['cafe\u0301s', ['caf\u00e9s']],
  ['per\u00ADsonal da\u200Bta, of\uFB01ce, opt\u2011out', ['personal', 'data', ',', 'office', ',', 'opt', '-', 'out']],
  ['e-mail opt-out', ['e', '-', 'mail', 'opt', '-', 'out']],
  ['and/or', ['and', '/', 'or']],
])('words are lower case, with straight apostrophes and no possessive: %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test.each([
  ['1,000.50 euros', ['1,000.50', 'euros']],
  ['the 3rd and 21ST', ['the', '3rd', 'and', '21st']],
  ['72hours, 30days, 24h', ['72', 'hours', ',', '30', 'days', ',', '24', 'h']],
  ['21street', ['21', 'street']],
  ['section 2.1.', ['section', '2.1', '.']],
  ['2.1We', ['2.1', 'we']],
  ['2016/679', ['2016', '/', '679']],
  ['Art. 6(1)(f)', ['art', '.', '6', '(', '1', ')', '(', 'f', ')']],
  ['COVID19 v2', ['covid19', 'v2']],
])('numbers stay whole: %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('sentences glued together are parted', () => {
  expect(words('our data.We use it.')).toEqual(['our', 'data', '.', 'we', 'use', 'it', '.'])
  expect(words('services.2.2 Cookies')).toEqual(['services', '.', '2.2', 'cookies'])
})

test('zero-width marks and no-break spaces make no token', () => {
  expect(words('\uFEFFour\u200B data\u00A0is\u2060 \u202Ayours\u202C')).toEqual(['our', 'data', 'is', 'yours'])
})

test('a character outside the basic plane is one token, never half of one', () => {
  expect(tokenize('a 😀 𝒜b')).toEqual([
    { word: 'a', from: 0, to: 1, kind: 'word', capital: false },
    { word: '😀', from: 2, to: 4, kind: 'mark', capital: false },
    { word: '𝒜', from: 5, to: 7, kind: 'mark', capital: false },
    { word: 'b', from: 7, to: 8, kind: 'word', capital: false },
  ])
})

test('tokens know whether they begin with a capital', () => {
  expect(tokenize('We Émile us U.S. 5th X').map(({ capital }) => capital)).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ])
})

/** Texts made of what tokenizers stumble over, glued together at will. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'We',
        'data',
        'US',
        'U.S.',
        'e.g.',
        "don't",
        'Acme’s',
        'a@b.example',
        'https://x.example/a',
        'www.x',
        'frust.co',
        '@',
        '.',
        ',',
        '-',
        '72',
        '1,000',
        '2.1',
        '21st',
        '(',
        ')',
        '[',
        ']',
        '“',
        '”',
        '\u200B',
        '\u00AD',
        '\uFEFF',
        ' ',
        ' ',
        '\n',
        '😀',
        '𝒜',
        'é',
        'e\u0301',
        '中',
        '\ud800',
        '_',
        ':',
        '//',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

/** White space, and marks without width. */
const isSpace = (text: string) => /^[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]*$/u.test(text)

test('every character that is not white space belongs to exactly one token', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0
      for (const { from, to } of tokenize(text)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(isSpace(text.slice(end, from))).toBe(true)
        expect(isSpace(text.slice(from, to))).toBe(false)
        end = to
      }
      expect(isSpace(text.slice(end))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a token’s word is its slice, but for case, apostrophes, a possessive and the dots of an abbreviation', () => {
  const letters = (raw: string) => raw.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').normalize('NFKC')
  const plain = (raw: string) => letters(raw).toLowerCase().replaceAll('’', "'").replaceAll('.', '').replace(/'s$/, '')
  const mark = (raw: string) => raw.replace(/[\u2010\u2011\u2212\uFE63\uFF0D]/, '-')
  fc.assert(
    fc.property(texts, (text) => {
      for (const { word, from, to, kind } of tokenize(text)) {
        const raw = text.slice(from, to)
        if (kind !== 'word') expect(word).toBe(kind === 'mark' ? mark(raw) : raw.toLowerCase())
        else if (word !== 'usa') expect(word).toBe(plain(raw))
      }
    }),
  )
})

test('a word means the same whatever white space stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('we', 'data', 'a@b.example', '72', '2.1', ',', '(', 'don’t')), (parts) => {
      expect(words(parts.join(' '))).toEqual(words(parts.join('\n\t \u00A0')))
    }),
  )
})

test('text that tempts to look ahead again and again is read to its end', () => {
  for (const piece of ['a.', 'a@', 'a-', '1,', "a'", 'http://', 'www.', '@.', 'a\u00AD', 'x.com']) {
    const text = piece.repeat(20_000)
    expect(tokenize(text).at(-1)?.to).toBe(text.replace(/\u00AD$/, '').length)
  }
})
