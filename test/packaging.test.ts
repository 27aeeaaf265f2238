import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'

// Asks: does what other people install and run work? Needs a built dist/, as `npm test` makes it.

const root = fileURLToPath(new URL('..', import.meta.url))
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'clauselint-packaging-')))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const manifest = JSON.parse(readText('package.json')) as { version: string; bin: Record<string, string> }
const model = 'policies/model.policy.yaml'

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

type Hook = { id: string; name: string; description: string; entry: string; language: string; files: string }

const hooks = parse(readText('.pre-commit-hooks.yaml')) as Hook[]

test('there are the two hooks, and pre-commit knows all of their keys', () => {
  expect(hooks.map(({ id, entry, language }) => ({ id, entry, language }))).toEqual([
    { id: 'clauselint-check', entry: 'clauselint check', language: 'node' },
    { id: 'clauselint-render', entry: 'clauselint render --check', language: 'node' },
  ])
  for (const hook of hooks)
    expect(Object.keys(hook)).toEqual(['id', 'name', 'description', 'entry', 'language', 'files'])
})

test.each(hooks)('the hook $id takes policies and nothing else', ({ files }) => {
  const takes = (path: string) => new RegExp(files).test(path)
  expect(['model.policy.yaml', 'policies/model.policy.yml'].filter(takes)).toHaveLength(2)
  expect(['policy.yaml', 'rules/laws/gdpr.yaml', 'model.policy.yaml.md', 'policies/model.md'].filter(takes)).toEqual([])
})

test.each(hooks)('the entry of $id is a command that passes on the model policy', ({ entry }) => {
  const [command = '', ...args] = entry.split(' ')
  const result = spawnSync(process.execPath, [join(root, manifest.bin[command] ?? ''), ...args, model], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(result.stderr).toBe('')
  expect(result.status).toBe(0)
})

type Input = { description: string; default?: string; required?: boolean }
type Step = { name: string; shell: string; env?: Record<string, string>; run: string }

const action = parse(readText('action.yml')) as {
  name: string
  description: string
  inputs: Record<string, Input>
  runs: { using: string; steps: Step[] }
}
const checkStep = action.runs.steps.at(-1)!

test('the action takes its four inputs and has a default for each that needs one', () => {
  expect(action.runs.using).toBe('composite')
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))
  expect(defaults).toEqual({ files: '.', format: 'github', 'fail-on': 'error', 'as-of': undefined })
  for (const { description } of Object.values(action.inputs)) expect(description).not.toBe('')
  for (const { shell } of action.runs.steps) expect(shell).toBe('bash')
})

test('inputs reach the shell as environment variables and are never part of its text', () => {
  for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
  const passed = Object.entries(checkStep.env ?? {})
  expect(passed.map(([, value]) => value)).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`))
  for (const [name] of passed) expect(checkStep.run).toContain(`"$${name}"`)
})

/** Runs the action's check step as a runner does: bash, inputs in the environment, a file for the summary. */
function runAction(inputs: Record<string, string>) {
  const folder = mkdtempSync(join(temporary, 'action-'))
  const summary = join(folder, 'summary.md')
  writeFileSync(summary, '')
  const env: NodeJS.ProcessEnv = { ...process.env, GITHUB_ACTION_PATH: root, GITHUB_STEP_SUMMARY: summary }
  for (const [variable, expression] of Object.entries(checkStep.env ?? {})) {
    const name = /inputs\.([a-z-]+)/.exec(expression)?.[1] ?? ''
    env[variable] = inputs[name] ?? action.inputs[name]?.default ?? ''
  }
  const { status, stdout } = spawnSync('bash', ['-c', checkStep.run], { cwd: root, env, encoding: 'utf8' })
  return { status, stdout, summary: readFileSync(summary, 'utf8') }
}

test('the action passes the model policy and writes the summary', () => {
  const { status, summary } = runAction({ files: model, 'fail-on': 'info' })
  expect(status).toBe(0)
  expect(summary).toMatch(/^## clauselint\n/)
})

test('the action gives a report in another format, with the date asked for, and still one summary', () => {
  const files = `${model}\npolicies/frust.policy.yaml  policies/primus.policy.yaml`
  const { status, stdout, summary } = runAction({ files, format: 'json', 'fail-on': 'never', 'as-of': '2026-11-22' })
  expect(status).toBe(0)
  const report = JSON.parse(stdout) as { asOf: string; files: { file: string }[] }
  expect(report.asOf).toBe('2026-11-22')
  expect(report.files.map(({ file }) => file).sort()).toEqual([
    'policies/frust.policy.yaml',
    model,
    'policies/primus.policy.yaml',
  ])
  expect(summary.match(/^## clauselint$/gm)).toHaveLength(1)
})

test('the action fails on findings at the level asked for', () => {
  expect(runAction({ files: 'policies/strettch.policy.yaml', 'fail-on': 'info' }).status).toBe(1)
})

test('what looks like shell or an option in an input is a file name that does not exist', () => {
  const marker = join(temporary, 'was-run')
  for (const files of [`$(touch ${marker})`, `\`touch ${marker}\``, `x;touch ${marker}`, '--fail-on=never', '*.yaml'])
    expect({ files, status: runAction({ files }).status }).toEqual({ files, status: 2 })
  expect(runAction({ files: model, 'as-of': `2026-11-22;touch ${marker}` }).status).toBe(2)
  expect(existsSync(marker)).toBe(false)
})

type Job = { strategy: { matrix: { node: number[] } }; steps: { uses?: string; run?: string }[] }

test('CI runs the tests and our own action on each supported Node, and may only read', () => {
  const workflow = parse(readText('.github/workflows/ci.yml')) as { permissions: object; jobs: { test: Job } }
  expect(workflow.permissions).toEqual({ contents: 'read' })
  const { strategy, steps } = workflow.jobs.test
  expect(strategy.matrix.node).toEqual([20, 22, 24])
  expect(steps.filter(({ uses }) => uses === './')).toHaveLength(2)
  expect(steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['npm ci', 'npm test']))
  for (const { run } of steps) expect(run ?? '').not.toContain('${{')
})

/** A folder with what a clone has: no packages, nothing built. */
function cloneInto(folder: string): string {
  const left = ['node_modules', 'dist', 'coverage', '.git', 'src/catalog/generated']
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !left.includes(relative(root, path).replaceAll('\\', '/')),
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--no-verify', '--message', 'state under test')
  return folder
}

const installing = 300_000

test(
  'an install from a git URL, made as pre-commit makes it, builds: command, library and types work',
  { timeout: installing },
  () => {
    const clone = cloneInto(join(temporary, 'clone'))
    const prefix = join(temporary, 'prefix')
    const project = join(temporary, 'project')
    mkdirSync(join(project, 'node_modules'), { recursive: true })
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe', timeout: installing })

    // pre-commit 4.6.2, languages/node.py; the other options spare the network.
    const asPreCommit = ['install', '--allow-git=root', '--install-links', '-g', `git+file://${clone}`]
    run('npm', ...asPreCommit, '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund')

    expect(run(join(prefix, 'bin/clauselint'), '--version').trim()).toBe(manifest.version)
    const installed = join(prefix, 'lib/node_modules/clauselint')
    const shipped = ['LICENSE', 'NOTICE', 'README.md', 'dist', 'node_modules', 'package.json', 'rules', 'schemas']
    expect(readdirSync(installed).sort()).toEqual(shipped)

    symlinkSync(installed, join(project, 'node_modules/clauselint'))
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
    writeFileSync(join(project, 'use.mjs'), "console.log(Object.keys(await import('clauselint')).length > 0)")
    expect(run(process.execPath, 'use.mjs').trim()).toBe('true')
    writeFileSync(join(project, 'use.ts'), "export * from 'clauselint'\n")
    const compilerOptions = { module: 'NodeNext', target: 'ES2023', strict: true, noEmit: true, types: [] }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')
  },
)
