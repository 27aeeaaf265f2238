import { expect, test } from 'vitest'
import type { Severity } from '../../src/finding.ts'
import { github } from '../../src/format/github.ts'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { fileReport, findingAt, rangeOf, reportOf } from './fixture.ts'

const text = 'title: Privacy\ncontact: form\nend: x\n'

test('annotations, the gravest first, with the place in the properties and in the text', () => {
  const report = reportOf(
    [
      fileReport('./policies/a.policy.yaml', text, (source) => [
        findingAt(source, 'Privacy', { severity: 'info', remedy: '' }),
        findingAt(source, 'form', { severity: 'warning' }),
        findingAt(source, 'x', {
          rule: 'retired-mechanism',
          severity: 'error',
          message: '100% wrong: a, b.',
          citations: [{ law: 'gdpr', provision: '46', title: 'GDPR Art. 46' }],
        }),
      ]),
    ],
    {
      errors: [
        {
          error: new InputError('Not YAML.', { file: 'bad.yaml', remedy: 'Fix it.', range: { start: 5, end: 6 } }),
          source: new SourceText('bad.yaml', 'a:\nb: c: d'),
        },
        { error: new InputError('No such file.', { file: 'none.yaml', remedy: 'Check the name.' }) },
      ],
    },
  )
  expect(github(report)).toBe(
    [
      '::error file=bad.yaml,line=2,endLine=2,col=3,endColumn=4,title=unreadable::bad.yaml:2:3 Not YAML.%0AFix it.',
      '::error file=none.yaml,title=unreadable::none.yaml No such file.%0ACheck the name.',
      '::error file=policies/a.policy.yaml,line=3,endLine=3,col=6,endColumn=7,title=retired-mechanism::./policies/a.policy.yaml:3:6 100%25 wrong: a, b.%0AGive an email.%0AGDPR Art. 46',
      '::warning file=policies/a.policy.yaml,line=2,endLine=2,col=10,endColumn=14,title=contact-promised-not-given::./policies/a.policy.yaml:2:10 The section promises means of contact and gives none.%0AGive an email.',
      '::notice file=policies/a.policy.yaml,line=1,endLine=1,col=8,endColumn=15,title=contact-promised-not-given::./policies/a.policy.yaml:1:8 The section promises means of contact and gives none.',
      '1 file: 1 error, 1 warning, 1 info; 2 files could not be read',
      '',
    ].join('\n'),
  )
})

test('columns are left out when an annotation spans lines, and a final line break covers no line', () => {
  const spanning = (words: string) => {
    const report = reportOf([
      fileReport('a.yaml', text, (source) => [
        findingAt(source, 'title', {
          at: { kind: 'absence', place: { file: source.file, range: rangeOf(text, words) } },
        }),
      ]),
    ])
    return /^::warning (.*?),title=/.exec(github(report))?.[1]
  }
  expect(spanning('Privacy\ncontact')).toBe('file=a.yaml,line=1,endLine=2')
  expect(spanning('Privacy\ncontact: form\n')).toBe('file=a.yaml,line=1,endLine=2')
  expect(spanning('Privacy\n')).toBe('file=a.yaml,line=1,endLine=1')
})

test('ten annotations of each severity, then how many are left out', () => {
  const many = (severity: Severity, count: number) => (source: SourceText) =>
    Array.from({ length: count }, () => findingAt(source, 'form', { severity }))
  const report = reportOf([
    fileReport('a.yaml', text, many('info', 11)),
    fileReport('b.yaml', text, many('warning', 10)),
    fileReport('c.yaml', text, many('error', 12)),
  ])
  const lines = github(report).split('\n')
  const counted = (command: string) => lines.filter((line) => line.startsWith(command)).length
  expect([counted('::error '), counted('::warning '), counted('::notice ')]).toEqual([10, 10, 10])
  expect(lines.slice(30)).toEqual([
    '2 more errors, 1 more info left out: GitHub shows 10 of each severity.',
    '3 files: 12 errors, 10 warnings, 11 infos',
    '',
  ])
})

test('a clean run has the summary only', () => {
  expect(github(reportOf([fileReport('a.yaml', '')]))).toBe('1 file checked, no findings\n')
})
