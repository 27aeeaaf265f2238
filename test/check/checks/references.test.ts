import { describe, expect, test } from 'vitest'
import { pages } from '../../../src/catalog/generated/pages.js'
import { judge } from '../../../src/check/judge.ts'
import { findAll, readNotice } from '../../../src/reading/read.ts'
import { catalog, markdownNotice } from '../../support.ts'

const judged = (text: string, asOf: string, addresses: string[] = []) =>
  judge(markdownNotice(text), { asOf, addresses }, catalog).findings
const found = (rule: string, text: string, asOf = '2026-11-22', addresses?: string[]) =>
  judged(text, asOf, addresses).filter((finding) => finding.rule === rule)

describe('references that are out of date', () => {
  const text = 'Complaints about Art. 77 go under Article 77 of the UK GDPR.\n'

  test.each([
    ['2026-06-18', 0],
    ['2026-06-19', 1],
  ])('are judged at the date of the check: %s', (asOf, count) => {
    expect(found('retired-reference', text, asOf)).toHaveLength(count)
  })

  test.each([
    [
      'This notice was last updated on 3 March 2017.',
      'It still stood when the notice was last changed, on 2017-03-03.',
    ],
    ['This notice was last updated on 3 March 2021.', 'The notice was changed after that, on 2021-03-03.'],
    ['', '(repealed by GDPR Art. 94).'],
  ])('and told by the date of the notice: %s', (dated, told) => {
    const [finding] = found('retired-reference', `${dated}\n\nWe comply with Directive 95/46/EC.\n`)
    expect(finding?.message.endsWith(told)).toBe(true)
  })

  test('stand in one finding for each reference, with the other places', () => {
    const words = 'We comply with Directive 95/46/EC.'
    const [finding, ...more] = found(
      'retired-reference',
      `${words}\n\n${words}\n\nThe Data Protection Act 1998 applies.\n`,
    )
    expect(finding?.related).toHaveLength(1)
    expect(more).toHaveLength(1)
  })

  test('each has an example that fires, at the latest on the day after it ended', () => {
    const texts = (pages()['retired-reference']?.fires ?? []).map(({ text }) =>
      readNotice(markdownNotice(text), catalog),
    )
    // Chile's come into their own when Law 21.719 is in force.
    const later = catalog.references.filter(({ ended }) => ended > '2026-11-22').map(({ id }) => id)
    const silent = catalog.references.filter(
      (reference) => !texts.some((reading) => findAll(reference, reading).length > 0),
    )
    expect(silent.map(({ id }) => id).filter((id) => !later.includes(id))).toEqual([])
    expect(
      found('retired-reference', 'Law 19.628 on the protection of private life applies.', '2026-12-01'),
    ).toHaveLength(1)
    expect(found('retired-reference', 'Complain to SERNAC.', '2026-12-01')).toHaveLength(1)
  })
})

test('an adequacy decision counts from its first to its last day', () => {
  const brazil = 'We transfer your personal data to Brazil on the basis of an adequacy decision.'
  expect(found('no-adequacy-decision', brazil, '2026-01-25').map(({ at }) => at.kind === 'words' && at.quote)).toEqual([
    'Brazil',
  ])
  expect(found('no-adequacy-decision', brazil, '2026-01-26')).toEqual([])
  const britain = 'We transfer your personal data to the United Kingdom on the basis of an adequacy decision.'
  expect(found('no-adequacy-decision', britain, '2031-12-27')).toEqual([])
  expect(found('no-adequacy-decision', britain, '2031-12-28')).toHaveLength(1)
})

test('clauses of the Union alone are no ground for exports from the United Kingdom', () => {
  const clauses = 'We transfer your data to India on the basis of standard contractual clauses'
  expect(found('mechanism-elsewhere', `${clauses}.`, undefined, ['UK'])[0]?.message).toBe(
    '“standard contractual clauses” is no ground for transfers from UK, which the notice addresses, and it names no other.',
  )
  expect(found('mechanism-elsewhere', `${clauses} and the UK Addendum.`, undefined, ['UK'])).toEqual([])
  expect(found('mechanism-elsewhere', `${clauses}.`, undefined, ['EU'])).toEqual([])
})

test.each(catalog.references.map((reference) => [reference.id, reference] as const))(
  'the reference %s has a date, an end and a replacement',
  (_id, { name, ended, endedBy, replacement }) => {
    expect(new Date(ended).toISOString().startsWith(ended)).toBe(true)
    expect([name, endedBy, replacement].every((words) => words !== '' && !words.endsWith('.'))).toBe(true)
  },
)
