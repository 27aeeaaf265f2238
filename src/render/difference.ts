import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of two texts: the same in both, only in the old, or only in the new. */
export type Change = { kind: 'same' | 'removed' | 'added'; text: string }

/** Stretches that differ by more words than this are shown whole: nobody reads such a difference word by word. */
const mostEdits = 400

/** What changed between two texts: by line first, then word by word where lines took each other's place. */
export function wordChanges(before: string, after: string): Change[] {
  const changes: Change[] = []
  let removed = ''
  const settle = (added: string): void => {
    if (removed !== '' || added !== '') changes.push(...within(removed, added))
    removed = ''
  }
  for (const part of diffLines(before, after)) {
    if (part.removed) removed += part.value
    else if (part.added) settle(part.value)
    else {
      settle('')
      changes.push({ kind: 'same', text: part.value })
    }
  }
  settle('')
  return changes
}

function within(removed: string, added: string): Change[] {
  const words =
    removed === '' || added === '' ? undefined : diffWordsWithSpace(removed, added, { maxEditLength: mostEdits })
  if (words)
    return words.map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }))
  return [
    ...(removed === '' ? [] : [{ kind: 'removed' as const, text: removed }]),
    ...(added === '' ? [] : [{ kind: 'added' as const, text: added }]),
  ]
}

/**
 * The lines in which two texts differ, with the words marked: [-removed-] and {+added+}. A difference in line breaks
 * alone is marked at the break.
 */
export function showDifference(before: string, after: string): string {
  const lines: { text: string; differs: boolean }[] = [{ text: '', differs: false }]
  for (const { kind, text } of wordChanges(before, after))
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) {
        if (kind !== 'same') mark(lines.at(-1), kind, '\\n')
        lines.push({ text: '', differs: false })
      }
      const line = lines.at(-1)
      if (piece !== '' && kind !== 'same') mark(line, kind, piece)
      else if (line) line.text += piece
    }
  return lines
    .filter((line) => line.differs)
    .map((line) => line.text)
    .join('\n')
}

function mark(line: { text: string; differs: boolean } | undefined, kind: 'removed' | 'added', words: string): void {
  if (!line) return
  // The break at the end of a whole line says nothing that its words do not say.
  if (words === '\\n' && line.differs) return
  line.text += kind === 'removed' ? `[-${words}-]` : `{+${words}+}`
  line.differs = true
}
