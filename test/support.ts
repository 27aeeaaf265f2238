import catalog from '../src/catalog/generated/catalog.js'
import { judge, type Judgement } from '../src/check/judge.ts'
import { checkSource } from '../src/check/run.ts'
import type { Finding } from '../src/finding.ts'
import { compose } from '../src/notice/compose.ts'
import type { Notice } from '../src/notice/notice.ts'
import { readMarkdown } from '../src/notice/read/markdown.ts'
import { loadPolicy, type Policy } from '../src/policy/policy.ts'
import { readNotice, state } from '../src/reading/read.ts'
import type { Statement } from '../src/reading/statement.ts'
import { statusOf, type Status } from '../src/reading/status.ts'
import { SourceText } from '../src/source/text.ts'

export { catalog }

/** The date all tests judge at. */
export const asOf = '2026-11-22'

/** A policy from YAML that must keep to the schema. */
export function policyOf(yaml: string, file = 'test.policy.yaml'): Policy {
  const { policy, findings } = loadPolicy(new SourceText(file, yaml), catalog)
  if (!policy || findings.length > 0)
    throw new Error(`the test's policy is broken: ${findings.map((finding) => finding.message).join(' ')}`)
  return policy
}

export function composed(yaml: string): Notice {
  return compose(policyOf(yaml), catalog).notice
}

export function statementsOf(notice: Notice): Statement[] {
  return state(readNotice(notice, catalog), catalog)
}

export function markdownNotice(text: string): Notice {
  return readMarkdown(new SourceText('test.md', text))
}

export function statuses(notice: Notice): Record<string, Status> {
  return Object.fromEntries([...statusOf(catalog, statementsOf(notice))].map(([id, { status }]) => [id, status]))
}

/** Findings of a text: a policy in YAML (it begins with `clauselint: 1`), or a notice in Markdown. */
export function findingsOf(text: string): { findings: Finding[]; source: SourceText } {
  const source = new SourceText(text.startsWith('clauselint: 1') ? 'test.policy.yaml' : 'test.md', text)
  return { source, findings: checkSource(source, asOf, catalog).findings }
}

export function judgementOf(yaml: string): Judgement {
  const policy = policyOf(yaml)
  return judge(compose(policy, catalog).notice, { asOf, addresses: policy.addresses }, catalog, policy)
}
