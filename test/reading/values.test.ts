import { describe, expect, test } from 'vitest'
import { numberAt } from '../../src/reading/numbers.ts'
import { tokenize } from '../../src/source/words.ts'
import { valuesOf } from './values-of.ts'

describe('durations', () => {
  test.each([
    ['within 72 hours of it', '72 hours', 'PT72H'],
    ['72hours', '72hours', 'PT72H'],
    ['a 72-hour limit', '72-hour', 'PT72H'],
    ['after 2 hrs', '2 hrs', 'PT2H'],
    ['30 days’ notice', '30 days', 'P30D'],
    ['thirty days', 'thirty days', 'P30D'],
    ['thirty (30) days', 'thirty (30) days', 'P30D'],
    ['30 (thirty) days', '30 (thirty) days', 'P30D'],
    ['forty-five days', 'forty-five days', 'P45D'],
    ['forty five days', 'forty five days', 'P45D'],
    ['seventy-two (72) hours', 'seventy-two (72) hours', 'PT72H'],
    ['one hundred and twenty days', 'one hundred and twenty days', 'P120D'],
    ['one hundred days', 'one hundred days', 'P100D'],
    ['30 calendar days', '30 calendar days', 'P30D'],
    ['six (6) months', 'six (6) months', 'P6M'],
    ['a six-month period', 'six-month', 'P6M'],
    ['two weeks', 'two weeks', 'P2W'],
    ['7 years', '7 years', 'P7Y'],
    ['1,095 days', '1,095 days', 'P1095D'],
    ['one year and six months', 'one year and six months', 'P1Y6M'],
    ['2 years, 6 months and 1 day', '2 years, 6 months and 1 day', 'P2Y6M1D'],
    ['one day and 12 hours', 'one day and 12 hours', 'P1DT12H'],
    ['within a month of it', 'a month', 'P1M'],
    ['after an hour', 'an hour', 'PT1H'],
    ['for no more than a year', 'a year', 'P1Y'],
    ['30 minutes', '30 minutes', 'PT30M'],
    ['a 6-month period', '6-month', 'P6M'],
    ['two (2) weeks', 'two (2) weeks', 'P2W'],
    ['5 full years', '5 full years', 'P5Y'],
  ])('%s', (text, words, value) => {
    expect(valuesOf('duration', text)).toEqual([[words, value]])
  })

  test.each([
    ['5 working days', '5 working days', 'P7D'],
    ['ten (10) business days', 'ten (10) business days', 'P14D'],
    ['one business day', 'one business day', 'P2D'],
    ['2 working weeks', '2 working weeks', 'P2W'],
  ])('working days are the calendar days that they can take: %s', (text, words, value) => {
    expect(valuesOf('duration', text)).toEqual([[words, value]])
  })

  test.each([
    ['3-5 days', '5 days', 'P5D'],
    ['between 30 and 60 days', '60 days', 'P60D'],
    ['two or three weeks', 'three weeks', 'P3W'],
    ['24/48 hours', '48 hours', 'PT48H'],
    ['24-48 hours', '48 hours', 'PT48H'],
    ['10 to 14 working days', '14 working days', 'P20D'],
  ])('of a span the longest counts: %s', (text, words, value) => {
    expect(valuesOf('duration', text)).toEqual([[words, value]])
  })

  test.each([
    '0 days',
    '1.5 years',
    '72',
    'days',
    'hourly',
    '24/7',
    '30 people',
    '6 (six) people',
    'a few days',
    'once a month',
    'a day on which',
    'per year',
    'the year 2022',
    'half a year',
    '30, days',
  ])('none in: %s', (text) => {
    expect(valuesOf('duration', text)).toEqual([])
  })
})

describe('dates', () => {
  test.each([
    ['July 15, 2022', '2022-07-15'],
    ['July 15 2022', '2022-07-15'],
    ['July 15th, 2022', '2022-07-15'],
    ['Jul 15, 2022', '2022-07-15'],
    ['Sept. 5, 2023', '2023-09-05'],
    ['JULY 15, 2022', '2022-07-15'],
    ['2022-07-15', '2022-07-15'],
    ['2022/07/15', '2022-07-15'],
    ['15/07/2022', '2022-07-15'],
    ['15-07-2022', '2022-07-15'],
    ['15.07.2022', '2022-07-15'],
    ['07/15/2022', '2022-07-15'],
    ['07/15/22', '2022-07-15'],
    ['15/07/22', '2022-07-15'],
    ['July, 2022', '2022-07'],
    ['2022-7-5', '2022-07-05'],
    ['05/07/2022', '2022-07-05'],
    ['July 2022', '2022-07'],
    ['Jul. 2022', '2022-07'],
    ['2022.07.15', '2022-07-15'],
    ['07/2022', '2022-07'],
    ['2022-07', '2022-07'],
  ])('%s', (text, value) => {
    expect(valuesOf('date', `It changed on ${text}.`)).toEqual([[text, value]])
  })

  test.each([
    ['15 July 2022', '2022-07-15'],
    ['15th July 2022', '2022-07-15'],
    ['15th of July, 2022', '2022-07-15'],
    ['1 May 2026', '2026-05-01'],
    ['15th day of July 2022', '2022-07-15'],
    ['15-Jul-2022', '2022-07-15'],
    ['2022 July 15', '2022-07-15'],
    ['22nd September, 2021', '2021-09-22'],
  ])('%s, the day first, and the month in it', (text, value) => {
    expect(valuesOf('date', text)[0]).toEqual([text, value])
  })

  test.each([
    '31/31/2022',
    '2022-13-45',
    '0/0/2022',
    '45.99.2022',
    '2016/679',
    'May 25',
    'version 1.2.3',
    'release 10.4.2021.7',
    '24/7/365',
    'in 2022 we may',
    'May 32, 2020',
    'you may 2 times',
    'March on',
    '24/7',
    '2.1.3',
    'Law 11/2002',
    'Decree No. 11/2002',
    '7/2022',
    '2022/07',
    '13/2022',
    '10.4.2021.7',
    '1999.13.40',
    'July 15, 15',
    '1/2/3',
  ])('none in: %s', (text) => {
    expect(valuesOf('date', text)).toEqual([])
  })
})

describe('ages', () => {
  test.each([
    ['under 16', '16', '16'],
    ['below the age of 13', '13', '13'],
    ['under the age of thirteen', 'thirteen', '13'],
    ['children under thirteen (13) years', 'thirteen (13)', '13'],
    ['at least 18 years old', '18', '18'],
    ['13 years of age', '13', '13'],
    ['16 or older', '16', '16'],
    ['18 and over', '18', '18'],
    ['aged 14', '14', '14'],
    ['children under 5', '5', '5'],
    ['minors under 16 may not', '16', '16'],
    ['13 years or older', '13', '13'],
    ['thirteen (13) years of age or older', 'thirteen (13)', '13'],
    ['a 13-year-old', '13', '13'],
    ['under-13s', '13', '13'],
    ['ages 13 and up', '13', '13'],
    ['younger than 14', '14', '14'],
    ['no one under age 21', '21', '21'],
    ['those who have not reached 18', '18', '18'],
  ])('%s', (text, words, value) => {
    expect(valuesOf('age', text)).toEqual([[words, value]])
  })

  test.each([
    '13 partners',
    'section 16',
    'less than 13 days',
    'at least 18 months',
    'over 65',
    'over 20 countries',
    'at least 8 characters',
    'under section 13',
    'Article 8',
    'version 13',
    '13 and 14',
    'in 13 languages',
    '13 or 14 days',
  ])('none in: %s', (text) => {
    expect(valuesOf('age', text)).toEqual([])
  })
})

test.each([
  ['72', 72, 1],
  ['1,000', 1000, 1],
  ['3rd', 3, 1],
  ['six', 6, 1],
  ['six (6)', 6, 4],
  ['6 (six)', 6, 4],
  ['ninety-nine', 99, 3],
  ['ninety nine', 99, 2],
  ['two hundred', 200, 2],
  ['three hundred and sixty-five (365)', 365, 9],
  ['six (see below)', 6, 1],
  ['twenty thirty', 20, 1],
])('the number %s', (text, value, length) => {
  expect(numberAt(tokenize(text), 0)).toEqual({ value, length })
})

test.each(['', 'we', 'hundred', '2016.1.2', '('])('no number: %s', (text) => {
  expect(numberAt(tokenize(text), 0)).toBeUndefined()
})
