import type { Provision } from '../catalog/types.ts'
import { placeSpan, type Notice } from '../notice/notice.ts'
import type { Fact } from '../policy/fact.ts'
import type { Statement } from '../reading/statement.ts'
import type { Status } from '../reading/status.ts'
import type { Range } from '../source/range.ts'
import type { Outcome, Verdict } from '../law/verdicts.ts'
import { leadTo } from './infer-laws.ts'
import type { Judgement } from './judge.ts'

/** Words that state a disclosure, with their place in the file; `fact` where a fact gave them. */
type Evidence = { quote: string; range: Range; fact: string | null }

export type DisclosureRow = {
  id: string
  title: string
  status: Status
  evidence: Evidence[]
  requiredBy: { law: string; provision: string }[]
}
export type VerdictRow = {
  law: string
  provision: string
  cite: string
  outcome: Outcome
  from: string
  because: string[]
}

/** The words of a published text that led to a law. */
type LeadRow = { law: string; quote: string; range: Range }

/** A notice's disclosures and verdicts with evidence: a view of its judgement. `unread` says why it was not judged. */
export type Coverage = { disclosures: DisclosureRow[]; verdicts: VerdictRow[]; leads: LeadRow[]; unread?: string }

export function coverageOf(notice: Notice, judgement: Judgement): Coverage {
  if (judgement.unread) return { disclosures: [], verdicts: [], leads: [], unread: judgement.unread.message }
  const requirers = requirersOf(judgement)
  return {
    disclosures: [...judgement.statuses.values()].map(({ disclosure, status, statements }) => ({
      id: disclosure.id,
      title: disclosure.title,
      status,
      evidence: statements.map((statement) => evidenceOf(notice, statement)),
      requiredBy: requirers.get(disclosure.id) ?? [],
    })),
    verdicts: judgement.verdicts.map((verdict) => ({
      law: verdict.law.id,
      provision: verdict.provision.id,
      cite: `${verdict.law.short} ${verdict.provision.cite}`,
      outcome: verdict.outcome,
      from: verdict.provision.from,
      because: becauseOf(verdict, notice),
    })),
    leads: leadRows(notice, judgement),
  }
}

/** The provisions that require each disclosure, by its id, in the order of the verdicts. */
function requirersOf({ verdicts }: Judgement): Map<string, DisclosureRow['requiredBy']> {
  const requirers = new Map<string, DisclosureRow['requiredBy']>()
  for (const { law, provision, addressed } of verdicts)
    for (const id of addressed ? requiredBy(provision) : []) {
      const row = { law: law.id, provision: provision.id }
      const list = requirers.get(id)
      if (list) list.push(row)
      else requirers.set(id, [row])
    }
  return requirers
}

const required = new WeakMap<Provision, readonly string[]>()

/** The disclosures that a provision requires, each once; the same for every notice. */
function requiredBy(provision: Provision): readonly string[] {
  let ids = required.get(provision)
  if (!ids) required.set(provision, (ids = [...new Set(provision.requires.flat())]))
  return ids
}

function leadRows(notice: Notice, { verdicts, leads, context }: Judgement): LeadRow[] {
  return [...new Set(verdicts.map(({ law }) => law))].flatMap((law) => {
    const lead = leadTo(law, leads, context)
    if (!lead) return []
    const { block, from, to } = lead.span
    const quote = notice.blocks[block]?.text.slice(from, to) ?? ''
    return [{ law: law.id, quote, range: placeSpan(notice, lead.span).place.range }]
  })
}

/** The sentence of a statement: the author's words in it, or the composed sentence at the fact that gave it its value. */
function evidenceOf(notice: Notice, statement: Statement): Evidence {
  const sentence = placeSpan(notice, statement.sentence)
  if (sentence.kind === 'words') return { quote: sentence.quote, range: sentence.place.range, fact: null }
  const at = placeSpan(notice, statement.values[0]?.span ?? statement.span)
  const fact = at.kind === 'fact' ? at : sentence
  return { quote: quoteOf(notice, statement), range: fact.place.range, fact: fact.kind === 'fact' ? fact.path : null }
}

function quoteOf(notice: Notice, { sentence }: Statement): string {
  return notice.blocks[sentence.block]?.text.slice(sentence.from, sentence.to) ?? ''
}

/** Why a verdict is what it is, in words; of an upcoming one also why it would be what it would be. */
function becauseOf(verdict: Verdict, notice: Notice): string[] {
  if (verdict.outcome !== 'upcoming') return reasons(verdict, verdict.outcome, notice)
  const then = verdict.then ? reasons(verdict, verdict.then, notice) : []
  return [`in force from ${verdict.provision.from}; then ${verdict.then ?? ''}`, ...then]
}

function reasons(verdict: Verdict, outcome: Exclude<Outcome, 'upcoming'>, notice: Notice): string[] {
  switch (outcome) {
    case 'satisfied':
      return verdict.evidence.map((statement) => `“${quoteOf(notice, statement)}”`)
    case 'not-applicable':
      return verdict.conditions
        .filter((result) => result.holds === 'no')
        .map((result) => reason(result.because, notice))
    case 'undetermined': {
      const open = verdict.conditions
        .filter((result) => result.holds === 'unknown')
        .map((result) => `nothing says whether ${result.condition.title}`)
      return open.length > 0 ? open : [`the notice does not speak of it: ${unmet(verdict)}`]
    }
    case 'violated':
      return verdict.breaches.length > 0
        ? verdict.breaches.map(({ value }) => `${value.path} is ${value.value}`)
        : [`missing: ${unmet(verdict)}`]
    case 'partial':
      return [`not enough: ${unmet(verdict)}`]
  }
}

function unmet({ unmet }: Verdict): string {
  return unmet.map((alternatives) => alternatives.join(' or ')).join(', ')
}

function reason(because: Fact | Statement | undefined, notice: Notice): string {
  if (!because) return ''
  if ('disclosure' in because) return `“${quoteOf(notice, because)}”`
  return `${because.path}: ${because.state === 'none' ? 'none' : (because.string ?? String(because.number ?? because.boolean ?? ''))}`
}
