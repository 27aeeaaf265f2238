import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extentOf } from '../../src/law/period.ts'
import { brokenLimit } from '../../src/law/bounds.ts'
import type { Bound } from '../../src/catalog/types.ts'

const days = (least: number, most = least) => ({ least: least * 24, most: most * 24 })

test.each([
  ['PT72H', days(3)],
  ['PT90M', { least: 1.5, most: 1.5 }],
  ['P1D', days(1)],
  ['P10D', days(10)],
  ['P30D', days(30)],
  ['P31D', days(31)],
  ['P45D', days(45)],
  ['P2W', days(14)],
  ['P1M', days(28, 31)],
  ['P2M', days(59, 62)],
  ['P3M', days(89, 92)],
  ['P6M', days(181, 184)],
  ['P12M', days(365, 366)],
  ['P1Y', days(365, 366)],
  ['P1Y6M', days(365 + 181, 366 + 184)],
  ['P1M2DT3H', { least: 30 * 24 + 3, most: 33 * 24 + 3 }],
])('%s takes between %o hours', (duration, extent) => {
  expect(extentOf(duration)).toEqual(extent)
})

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '30 days',
  'P1.5D',
  'P-1D',
  'p1d',
  'P1H',
  'P1D2M',
  'without undue delay',
  ' P1D',
  'P1D\n',
])('%o is no duration', (text) => {
  expect(extentOf(text)).toBeUndefined()
})

test('the months on end are those of a calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2001, max: 2098 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 11 }),
      (year, from, months) => {
        const real = (Date.UTC(year, from + months, 1) - Date.UTC(year, from, 1)) / 3_600_000
        const { least, most } = extentOf(`P${months}M`) ?? { least: 0, most: 0 }
        expect(real).toBeGreaterThanOrEqual(least)
        expect(real).toBeLessThanOrEqual(most)
      },
    ),
  )
})

test.each<[string, Bound, boolean]>([
  ['P1M', { max: 'P1M' }, false],
  ['P30D', { max: 'P1M' }, false],
  ['P31D', { max: 'P1M' }, false],
  ['P32D', { max: 'P1M' }, true],
  ['P45D', { max: 'P1M' }, true],
  ['P2M', { max: 'P1M' }, true],
  ['P28D', { min: 'P1M' }, false],
  ['P27D', { min: 'P1M' }, true],
  ['P3D', { max: 'PT72H' }, false],
  ['PT96H', { max: 'PT72H' }, true],
  ['P4D', { max: 'PT72H' }, true],
  ['P10D', { min: 'P15D' }, true],
  ['P10D', { min: 'P5D', max: 'P15D' }, false],
  ['PT96H', { max: 'PT72H', allow: ['PT96H'] }, false],
  ['without undue delay', { max: 'PT72H', allow: ['without undue delay'] }, false],
  ['without undue delay', { max: 'PT72H' }, false],
  ['soon', { max: 'P1D', min: 'PT1H' }, false],
  ['12', { min: 13 }, true],
  ['13', { min: 13, max: 16 }, false],
  ['17', { max: 16 }, true],
  ['thirteen', { min: 16, max: 12 }, false],
  ['P1D', { max: 5 }, false],
  ['P1D', { max: 'whenever' }, false],
  ['P1D', {}, false],
])('%s against %o is outside: %s', (value, bound, outside) => {
  expect(brokenLimit(value, bound) !== undefined).toBe(outside)
})
