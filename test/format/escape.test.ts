import { expect, test } from 'vitest'
import {
  commandData,
  commandProperty,
  jsonText,
  markdownLink,
  markdownText,
  printable,
  visible,
} from '../../src/format/escape.ts'

test('control, bidirectional and invisible characters get a visible stand-in', () => {
  expect(visible('a\u0000b\tc\r\nd\u001b[31me\u007f')).toBe('a␀b␉c␍␊d␛[31me␡')
  expect(visible('\u009b31m \u202e \u2028 \u200b \u{e0041} \ufeff')).toBe(
    '<U+009B>31m <U+202E> <U+2028> <U+200B> <U+E0041> <U+FEFF>',
  )
  expect(visible('\ud83d half \udc00')).toBe('\ufffd half \ufffd')
})

test('characters that belong to words stay', () => {
  for (const words of ['politique de confidentialité', '隐私政策', 'سیاست‌ها', '👩‍💻 ❤️ 🇪🇺', 'e\u0301']) {
    expect(visible(words)).toBe(words)
  }
})

test('workflow commands are broken where the runner would obey them and nowhere else', () => {
  expect(printable('::error::x')).toBe(': :error::x')
  expect(printable(' \u00a0::error::x')).toBe(' \u00a0: :error::x')
  expect(printable('std::vector')).toBe('std::vector')
  expect(printable('a ###[group]b ##[error]c')).toBe('a ### [group]b ## [error]c')
  expect(printable('\n::error::x')).toBe('␊::error::x')
})

test('data and properties of workflow commands are escaped, the percent sign first', () => {
  expect(commandData('100%0A\r\nb:c,d')).toBe('100%250A%0D%0Ab:c,d')
  expect(commandProperty('100%0A\r\nb:c,d')).toBe('100%250A%0D%0Ab%3Ac%2Cd')
})

test('Markdown text shows what it says', () => {
  expect(markdownText('a | `b` [c](d) <e> & *f* _g_ @h #1 \\|')).toBe(
    'a &#124; &#96;b&#96; &#91;c&#93;(d) &#60;e&#62; &#38; &#42;f&#42; &#95;g&#95; &#64;h &#35;1 &#92;&#124;',
  )
  expect(markdownText('see https://evil.example and www.evil.example.')).toBe(
    'see https&#58;//evil.example and www&#46;evil.example.',
  )
  expect(markdownText('1. one')).toBe('1&#46; one')
  expect(markdownText('    - code\n# heading')).toBe('&#45; code␊&#35; heading')
})

test('only web addresses become links, and they cannot end the link or the table cell', () => {
  expect(markdownLink('GDPR Art. 33', 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_33')).toBe(
    '[GDPR Art. 33](https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_33)',
  )
  expect(markdownLink('x', 'https://a.example/b) | <c>(d)')).toBe('[x](https://a.example/b%29%20%7c%20%3Cc%3E%28d%29)')
  expect(markdownLink('x', 'javascript:alert(1)')).toBe('x')
  expect(markdownLink('x', 'https://')).toBe('x')
  expect(markdownLink('x', undefined)).toBe('x')
})

test('JSON keeps its value and holds nothing that a terminal, a log or a strict reader stumbles over', () => {
  const value = { a: '\u009b ##[error] ###[x] \u202e\u2028\u007f', b: ['\u0000', 1, null] }
  const json = jsonText(value)
  expect(json).toBe(
    '{\n  "a": "\\u009b #\\u0023[error] ##\\u0023[x] \\u202e\\u2028\\u007f",\n  "b": [\n    "\\u0000",\n    1,\n    null\n  ]\n}\n',
  )
  expect(JSON.parse(json)).toEqual(value)
  expect(JSON.parse(jsonText('half \ud83d'))).toBe('half \ufffd')
})
