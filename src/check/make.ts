import type { CheckPage, Provision, Law } from '../catalog/types.ts'
import { identityOf, type At, type Citation, type Finding, type Severity } from '../finding.ts'
import type { Verdict } from '../law/verdicts.ts'
import { placeSpan, type Notice, type Span } from '../notice/notice.ts'
import type { Fact } from '../policy/fact.ts'
import type { Ground } from './judge.ts'

/** What makes a finding, besides its place. */
export type Said = {
  rule: string
  severity: Severity
  message: string
  remedy: string
  citations?: Citation[]
  related?: Finding['related']
  where?: string
}

/** A finding at the words of a span; where our own clause or a fact stands there, at the clause's anchor or the fact. */
export function atSpan(notice: Notice, span: Span, said: Said): Finding {
  const at = placeSpan(notice, span)
  const block = notice.blocks[span.block]
  const quote = block?.text.slice(span.from, span.to) ?? ''
  const use = at.kind === 'fact' && at.use ? [{ place: at.use, message: 'It is used here.' }] : []
  const place: At =
    at.kind === 'clause'
      ? { kind: 'absence', place: at.place }
      : at.kind === 'fact'
        ? { kind: 'fact', place: at.place, path: at.path }
        : at
  return build(said, place, [...use, ...(said.related ?? [])], quote)
}

/** A finding at a fact's value. */
export function atFact(fact: Fact, said: Said): Finding {
  const use = fact.use ? [{ place: fact.use, message: 'It is used here.' }] : []
  return build(
    said,
    { kind: 'fact', place: fact.place, path: fact.path },
    [...use, ...(said.related ?? [])],
    fact.path.replace(/\.\d+(?=\.|$)/g, '.*'),
  )
}

/** A finding at the place where something should stand. */
export function atAbsence(place: At['place'], said: Said): Finding {
  return build(said, { kind: 'absence', place }, said.related ?? [], '')
}

function build(said: Said, at: At, related: Finding['related'], words: string): Finding {
  return {
    rule: said.rule,
    severity: said.severity,
    message: said.message,
    remedy: said.remedy,
    at,
    related,
    citations: said.citations ?? [],
    identity: identityOf(said.rule, said.where ?? '', words),
  }
}

/** A provision as findings cite it. */
export function cite(law: Law, provision: Provision): Citation {
  return { law: law.id, provision: provision.id, title: `${law.short} ${provision.cite}`, url: provision.source }
}

/** A verdict's provision as findings cite it: one that is not in force yet says from when it will be. */
export function citeVerdict({ law, provision, outcome }: Verdict): Citation {
  const citation = cite(law, provision)
  return outcome === 'upcoming' ? { ...citation, title: `${citation.title} (from ${provision.from})` } : citation
}

/** The citations of a check's page. */
export function citesOf(page: CheckPage, ground: Ground): Citation[] {
  return page.cites.flatMap(({ law: id, provision: number }) => {
    const law = ground.catalog.laws.find((candidate) => candidate.id === id)
    const provision = law?.provisions.find((candidate) => candidate.id === number)
    return law && provision ? [cite(law, provision)] : []
  })
}
