import type { Catalog } from '../catalog/types.ts'
import { sortFindings, type Finding } from '../finding.ts'
import type { Context } from '../law/verdicts.ts'
import { compose } from '../notice/compose.ts'
import type { Notice } from '../notice/notice.ts'
import { readText } from '../notice/read/read.ts'
import { loadPolicy, type Policy } from '../policy/policy.ts'
import type { SourceText } from '../source/text.ts'
import { judge, type Judgement } from './judge.ts'
import type { RuleInfo } from './report.ts'

/** A file judged. A policy that breaks its schema has findings and no notice. */
export type Checked = {
  source: SourceText
  policy?: Policy
  notice?: Notice
  judgement?: Judgement
  findings: Finding[]
}

/** The jurisdictions and laws that a caller chooses in place of what a policy declares or a text says. */
export type Choice = { jurisdictions?: readonly string[]; laws?: readonly string[] }

/**
 * Judges one file: a policy (.yaml, .yml), or a published notice (.md, .markdown, .html, .htm, .txt).
 * @param asOf the date that laws are judged at, ISO 8601
 * @param choice the jurisdictions and laws to judge; left out: those that the policy declares or the text leads to
 * @throws InputError when a policy is not one YAML document
 */
export function checkSource(source: SourceText, asOf: string, catalog: Catalog, choice?: Choice): Checked {
  const context = (addresses: readonly string[]): Context =>
    choice
      ? { asOf, addresses: choice.jurisdictions ?? [], laws: choice.laws ?? [], chosen: true }
      : { asOf, addresses }
  const notice = readText(source, catalog)
  if (notice) {
    const judgement = judge(notice, context([]), catalog)
    return { source, notice, judgement, findings: judgement.findings }
  }
  const { policy, findings } = loadPolicy(source, catalog)
  if (!policy) return { source, findings }
  const composed = compose(policy, catalog)
  const judgement = judge(composed.notice, context(policy.addresses), catalog, policy)
  return {
    source,
    policy,
    notice: composed.notice,
    judgement,
    findings: sortFindings([...findings, ...composed.findings, ...judgement.findings]),
  }
}

/** What formats tell of a rule, whichever kind it is; undefined for an id that is no rule. */
function ruleInfo(id: string, catalog: Catalog): RuleInfo | undefined {
  const rule = catalog.disclosures.find((one) => one.id === id)
  if (rule) return { id, title: rule.title, why: rule.why, remedy: rule.remedy, severity: 'error' }
  const other = catalog.wording.find((one) => one.id === id) ?? catalog.checks.find((one) => one.id === id)
  return other && { id, title: other.title, why: other.why, remedy: other.remedy, severity: other.severity }
}

/** The rules that have a finding, in order of their ids. */
export function rulesOf(findings: readonly Finding[], catalog: Catalog): RuleInfo[] {
  return [...new Set(findings.map((finding) => finding.rule))].sort().flatMap((id) => ruleInfo(id, catalog) ?? [])
}
