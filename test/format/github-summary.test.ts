import { expect, test } from 'vitest'
import { githubSummary } from '../../src/format/github-summary.ts'
import { InputError } from '../../src/source/range.ts'
import { fileReport, findingAt, reportOf } from './fixture.ts'

test('a table of all findings, the gravest first, with linked law', () => {
  const report = reportOf(
    [
      fileReport('a.policy.yaml', 'title: x\n', (source) => [
        findingAt(source, 'title', { severity: 'info', remedy: '' }),
        findingAt(source, 'x', {
          rule: 'breach-timeline',
          severity: 'error',
          message: 'It says "a | b".',
          citations: [
            {
              law: 'gdpr',
              provision: '33.1',
              title: 'GDPR Art. 33(1)',
              url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
            },
            { law: 'uk-gdpr', provision: '33.1', title: 'UK GDPR Art. 33(1)' },
          ],
        }),
      ]),
    ],
    { errors: [{ error: new InputError('No such file.', { file: 'none.yaml', remedy: 'Check the name.' }) }] },
  )
  expect(githubSummary(report)).toBe(`## clauselint

1 file: 1 error, 0 warnings, 1 info; 1 file could not be read. Law as of 2026-11-01.

| Severity | Place | Finding | Law | Rule |
| --- | --- | --- | --- | --- |
| unreadable | none.yaml | No such file.<br>Check the name. |  |  |
| error | a.policy.yaml:1:8 | It says "a &#124; b".<br>Give an email. | [GDPR Art. 33(1)](https://eur-lex.europa.eu/eli/reg/2016/679/oj)<br>UK GDPR Art. 33(1) | breach-timeline |
| info | a.policy.yaml:1:1 | The section promises means of contact and gives none. |  | contact-promised-not-given |
`)
})

test('a clean run has no table', () => {
  expect(githubSummary(reportOf([fileReport('a.yaml', '')]))).toBe(
    '## clauselint\n\n1 file checked, no findings. Law as of 2026-11-01.\n',
  )
})

test('the table is cut to one MiB of UTF-8, with a line that says how many rows are left out', () => {
  const message = '政'.repeat(1000)
  const report = reportOf([
    fileReport('a.yaml', 'x\n', (source) => Array.from({ length: 1000 }, () => findingAt(source, 'x', { message }))),
  ])
  const summary = githubSummary(report)
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
  const kept = summary.split('\n').filter((line) => line.startsWith('| warning')).length
  expect(kept).toBeGreaterThan(300)
  expect(summary.endsWith(` |\n\n${1000 - kept} more rows left out: GitHub takes no larger table.\n`)).toBe(true)
})
