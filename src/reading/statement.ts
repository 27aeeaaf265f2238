import type { Span } from '../notice/notice.ts'

/** A value that a sentence states: the fact path it belongs to, the value as a fact would hold it, and its words. */
export type StatedValue = { path: string; value: string; span: Span }

/** A disclosure made or denied at one place: the only meaning there is. */
export type Statement = {
  disclosure: string
  polarity: 'affirmed' | 'denied'
  strength: 'stated' | 'partial'
  values: StatedValue[]
  /** The words that make it. */
  span: Span
  /** The sentence they stand in. */
  sentence: Span
  /** The id of the pattern that read it. */
  by: string
}
