import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/source/range.ts'
import { decodeSource, maximumBytes, placeOf, SourceText } from '../../src/source/text.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function inputError(run: () => unknown): InputError {
  try {
    run()
  } catch (error) {
    if (error instanceof InputError) return error
  }
  throw new Error('no InputError was thrown')
}

test('positions are counted from one, in UTF-16 units', () => {
  const source = new SourceText('a.yaml', 'ab\n😀c\n')
  expect([0, 1, 2, 3, 5, 6, 7].map((at) => source.position(at))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 2, column: 4 },
    { line: 3, column: 1 },
  ])
})

test('LF, CR LF and CR end lines', () => {
  const source = new SourceText('a.yaml', 'a\r\nb\rc\n\r\nd')
  expect([1, 2, 3, 4, 5].map((line) => source.line(line))).toEqual(['a', 'b', 'c', '', 'd'])
  expect(['a', 'b', 'c', 'd'].map((word) => source.position(source.text.indexOf(word)))).toEqual(
    [1, 2, 3, 5].map((line) => ({ line, column: 1 })),
  )
  expect(source.line(6)).toBe('')
})

test('a byte-order mark has no width and is no part of its line, but of the text', () => {
  const source = new SourceText('a.yaml', '\uFEFFab\ncd')
  expect(source.position(0)).toEqual({ line: 1, column: 1 })
  expect(source.position(1)).toEqual({ line: 1, column: 1 })
  expect(source.position(2)).toEqual({ line: 1, column: 2 })
  expect(source.position(4)).toEqual({ line: 2, column: 1 })
  expect(source.line(1)).toBe('ab')
  expect(source.slice({ start: 0, end: 3 })).toBe('\uFEFFab')
})

test('every offset stands in its line, at its column', () => {
  const pieces = fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\r', '😀')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const source = new SourceText('a.yaml', text)
      for (let at = 0; at < text.length; at++) {
        const { line, column } = source.position(at)
        const before = text
          .slice(0, at)
          .replace(/\r\n/g, '\n')
          .replace(/\r(?!$)/g, '\n')
        if (!'\r\n'.includes(text.charAt(at))) {
          expect(line).toBe(before.replace(/\r$/, '\n').split('\n').length)
          expect(source.line(line).charAt(column - 1)).toBe(text.charAt(at))
        }
      }
    }),
  )
})

test('a place names the file', () => {
  expect(placeOf(new SourceText('a.yaml', 'ab'), { start: 0, end: 1 })).toEqual({
    file: 'a.yaml',
    range: { start: 0, end: 1 },
  })
})

test('UTF-8 is decoded as it is, byte-order mark and line endings included', () => {
  const source = decodeSource(bytes('\uFEFFé\r\n😀\uFFFD'), 'a.yaml')
  expect(source.file).toBe('a.yaml')
  expect(source.text).toBe('\uFEFFé\r\n😀\uFFFD')
})

test.for<[string, number[], number, number]>([
  ['a stray byte', [...bytes('a: \uFFFD\nb: '), 0xe9, ...bytes('c\n')], 8, 2],
  ['a character cut off at the end', [...bytes('a\n'), 0xf0, 0x9f], 2, 2],
])('bytes that are no UTF-8: %s', ([, data, at, line]) => {
  const error = inputError(() => decodeSource(new Uint8Array(data), 'a.yaml'))
  expect(error.message).toBe(`The file is not valid UTF-8: line ${line} holds bytes that stand for no text.`)
  expect(error.remedy).toBe('Save it as UTF-8.')
  expect(error.place).toEqual({ file: 'a.yaml', range: { start: at, end: at } })
})

test.each([
  ['with a mark', [0xff, 0xfe, 0x61, 0x00]],
  ['with a mark, the other way round', [0xfe, 0xff, 0x00, 0x61]],
  ['without a mark', [0x57, 0, 0x65, 0, 0x20, 0, 0x61, 0, 0x73, 0, 0x6b, 0]],
])('UTF-16 %s is named', (_, data) => {
  const error = inputError(() => decodeSource(new Uint8Array(data), 'a.txt'))
  expect(error.message).toBe('The file is UTF-16; policies and notices are read as UTF-8.')
  expect(error.remedy).toBe('Save it as UTF-8.')
})

test('the place of the first bad byte is exact wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      (good, rest) => {
        const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(good))
        const error = inputError(() =>
          decodeSource(new Uint8Array([...bytes(readable), 0xff, ...bytes(rest)]), 'a.yaml'),
        )
        expect(error.place?.range.start).toBe(readable.length)
      },
    ),
  )
})

test('a file over the limit is refused before it is decoded', () => {
  const error = inputError(() => decodeSource(new Uint8Array(maximumBytes + 1), 'a.yaml'))
  expect(error.message).toBe('The file is 9 MB; the limit is 8 MB.')
  expect(error.place).toBeUndefined()
  expect(decodeSource(new Uint8Array(maximumBytes).fill(97), 'a.yaml').text.length).toBe(maximumBytes)
})
