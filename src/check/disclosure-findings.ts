import type { Citation, Finding, Severity } from '../finding.ts'
import { atLeast } from '../finding.ts'
import type { Breach, Verdict } from '../law/verdicts.ts'
import type { ConditionResult } from '../law/conditions.ts'
import { durationWords } from '../notice/words.ts'
import { absencePlace, keyFor, startOf } from './absence.ts'
import type { Ground } from './judge.ts'
import { atAbsence, atSpan, cite } from './make.ts'

/** One finding for each disclosure that a law asks for and the notice does not fully make, citing every provision that asks. */
export function disclosureFindings(ground: Ground): Finding[] {
  return [...unmetFindings(ground), ...boundFindings(ground), ...undeterminedFindings(ground)]
}

type Ask = { alternatives: string[]; verdicts: Verdict[]; severity: Severity; duty: boolean }

function unmetFindings(ground: Ground): Finding[] {
  const asks = new Map<string, Ask>()
  for (const verdict of ground.verdicts) {
    if (!counts(verdict)) continue
    for (const alternatives of verdict.unmet) {
      const key = alternatives[0] as string
      const severity = severityOf(verdict, alternatives, ground)
      const duty = verdict.provision.requires.length === 0
      const known = asks.get(key)
      if (!known) asks.set(key, { alternatives, verdicts: [verdict], severity, duty })
      else {
        known.verdicts.push(verdict)
        known.duty = known.duty && duty
        if (atLeast(severity, known.severity)) known.severity = severity
      }
    }
  }
  return [...asks.values()].flatMap((ask) => unmetFinding(ask, ground))
}

/** Violated and partial provisions count; so does a duty on which the notice is silent. */
function counts(verdict: Verdict): boolean {
  if (verdict.outcome === 'violated' || verdict.outcome === 'partial') return true
  return (
    verdict.outcome === 'undetermined' &&
    verdict.provision.requires.length === 0 &&
    verdict.conditions.every((result) => result.holds === 'yes')
  )
}

function severityOf({ provision }: Verdict, alternatives: readonly string[], ground: Ground): Severity {
  if (provision.level === 'guidance' || provision.confidence === 'low') return 'info'
  const partial = alternatives.some((id) => ground.statuses.get(id)?.status === 'partial')
  return provision.level === 'duty' || provision.confidence === 'medium' || partial ? 'warning' : 'error'
}

function unmetFinding({ alternatives, verdicts, severity, duty }: Ask, ground: Ground): Finding[] {
  const id = alternatives[0] as string
  const disclosures = alternatives.flatMap((one) => ground.statuses.get(one) ?? [])
  const first = disclosures[0]
  if (!first) return []
  const { disclosure } = first
  const citations = verdicts.map((verdict) => cite(verdict.law, verdict.provision))
  const asks = disclosures.map((entry) => entry.disclosure.asks).join(', or ')
  const because = dutyWords(duty, citations)
  const half = disclosures.flatMap((entry) => entry.statements)[0]
  if (half) {
    const { block, from, to } = half.sentence
    const quote = ground.notice.blocks[block]?.text.slice(from, to) ?? ''
    const message = `“${shortened(quote)}” is not enough: a complete notice ${asks}.${because}`
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

/** Stated values that a law does not allow. */
function boundFindings(ground: Ground): Finding[] {
  const found = new Map<string, { breach: Breach; verdicts: Verdict[] }>()
  for (const verdict of ground.verdicts)
    for (const breach of verdict.breaches) {
      if (verdict.outcome === 'upcoming') continue
      const key = `${breach.value.path} ${breach.value.span.block} ${breach.value.span.from}`
      const known = found.get(key)
      if (known) known.verdicts.push(verdict)
      else found.set(key, { breach, verdicts: [verdict] })
    }
  return [...found.values()].map(({ breach, verdicts }) => {
    const first = verdicts[0] as Verdict
    const quote =
      ground.notice.blocks[breach.value.span.block]?.text.slice(breach.value.span.from, breach.value.span.to) ?? ''
    const limit = breach.bound.max ?? breach.bound.min ?? ''
    const words = typeof limit === 'string' ? durationWords(limit) : String(limit)
    const isMax = breach.bound.max !== undefined
    const severity = verdicts.some((verdict) => verdict.provision.confidence === 'high') ? 'error' : 'warning'
    return atSpan(ground.notice, breach.value.span, {
      rule: breach.statement.disclosure,
      severity,
      message: `“${quote}” is ${isMax ? 'more' : 'less'} than ${first.law.short} ${first.provision.cite} allows: ${isMax ? 'at most' : 'at least'} ${words}.`,
      remedy: `Keep to ${words}, and say so.`,
      citations: verdicts.map((verdict) => cite(verdict.law, verdict.provision)),
      where: breach.value.path,
    })
  })
}

/** One warning for each condition on which provisions depend and of which nothing says whether it holds. */
function undeterminedFindings(ground: Ground): Finding[] {
  const { policy } = ground
  if (!policy) return []
  const open = new Map<string, { result: ConditionResult; verdicts: Verdict[] }>()
  for (const verdict of ground.verdicts) {
    if (verdict.outcome !== 'undetermined') continue
    // What the first condition leaves open decides; the next are asked once it is answered.
    const result = verdict.conditions.find((candidate) => candidate.holds === 'unknown')
    if (!result) continue
    const known = open.get(result.condition.id)
    if (known) known.verdicts.push(verdict)
    else open.set(result.condition.id, { result, verdicts: [verdict] })
  }
  return [...open.values()].map(({ result: { condition }, verdicts }) => {
    const citations = verdicts.map((verdict) => cite(verdict.law, verdict.provision))
    const titles = [...new Set(citations.map((citation) => citation.title))]
    const shown = titles.length > 3 ? [...titles.slice(0, 2), `${titles.length - 2} more provisions`] : titles
    const place = condition.facts[0] ? keyFor(condition.facts[0].path, policy) : startOf(ground)
    return atAbsence(place, {
      rule: 'undetermined',
      severity: 'warning',
      message: `Nothing says whether ${condition.title}, and ${list(shown)} ${titles.length > 1 ? 'depend' : 'depends'} on it.`,
      remedy: asSentence(condition.declare),
      citations,
      where: condition.id,
    })
  })
}

/** `declare x` as "Declare x." */
function asSentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.')
}

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim()
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain
}
