import { expect, test } from 'vitest'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { fileOf, type Data } from '../notice/policies.ts'
import { composed } from '../support.ts'

const rendered = (policy: Data) => renderMarkdown(composed(fileOf(policy)))

test('paragraphs, lists and tables', () => {
  const data = [
    { id: 'account', label: 'Account', items: ['name', 'e-mail address'] },
    { id: 'visit', items: ['pages | times'] },
  ]
  const recipients = [{ name: '1. Host', role: 'processor', receives: ['account', 'visit'], country: 'DE' }]
  expect(rendered({ title: '# Notice #', controller: { name: '1) Acme\n- GmbH' }, data, recipients })).toBe(
    `# # Notice \\#

## 1. Who we are

1\\) Acme\\
\\- GmbH is the controller of your personal data.

## 2. What personal data we collect

We collect and process these personal data:

- Account: name and e-mail address.
- pages | times.

## 3. Who receives the data

We share personal data with these recipients:

| Recipient | Role | Data | Country |
| --- | --- | --- | --- |
| 1. Host | processor | Account and pages \\| times | Germany |
`,
  )
})

test('a text of several lines stays one paragraph, one item, one cell and one heading', () => {
  const sections = [
    { id: 'a', topic: 'controller', heading: 'Who\n\nwe are' },
    { id: 'b', topic: 'security', heading: 'Security' },
    { id: 'c', topic: 'recipients', heading: 'Recipients' },
  ]
  const text = ' one \n\n\t two\r\nthree \n'
  const facts = { controller: { name: text }, security: { measures: [text] }, recipients: [{ name: text }] }
  expect(rendered({ sections, ...facts })).toBe(
    `## 1. Who<br>we are

one\\
two\\
three is the controller of your personal data.

## 2. Security

We protect personal data with these security measures:

- One\\
two\\
three.

## 3. Recipients

We share personal data with these recipients:

| Recipient |
| --- |
| one<br>two<br>three |
`,
  )
})

test('sections are numbered in order, those without a heading are not', () => {
  const sections = [
    { id: 'opening', topic: 'other', body: 'Opening.' },
    { id: 'a', topic: 'other', heading: '2. First', body: 'A.' },
    { id: 'none', topic: 'other', heading: ' \n ', body: 'Blank.' },
    { id: 'b', topic: 'other', heading: 'Second', body: 'B.' },
  ]
  expect(rendered({ sections })).toBe('Opening.\n\n## 1. 2. First\n\nA.\n\nBlank.\n\n## 2. Second\n\nB.\n')
  expect(rendered({ sections, numbering: 'none' })).toBe('Opening.\n\n## 2. First\n\nA.\n\nBlank.\n\n## Second\n\nB.\n')
  expect(rendered({ sections, numbering: 'authored' })).toBe(rendered({ sections, numbering: 'none' }))
})
