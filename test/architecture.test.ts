import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preProcessFile } from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The one-way order: a room may import the rooms on the lines before its own. A room is a folder of src or a file. */
const order = [
  ['source'],
  ['finding'],
  ['catalog'],
  ['policy'],
  ['notice'],
  ['reading'],
  ['law'],
  ['check'],
  ['render', 'compare', 'import', 'format'],
  ['index'],
  ['cli', 'eslint'],
  ['bin'],
]
const rooms = order.flat()
const rim = ['index', 'cli', 'eslint', 'bin']
const outputs = ['render', 'compare', 'import', 'format']

type Arrow = { from: string[]; to: string[]; because: string }

/** Every arrow that the order forbids, with the reason for it. */
const forbidden: Arrow[] = [
  {
    from: ['source'],
    to: rooms.filter((room) => room !== 'source'),
    because: 'source turns bytes into words with places; it serves every kind of file and so knows none of them',
  },
  {
    from: ['finding'],
    to: ['catalog', 'policy', 'notice', 'reading', 'law', 'check', ...outputs, ...rim],
    because: 'a finding is a plain fact about a place; whoever raises it depends on its shape and never the reverse',
  },
  {
    from: ['catalog'],
    to: ['policy', 'notice', 'reading', 'law', 'check', ...outputs, ...rim],
    because: 'rules are data: they are checked and built before there is a policy to apply them to',
  },
  {
    from: ['policy'],
    to: ['notice', 'reading', 'law', 'check', ...outputs, ...rim],
    because: 'a policy is what its author declared; what is made of it must not change what it says',
  },
  {
    from: ['notice'],
    to: ['reading'],
    because: 'composing must not know how it is read back, or "one reading" would hold by agreement and not by words',
  },
  {
    from: ['notice'],
    to: ['law', 'check'],
    because: 'compose knows no law: what is disclosed must not depend on what is required',
  },
  {
    from: ['notice'],
    to: [...outputs, ...rim],
    because: 'the notice is the hall between two doors; it does not know who comes to fetch it',
  },
  {
    from: ['reading'],
    to: ['law', 'check'],
    because: 'what a sentence means must not depend on which law asks for it',
  },
  {
    from: ['reading'],
    to: [...outputs, ...rim],
    because: 'there is one extractor of meaning; what uses statements may not bend it to its needs',
  },
  {
    from: ['law'],
    to: ['check'],
    because: 'a verdict is about a provision; how loudly it is reported is decided after it',
  },
  {
    from: ['law'],
    to: [...outputs, ...rim],
    because: 'a verdict is the same in every format and command',
  },
  {
    from: ['check'],
    to: [...outputs, ...rim],
    because: 'findings are judged before they are shown, so that no format can change the outcome',
  },
  {
    from: outputs,
    to: outputs,
    because: 'the outputs are siblings: each is a function of what was judged and none needs another',
  },
  {
    from: outputs,
    to: rim,
    because: 'text in, values out: an output gives back a string and does not know where it goes',
  },
  {
    from: ['index'],
    to: ['cli', 'eslint', 'bin'],
    because: 'a library that loads the command line would bring arguments, streams and exit codes into other programs',
  },
  { from: ['cli'], to: ['eslint'], because: 'two ways in that must work without each other' },
  { from: ['eslint'], to: ['cli'], because: 'two ways in that must work without each other' },
  {
    from: ['cli', 'eslint'],
    to: ['bin'],
    because: 'bin starts the program when it is loaded; importing it would run it',
  },
]

/** Packages that only one room may use. */
const keepers: { packages: RegExp; rooms: string[]; because: string }[] = [
  {
    packages: /^(yaml|@lezer\/.*|htmlparser2|domhandler|parse5)(\/|$)/,
    rooms: ['source'],
    because: 'only source parses: everything else gets words with places, and a parser can be exchanged in one room',
  },
  {
    packages: /^node:module$/,
    rooms: ['source', 'cli', 'bin'],
    because: 'loading a package later than at the start is for the parsers, which are heavy and often not needed',
  },
  {
    packages: /^node:(?!module$)|^(fs|process|child_process|os|worker_threads|http|https|net)$/,
    rooms: ['cli', 'bin'],
    because: 'the middle is pure: files, clock, process and network live at the rim',
  },
]

const longest = 400

type SourceFile = { path: string; text: string }

/** The TypeScript files of src, by their path from the root. What is generated is no source. */
function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/catalog/generated/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** `src/notice/compose/x.ts` is in room notice, `src/finding.ts` in room finding. */
function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '')
}

/** The faults of one file, in words. Types count like values: a type is knowledge too. */
function faults({ path, text }: SourceFile): string[] {
  const room = roomOf(path)
  if (!rooms.includes(room)) return [`${path}: "${room}" is no room; add it to the order or move the file`]
  const found: string[] = []
  for (const { fileName: name } of preProcessFile(text, true, true).importedFiles) {
    if (!name.startsWith('.')) {
      for (const keeper of keepers)
        if (keeper.packages.test(name) && !keeper.rooms.includes(room))
          found.push(`${path} imports ${name}: ${keeper.because}`)
      continue
    }
    const target = relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/')
    if (!target.startsWith('src/')) {
      found.push(`${path} imports ${name}: src stands alone; tests, scripts and files beside it use src`)
      continue
    }
    const to = roomOf(target)
    if (to === room) continue
    const arrow = forbidden.find((one) => one.from.includes(room) && one.to.includes(to))
    if (arrow) found.push(`${path} imports ${name}: ${room} -> ${to} is forbidden; ${arrow.because}`)
  }
  const lines = text.split('\n').length - 1
  if (lines > longest) found.push(`${path} has ${lines} lines; a file says one thing in at most ${longest}`)
  return found
}

test('every import in src keeps the one-way order', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(faults)).toEqual([])
})

test('the table gives a reason for exactly the arrows that the order forbids', () => {
  const line = (room: string) => order.findIndex((members) => members.includes(room))
  const pairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => ({ from, to })))
  const byOrder = pairs.filter(({ from, to }) => line(to) >= line(from))
  const byTable = pairs.filter(({ from, to }) =>
    forbidden.some((one) => one.from.includes(from) && one.to.includes(to)),
  )
  expect(byTable).toEqual(byOrder)
  for (const { because } of forbidden) expect(because.split(' ').length).toBeGreaterThan(5)
})

test.each([
  ['a later room', 'src/notice/compose/x.ts', "import { judge } from '../../law/judge.ts'", 'what is required'],
  [
    'a later room, as a type',
    'src/policy/x.ts',
    "import type { Notice } from '../notice/notice.ts'",
    'its author declared',
  ],
  ['a later room, re-exported', 'src/finding.ts', "export * from './check/report.ts'", 'never the reverse'],
  ['a later room, when needed', 'src/check/x.ts', "const later = await import('../format/json.ts')", 'no format can'],
  ['a sibling', 'src/format/x.ts', "import { render } from '../render/markdown.ts'", 'siblings'],
  ['a parser', 'src/policy/x.ts', "import { parseDocument } from 'yaml'", 'only source parses'],
  ['a part of a parser', 'src/reading/x.ts', "import { parser } from '@lezer/markdown'", 'only source parses'],
  ['files', 'src/catalog/x.ts', "import { readFileSync } from 'node:fs'", 'live at the rim'],
  ['a test', 'src/check/x.ts', "import { helper } from '../../test/helper.ts'", 'stands alone'],
  ['no room', 'src/utils/x.ts', '', 'no room'],
  ['too much', 'src/check/x.ts', '\n'.repeat(longest + 1), '401 lines'],
])('a made-up import is caught: %s', (_, path, text, reason) => {
  expect(faults({ path, text })).toEqual([expect.stringContaining(reason)])
})

test.each([
  ['an earlier room', 'src/check/x.ts', "import { compose } from '../notice/compose.ts'"],
  ['its own room', 'src/notice/read/x.ts', "import type { Block } from '../notice.ts'"],
  ['its parser', 'src/source/x.ts', "import { parse } from 'yaml'"],
  ['words that look like an import', 'src/notice/x.ts', 'const text = "import x from \'../law/x.ts\'"'],
])('a made-up import is let through: %s', (_, path, text) => {
  expect(faults({ path, text })).toEqual([])
})
