import { describe, expect, test } from 'vitest'
import { judgedBy, policy, withLaw } from './support.ts'

const asks = (rule: string, from: string, more: object = {}) => ({ requires: [[rule]], from, ...more })
const next = (asOf: string, ...provisions: Parameters<typeof withLaw>) =>
  judgedBy(withLaw(...provisions), policy('Hello.', { addresses: 'CL' }), asOf).next

describe('what the next change of the law changes', () => {
  test('is how many errors more there will be, from when, under which law', () => {
    const provisions = [
      asks('purposes', '2020-01-01'),
      asks('recipients', '2026-12-01'),
      asks('policy-date', '2026-12-01'),
    ]
    expect(next('2026-11-22', ...provisions)).toEqual({ from: '2026-12-01', errors: 2, laws: ['Act'] })
    expect(next('2019-06-01', ...provisions)).toEqual({ from: '2020-01-01', errors: 1, laws: ['Act'] })
    expect(next('2026-12-01', ...provisions)).toBeUndefined()
  })

  test('is told of the nearest date on which the errors change, however far off', () => {
    const guidance = asks('recipients', '2027-01-01', { level: 'guidance' })
    expect(next('2026-11-22', guidance, asks('purposes', '2029-05-05'))).toMatchObject({ from: '2029-05-05' })
    expect(next('2026-11-22', guidance)).toBeUndefined()
  })

  test('is fewer errors when law ends, the day after its last', () => {
    expect(next('2026-11-22', asks('purposes', '2020-01-01', { until: '2026-12-31' }))).toEqual({
      from: '2027-01-01',
      errors: -1,
      laws: ['Act'],
    })
  })

  test('is nothing where an old provision gives way to a new one that asks the same', () => {
    const old = asks('purposes', '2020-01-01', { until: '2026-11-30' })
    expect(next('2026-11-22', old, asks('purposes', '2026-12-01'))).toBeUndefined()
  })

  test('is nothing where no law of the place changes', () => {
    const law = withLaw(asks('purposes', '2027-01-01'))
    expect(judgedBy(law, policy('Hello.', { addresses: 'PE' })).next).toBeUndefined()
  })
})
