import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSource } from '../src/check/run.ts'
import { main } from '../src/cli/main.ts'
import { human } from '../src/format/human.ts'
import { importNotice } from '../src/import/draft.ts'
import { loadPolicy } from '../src/policy/policy.ts'
import { SourceText } from '../src/source/text.ts'
import { asOf, catalog } from './support.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')
const fenced = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((found) => found[1] ?? '')

test('the picture of a finding is what the command prints', () => {
  const file = 'policies/infuze.policy.yaml'
  const source = new SourceText(file, read(file))
  const { findings } = checkSource(source, asOf, catalog)
  const printed = human(
    { version: '', asOf, files: [{ file, source, findings }], errors: [], rules: [] },
    { color: false },
  )
  const [picture = ''] = fenced('text')
  const [head = '', ...rest] = picture.trimEnd().split('\n')
  expect(printed).toContain(head)
  expect(printed).toContain(rest.join('\n'))
})

test('the first policy keeps to the schema and has no finding', () => {
  const text = fenced('yaml').find((block) => block.includes('clauselint: 1')) ?? ''
  const source = new SourceText('privacy.policy.yaml', text)
  expect(loadPolicy(source, catalog).findings).toEqual([])
  expect(checkSource(source, asOf, catalog).findings).toEqual([])
})

test('the sections of the second example keep to the schema when put into the first', () => {
  const [first = '', second = ''] = fenced('yaml')
  const source = new SourceText(
    'privacy.policy.yaml',
    `${first.replace('cookies: none', 'cookies: { control: in your browser }')}${second}`,
  )
  const { policy, findings } = loadPolicy(source, catalog)
  expect(findings).toEqual([])
  expect(policy?.sections?.map(({ id }) => id)).toEqual(['contact', 'cookies'])
})

test('the draft is what import writes', () => {
  const file = 'policies/infuze.md'
  const source = new SourceText(file, read(file))
  const { notice } = checkSource(source, asOf, catalog)
  const draft = fenced('yaml').find((block) => block.includes('# Draft of')) ?? ''
  expect(notice && importNotice(source, notice, catalog)?.yaml.startsWith(draft)).toBe(true)
})

test('every command of the table exists and has a help text', () => {
  const commands = [...new Set([...readme.matchAll(/`clauselint (\w+)/g)].map((found) => found[1] ?? ''))]
  expect(commands.sort()).toEqual(['check', 'coverage', 'explain', 'import', 'laws', 'render'])
  for (const command of commands) {
    let out = ''
    const io = { stdout: (text: string) => (out += text) } as unknown as Parameters<typeof main>[1]
    expect(main([command, '--help'], io)).toBe(0)
    expect(out).toContain(`Usage: clauselint ${command}`)
  }
})
