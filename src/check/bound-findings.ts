import type { Finding, Severity } from '../finding.ts'
import type { Breach } from '../law/bounds.ts'
import { extentOf } from '../law/period.ts'
import { outcomesSoon, type Verdict } from '../law/verdicts.ts'
import { durationWords } from '../notice/words.ts'
import type { Ground } from './judge.ts'
import { atSpan, citeVerdict } from './make.ts'

type Broken = { breach: Breach; by: Verdict; verdicts: Verdict[] }

/** Stated values that a law does not allow: one finding for each value, against the strictest of the bounds it breaks. */
export function boundFindings(ground: Ground): Finding[] {
  const found = new Map<string, Broken>()
  const soon = outcomesSoon(ground.context.asOf)
  for (const verdict of ground.verdicts) {
    if (soon(verdict) !== 'violated') continue
    for (const breach of verdict.breaches) {
      const { path, span } = breach.value
      const key = `${path} ${span.block} ${span.from} ${breach.breaks}`
      const known = found.get(key)
      if (!known) found.set(key, { breach, by: verdict, verdicts: [verdict] })
      else {
        known.verdicts.push(verdict)
        if (isStricter(breach, known.breach)) Object.assign(known, { breach, by: verdict })
      }
    }
  }
  return [...found.values()].map((broken) => boundFinding(broken, ground))
}

function boundFinding({ breach, by, verdicts }: Broken, { notice }: Ground): Finding {
  const { value, statement } = breach
  const quote = notice.blocks[value.span.block]?.text.slice(value.span.from, value.span.to) ?? ''
  const law = `${by.law.short} ${by.provision.cite}`
  const explain = `\`clauselint explain ${by.law.id}/${by.provision.id}\` tells what it asks.`
  const words = limitWords(breach)
  return atSpan(notice, value.span, {
    rule: statement.disclosure,
    severity: severityOf(verdicts),
    message:
      words === undefined
        ? `“${quote}” is not what ${law} allows.${fromWords(by)}`
        : `“${quote}” is ${breach.breaks === 'max' ? 'more' : 'less'} than ${law} allows: ${breach.breaks === 'max' ? 'at most' : 'at least'} ${words}.${fromWords(by)}`,
    remedy: words === undefined ? `Change what the notice promises; ${explain}` : `Keep to ${words}, and say so.`,
    citations: verdicts.map(citeVerdict),
    where: value.path,
  })
}

function fromWords({ outcome, provision }: Verdict): string {
  return outcome === 'upcoming' ? ` It binds from ${provision.from}.` : ''
}

/** The gravest of what each provision makes of it. */
function severityOf(verdicts: readonly Verdict[]): Severity {
  const each = verdicts.map(({ provision: { level, confidence }, outcome }) =>
    level === 'guidance' || confidence === 'low'
      ? 'info'
      : confidence === 'medium' || outcome === 'upcoming'
        ? 'warning'
        : 'error',
  )
  return each.includes('error') ? 'error' : each.includes('warning') ? 'warning' : 'info'
}

/** The limit in words; undefined where it is no amount. */
function limitWords({ bound, breaks }: Breach): string | undefined {
  const limit = breaks === 'max' ? bound.max : breaks === 'min' ? bound.min : undefined
  if (typeof limit !== 'string') return limit === undefined ? undefined : String(limit)
  const words = durationWords(limit)
  return bound.days === 'working' ? words.replace(/days?$/, (days) => `working ${days}`) : words
}

function isStricter(a: Breach, b: Breach): boolean {
  const amount = ({ bound, breaks }: Breach) => {
    const limit = breaks === 'max' ? bound.max : bound.min
    return typeof limit === 'string' ? (extentOf(limit)?.most ?? 0) : (limit ?? 0)
  }
  return a.breaks === 'max' ? amount(a) < amount(b) : amount(a) > amount(b)
}
