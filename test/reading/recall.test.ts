import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/types.ts'
import { readNotice, state } from '../../src/reading/read.ts'
import type { Statement } from '../../src/reading/statement.ts'
import { catalog, markdownNotice } from '../support.ts'

// What was read is kept for the next text with the same words. Nobody may notice.

/** The statements of a text, read with what a catalog was used for before. */
function told(text: string, using: Catalog): Statement[] {
  return state(readNotice(markdownNotice(text), using), using)
}

/** A catalog that nothing was read with yet. */
const fresh = (): Catalog => ({ ...catalog })

const headings = ['Your rights', 'Data retention', 'How to contact us', 'Cookies', 'Personal data breaches', 'Acme 7']
const lines = [
  'You may object to this.',
  'We keep them for two years.',
  'Write to privacy@acme.example.',
  'At any time.',
  'We notify the authority within 72 hours.',
  'You have the right to:',
  'We share your personal data with:',
  'access your personal data',
  'payment providers in the United States',
  'We do not sell your personal data.',
  'Nothing is said here.',
]
const block = fc.oneof(
  fc.constantFrom(...headings).map((heading) => `## ${heading}`),
  fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
  fc
    .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one) => `- ${one}`).join('\n')),
  fc
    .tuple(fc.constantFrom(...headings), fc.constantFrom(...lines))
    .map(([name, line]) => `| Topic | What we say |\n| --- | --- |\n| ${name} | ${line} |`),
)
const text = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'))

test('the same words are read the same wherever they stood before', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const used = fresh()
      // Three times over: what is met again is kept, what is kept is used.
      for (const one of [...texts, ...texts, ...texts]) expect(told(one, used)).toEqual(told(one, fresh()))
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('more texts than are kept are read as the first', () => {
  const used = fresh()
  const filler = 'so much for it and more besides '.repeat(150)
  const one = '## Your rights\n\nYou may object to this.\n\n- access your personal data'
  const before = told(one, used)
  for (let at = 0; at < 200; at++) told(`${at} ${filler}`, used)
  expect(told(one, used)).toEqual(before)
  expect(before).not.toEqual([])
})
