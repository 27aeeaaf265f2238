import { describe, expect, test } from 'vitest'
import { judgementOf } from '../support.ts'

const verdicts = (yaml: string) =>
  new Map(
    judgementOf(`clauselint: 1\naddresses: [EU]\n${yaml}`).verdicts.map((verdict) => [verdict.provision.id, verdict]),
  )
const outcomes = (yaml: string, ...ids: string[]) => {
  const all = verdicts(yaml)
  return ids.map((id) => all.get(id)?.outcome)
}
const section = (body: string) =>
  `sections: [{ id: s, topic: introduction, heading: Privacy, body: ${JSON.stringify(body)} }]\n`

test('a policy that says nothing violates what is mandatory, and leaves the rest open', () => {
  const all = [...verdicts(section('Hello.')).values()]
  const of = (level: string) => [
    ...new Set(all.filter(({ provision }) => provision.level === level).map(({ outcome }) => outcome)),
  ]
  expect(of('mandatory')).toEqual(['violated'])
  expect(of('conditional')).toEqual(['undetermined'])
  expect(of('duty')).toEqual(['undetermined'])
})

describe('transfers', () => {
  test.each<[string, string, (string | undefined)[]]>([
    ['are declared none', 'transfers: none\n', ['not-applicable', 'not-applicable']],
    ['are unknown', '', ['undetermined', 'undetermined']],
    [
      'rest on an adequacy decision',
      'transfers: [{ to: [US], mechanism: eu-us-dpf }]\n',
      ['satisfied', 'not-applicable'],
    ],
    [
      'rest on clauses, and no copy is offered',
      'transfers: [{ to: [US], mechanism: scc-2021-914 }]\n',
      ['satisfied', 'violated'],
    ],
  ])('%s', (_case, facts, wanted) => {
    expect(outcomes(facts, '13.1.f', '13.1.f-copy')).toEqual(wanted)
  })

  test('are decided by the text where no fact is known', () => {
    expect(outcomes(section('We do not transfer your personal data to other countries.'), '13.1.f')).toEqual([
      'not-applicable',
    ])
    expect(outcomes(section('We transfer your personal data to the United States.'), '13.1.f')).toEqual(['violated'])
  })
})

test('retention is one of period and criteria', () => {
  expect(outcomes(section('We keep your personal data for two years.'), '13.2.a')).toEqual(['satisfied'])
  expect(outcomes(section('We like data.'), '13.2.a')).toEqual(['violated'])
})

test('the representative is asked of controllers outside the Union only', () => {
  const country = (code: string) =>
    outcomes(`controller: { name: Acme Ltd, country: ${code} }\n`, '13.1.a-representative')
  expect(country('CL')).toEqual(['violated'])
  expect(country('DE')).toEqual(['not-applicable'])
  expect(country('NO')).toEqual(['not-applicable'])
})

test('Article 14 is asked where data come from others', () => {
  const from = (source: string) => outcomes(`data: [{ id: a, items: [name], source: ${source} }]\n`, '14.2.e')
  expect(from('third-parties')).toEqual(['violated'])
  expect(from('person')).toEqual(['not-applicable'])
})

test('no verdict on the GDPR is given before it applied', () => {
  const froms = judgementOf(`clauselint: 1\naddresses: [EU]\n${section('Hello.')}`).verdicts.flatMap(
    ({ law, provision }) => (law.id === 'gdpr' ? [provision.from] : []),
  )
  expect(new Set(froms)).toEqual(new Set(['2018-05-25']))
})
