import { expect, test } from 'vitest'
import { labelled, unlabelled } from '../../src/notice/label.ts'
import { composed, markdownNotice } from '../support.ts'

test.each([
  ['13. Contact Us', '13', 'Contact Us'],
  ['13 Contact', '13', 'Contact'],
  ['13) Contact', '13', 'Contact'],
  ['(13) Contact', '13', 'Contact'],
  ['2.1 Data:', '2.1', 'Data'],
  ['2.1. Data', '2.1', 'Data'],
  ['2.1.3.4.5 Data', '2.1.3.4.5', 'Data'],
  ['2.Data', '2', 'Data'],
  ['(1) Information provided by users', '1', 'Information provided by users'],
  ['(a) Uses', 'a', 'Uses'],
  ['a) Uses', 'a', 'Uses'],
  ['A. Information You Provide', 'A', 'Information You Provide'],
  ['iv. Uses', 'iv', 'Uses'],
  ['(XIV) Uses', 'XIV', 'Uses'],
  ['13.', '13', ''],
  ['13)', '13', ''],
  ['(b)', 'b', ''],
])('the number of “%s” is %s', (heading, label, rest) => {
  expect([labelled(heading), unlabelled(heading)]).toEqual([{ label }, rest])
})

test.each([
  'Contact',
  'U.S. residents',
  'E.U. and U.K.',
  'e.g. cookies',
  'A word',
  'I agree',
  '2026 changes',
  '3rd parties',
  '12.5% of data',
  '24/7',
  '1,000 people',
  '(optional) data',
  'vi',
  '13',
  '',
])('“%s” has no number', (heading) => {
  expect([labelled(heading), unlabelled(heading)]).toEqual([{}, heading])
})

const sections = `sections:
  - { id: opening, topic: other, body: Opening. }
  - { id: a, topic: other, heading: "1. First", body: "Text.\\n\\n# 1.1 Deep\\n\\n## (a) Deeper\\n\\n# Plain" }
  - { id: blank, topic: other, heading: " ", body: Blank. }
  - { id: b, topic: other, heading: Second, body: Text. }
  - { id: c, topic: other, heading: "IV. Last" }
`

/** Text, level, number, whether the number is ours, and the heading above, for each heading. */
function headings(file: string): unknown[] {
  const { blocks } = composed(file)
  return blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ text, level, label, numbered, heading }) => [
      text,
      level,
      label,
      numbered === true,
      heading === undefined ? undefined : blocks[heading]?.text,
    ])
}

test('automatic numbers count the sections that have a heading; those in bodies keep their own', () => {
  const expected = [
    ['T', 1, undefined, false, undefined],
    ['1. First', 2, '1', true, 'T'],
    ['1.1 Deep', 3, '1.1', false, '1. First'],
    ['(a) Deeper', 4, 'a', false, '1.1 Deep'],
    ['Plain', 3, undefined, false, '1. First'],
    ['Second', 2, '2', true, 'T'],
    ['IV. Last', 2, '3', true, 'T'],
  ]
  expect(headings(`clauselint: 1\ntitle: T\nnumbering: automatic\n${sections}`)).toEqual(expected)
  expect(headings(`clauselint: 1\ntitle: T\n${sections}`)).toEqual(expected)
})

test.each(['authored', 'none'])('where numbering is %s, numbers are those in the headings’ words', (numbering) => {
  expect(headings(`clauselint: 1\ntitle: T\nnumbering: ${numbering}\n${sections}`)).toEqual([
    ['T', 1, undefined, false, undefined],
    ['1. First', 2, '1', false, 'T'],
    ['1.1 Deep', 3, '1.1', false, '1. First'],
    ['(a) Deeper', 4, 'a', false, '1.1 Deep'],
    ['Plain', 3, undefined, false, '1. First'],
    ['Second', 2, undefined, false, 'T'],
    ['IV. Last', 2, 'IV', false, 'T'],
  ])
})

test.each([
  ['automatic', '1', '2', true],
  ['authored', undefined, undefined, false],
  ['none', undefined, undefined, false],
])('without sections, topics are numbered where numbering is automatic: %s', (numbering, first, second, ours) => {
  expect(headings(`clauselint: 1\nnumbering: ${numbering}\ncontroller: { name: A }\nchildren: { age: 13 }\n`)).toEqual([
    ['Who we are', 2, first, ours, undefined],
    ['Children', 2, second, ours, undefined],
  ])
})

test('a published text has the numbers that its readers see', () => {
  const { blocks } = markdownNotice('# T\n\n## 1. First\n\n### 1.1 Deep\n\nSecond\n---\n\n## **(a)** Third\n\n##\n')
  expect(blocks.map(({ text, level, label }) => [text, level, label])).toEqual([
    ['T', 1, undefined],
    ['1. First', 2, '1'],
    ['1.1 Deep', 3, '1.1'],
    ['Second', 2, undefined],
    ['(a) Third', 2, 'a'],
    ['', 2, undefined],
  ])
})
