import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from '../../src/format/excerpt.ts'
import { cellsOf } from '../../src/format/width.ts'
import { SourceText } from '../../src/source/text.ts'
import { rangeOf } from './fixture.ts'

/** The excerpt as two lines: the text, and marks under it. */
function picture(text: string, words: string, columns = 40): string[] {
  const { text: shown, before, marked } = excerptOf(new SourceText('a.yaml', text), rangeOf(text, words), columns)
  return [shown, ' '.repeat(before) + '~'.repeat(marked)]
}

test('a short line is shown without its indentation', () => {
  expect(picture('a:\n    - use the form\nb', 'form')).toEqual([
    '- use the form', //
    '          ~~~~',
  ])
})

test('indentation that the range begins in is shown', () => {
  expect(picture('a:\n    - b', '  - b')).toEqual([
    '  - b', //
    '~~~~~',
  ])
})

test('a long line is cut to a window around the words', () => {
  const text = `start ${'one two '.repeat(200)}Privacy Shield${' three four'.repeat(200)} the end`
  expect(picture(text, 'Privacy Shield')).toEqual([
    '… two one two Privacy Shield three four t…',
    '              ~~~~~~~~~~~~~~',
  ])
  expect(picture(text, 'start')).toEqual([
    'start one two one two one two one two on…', //
    '~~~~~',
  ])
  expect(picture(text, 'end')).toEqual([
    '…three four three four three four the end',
    '                                      ~~~',
  ])
})

test('a window is as wide as asked for and begins with a letter where marks join letters', () => {
  expect(picture(`${'e\u0301'.repeat(500)}X`, 'X')).toEqual([`…${'e\u0301'.repeat(39)}X`, `${' '.repeat(40)}~`])
  expect(picture(`${'😀'.repeat(500)}yX`, 'X')).toEqual([`…${'😀'.repeat(19)}yX`, `${' '.repeat(40)}~`])
})

test('a line so full of joining marks that not all of it is looked at is cut at both ends', () => {
  const letter = 'e\u0301\u0302\u0303\u0304'
  expect(picture(`${letter.repeat(50)}X${letter.repeat(50)}`, 'X')).toEqual([
    `…${letter.repeat(16)}X${letter.repeat(15)}e\u0301\u0302\u0303…`,
    `${' '.repeat(17)}~`,
  ])
})

test('words longer than the window are underlined to its edge', () => {
  expect(picture(`a ${'word '.repeat(30)}`, 'word '.repeat(20), 20)).toEqual([
    '…word word word word …', //
    ' ~~~~~~~~~~~~~~~~~~~~',
  ])
})

test('marks stand under the words after tabs, wide, combining and joined characters', () => {
  expect(picture('a\tb', 'b')).toEqual(['a    b', '     ~'])
  expect(picture('隐私政策 here', 'here')).toEqual(['隐私政策 here', '         ~~~~'])
  expect(picture('see 隐私', '隐私')).toEqual(['see 隐私', '    ~~~~'])
  expect(picture('cafe\u0301 x', 'x')).toEqual(['cafe\u0301 x', '     ~'])
  expect(picture('👩‍💻 ❤️ ❤ 🇪🇺 👍🏽 x', 'x')).toEqual(['👩‍💻 ❤️ ❤ 🇪🇺 👍🏽 x', '              ~'])
  expect(picture('ＡＢ ｱ x', 'x')).toEqual(['ＡＢ ｱ x', '       ~'])
})

test('unprintable characters and workflow commands are shown and not obeyed', () => {
  expect(picture('a\u001b[31mb', 'b')).toEqual(['a␛[31mb', '      ~'])
  expect(picture('a\u202eb', 'b')).toEqual(['a<U+202E>b', '         ~'])
  expect(picture('a ##[error]b', '[error]')).toEqual(['a ## [error]b', '    ~~~~~~~~'])
  expect(picture('a ##[error]b', '#[error]')).toEqual(['a ## [error]b', '   ~~~~~~~~~'])
})

test('a range over several lines is underlined to the end of the first, and the others are counted', () => {
  const text = 'title: a\r\n  one two\r\n  three\r\nend\r\n'
  const source = new SourceText('a.yaml', text)
  const excerpt = (words: string) => excerptOf(source, rangeOf(text, words), 40)
  expect(excerpt('two\r\n  three')).toEqual({ line: 2, text: 'one two', before: 4, marked: 3, more: 1 })
  expect(excerpt('two\r\n')).toEqual({ line: 2, text: 'one two', before: 4, marked: 3, more: 0 })
  expect(excerpt('two\r\n  three\r\nend\r\n')).toEqual({ line: 2, text: 'one two', before: 4, marked: 3, more: 2 })
})

test('a range without width marks nothing, at the edges of lines and of the file too', () => {
  const text = '\ufefftitle: a\n\nend'
  const at = (offset: number) => excerptOf(new SourceText('a.yaml', text), { start: offset, end: offset }, 40)
  expect(at(0)).toEqual({ line: 1, text: 'title: a', before: 0, marked: 0, more: 0 })
  expect(at(1)).toEqual({ line: 1, text: 'title: a', before: 0, marked: 0, more: 0 })
  expect(at(9)).toEqual({ line: 1, text: 'title: a', before: 8, marked: 0, more: 0 })
  expect(at(10)).toEqual({ line: 2, text: '', before: 0, marked: 0, more: 0 })
  expect(at(text.length)).toEqual({ line: 3, text: 'end', before: 3, marked: 0, more: 0 })
})

test('the marks cover exactly the shown words, whatever the line holds', () => {
  const unit = fc.constantFrom('a', ' ', '#', '[', '\t', '隐', 'e\u0301', '👩‍💻', '🇪🇺', '\u0000', '\u202e', '\\')
  const units = fc.array(unit, { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(units, fc.array(unit, { minLength: 1, maxLength: 5 }), units, (before, words, after) => {
      const text = `x${before}${words.join('')}${after}`
      const range = { start: 1 + before.length, end: 1 + before.length + words.join('').length }
      const cells = cellsOf(text).filter(({ at }) => at >= range.start && at < range.end)
      const width = cells.reduce((sum, cell) => sum + cell.width, 0)

      const excerpt = excerptOf(new SourceText('a.yaml', text), range, 60)

      expect(excerpt.marked).toBe(width)
      let column = 0
      const underlined = cellsOf(excerpt.text).filter((cell) => {
        const start = column
        column += cell.width
        return cell.width > 0 && start >= excerpt.before && start < excerpt.before + excerpt.marked
      })
      const joined = (list: typeof cells) => list.map((cell) => (cell.width > 0 ? cell.text : '')).join('')
      expect(joined(underlined)).toBe(joined(cells))
    }),
  )
})
