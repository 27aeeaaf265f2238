import { expect, test } from 'vitest'
import { human } from '../../src/format/human.ts'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { fileReport, findingAt, rangeOf, reportOf } from './fixture.ts'

const text = `title: Privacy
contact:
  body: |
    If you have questions about this policy
    or our data practices, please contact us using one of the following methods:
transfers: eu-us-privacy-shield
`
const gdpr = (provision: string) => ({ law: 'gdpr', provision, title: `GDPR Art. ${provision}` })

test('findings stand under their file with source line, marks, law, remedy and related places', () => {
  const report = reportOf([
    fileReport('policies/infuze.policy.yaml', text, (source) => [
      findingAt(source, 'one of the following methods:', {
        severity: 'error',
        message: 'Section 13 "Contact Us" promises "one of the following methods:" and gives none.',
        citations: [gdpr('13(1)(a)'), gdpr('14(1)(a)')],
        related: [
          { place: { file: source.file, range: rangeOf(text, 'contact') }, message: 'the section begins here' },
          { place: { file: 'other.yaml', range: { start: 0, end: 1 } }, message: 'a file outside the report' },
        ],
      }),
      findingAt(source, 'eu-us-privacy-shield', {
        rule: 'retired-mechanism',
        message: 'The EU-US Privacy Shield ended on 2020-07-16.',
        remedy: 'Name the EU-US Data Privacy Framework or another safeguard.',
        at: {
          kind: 'fact',
          place: { file: source.file, range: rangeOf(text, 'eu-us-privacy-shield') },
          path: 'transfers',
        },
      }),
    ]),
    fileReport('policies/clean.policy.yaml', 'title: x\n'),
  ])
  expect(human(report, { color: false })).toBe(
    `policies/infuze.policy.yaml
  5:52  error    Section 13 "Contact Us" promises "one of the following methods:" and gives none.   contact-promised-not-given
        5 │ or our data practices, please contact us using one of the following methods:
          │                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        GDPR Art. 13(1)(a), GDPR Art. 14(1)(a) · Give an email.
        see policies/infuze.policy.yaml:2:1  the section begins here
        see other.yaml  a file outside the report

  6:12  warning  The EU-US Privacy Shield ended on 2020-07-16.   retired-mechanism
        6 │ transfers: eu-us-privacy-shield
          │            ~~~~~~~~~~~~~~~~~~~~
        Name the EU-US Data Privacy Framework or another safeguard.

2 files: 1 error, 1 warning, 0 infos
`,
  )
})

test('an absence shows its place; a place without width has one caret; further lines are counted', () => {
  const report = reportOf([
    fileReport('a.policy.yaml', text, (source) => {
      const absence = (range: { start: number; end: number }) =>
        findingAt(source, 'title', {
          severity: 'info',
          message: 'Nothing says how long.',
          at: { kind: 'absence', place: { file: source.file, range } },
        })
      return [
        absence(rangeOf(text, 'contact')),
        absence(rangeOf(text, 'title', 'before')),
        absence(rangeOf(text, 'questions about this policy\n    or')),
        absence(
          rangeOf(
            text,
            'about this policy\n    or our data practices, please contact us using one of the following methods:\nt',
          ),
        ),
      ]
    }),
  ])
  expect(human(report, { color: false })).toBe(
    `a.policy.yaml
  2:1   info     Nothing says how long.   contact-promised-not-given
        2 │ contact:
          │ ~~~~~~~
        Give an email.

  1:1   info     Nothing says how long.   contact-promised-not-given
        1 │ title: Privacy
          │ ^
        Give an email.

  4:17  info     Nothing says how long.   contact-promised-not-given
        4 │ If you have questions about this policy
          │             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ and 1 more line
        Give an email.

  4:27  info     Nothing says how long.   contact-promised-not-given
        4 │ If you have questions about this policy
          │                       ~~~~~~~~~~~~~~~~~ and 2 more lines
        Give an email.

1 file: 0 errors, 0 warnings, 4 infos
`,
  )
})

test('files that could not be read are said at the end, with the place where there is one', () => {
  const report = reportOf([fileReport('clean.policy.yaml', 'title: x\n')], {
    errors: [
      {
        error: new InputError('"b: c" is no YAML value.', {
          file: 'bad.policy.yaml',
          remedy: 'Quote it.',
          range: { start: 12, end: 16 },
        }),
        source: new SourceText('bad.policy.yaml', 'title: x\na: b: c\n'),
      },
      { error: new InputError('There is no such file.', { file: 'none.policy.yaml', remedy: 'Check the name.' }) },
    ],
  })
  expect(human(report, { color: false })).toBe(
    `bad.policy.yaml
  2:4  unreadable  "b: c" is no YAML value.
       2 │ a: b: c
         │    ~~~~
       Quote it.

none.policy.yaml
  unreadable  There is no such file.
  Check the name.

1 file checked, no findings; 2 files could not be read
`,
  )
})

test('a clean run is one line', () => {
  expect(human(reportOf([fileReport('a.yaml', '')]), { color: false })).toBe('1 file checked, no findings\n')
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => fileReport(name, ''))
  expect(human(reportOf(five), { color: false })).toBe('5 files checked, no findings\n')
})

test('only unreadable files: no word of checked ones', () => {
  const error = new InputError('Gone.', { file: 'a.yaml', remedy: 'Look.' })
  expect(human(reportOf([], { errors: [{ error }] }), { color: false })).toBe(
    'a.yaml\n  unreadable  Gone.\n  Look.\n\n1 file could not be read\n',
  )
})

test('colours mark the file, the severity, the marks and what is aside', () => {
  const report = reportOf([
    fileReport('a.yaml', 'title: x\n', (source) => [findingAt(source, 'x', { severity: 'error' })]),
  ])
  expect(human(report, { color: true })).toBe(
    [
      '\u001b[4ma.yaml\u001b[0m',
      '  1:8  \u001b[31merror  \u001b[0m  The section promises means of contact and gives none.   \u001b[2mcontact-promised-not-given\u001b[0m',
      '       \u001b[2m1 │\u001b[0m title: x',
      '       \u001b[2m  │\u001b[0m        \u001b[31m~\u001b[0m',
      '       Give an email.',
      '',
      '1 file: 1 error, 0 warnings, 0 infos',
      '',
    ].join('\n'),
  )
})

test('source lines are cut to the terminal, to 100 columns on a wide one', () => {
  const long = 'word '.repeat(100)
  const lineAt = (width?: number) => {
    const report = reportOf([fileReport('a.yaml', long, (source) => [findingAt(source, 'word')])])
    return human(report, { color: false, ...(width !== undefined && { width }) }).split('\n')[2]
  }
  expect(lineAt(60)).toBe(`       1 │ ${long.slice(0, 47)}…`)
  expect(lineAt(60)).toHaveLength(59)
  expect(lineAt(1000)).toBe(`       1 │ ${long.slice(0, 100)}…`)
  expect(lineAt()).toBe(`       1 │ ${long.slice(0, 100)}…`)
  expect(lineAt(1)).toBe(`       1 │ ${long.slice(0, 20)}…`)
})
