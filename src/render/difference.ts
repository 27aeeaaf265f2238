import { diffWordsWithSpace } from 'diff'

/** A stretch of two texts: the same in both, only in the old, or only in the new. */
export type Change = { kind: 'same' | 'removed' | 'added'; text: string }

/** What changed between two texts, word by word. */
export function wordChanges(before: string, after: string): Change[] {
  return diffWordsWithSpace(before, after).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }))
}

/**
 * The lines in which two texts differ, with the words marked: [-removed-] and {+added+}.
 * @param mark how a changed stretch is shown
 */
export function showDifference(
  before: string,
  after: string,
  mark: (kind: 'removed' | 'added', text: string) => string = plainMark,
): string {
  const marked = wordChanges(before, after)
    .map(({ kind, text }) =>
      kind === 'same'
        ? text
        : text
            .split('\n')
            .map((line) => (line === '' ? '' : mark(kind, line)))
            .join('\n'),
    )
    .join('')
  const lines = marked.split('\n')
  return lines
    .filter((line) => line.includes(mark('removed', '').slice(0, 2)) || line.includes(mark('added', '').slice(0, 2)))
    .join('\n')
}

function plainMark(kind: 'removed' | 'added', text: string): string {
  return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`
}
