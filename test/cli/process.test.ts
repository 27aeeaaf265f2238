import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { version } from '../../src/catalog/generated/version.js'

// The built command as a process of its own: streams, files and exit codes as a shell sees them. Needs a built dist/.

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'dist/bin.cjs')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clauselint-cli-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const breach = 'breach: { authority: { within: PT72H }, persons: { within: without undue delay } }\n'
const policy = `clauselint: 1\naddresses: [AQ]\n${breach}`

beforeAll(() => {
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  mkdirSync(join(folder, 'good'))
  mkdirSync(join(folder, 'none'))
  write('good/a.policy.yaml', policy)
  write('broken.policy.yaml', 'clauselint: 1\ntitel: x\n')
  write('tab.policy.yaml', 'clauselint: 1\ncontroller:\n\tname: x\n')
  write('empty.policy.yaml', '')
  write('latin1.policy.yaml', Buffer.from('clauselint: 1\ntitle: Pol\xedtica\n', 'latin1'))
  write('huge.policy.yaml', '')
  truncateSync(join(folder, 'huge.policy.yaml'), 50 * 1024 * 1024)
  write('long.policy.yaml', `clauselint: 1\naddresses: [AQ]\nservices:\n${'  - none\n'.repeat(20_000)}`)
})

function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  })
  return { code: status, stdout, stderr }
}

/** A line of the shell with `clauselint` for the command. @returns what is printed, and each process's exit code */
function shell(line: string): { stdout: string; stderr: string; codes: string } {
  const script = `clauselint() { '${process.execPath}' '${bin}' "$@"; }; ${line}; printf '%s' "codes \${PIPESTATUS[*]}" >&2`
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
  const at = stderr.lastIndexOf('codes ')
  return { stdout, stderr: stderr.slice(0, at), codes: stderr.slice(at + 6) }
}

test('the version, a clean run, findings, and what could not run have their exit codes', () => {
  expect(run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect(run(['check', 'good'])).toMatchObject({ code: 0, stderr: '' })
  expect(run(['check', 'broken.policy.yaml'])).toMatchObject({ code: 1, stderr: '' })
  expect(run(['chekc'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: There is no command "chekc". Did you mean "check"? See clauselint --help.\n',
  })
})

test.each([
  ['tab.policy.yaml', 'tab.policy.yaml:3:1: This line is indented with a tab; YAML allows only spaces. '],
  ['empty.policy.yaml', 'empty.policy.yaml:1:1: The file is empty. '],
  ['latin1.policy.yaml', 'latin1.policy.yaml:2:11: The file is not valid UTF-8: '],
  ['huge.policy.yaml', 'huge.policy.yaml: The file is 50 MB; the limit is 8 MB. '],
  ['missing.policy.yaml', 'missing.policy.yaml: There is no such file or folder. '],
  ['none', 'none: The folder holds no policy. '],
])('bad input: %s', (path, says) => {
  const { code, stdout, stderr } = run(['check', path, '--format', 'json'])
  expect(code).toBe(2)
  expect((JSON.parse(stdout) as { errors: unknown[] }).errors).toHaveLength(1)
  expect(stderr.startsWith(`error: ${says}`)).toBe(true)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})

test('where output is no terminal there are no colours', () => {
  expect(run(['check', 'broken.policy.yaml'], { FORCE_COLOR: '1' }).stdout).not.toContain('\u001b')
})

test('a reader that goes away does no harm', () => {
  const { stdout, stderr, codes } = shell('clauselint check long.policy.yaml --format json | head -n 1')
  expect({ stdout, stderr, codes }).toEqual({ stdout: '{\n', stderr: '', codes: '1 0' })
  expect(shell('clauselint explain | true')).toMatchObject({ stderr: '', codes: '0 0' })
  expect(shell('clauselint check tab.policy.yaml 2>&1 | true').codes).toBe('2 0')
})

test('a slow reader gets everything', () => {
  const whole = run(['check', 'long.policy.yaml', '--format', 'json']).stdout
  expect(whole.length).toBeGreaterThan(1024 * 1024)
  const { stdout } = shell('clauselint check long.policy.yaml --format json | (sleep 0.3; wc -c)')
  expect(Number(stdout)).toBe(Buffer.byteLength(whole))
})

test.runIf(process.platform === 'linux')('a full disk under stdout is an error of the system, in one line', () => {
  const { stderr, codes } = shell('clauselint explain > /dev/full')
  expect(stderr).toBe('error: ENOSPC: no space left on device, write\n')
  expect(codes).toBe('2')
})

test.runIf(process.platform === 'linux')('links inside a folder are not followed; pipes are not waited for', () => {
  mkdirSync(join(folder, 'links'))
  symlinkSync(join(folder, 'broken.policy.yaml'), join(folder, 'links/b.policy.yaml'))
  symlinkSync(folder, join(folder, 'links/up'))
  shell('mkfifo links/pipe.policy.yaml')
  expect(run(['check', 'links']).stderr).toContain('The folder holds no policy.')
  expect(run(['check', 'links/pipe.policy.yaml']).stderr).toContain('This is neither a file nor a folder.')
  expect(run(['check', 'links/b.policy.yaml']).code).toBe(1)
})

test('render writes the file that is named, and --check finds it fresh', () => {
  const out = 'good/a.md'
  expect(run(['render', 'good/a.policy.yaml', '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(run(['render', '--check', 'good'])).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(run(['render', 'good/a.policy.yaml', '--out', 'nowhere/a.md'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: nowhere/a.md cannot be written (ENOENT). Check that its folder exists and may be written to.\n',
  })
})

test('GITHUB_STEP_SUMMARY is added to', () => {
  const summary = join(folder, 'summary.md')
  writeFileSync(summary, '# Before\n')
  const { code } = run(['check', 'broken.policy.yaml', '--format', 'github'], { GITHUB_STEP_SUMMARY: summary })
  expect(code).toBe(1)
  expect(readFileSync(summary, 'utf8')).toMatch(/^# Before\n## clauselint\n/)
})
