import { expect, test } from 'vitest'
import { noticeIn, outline, slices } from './outline.ts'

const md = (text: string) => outline('notice.md', text)

test('bold lines, numbered items that stand alone and numbered lines are headings', () => {
  const text = `# Privacy Notice

**Who we are**

We are Acme.

**1. Data**
We hold names.

2. Sharing

We share none.

**Note:** this is no heading.

(a) Partners

We have none.`
  expect(md(text)).toEqual([
    '# Privacy Notice',
    '## Who we are',
    'We are Acme.',
    '## 1. Data',
    'We hold names.',
    '## Sharing',
    'We share none.',
    'Note: this is no heading.',
    '### (a) Partners',
    'We have none.',
  ])
})

test('a numbered list stays a list, and its items keep their numbers', () => {
  const text = '## Rights\n\nYou may:\n\n1. Ask\n2. Object\n\n## Duties\n\n1. Pay\n2. Wait\n'
  expect(md(text)).toEqual([
    '## Rights',
    'You may:',
    '- Ask < You may:',
    '- Object < You may:',
    '## Duties',
    '- Pay',
    '- Wait',
  ])
  expect(noticeIn('a.md', text).blocks.map(({ label }) => label)).toEqual([
    undefined,
    undefined,
    '1',
    '2',
    undefined,
    '1',
    '2',
  ])
})

test('where headings are marked, a short line in capitals is none', () => {
  expect(md('# Notice\n\n## Contact\n\nAcme Privacy Team\n\nWrite to us.')).toEqual([
    '# Notice',
    '## Contact',
    'Acme Privacy Team',
    'Write to us.',
  ])
  expect(md('# Notice\n\nContact Details\n\nWrite to us.')).toEqual(['# Notice', '## Contact Details', 'Write to us.'])
})

test('a number of the form that marked headings have makes a heading of their level', () => {
  expect(md('## 2. Data\n\n### 2.1 Names\n\nWe hold them.\n\n2.2 Ages\n\nWe hold none.\n\n3. Rest\n\nWe go.')).toEqual([
    '## 2. Data',
    '### 2.1 Names',
    'We hold them.',
    '### 2.2 Ages',
    'We hold none.',
    '## Rest',
    'We go.',
  ])
})

test('a heading that is a line of its paragraph is parted from it', () => {
  const text = '## Data\n\n**What we hold**\\\nWe hold names.\n\n**How long**<br>For a year.'
  expect(md(text)).toEqual(['## Data', '### What we hold', 'We hold names.', '### How long', 'For a year.'])
  expect(slices('a.md', text)).toEqual(['Data', 'What we hold', 'We hold names.', 'How long', 'For a year.'])
})
