import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const model = readFileSync(new URL('../../policies/model.policy.yaml', import.meta.url), 'utf8')
const breach = 'breach: { authority: { within: PT72H }, persons: { within: without undue delay } }\n'
/** Policies with nothing graver than their name says. */
const info = `clauselint: 1\naddresses: [AQ]\n${breach}`
const warning = 'clauselint: 1\naddresses: [AQ]\n'
const error = `clauselint: 1\naddresses: [AQ]\ncountroller: {}\n`
const world = (): World => ({
  files: {
    'model.policy.yaml': model,
    'info.policy.yaml': info,
    'warning.policy.yaml': warning,
    'error.policy.yaml': error,
  },
})

test('the model policy is clean, at every level and in every format', () => {
  for (const format of ['human', 'json', 'github', 'sarif'])
    expect(clauselint(world(), 'check', 'model.policy.yaml', '--fail-on', 'info', '--format', format)).toMatchObject({
      code: 0,
      stderr: '',
    })
})

test.each([
  ['info', { 'model.policy.yaml': 0, 'info.policy.yaml': 1, 'warning.policy.yaml': 1, 'error.policy.yaml': 1 }],
  ['warning', { 'model.policy.yaml': 0, 'info.policy.yaml': 0, 'warning.policy.yaml': 1, 'error.policy.yaml': 1 }],
  ['error', { 'model.policy.yaml': 0, 'info.policy.yaml': 0, 'warning.policy.yaml': 0, 'error.policy.yaml': 1 }],
  ['never', { 'model.policy.yaml': 0, 'info.policy.yaml': 0, 'warning.policy.yaml': 0, 'error.policy.yaml': 0 }],
])('--fail-on %s', (level, codes) => {
  const names = Object.keys(codes)
  expect(
    Object.fromEntries(names.map((name) => [name, clauselint(world(), 'check', name, '--fail-on', level).code])),
  ).toEqual(codes)
})

test('without --fail-on an error fails; the gravest finding of all files counts', () => {
  expect(clauselint(world(), 'check', 'warning.policy.yaml').code).toBe(0)
  expect(clauselint(world(), 'check', 'error.policy.yaml').code).toBe(1)
  expect(clauselint(world(), 'check', 'model.policy.yaml', 'error.policy.yaml').code).toBe(1)
})

test('what cannot be read makes exit code 2, whatever is found or asked for', () => {
  const args = ['check', 'missing.policy.yaml', 'error.policy.yaml']
  for (const level of ['never', 'error']) expect(clauselint(world(), ...args, '--fail-on', level).code).toBe(2)
})

test('without a path the policies in this folder and below are checked', () => {
  const { stdout } = clauselint(world(), 'check', '--format', 'json')
  expect(filesOf(stdout)).toEqual(['error.policy.yaml', 'info.policy.yaml', 'model.policy.yaml', 'warning.policy.yaml'])
})

test('the report is judged today, or on the day of --as-of', () => {
  const asOf = (...args: string[]) =>
    (
      JSON.parse(clauselint({ ...world(), today: '2027-03-04' }, 'check', '--format', 'json', ...args).stdout) as {
        asOf: string
      }
    ).asOf
  expect(asOf()).toBe('2027-03-04')
  expect(asOf('--as-of', '2020-02-29')).toBe('2020-02-29')
})

test('the answer of one file does not depend on the others, their order or their repetition', () => {
  const found = (...args: string[]) => {
    const report = JSON.parse(clauselint(world(), 'check', '--format', 'json', ...args).stdout) as {
      files: { file: string }[]
    }
    return report.files.find(({ file }) => file === 'error.policy.yaml')
  }
  const alone = found('error.policy.yaml')
  expect(found('.')).toEqual(alone)
  expect(found('warning.policy.yaml', 'error.policy.yaml', 'model.policy.yaml')).toEqual(alone)
  expect(found('error.policy.yaml', './error.policy.yaml', 'error.policy.yaml')).toEqual(alone)
})

const painted = '\u001b['

test('colours are for terminals, and for nobody who set NO_COLOR or has a dumb one', () => {
  const printed = (fields: Partial<World>) => clauselint({ ...world(), ...fields }, 'check', 'error.policy.yaml').stdout
  const terminal = { columns: 80 }
  expect(printed({ terminal })).toContain(painted)
  expect(printed({})).not.toContain(painted)
  expect(printed({ terminal, env: { NO_COLOR: '1' } })).not.toContain(painted)
  expect(printed({ terminal, env: { TERM: 'dumb' } })).not.toContain(painted)
  // https://no-color.org: an empty value asks for nothing.
  expect(printed({ terminal, env: { NO_COLOR: '' } })).toContain(painted)
})

test('what a program reads has no colours on a terminal either', () => {
  for (const format of ['json', 'sarif', 'github'])
    expect(clauselint({ ...world(), terminal: { columns: 80 } }, 'check', '--format', format).stdout).not.toContain(
      painted,
    )
})

test('excerpts keep to the width of the terminal', () => {
  const long = `clauselint: 1\naddresses: [AQ]\n${breach}x-note: &note ${'word '.repeat(60)}\nversoin: *note\n`
  const files = { 'a.policy.yaml': `${long}notCollected: [${'word '.repeat(60)}, none]\n` }
  for (const columns of [60, 90]) {
    const { stdout } = clauselint(
      { files, terminal: { columns }, env: { NO_COLOR: '1' } },
      'check',
      '--fail-on',
      'never',
    )
    const excerpts = stdout.split('\n').filter((line) => line.includes(' │ '))
    expect(excerpts.length).toBeGreaterThan(0)
    expect(Math.max(...excerpts.map((line) => line.length))).toBeLessThanOrEqual(columns)
  }
})

test('with GITHUB_STEP_SUMMARY the github format adds a summary to what is there', () => {
  const env = { GITHUB_STEP_SUMMARY: '/tmp/summary.md' }
  const files = { ...world().files, '/tmp/summary.md': '# Before\n' }
  const outcome = clauselint({ files, env }, 'check', 'error.policy.yaml', '--format', 'github')
  expect(outcome.code).toBe(1)
  expect(outcome.files['/tmp/summary.md']).toMatch(
    /^# Before\n## clauselint\n\n1 file: 1 error, 0 warnings, 0 infos\. Law as of 2026-11-22\.\n/,
  )
  for (const format of ['human', 'json', 'sarif'])
    expect(clauselint({ files, env }, 'check', 'error.policy.yaml', '--format', format).files).toEqual({})
  expect(clauselint({ files, env: { GITHUB_STEP_SUMMARY: '' } }, 'check', '--format', 'github').files).toEqual({})
})

test('a summary that cannot be written is said, after the annotations', () => {
  const env = { GITHUB_STEP_SUMMARY: 'nowhere/summary.md' }
  const { code, stdout, stderr } = clauselint({ ...world(), env }, 'check', 'error.policy.yaml', '--format', 'github')
  expect(code).toBe(2)
  expect(stdout).toMatch(/^::error file=error\.policy\.yaml,/)
  expect(stderr).toBe(
    'error: nowhere/summary.md cannot be written (ENOENT). Check that its folder exists and may be written to.\n',
  )
})

test('people are told each thing once: findings on stdout, what cannot be read on stderr', () => {
  const { stdout, stderr } = clauselint(world(), 'check', 'warning.policy.yaml', 'missing.policy.yaml')
  expect(stdout).toContain('warning.policy.yaml')
  expect(stdout).not.toContain('missing')
  expect(stderr).toBe(`missing.policy.yaml
  unreadable  There is no such file or folder.
  Check the path.

1 file could not be read
`)
  expect(clauselint(world(), 'check', 'missing.policy.yaml').stdout).toBe('')
})

test('a program is told in its format, and a line on stderr says why the command failed', () => {
  for (const format of ['json', 'sarif']) {
    const { stdout, stderr } = clauselint(world(), 'check', 'missing.policy.yaml', '--format', format)
    expect(JSON.stringify(JSON.parse(stdout))).toContain('There is no such file or folder.')
    expect(stderr).toBe('error: missing.policy.yaml: There is no such file or folder. Check the path.\n')
  }
  expect(clauselint(world(), 'check', 'missing.policy.yaml', '--format', 'github')).toMatchObject({
    stdout: expect.stringMatching(/^::error file=missing\.policy\.yaml,title=unreadable::/) as unknown,
    stderr: '',
  })
})

function filesOf(report: string): string[] {
  return (JSON.parse(report) as { files: { file: string }[] }).files.map(({ file }) => file)
}
