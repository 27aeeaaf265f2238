import type { Citation, Finding, Severity } from '../finding.ts'
import { atLeast } from '../finding.ts'
import { addressedBy, outcomesSoon, type Outcome, type Verdict } from '../law/verdicts.ts'
import { shorten } from '../source/shorten.ts'
import { absencePlace } from './absence.ts'
import { boundFindings } from './bound-findings.ts'
import type { Ground } from './judge.ts'
import { atAbsence, atSpan, citeVerdict } from './make.ts'
import { undeterminedFindings } from './undetermined-findings.ts'

/** One finding for each disclosure that a law asks for and the notice does not fully make, citing every provision that asks. */
export function disclosureFindings(ground: Ground): Finding[] {
  return [...unmetFindings(ground), ...boundFindings(ground), ...undeterminedFindings(ground)]
}

/** The most UTF-16 units of a sentence that a message quotes. */
const longestQuote = 120

type Ask = { alternatives: string[]; verdicts: Verdict[]; severity: Severity; duty: boolean }

function unmetFindings(ground: Ground): Finding[] {
  const asks = new Map<string, Ask>()
  const soon = outcomesSoon(ground.context.asOf)
  for (const verdict of ground.verdicts) {
    if (!counts(verdict, soon(verdict))) continue
    for (const alternatives of verdict.unmet) {
      const key = alternatives[0] as string
      const severity = severityOf(verdict, alternatives, ground)
      const duty = verdict.provision.requires.length === 0
      const known = asks.get(key)
      if (!known) asks.set(key, { alternatives, verdicts: [verdict], severity, duty })
      else {
        known.verdicts.push(verdict)
        known.duty = known.duty && duty
        // Where one provision leaves less choice than another, what satisfies both is told.
        if (alternatives.every((id) => known.alternatives.includes(id))) known.alternatives = alternatives
        if (atLeast(severity, known.severity)) known.severity = severity
      }
    }
  }
  return [...asks.values()].flatMap((ask) => unmetFinding(ask, ground))
}

/** Violated and partial provisions count, those of the next months too; so does a duty on which the notice is silent. */
function counts(verdict: Verdict, outcome: Outcome | undefined): boolean {
  if (outcome === 'violated' || outcome === 'partial') return true
  return (
    verdict.outcome === 'undetermined' &&
    verdict.provision.requires.length === 0 &&
    verdict.conditions.every((result) => result.holds === 'yes')
  )
}

function severityOf({ provision, outcome }: Verdict, alternatives: readonly string[], ground: Ground): Severity {
  if (provision.level === 'guidance' || provision.confidence === 'low') return 'info'
  const partial = alternatives.some((id) => ground.statuses.get(id)?.status === 'partial')
  return provision.level === 'duty' || provision.confidence === 'medium' || partial || outcome === 'upcoming'
    ? 'warning'
    : 'error'
}

function unmetFinding({ alternatives, verdicts, severity, duty }: Ask, ground: Ground): Finding[] {
  const id = alternatives[0] as string
  const disclosures = alternatives.flatMap((one) => ground.statuses.get(one) ?? [])
  const first = disclosures[0]
  if (!first) return []
  const { disclosure } = first
  // The laws of the people addressed go before duties that every notice is reminded of.
  const far = ({ law }: Verdict) => (addressedBy(law, ground.context).length > 0 ? 0 : 1)
  const citations = [...verdicts].sort((a, b) => far(a) - far(b)).map(citeVerdict)
  const asks = disclosures.map((entry) => entry.disclosure.asks).join(', or ')
  const because = dutyWords(duty, citations) + upcomingWords(verdicts)
  const half = disclosures.flatMap((entry) => entry.statements)[0]
  if (half) {
    const { block, from, to } = half.sentence
    const quote = ground.notice.blocks[block]?.text.slice(from, to) ?? ''
    const message = `“${shorten(quote.replace(/\s+/gu, ' ').trim(), longestQuote)}” is not enough: a complete notice ${asks}.${because}`
    return [
      atSpan(ground.notice, half.span, {
        rule: id,
        severity,
        message,
        remedy: disclosure.remedy,
        citations,
        where: id,
      }),
    ]
  }
  const message = `The notice nowhere ${asks}.${because}`
  return [
    atAbsence(absencePlace(disclosure, ground), {
      rule: id,
      severity,
      message,
      remedy: disclosure.remedy,
      citations,
      where: id,
    }),
  ]
}

/** Silence on a duty breaks no law; the reader must be told why it is a finding all the same. */
function dutyWords(duty: boolean, citations: readonly Citation[]): string {
  if (!duty) return ''
  const [first] = citations
  return ` ${first?.title ?? 'The law'} sets the duty; no law makes a notice repeat it, but a good notice does.`
}

/** From when on it is asked, where no provision that asks is in force yet. */
function upcomingWords(verdicts: readonly Verdict[]): string {
  const dates = verdicts.map(({ outcome, provision }) => (outcome === 'upcoming' ? provision.from : ''))
  return dates.includes('') ? '' : ` It is asked from ${dates.sort()[0] ?? ''}.`
}
