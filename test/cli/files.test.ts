import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const policy = 'clauselint: 1\naddresses: [AQ]\n'

/** The files that a check of some paths reads, and what it says of the rest, in lines. */
function checked(world: World | string[], ...paths: string[]): { files: string[]; errors: string[] } {
  const { stdout, stderr } = clauselint(
    Array.isArray(world) ? { files: Object.fromEntries(world.map((name) => [name, policy])) } : world,
    'check',
    '--format',
    'json',
    ...paths,
  )
  const report = JSON.parse(stdout) as { files: { file: string }[] }
  return { files: report.files.map(({ file }) => file), errors: stderr.split('\n').slice(0, -1) }
}

test('a folder gives the policies in it and below, in one order on every machine', () => {
  const names = ['p/z.policy.yaml', 'p/a.policy.yml', 'p/B.POLICY.YAML', 'p/sub/m.policy.yaml', 'p/sub-2/m.policy.yaml']
  const files = ['p/B.POLICY.YAML', 'p/a.policy.yml', 'p/sub-2/m.policy.yaml', 'p/sub/m.policy.yaml', 'p/z.policy.yaml']
  expect(checked(names, 'p')).toEqual({ files, errors: [] })
  expect(checked([...names].reverse(), 'p/')).toEqual({ files, errors: [] })
})

test('a folder gives nothing else, and hidden, built and installed folders are left out', () => {
  const left = [
    'p/notes.yaml',
    'p/policy.yaml',
    'p/a.policy.json',
    'p/a.policy.yaml.bak',
    'p/a.md',
    'p/.git/a.policy.yaml',
    'p/node_modules/x/a.policy.yaml',
    'p/dist/a.policy.yaml',
    'p/vendor/a.policy.yaml',
  ]
  expect(checked(['p/a.policy.yaml', ...left], 'p')).toEqual({ files: ['p/a.policy.yaml'], errors: [] })
  expect(checked(left, 'p/dist', 'p/.git').files).toEqual(['p/dist/a.policy.yaml', 'p/.git/a.policy.yaml'])
})

test('a file that is named is read, whatever it is called before its ending', () => {
  const names = [
    'facts.yaml',
    'facts.yml',
    'notice.md',
    'notice.markdown',
    'notice.txt',
    'LOUD.YAML',
    'a.html',
    'b.HTM',
  ]
  expect(checked(names, ...names)).toEqual({ files: names, errors: [] })
  expect(checked(['a.json', 'Makefile'], 'a.json', 'Makefile').errors).toEqual([
    'error: a.json: The name does not end in .yaml, .yml, .md, .markdown, .html, .htm or .txt. Name a file of that kind, or a folder with policies.',
    'error: Makefile: The name does not end in .yaml, .yml, .md, .markdown, .html, .htm or .txt. Name a file of that kind, or a folder with policies.',
  ])
})

test('files come in the order of the paths, each once', () => {
  const names = ['a.policy.yaml', 'p/b.policy.yaml', 'p/c.policy.yaml']
  expect(
    checked(names, 'p/c.policy.yaml', 'p', 'a.policy.yaml', './p/b.policy.yaml', 'p//c.policy.yaml', '.').files,
  ).toEqual(['p/c.policy.yaml', 'p/b.policy.yaml', 'a.policy.yaml'])
})

test('paths are printed without ./ and doubled slashes', () => {
  const names = ['p/b.policy.yaml', '/abs/c.policy.yaml', '../up.policy.yaml']
  expect(checked(names, './p/./b.policy.yaml', '/abs//c.policy.yaml', '../up.policy.yaml').files).toEqual(names)
  expect(checked(['b.policy.yaml'], './').files).toEqual(['b.policy.yaml'])
})

test('on Windows paths are printed with slashes and found under either', () => {
  const world: World = {
    files: { 'C:/repo/p/a.policy.yaml': policy, 'p/b.policy.yaml': policy },
    separator: '\\',
  }
  expect(checked(world, 'C:\\repo\\p', '.\\p\\b.policy.yaml', 'p/b.policy.yaml')).toEqual({
    files: ['C:/repo/p/a.policy.yaml', 'p/b.policy.yaml'],
    errors: [],
  })
  expect(checked(world, 'p\\missing.policy.yaml').errors).toEqual([
    'error: p/missing.policy.yaml: There is no such file or folder. Check the path.',
  ])
})

test('elsewhere a backslash is a character like others', () => {
  expect(checked(['p\\b.policy.yaml'], 'p\\b.policy.yaml').files).toEqual(['p\\b.policy.yaml'])
})

test('a folder that is named like a policy is a folder', () => {
  expect(checked(['p/x.policy.yaml/inner.policy.yaml'], 'p')).toEqual({
    files: ['p/x.policy.yaml/inner.policy.yaml'],
    errors: [],
  })
  expect(checked(['x.policy.yaml/readme.md'], 'x.policy.yaml').errors).toEqual([
    'error: x.policy.yaml: The folder holds no policy. Name policies *.policy.yaml or *.policy.yml, or give a file by its name.',
  ])
})

test('a folder without policies and a missing path are said, and the others are read', () => {
  const { files, errors } = checked(['p/readme.md', 'a.policy.yaml'], 'p', 'nowhere', 'a.policy.yaml')
  expect(files).toEqual(['a.policy.yaml'])
  expect(errors).toEqual([
    'error: p: The folder holds no policy. Name policies *.policy.yaml or *.policy.yml, or give a file by its name.',
    'error: nowhere: There is no such file or folder. Check the path.',
  ])
})

test('what the system refuses is said with its code', () => {
  const world: World = {
    files: {
      'a.policy.yaml': policy,
      'p/locked/b.policy.yaml': policy,
      'p/c.policy.yaml': policy,
      'loop.policy.yaml': '',
    },
    refused: { 'a.policy.yaml': 'EACCES', 'p/locked': 'EPERM', 'loop.policy.yaml': 'ELOOP' },
  }
  expect(checked(world, 'a.policy.yaml', 'p', 'loop.policy.yaml')).toEqual({
    files: ['p/c.policy.yaml'],
    errors: [
      'error: a.policy.yaml: It cannot be read (EACCES). Check who may read it.',
      'error: p/locked: It cannot be read (EPERM). Check who may read it.',
      'error: loop.policy.yaml: It cannot be read (ELOOP). Check the path.',
    ],
  })
})

test('a device or a pipe is not waited for', () => {
  const world: World = { files: { 'pipe.policy.yaml': '' }, devices: ['pipe.policy.yaml'] }
  expect(checked(world, 'pipe.policy.yaml').errors).toEqual([
    'error: pipe.policy.yaml: This is neither a file nor a folder. Name a file, or a folder with policies.',
  ])
})

test('folders nested without end are not followed without end', () => {
  const { files, errors } = checked([`${'d/'.repeat(60)}a.policy.yaml`, 'd/b.policy.yaml'], 'd')
  expect(files).toEqual(['d/b.policy.yaml'])
  expect(errors).toEqual([
    `error: ${'d/'.repeat(41)}d: Folders are nested more than 40 deep. Name the policies, or a folder nearer to them.`,
  ])
})
