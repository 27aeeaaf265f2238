import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { version } from '../../src/catalog/generated/version.js'
import { checkSource, rulesOf } from '../../src/check/run.ts'
import { json } from '../../src/format/json.ts'
import { compose } from '../../src/notice/compose.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf, catalog, policyOf } from '../support.ts'

// What stands beside the policies is reviewed as a diff: after a change of rules or clauses, `npm run regenerate`.
const folder = new URL('../../policies/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.policy.yaml'))
  .map((name) => name.replace('.policy.yaml', ''))

test('there are six policies', () => {
  expect(names).toEqual(['frs', 'frust', 'infuze', 'model', 'primus', 'strettch'])
})

test.each(names)('the canonical text of %s is what the policy renders', (name) => {
  const policy = policyOf(read(`${name}.policy.yaml`), `policies/${name}.policy.yaml`)
  expect(read(`${name}.md`)).toBe(renderMarkdown(compose(policy, catalog).notice))
})

test.each(names)('the expected findings of %s are what check reports', (name) => {
  const file = `policies/${name}.policy.yaml`
  const source = new SourceText(file, read(`${name}.policy.yaml`))
  const { findings, judgement } = checkSource(source, asOf, catalog)
  const files = [{ file, source, findings, next: judgement?.next }]
  const report = { version, asOf, files, errors: [], rules: rulesOf(findings, catalog) }
  expect(read(`${name}.findings.json`)).toBe(json(report))
})
