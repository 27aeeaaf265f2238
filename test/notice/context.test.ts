import { expect, test } from 'vitest'
import { headingsOf, type Notice } from '../../src/notice/notice.ts'
import { composed, markdownNotice } from '../support.ts'

/** Each block's words, the heading above it and the line that introduces it. */
function contexts({ blocks }: Notice): unknown[] {
  const words = (id: number | undefined) => (id === undefined ? undefined : blocks[id]?.text)
  return blocks.map(({ text, heading, stem }) => [text, words(heading), words(stem)])
}

const text = `Before

# T

## A

Intro:

- one:
  - deep
  - deep too

  In the item.
- two
  - deep two

Plain.

- three

Table:

| a |
|---|
| b |

Last:

#### C

- four

## D

Five
`

test('a block knows the heading it stands under and the line that introduces it', () => {
  expect(contexts(markdownNotice(text))).toEqual([
    ['Before', undefined, undefined],
    ['T', undefined, undefined],
    ['A', 'T', undefined],
    ['Intro:', 'A', undefined],
    ['one:', 'A', 'Intro:'],
    ['deep', 'A', 'one:'],
    ['deep too', 'A', 'one:'],
    ['In the item.', 'A', undefined],
    ['two', 'A', 'Intro:'],
    ['deep two', 'A', 'Intro:'],
    ['Plain.', 'A', undefined],
    ['three', 'A', undefined],
    ['Table:', 'A', undefined],
    ['a', 'A', 'Table:'],
    ['b', 'A', 'Table:'],
    ['Last:', 'A', undefined],
    ['C', 'A', undefined],
    ['four', 'C', undefined],
    ['D', 'T', undefined],
    ['Five', 'D', undefined],
  ])
})

test('so it does in a policy, over what is authored and what is composed', () => {
  const notice = composed(`clauselint: 1
title: T
data: [{ id: a, items: [name] }]
security: { measures: [locks] }
sections:
  - { id: a, topic: other, heading: A, body: "Intro:\\n\\n- one\\n\\n# B\\n\\n{{ compose data }}\\n\\nEnd" }
  - { id: s, topic: security, heading: S }
`)
  expect(contexts(notice)).toEqual([
    ['T', undefined, undefined],
    ['A', 'T', undefined],
    ['Intro:', 'A', undefined],
    ['one', 'A', 'Intro:'],
    ['B', 'A', undefined],
    ['We collect and process these personal data:', 'B', undefined],
    ['name.', 'B', 'We collect and process these personal data:'],
    ['End', 'B', undefined],
    ['S', 'T', undefined],
    ['We protect personal data with these security measures:', 'S', undefined],
    ['Locks.', 'S', 'We protect personal data with these security measures:'],
  ])
})

test('the headings above a block, nearest first; a heading is above itself', () => {
  const notice = markdownNotice(text)
  const above = (words: string) => {
    const block = notice.blocks.find((candidate) => candidate.text === words)
    return block && headingsOf(notice, block).map((heading) => heading.text)
  }
  expect(above('four')).toEqual(['C', 'A', 'T'])
  expect(above('C')).toEqual(['C', 'A', 'T'])
  expect(above('Before')).toEqual([])
})

const tables = '| a | b |\n|---|---|\n| 1 | 2 |\n\nBetween.\n\n<table><tr><td>x<td>y<tr><td>z</table>'

test.each<[string, Notice]>([
  ['published', markdownNotice(tables)],
  ['authored', composed(`clauselint: 1\nsections: [{ id: a, topic: other, body: ${JSON.stringify(tables)} }]\n`)],
])('a row knows the header cells of its own table: %s', (_, { blocks }) => {
  expect(blocks.map(({ text, columns, cells }) => [text, columns, cells])).toEqual([
    ['a | b', undefined, cells(1, 1)],
    ['1 | 2', ['a', 'b'], cells(1, 1)],
    ['Between.', undefined, undefined],
    ['x | y', undefined, cells(1, 1)],
    ['z', undefined, cells(1)],
  ])
})

/** Cells of given lengths, with " | " between them. */
function cells(...lengths: number[]): { from: number; to: number }[] {
  let at = 0
  return lengths.map((length) => {
    const from = at
    at += length + 3
    return { from, to: from + length }
  })
}

test('braces in a published text are words', () => {
  const source = 'We are {{ company }} at [{{ a }} b]({{ url }}).\n\n| {{ x }} |\n|---|\n'
  const { blocks } = markdownNotice(source)
  expect(blocks.map(({ text, links }) => [text, links])).toEqual([
    ['We are {{ company }} at {{ a }} b.', [{ from: 24, to: 33, target: '{{ url }}' }]],
    ['{{ x }}', []],
  ])
})
