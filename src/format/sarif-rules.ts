import type { Report, RuleInfo } from '../check/report.ts'
import type { Citation, Severity } from '../finding.ts'
import { shorten } from '../source/shorten.ts'
import { markdownLink, markdownText } from './escape.ts'
import { plainText } from './sarif-text.ts'

/** GitHub's limits for a rule, in characters and in tags. */
const longestName = 255
const longestDescription = 1024
const mostTags = 20

/** SARIF's word for each severity. */
export const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }
const problemSeverities: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' }

/** The report's rules as SARIF's reportingDescriptors, in the report's order. */
export function sarifRules(report: Report) {
  const findings = report.files.flatMap((file) => file.findings)
  return report.rules.map((rule) => {
    const cited = findings.filter((finding) => finding.rule === rule.id).flatMap((finding) => finding.citations)
    return descriptor(rule, distinct(cited))
  })
}

function descriptor(rule: RuleInfo, citations: Citation[]) {
  const { id, title, why, remedy, severity } = rule
  const laws = citations.map(({ law }) => law).sort()
  return {
    id,
    name: shorten(pascalCase(id), longestName),
    shortDescription: { text: plainText(title, id, { longest: longestDescription }) },
    fullDescription: { text: plainText(why, id, { longest: longestDescription }) },
    help: { text: plainText(`${why} ${remedy}`, id), markdown: helpMarkdown(rule, citations) },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...new Set(['privacy', ...laws])].slice(0, mostTags),
      // A rule is left out of clauselint rather than let it be wrong on good policies.
      precision: 'high',
      'problem.severity': problemSeverities[severity],
    },
  }
}

function helpMarkdown({ id, title, why, remedy }: RuleInfo, citations: Citation[]): string {
  const law = citations.map(({ title, url }) => `- ${markdownLink(title, url)}`)
  return [
    `**${markdownText(title.trim() || id)}**`,
    markdownText(why),
    `What to do: ${markdownText(remedy)}`,
    ...(law.length ? [law.join('\n')] : []),
  ].join('\n\n')
}

function distinct(citations: Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [`${citation.law} ${citation.provision}`, citation])).values()]
}

/** `breach-timeline` as `BreachTimeline`, the manner of SARIF's rule names. */
function pascalCase(id: string): string {
  const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('') || 'Rule'
}
