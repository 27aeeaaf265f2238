import { expect, test } from 'vitest'
import { outline, slices } from './outline.ts'

const txt = (text: string) => outline('notice.txt', text)

test('numbered titles are headings, their levels from the form of their numbers', () => {
  expect(
    txt(`Privacy Notice
1. Information We Collect
(1) Information you give us
When you open an account you tell us your name.
(2) Information from others
Banks tell us of payments.
2.Sharing
2.1 Partners
We share data with partners.
3. other
We answer letters.`),
  ).toEqual([
    '# Privacy Notice',
    '## 1. Information We Collect',
    '### (1) Information you give us',
    'When you open an account you tell us your name.',
    '### (2) Information from others',
    'Banks tell us of payments.',
    '## 2.Sharing',
    '### 2.1 Partners',
    'We share data with partners.',
    '## 3. other',
    'We answer letters.',
  ])
})

test('titles without numbers: in title case, in capitals, underlined, as a question, or short before a sentence', () => {
  expect(
    txt(`ACME PRIVACY POLICY

Who We Are
We are Acme, and we run this site.

DATA WE HOLD
We hold names, and we hold them for a year.

Cookies
=======
We set two of them, and you may refuse both.

What do we do with data?
We send what you ordered, and we send the bill.

Obligations after a loss of data
We tell the authority within 72 hours, and we tell the people concerned without undue delay.`),
  ).toEqual([
    '# ACME PRIVACY POLICY',
    '## Who We Are',
    'We are Acme, and we run this site.',
    '## DATA WE HOLD',
    'We hold names, and we hold them for a year.',
    '# Cookies',
    'We set two of them, and you may refuse both.',
    '## What do we do with data?',
    'We send what you ordered, and we send the bill.',
    '## Obligations after a loss of data',
    'We tell the authority within 72 hours, and we tell the people concerned without undue delay.',
  ])
})

test('what only looks like a title is none', () => {
  expect(
    txt(`Last updated: 2 May 2026
We are in Bern.
12 Harbour Street
Bristol
Write to us there.
1. You must be sixteen.
2. You must be a person.`),
  ).toEqual([
    'Last updated: 2 May 2026',
    'We are in Bern.',
    '12 Harbour Street',
    '## Bristol',
    'Write to us there.',
    '1. You must be sixteen.',
    '2. You must be a person.',
  ])
})

test('a table of contents is a list of lines, not of headings', () => {
  expect(txt('Privacy Notice\n1. Data\n2. Sharing\n3. Rights\n\n1. Data\nWe hold names.')).toEqual([
    '# Privacy Notice',
    '1. Data',
    '2. Sharing',
    '3. Rights',
    '1. Data',
    'We hold names.',
  ])
})

test('bullets of all kinds, nested, with the line that introduces them', () => {
  expect(
    txt(`We share data with:
● banks:
  o savings banks
  o others
● shops
\u2022 courts
– churches

They pay:
1) at once
2) later
(a) or never`),
  ).toEqual([
    'We share data with:',
    '- banks: < We share data with:',
    '-- savings banks < banks:',
    '-- others < banks:',
    '- shops < We share data with:',
    '-- courts < We share data with:',
    '--- churches < We share data with:',
    'They pay:',
    '- 1) at once < They pay:',
    '- 2) later < They pay:',
    '- (a) or never < They pay:',
  ])
})

test('lines that a line introduces are items without bullets, too', () => {
  expect(txt('We collect:\nYour name\nYour address\n\nThat is all we need of you.')).toEqual([
    'We collect:',
    '- Your name < We collect:',
    '- Your address < We collect:',
    'That is all we need of you.',
  ])
  expect(txt('We use data:\nTo open your account.\nTo send the bill.\nWe sell none.')).toEqual([
    'We use data:',
    '- To open your account. < We use data:',
    '- To send the bill. < We use data:',
    'We sell none.',
  ])
})

test('items and headings that were run together are parted', () => {
  const text = `2. Data
2.1 Given by you
We may collect:
Account: your name and the address.Billing: the bank and the sum.Letters: what you write.2.2 Found by us
We find little.`
  expect(txt(text)).toEqual([
    '## 2. Data',
    '### 2.1 Given by you',
    'We may collect:',
    '- Account: your name and the address. < We may collect:',
    '- Billing: the bank and the sum. < We may collect:',
    '- Letters: what you write. < We may collect:',
    '### 2.2 Found by us',
    'We find little.',
  ])
  expect(slices('notice.txt', text)[5]).toBe('Letters: what you write.')
})

test('a missing space is no list, and full stops in names part nothing', () => {
  expect(txt('We keep your data.We use it. See Acme.Example.Com and Node.js now.')).toEqual([
    'We keep your data.We use it. See Acme.Example.Com and Node.js now.',
  ])
})

test('bullets in a line are items', () => {
  expect(txt('We hold: • names • ages')).toEqual(['We hold:', '- names < We hold:', '- ages < We hold:'])
})

test('lines wrapped to a width are joined, and paragraphs, items and headings stay apart', () => {
  const text = `1. Data we collect

We collect what you tell us when you open an account, and what our
servers write down when you visit the site, which is the address of
your device and the time of your visit. We keep both for as long as
you have an account with us.
We share them with:

  - banks that you pay with, which learn the sum and the number of the
    order and nothing else
  - courts

2. Rights

You may ask us for a copy of all that we hold about you, and you may
ask us to delete it.`
  expect(txt(text)).toEqual([
    '## 1. Data we collect',
    'We collect what you tell us when you open an account, and what our servers write down when you visit the site, which is the address of your device and the time of your visit. We keep both for as long as you have an account with us.',
    'We share them with:',
    '- banks that you pay with, which learn the sum and the number of the order and nothing else < We share them with:',
    '- courts < We share them with:',
    '## 2. Rights',
    'You may ask us for a copy of all that we hold about you, and you may ask us to delete it.',
  ])
  expect(slices('notice.txt', text)[6]).toBe(
    'You may ask us for a copy of all that we hold about you, and you may\nask us to delete it.',
  )
})

test('places hold whatever ends the lines', () => {
  for (const end of ['\n', '\r\n', '\r', '\u2028']) {
    const text = `\uFEFFPrivacy Notice${end}${end}\t• We keep names.${end}`
    expect(outline('a.txt', text)).toEqual(['# Privacy Notice', '- We keep names.'])
    expect(slices('a.txt', text)).toEqual(['Privacy Notice', 'We keep names.'])
  }
})

test('Markdown in a file that is called text', () => {
  expect(txt('# Privacy\n\n**Who we are**\nWe are Acme, a company.\n\n* * *\n----\nBye then.')).toEqual([
    '# Privacy',
    '## Who we are',
    'We are Acme, a company.',
    'Bye then.',
  ])
})
