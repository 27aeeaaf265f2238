import type { CheckPage } from '../../catalog/types.ts'
import type { Finding, Severity } from '../../finding.ts'
import { placeSpan, type Span } from '../../notice/notice.ts'
import { findAll } from '../../reading/read.ts'
import type { Ground } from '../judge.ts'
import { atSpan } from '../make.ts'
import { ownDate, whenWritten } from '../own-date.ts'

/** References to laws, bodies, numbers and names that are out of date at the date of the check, at the exact words: one finding for each reference. */
export function retiredReference(ground: Ground, page: CheckPage): Finding[] {
  const { catalog, notice, reading, context } = ground
  const own = ownDate(ground.statements)
  return catalog.references
    .filter(({ ended }) => ended <= context.asOf)
    .flatMap((reference) => {
      const { id, name, ended, endedBy, replacement, severity, confidence } = reference
      const [first, ...others] = inOrder(findAll(reference, reading).map(({ span }) => span))
      if (!first) return []
      const quote = notice.blocks[first.block]?.text.slice(first.from, first.to) ?? ''
      return [
        atSpan(notice, first, {
          rule: page.id,
          severity: confidence === 'high' ? severity : weaker(severity),
          message: `“${quote}” is out of date: it means ${name}, which ended on ${ended} (${endedBy}).${whenWritten(ended, own)}`,
          remedy: cure(replacement),
          related: others.map((span) => ({ place: placeSpan(notice, span).place, message: 'It stands here too.' })),
          where: id,
        }),
      ]
    })
}

/** What to do: the table says "nothing; …" where nothing has taken the place of what ended. */
function cure(replacement: string): string {
  return replacement.startsWith('nothing')
    ? `Nothing takes its place${replacement.slice('nothing'.length)}.`
    : `Name what counts today: ${replacement}.`
}

/** Places in reading order, each once. */
function inOrder(spans: readonly Span[]): Span[] {
  return [...spans]
    .sort((a, b) => a.block - b.block || a.from - b.from || b.to - a.to)
    .filter((span, at, all) => span.block !== all[at - 1]?.block || span.from !== all[at - 1]?.from)
}

/** What is not certain raises no error. */
function weaker(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity
}
