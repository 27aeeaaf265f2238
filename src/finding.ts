import type { Place } from './source/range.ts'

/** How much a finding matters. `error` breaks the law as written; `warning` needs a look; `info` is advice. */
export type Severity = 'error' | 'warning' | 'info'

/** Severities from the mildest to the gravest. */
export const severities: readonly Severity[] = ['info', 'warning', 'error']

/** A provision of a law: `{ law: 'gdpr', provision: '13.1.a' }`, with the words people cite and an official source. */
export type Citation = { law: string; provision: string; title: string; url?: string }

/** What a finding points at: words somebody wrote, a fact's value, or the place where something should stand. */
export type At =
  | { kind: 'words'; place: Place; quote: string }
  | { kind: 'fact'; place: Place; path: string }
  | { kind: 'absence'; place: Place }

/** One thing that is wrong, at its place, with its cure. */
export type Finding = {
  rule: string
  severity: Severity
  /** One or two sentences: the value, the fault, the law. */
  message: string
  /** One sentence: what to do. */
  remedy: string
  at: At
  /** Other places that explain the finding (where an alias is used, what contradicts it). */
  related: { place: Place; message: string }[]
  citations: Citation[]
  /** Stable over line moves and re-ordering: rule, semantic path, normalised quote. */
  identity: string
}

/** Whether a severity is at or above a threshold. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold)
}

/** Findings in reading order without repetitions: by file, place, rule, message. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compare(a.at.place.file, b.at.place.file) ||
      a.at.place.range.start - b.at.place.range.start ||
      a.at.place.range.end - b.at.place.range.end ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  )
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1]
    return (
      !before ||
      before.rule !== finding.rule ||
      before.message !== finding.message ||
      before.at.place.file !== finding.at.place.file ||
      before.at.place.range.start !== finding.at.place.range.start ||
      before.at.place.range.end !== finding.at.place.range.end
    )
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * A finding's identity: rule, where it stands in the policy's meaning (a section id, a fact path), and the words,
 * normalised, so that moved lines and changed white space keep it.
 */
export function identityOf(rule: string, where: string, words: string): string {
  return `${rule}|${where}|${words.toLowerCase().replace(/\s+/gu, ' ').trim()}`
}
