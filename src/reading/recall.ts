import type { Block, Span } from '../notice/notice.ts'
import type { Statement } from './statement.ts'
import type { ReadSentence } from './wording.ts'

/** A statement as its pattern gives it, with its disclosure's place in the catalog; one that only supports stands or falls with the others. */
export type Told = { disclosure: number; statement: Statement; supports: boolean }

/** What was read in a sentence, and all that it depends on besides the sentence's own words: its block's kind, the sentence before, what stands above. */
export type Recalled = {
  kind: Block['kind']
  before: Uint8Array | undefined
  above: readonly Uint8Array[]
  told: readonly Told[]
}

/** How many places of one sentence are kept. */
const most = 4

/** What was read in the same words at the same kind of place before, moved to the sentence; undefined where nothing is known. */
export function recall({ block, before, part }: ReadSentence, above: readonly Uint8Array[]): Told[] | undefined {
  const found = part.recalled?.find(
    (one) => one.kind === block.kind && one.before === before?.present && isSame(one.above, above),
  )
  return found?.told.map((one) => ({ ...one, statement: movedTo(block.id, one.statement) }))
}

/** Keeps what was read in a sentence for the next that has the same words at the same kind of place. */
export function remember(
  { block, before, part }: ReadSentence,
  above: readonly Uint8Array[],
  told: readonly Told[],
): void {
  part.recalled ??= []
  if (part.recalled.length >= most) part.recalled.shift()
  part.recalled.push({ kind: block.kind, before: before?.present, above, told })
}

function isSame(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}

function movedTo(block: number, statement: Statement): Statement {
  const moved = ({ from, to }: Span): Span => ({ block, from, to })
  return {
    ...statement,
    values: statement.values.map((value) => ({ ...value, span: moved(value.span) })),
    span: moved(statement.span),
    sentence: moved(statement.sentence),
  }
}
