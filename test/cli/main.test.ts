import { expect, test } from 'vitest'
import { version } from '../../src/catalog/generated/version.js'
import { main } from '../../src/cli/main.ts'
import { clauselint, fakeIo, type World } from './fake-io.ts'

const nowhere: World = { files: {} }
const commands = ['check', 'coverage', 'render', 'explain', 'laws']

test('--version and -v print the version', () => {
  for (const flag of ['--version', '-v'])
    expect(clauselint(nowhere, flag)).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help, -h and help show every command', () => {
  const { code, stdout, stderr } = clauselint(nowhere, '--help')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'))
  expect(clauselint(nowhere, '-h').stdout).toBe(stdout)
  expect(clauselint(nowhere, 'help').stdout).toBe(stdout)
})

test.each(commands)('%s has its own help, with usage, options and exit codes, wherever --help stands', (command) => {
  const { code, stdout, stderr } = clauselint(nowhere, command, '--help')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`^Usage: clauselint ${command} `))
  expect(stdout).toMatch(/^Exit codes: 0 /m)
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  for (const args of [
    [command, '-h'],
    ['help', command],
    [command, 'x.yaml', '--nonsense', '--help'],
  ])
    expect(clauselint(nowhere, ...args).stdout).toBe(stdout)
})

test('each option that a command takes is in its help, and no other', () => {
  const options = (command: string) =>
    [...clauselint(nowhere, command, '--help').stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name)
  expect(options('check')).toEqual(['format', 'fail-on', 'as-of', 'jurisdiction', 'law', 'help'])
  expect(options('coverage')).toEqual(['format', 'as-of', 'jurisdiction', 'law', 'help'])
  expect(options('render')).toEqual(['out', 'check', 'help'])
  expect(options('explain')).toEqual(['help'])
  expect(options('laws')).toEqual(['format', 'as-of', 'help'])
})

test('without a command the help goes to stderr and the exit code is 2', () => {
  expect(clauselint(nowhere)).toEqual({ code: 2, stdout: '', stderr: clauselint(nowhere, '--help').stdout, files: {} })
})

test.each([
  [['chekc'], 'error: There is no command "chekc". Did you mean "check"? See clauselint --help.'],
  [['help', 'rendr'], 'error: There is no command "rendr". Did you mean "render"? See clauselint --help.'],
  [['--', 'check'], 'error: There is no command "--". See clauselint --help.'],
  [['constructor'], 'error: There is no command "constructor". See clauselint --help.'],
  [['\u001b[31m'], 'error: There is no command "␛[31m". See clauselint --help.'],
  [
    ['check', '--formt', 'json'],
    'error: There is no option --formt. Did you mean --format? See clauselint check --help.',
  ],
  [['check', '--constructor'], 'error: There is no option --constructor. See clauselint check --help.'],
  [['check', '-x'], 'error: There is no option -x. See clauselint check --help.'],
  [['check', '--format'], 'error: --format needs a value. See clauselint check --help.'],
  [['check', '--format', '--fail-on'], 'error: --format needs a value. See clauselint check --help.'],
  [
    ['check', '--format', 'xml'],
    'error: --format is "xml"; it can be human, json, github, sarif. See clauselint check --help.',
  ],
  [
    ['check', '--fail-on=warn'],
    'error: --fail-on is "warn"; it can be error, warning, info, never. See clauselint check --help.',
  ],
  [['check', ''], 'error: A path is empty. See clauselint check --help.'],
  [
    ['coverage', '--format', 'sarif'],
    'error: --format is "sarif"; it can be human, json. See clauselint coverage --help.',
  ],
  [['coverage', '--fail-on', 'error'], 'error: There is no option --fail-on. See clauselint coverage --help.'],
  [['render'], 'error: Name the policy to render. See clauselint render --help.'],
  [['render', '--check=yes'], 'error: --check takes no value. See clauselint render --help.'],
  [
    ['render', 'x.policy.yaml', '--out='],
    'error: --out is empty; name the file to write. See clauselint render --help.',
  ],
  [
    ['explain', 'placehodler'],
    'error: There is no rule or law "placehodler". Did you mean "placeholder"? See clauselint explain --help.',
  ],
  [
    ['explain', 'zzz'],
    'error: There is no rule or law "zzz". `clauselint explain` lists them. See clauselint explain --help.',
  ],
  [
    ['explain', 'gdpr', '13.1.a', 'x'],
    'error: Name one rule, or a law and a provision. See clauselint explain --help.',
  ],
  [
    ['laws', 'gdpr'],
    'error: It takes no names; `clauselint explain gdpr` tells of one law. See clauselint laws --help.',
  ],
  [['check', '--law', 'gdrp'], 'error: There is no law "gdrp". Did you mean "gdpr"? See clauselint check --help.'],
  [
    ['check', '--law', 'zebra-act'],
    'error: There is no law "zebra-act". `clauselint laws` lists them. See clauselint check --help.',
  ],
  [
    ['coverage', '--jurisdiction', 'Europe'],
    'error: --jurisdiction is "Europe"; write it like EU, UK, CL or US-CA. See clauselint coverage --help.',
  ],
])('wrong usage %j', (args, stderr) => {
  expect(clauselint(nowhere, ...args)).toEqual({ code: 2, stdout: '', stderr: `${stderr}\n`, files: {} })
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-1-1',
  '26-01-01',
  '2026-01-01T00:00:00Z',
  'today',
  '',
  ' 2026-01-01',
  '+2026-01-01',
])('--as-of refuses %j', (day) => {
  for (const command of ['check', 'coverage'])
    expect(clauselint(nowhere, command, `--as-of=${day}`)).toMatchObject({
      code: 2,
      stderr: `error: --as-of is "${day}"; give a day of the calendar as YYYY-MM-DD, for example 2026-11-22. See clauselint ${command} --help.\n`,
    })
})

test('what follows -- is a path, whatever it looks like', () => {
  const files = { '--help': '', '--fail-on=never': '' }
  for (const name of Object.keys(files))
    expect(clauselint({ files }, 'check', '--', name)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('The name does not end in') as unknown,
    })
})

const policy = 'clauselint: 1\n'

/** A world whose system fails in a way that no command expects. */
function broken(message: string, env: Record<string, string> = {}) {
  const outcome = { stdout: '', stderr: '', files: {} }
  const io = fakeIo({ files: { 'a.policy.yaml': policy }, env }, outcome)
  const read = () => {
    throw new TypeError(message)
  }
  const code = main(['check'], { ...io, read })
  return { code, ...outcome }
}

test('an unexpected exception ends in one line that asks for a report', () => {
  const { code, stdout, stderr } = broken('x is not a function')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toBe(
    'clauselint: internal error: x is not a function. Please report it, with the command and, if you may, the policy; CLAUSELINT_DEBUG=1 shows where it happened.\n',
  )
  expect(broken('two\nlines \u001b[31m').stderr.split('\n')).toEqual([
    expect.stringMatching(/^clauselint: internal error: two␊lines ␛\[31m\. Please report it/),
    '',
  ])
})

test('CLAUSELINT_DEBUG=1 shows the stack of an unexpected exception', () => {
  const lines = broken('x is not a function', { CLAUSELINT_DEBUG: '1' }).stderr.split('\n')
  expect(lines[0]).toBe('clauselint: internal error: x is not a function.')
  expect(lines[1]).toBe('TypeError: x is not a function')
  expect(lines[2]).toMatch(/^ {4}at .*main\.test\.ts/)
  expect(broken('x', { CLAUSELINT_DEBUG: '0' }).stderr.split('\n')).toHaveLength(2)
})

test('what is thrown need not be an error', () => {
  const outcome = { stdout: '', stderr: '', files: {} }
  const io = fakeIo({ files: { 'a.policy.yaml': policy } }, outcome)
  const read = (): never => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw 'a word'
  }
  expect(main(['check'], { ...io, read })).toBe(2)
  expect(outcome.stderr).toMatch(/^clauselint: internal error: a word\. Please report it/)
})
