import { expect, test } from 'vitest'
import catalog from '../../src/catalog/generated/catalog.js'
import { clauselint, type World } from './fake-io.ts'

const nowhere: World = { files: {} }
const rules = [...catalog.disclosures, ...catalog.wording, ...catalog.checks]

function explained(id: string, world = nowhere): string {
  const { code, stdout, stderr } = clauselint(world, 'explain', id)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

function headings(page: string): string[] {
  return [...page.matchAll(/^(\S.*):$/gm)].map(([, heading]) => heading as string)
}

test('every rule has a page with its title, why, what to do, and examples of both kinds', () => {
  for (const { id, title, why } of rules) {
    const page = explained(id)
    expect(page.startsWith(`${id}: ${title}\n\n`)).toBe(true)
    expect(headings(page)).toEqual(expect.arrayContaining(['Why', 'What to do']))
    expect(page.replace(/\s+/g, ' ')).toContain(why.replace(/\s+/g, ' ').trim())
    expect(page).not.toMatch(/[ \t]$/m)
    expect(page).toMatch(/[^\n]\n$/)
  }
})

test('a disclosure tells what it asks, the facts that state it, and every provision that asks for it', () => {
  const page = explained('breach-timeline')
  expect(headings(page)).toEqual(
    expect.arrayContaining([
      'It asks that the notice',
      'Facts that state it',
      'Provisions',
      'Stated by',
      'Not stated by',
    ]),
  )
  expect(page).toContain('\n  breach.authority.within\n')
  expect(page).toMatch(
    /\n {2}GDPR Art\. 33\(1\) \(duty\): .*\n( {4}.*\n)*? {4}in force from 2018-05-25; checked \d{4}-\d{2}-\d{2}, high confidence\n {4}https:\/\/eur-lex\.europa\.eu\//,
  )
  expect(page).toContain('GDPR Art. 34(1) (duty): ')
})

test('a disclosure whose presence is the fault says so', () => {
  const found = headings(explained('retired-mechanism'))
  expect(found).toEqual(expect.arrayContaining(['It is a fault when the notice', 'Found in', 'Not found in']))
  expect(found).not.toContain('Stated by')
})

test('a wording rule and a check tell their severity and what they fire on, at which words', () => {
  expect(explained('placeholder')).toContain(`
Fires on:
  • This notice is published by [Company Name].
    → at “[Company Name]”
`)
  const page = explained('contact-promised-not-given')
  expect(page).toContain('\nSeverity:\n  warning\n')
  expect(page).toContain('\n  GDPR Art. 13(1)(a) (mandatory): ')
  expect(page).toContain(`
    If you have questions, please contact us using one of the following methods:

    ## Changes
`)
})

test('prose keeps to the width of the terminal, between 40 and 100 columns', () => {
  const longest = (columns: number | undefined) => {
    const page = explained('retired-mechanism', columns === undefined ? nowhere : { files: {}, terminal: { columns } })
    const prose = page
      .split('\n')
      .slice(1)
      .filter((line) => !/^( {2}•| {4})/.test(line) && !line.includes('https://'))
    return Math.max(...prose.map((line) => line.length))
  }
  expect(longest(60)).toBeLessThanOrEqual(60)
  expect(longest(60)).toBeGreaterThan(50)
  expect(longest(20)).toBeLessThanOrEqual(40)
  expect(longest(undefined)).toBeLessThanOrEqual(100)
  expect(longest(300)).toBeLessThanOrEqual(100)
})

test('without a name all rules and laws are listed by kind, with their titles', () => {
  const { code, stdout } = clauselint(nowhere, 'explain')
  expect(code).toBe(0)
  expect(headings(stdout)).toEqual(['Disclosures', 'Wording', 'Checks', 'Laws'])
  const listed = [...stdout.matchAll(/^ {2}(\S+) {2,}(\S.*)$/gm)].map(([, id, title]) => ({ id, title }))
  expect(listed).toEqual([...rules, ...catalog.laws].map(({ id, title }) => ({ id, title })))
})

test('every law tells where it binds, its dates and source, and all that it asks', () => {
  for (const { id, title, provisions } of catalog.laws) {
    const page = explained(id)
    expect(page.startsWith(`${id}: ${title} (`)).toBe(true)
    expect(headings(page)).toEqual(expect.arrayContaining(['Binds in', 'In force', 'Source', 'Provisions']))
    for (const { id: number } of provisions) expect(page).toContain(`\n  ${number}: `)
  }
})

test('every provision tells what it asks, its level, dates, source and examples', () => {
  for (const { id, provisions } of catalog.laws)
    for (const { id: number, requires, concerns } of provisions) {
      const found = headings(explained(`${id}/${number}`))
      expect(found).toEqual(expect.arrayContaining(['It asks that the notice', 'Level', 'In force', 'Source']))
      expect(found.includes('Requires')).toBe(requires.length > 0)
      expect(found.includes('Concerns')).toBe(concerns.length > 0)
    }
})

test('a provision is named after its law, with a blank or a slash', () => {
  const { stdout } = clauselint(nowhere, 'explain', 'gdpr', '33.1')
  expect(stdout).toBe(explained('gdpr/33.1'))
  expect(clauselint(nowhere, 'explain', 'gdpr 33.1').stdout).toBe(stdout)
  expect(stdout).toContain('\nBounds:\n  breach.authority.within: at most 72 hours, or without undue delay\n')
  expect(stdout).toContain('\nLevel:\n  duty: ')
})

test.each([
  ['gdpt', 'There is no rule or law "gdpt". Did you mean "gdpr"?'],
  ['zebra-crossing-of-doubt', 'There is no rule or law "zebra-crossing-of-doubt". `clauselint explain` lists them.'],
  ['gdpr/no-such-article', 'The GDPR has no provision "no-such-article". `clauselint explain gdpr` lists them.'],
  ['gdpr/13.1.z', 'The GDPR has no provision "13.1.z". Did you mean "gdpr/13.1.'],
])('an unknown name is one line on stderr: %s', (name, message) => {
  const { code, stdout, stderr } = clauselint(nowhere, 'explain', name)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})
