import { expect, test } from 'vitest'
import { shorten } from '../../src/source/shorten.ts'

test('text is shortened to a length without cutting a character in two', () => {
  expect(shorten('abc', 3)).toBe('abc')
  expect(shorten('abcd', 3)).toBe('ab…')
  expect(shorten('a😀bcd', 3)).toBe('a…')
})
