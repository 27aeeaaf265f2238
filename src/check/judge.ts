import type { Catalog } from '../catalog/types.ts'
import { sortFindings, type Finding } from '../finding.ts'
import { judgeLaws, type Context, type Verdict } from '../law/verdicts.ts'
import type { Notice } from '../notice/notice.ts'
import type { Policy } from '../policy/policy.ts'
import { readNotice, state, type Reading } from '../reading/read.ts'
import type { Statement } from '../reading/statement.ts'
import { statusOf, type DisclosureStatus } from '../reading/status.ts'
import { checks } from './checks.ts'
import { defectFindings } from './defects.ts'
import { disclosureFindings } from './disclosure-findings.ts'
import { contextOf, leadsIn, type Lead } from './infer-laws.ts'
import { liveDefects } from './mechanisms.ts'
import { nextChange, type NextChange } from './next-change.ts'
import { notANotice, notEnglish } from './unread.ts'
import { wordingFindings } from './wording.ts'

/** Everything that is to be known of a notice at a date. */
export type Judgement = {
  statements: Statement[]
  statuses: Map<string, DisclosureStatus>
  verdicts: Verdict[]
  findings: Finding[]
  /** Why the notice was not judged: it is in another language, or no notice. Then nothing is stated and there are no verdicts. */
  unread?: Finding
  /** What was judged. */
  context: Context
  /** Of a published text: the words that led to the laws it is judged under. */
  leads: Lead[]
  /** What the next date on which the law changes will change. */
  next: NextChange | undefined
}

/** What a check sees. */
export type Ground = {
  catalog: Catalog
  notice: Notice
  reading: Reading
  statements: readonly Statement[]
  statuses: ReadonlyMap<string, DisclosureStatus>
  verdicts: readonly Verdict[]
  /** What is judged: the caller's context or, for a text that nobody chose laws for, what its words lead to. */
  context: Context
  /** The words of a text that led to its laws. */
  leads: readonly Lead[]
  /** Why the text was not judged. */
  unread: Finding | undefined
  policy: Policy | undefined
}

/**
 * Judges a notice: its statements, the status of every disclosure, a verdict for every provision, and the findings.
 * Pure and synchronous: the same notice, context and catalog give the same judgement.
 * A published text for which the context names no law is judged under the laws that its own words lead to.
 * @param policy the policy the notice was composed from; a published text has none
 */
export function judge(notice: Notice, given: Context, catalog: Catalog, policy?: Policy): Judgement {
  const reading = readNotice(notice, catalog)
  const foreign = notEnglish({ catalog, notice, reading, policy })
  const statements = foreign ? [] : liveDefects(state(reading, catalog), catalog, given.asOf)
  const statuses = statusOf(catalog, statements)
  const made = [...statuses.values()].filter(({ status }) => status !== 'missing').length
  const unread = foreign ?? notANotice({ catalog, notice, reading, policy }, made)
  const isOpen = !unread && !policy && !given.chosen && given.addresses.length === 0 && given.laws === undefined
  const leads = isOpen ? leadsIn(reading, catalog) : []
  const context = isOpen ? contextOf(given.asOf, leads) : given
  const verdicts = unread ? [] : judgeLaws(catalog, statements, statuses, context, policy?.root)
  const ground: Ground = { catalog, notice, reading, statements, statuses, verdicts, context, leads, unread, policy }
  const findings = [
    ...(unread ? [unread] : disclosureFindings(ground)),
    ...defectFindings(ground),
    ...wordingFindings(ground),
    ...catalog.checks.flatMap((page) => checks[page.id]?.(ground, page) ?? []),
  ]
  const next = unread ? undefined : nextChange(ground)
  return {
    statements,
    statuses,
    verdicts,
    findings: sortFindings(findings),
    context,
    leads,
    next,
    ...(unread && { unread }),
  }
}
