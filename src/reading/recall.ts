import type { Block, Span } from '../notice/notice.ts'
import type { Presence } from './presence.ts'
import type { Statement } from './statement.ts'
import type { ReadSentence } from './wording.ts'

/** A statement as its pattern gives it, with its disclosure's place in the catalog; one that only supports stands or falls with the others. */
export type Told = { disclosure: number; statement: Statement; supports: boolean }

/**
 * What was read in a sentence, and all that it depends on besides the sentence's own words: its block's kind, and what
 * the sentence before and those above have (see `Presence.key`).
 */
export type Recalled = {
  kind: Block['kind']
  before: string | undefined
  above: readonly string[]
  told: readonly Told[]
}

/** How many places of one sentence are kept. */
const most = 4

/** What was read in the same words at the same kind of place before, moved to the sentence; undefined where nothing is known. */
export function recall({ block, before, part }: ReadSentence, above: readonly Presence[]): readonly Told[] | undefined {
  const all = part.recalled ?? []
  const key = before?.part.presence.key
  for (let index = 0; index < all.length; index++) {
    const { kind, before, above: keys, told } = all[index] as Recalled
    if (kind !== block.kind || before !== key || !isSame(keys, above)) continue
    // Policies of one company say the same things in the same order: then the block is the same too.
    return told.length === 0 || told[0]?.statement.span.block === block.id
      ? told
      : told.map((one) => ({ ...one, statement: movedTo(block.id, one.statement) }))
  }
  return undefined
}

/** Keeps what was read in a sentence for the next that has the same words at the same kind of place. */
export function remember(
  { block, before, part }: ReadSentence,
  above: readonly Presence[],
  told: readonly Told[],
): void {
  part.recalled ??= []
  if (part.recalled.length >= most) part.recalled.shift()
  part.recalled.push({ kind: block.kind, before: before?.part.presence.key, above: above.map(({ key }) => key), told })
}

function isSame(keys: readonly string[], above: readonly Presence[]): boolean {
  if (keys.length !== above.length) return false
  for (let at = 0; at < keys.length; at++) if (keys[at] !== above[at]?.key) return false
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
