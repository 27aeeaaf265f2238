import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pattern } from '../../src/catalog/types.ts'
import { spelt } from '../../src/catalog/lexicon.ts'
import { patternsOf } from '../../src/catalog/pattern-table.ts'
import { findAll, readNotice, state } from '../../src/reading/read.ts'
import { catalog, markdownNotice } from '../support.ts'

// Patterns come from strangers' packs and texts from anywhere. None of these may run on or fall over; what they read
// is the same each time.

/** A word or phrase of each group, by the group's number. */
const words = new Map<number, string>()
for (const { text, group } of spelt(catalog.lexicon)) if (!words.has(group)) words.set(group, text)
const typed: Record<string, string> = {
  duration: '72 hours',
  date: '5 May 2026',
  age: 'under 16',
  email: 'a@acme.example',
  url: 'https://acme.example',
  phone: '+56 2 2345 6789',
  address: '12 Harbour Street',
  company: 'Acme Ltd',
  proper: 'Acme',
  number: '7',
}

for (const [type, number] of Object.entries(catalog.lexicon.values)) words.set(number, typed[type] ?? '')

/** Words that match a step. */
const wordsOf = ({ groups }: Pattern['steps'][number]): string => words.get(groups[0] ?? -1) ?? ''

const rules = [...catalog.disclosures, ...catalog.wording, ...catalog.checks]
  .map((rule) => ({ id: rule.id, patterns: patternsOf(catalog.patterns, rule) }))
  .filter(({ patterns }) => patterns.length > 0)

function read(text: string) {
  const reading = readNotice(markdownNotice(text), catalog)
  const found = [...catalog.wording, ...catalog.checks].flatMap((rule) =>
    findAll(rule, reading).map(({ span }) => span),
  )
  return { statements: state(reading, catalog), found }
}

test('every step has words here, so that the texts below are made of what patterns look for', () => {
  for (const { id, patterns } of rules)
    for (const step of patterns.flatMap(({ steps }) => steps))
      expect([id, step, wordsOf(step)]).not.toEqual([id, step, ''])
})

describe.each(rules.map(({ id, patterns }) => [id, patterns] as const))('the patterns of %s', (_id, patterns) => {
  test('end on their own steps 2,000 times over without the last, in one sentence and in many', () => {
    for (const { steps } of patterns) {
      const all = steps.map(wordsOf)
      const tempting = `${(all.length > 1 ? all.slice(0, -1) : all).join(' ')} `.repeat(2_000)
      expect(read(tempting).statements.length).toBeLessThan(20_000)
    }
  }, 300_000)
})

test.each([
  ['one word', 'word '.repeat(100_000)],
  [
    'the first words of every pattern',
    rules
      .flatMap(({ patterns }) => patterns.map(({ steps: [first] }) => first && wordsOf(first)))
      .join(' ')
      .concat(' ')
      .repeat(20),
  ],
  ['nothing but breaks', 'we do not tell, but '.repeat(10_000)],
  ['numbers', '7 '.repeat(50_000)],
  ['numbers in words', 'seventy-'.repeat(20_000)],
  ['brackets', '('.repeat(50_000)],
  ['dates without end', '1/1/'.repeat(20_000)],
  ['telephones without end', '+1 (2) '.repeat(20_000)],
  ['names without end', 'Acme & '.repeat(20_000)],
  ['company forms without end', 'Co., '.repeat(20_000)],
  ['addresses without end', 'a.b@'.repeat(20_000)],
  ['a long word', 'a'.repeat(200_000)],
  ['no word at all', '\u200B \n'.repeat(20_000)],
  ['lone halves of characters', '\ud800 '.repeat(20_000)],
  ['nested lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- we share data with:`).join('\n')],
  [
    'many headings',
    Array.from({ length: 3_000 }, (_, at) => `${'#'.repeat((at % 6) + 1)} Transfers\n\nPrivacy Shield.\n`).join('\n'),
  ],
  ['quotes in quotes', `${'> '.repeat(500)}we tell you`],
  ['a wide table', `| ${'a | '.repeat(1_000)}\n| ${'- | '.repeat(1_000)}\n| ${'we share data | '.repeat(1_000)}\n`],
])(
  '%s end, and read the same twice',
  (_what, text) => {
    const once = read(text)
    expect(read(text)).toEqual(once)
  },
  120_000,
)

test('a text twice over is read twice: each paragraph by itself', () => {
  const paragraphs = rules.flatMap(({ patterns }) =>
    patterns.slice(0, 2).map(({ steps }) => `We ${steps.map(wordsOf).join(' ')}.`),
  )
  fc.assert(
    fc.property(fc.subarray(paragraphs, { minLength: 1 }), (chosen) => {
      // Under a heading of its own each copy begins anew: no sentence of the other stands before its first.
      const text = `## Data\n\n${chosen.join('\n\n')}`
      const told = (source: string) =>
        read(source).statements.map(({ disclosure, polarity, strength, values }) => [
          disclosure,
          polarity,
          strength,
          values.map(({ value }) => value),
        ])
      expect(told(`${text}\n\n${text}`)).toEqual([...told(text), ...told(text)])
    }),
    { numRuns: 20 },
  )
})
