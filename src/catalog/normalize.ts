import { nounForms, verbForms } from './inflect.ts'
import { tokenize } from '../source/words.ts'
import type { Pattern, Step, WordGroup } from './types.ts'

/** A word-group file as written. */
export type RawGroup = {
  verbs?: string[]
  nouns?: string[]
  words?: string[]
  values?: Record<string, string[] | { verbs?: string[]; nouns?: string[]; words?: string[] }>
  groups?: string[]
}

/** A pattern as written in a rule file. */
export type RawPattern = {
  id?: string
  seq?: RawStep[]
  all?: RawStep[]
  gap?: number
  not?: string[]
  heading?: string[]
  with?: string[]
  subject?: Pattern['subject'] | Pattern['subject'][number]
  gives?: Pattern['gives']
  polarity?: Pattern['polarity']
}
export type RawStep =
  | string
  | string[]
  | { any?: string[]; words?: string[]; value?: string | string[]; as?: string; optional?: boolean; start?: boolean }

/** The form in which words are looked up: tokens joined by single spaces. */
export function normalEntry(phrase: string): string {
  return tokenize(phrase)
    .filter((token) => token.word !== '-')
    .map((token) => token.word)
    .join(' ')
}

/** Expands a word group to every form that counts. Groups named in `groups` are joined by the loader. */
export function expandGroup(id: string, raw: RawGroup): WordGroup {
  const entries = new Set<string>(forms(raw))
  const values: Record<string, string> = {}
  for (const [value, list] of Object.entries(raw.values ?? {}))
    for (const entry of forms(Array.isArray(list) ? { words: list } : list)) {
      entries.add(entry)
      values[entry] = value
    }
  return { id, entries: [...entries], ...(raw.values && { values }) }
}

function forms(raw: Pick<RawGroup, 'verbs' | 'nouns' | 'words'>): string[] {
  return [...(raw.verbs ?? []).flatMap(verbForms), ...(raw.nouns ?? []).flatMap(nounForms), ...(raw.words ?? [])].map(
    normalEntry,
  )
}

const defaultGap = 6

/**
 * Turns a pattern as written into the form the reader runs.
 * @param inline called with the words of a `{ words: [...] }` step; gives the id of a group made for them
 */
export function normalPattern(raw: RawPattern, id: string, inline: (words: string[]) => string): Pattern {
  return {
    id: raw.id ?? id,
    steps: (raw.seq ?? raw.all ?? []).map((step) => normalStep(step, inline)),
    gap: raw.gap ?? defaultGap,
    anyOrder: raw.all !== undefined,
    not: raw.not ?? [],
    heading: raw.heading ?? [],
    with: raw.with ?? [],
    subject: raw.subject === undefined ? [] : Array.isArray(raw.subject) ? raw.subject : [raw.subject],
    gives: raw.gives ?? 'stated',
    polarity: raw.polarity ?? 'affirmed',
  }
}

function normalStep(raw: RawStep, inline: (words: string[]) => string): Step {
  if (typeof raw === 'string')
    return raw.endsWith('?') ? { groups: [raw.slice(0, -1)], optional: true } : { groups: [raw] }
  if (Array.isArray(raw)) return { groups: raw }
  const groups = [...(raw.any ?? []), ...(raw.words ? [inline(raw.words)] : [])]
  const values = raw.value === undefined ? [] : Array.isArray(raw.value) ? raw.value : [raw.value]
  return {
    ...(groups.length > 0 && { groups }),
    ...(values.length > 0 && { values }),
    ...(raw.as !== undefined && { as: raw.as }),
    ...(raw.optional && { optional: true }),
    ...(raw.start && { start: true }),
  }
}
