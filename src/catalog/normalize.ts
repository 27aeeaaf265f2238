import { nounForms, verbForms } from './inflect.ts'
import { tokenize } from '../source/words.ts'
import type { Pattern, Step, Subject, WordGroup } from './types.ts'

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
  notHeading?: string[]
  after?: string[]
  with?: string[]
  subject?: Subject | Subject[]
  gives?: 'stated' | 'partial' | 'support'
  polarity?: 'affirmed' | 'either' | 'free' | 'denied'
}
export type RawStep =
  | string
  | string[]
  | {
      any?: string[]
      words?: string[]
      value?: string | string[]
      as?: string
      optional?: boolean
      start?: boolean
      own?: boolean
      end?: boolean
      gap?: number
    }

/** The form in which words are looked up: tokens joined by single spaces. Hyphens go, unless one is the whole entry. */
export function normalEntry(phrase: string): string {
  const words = tokenize(phrase).map((token) => token.word)
  return (words.length === 1 ? words : words.filter((word) => word !== '-')).join(' ')
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

/** What turns names into numbers: of groups and value types, and of a group made for the words of one step. */
export type Numbering = { of: (name: string) => number; inline: (words: string[]) => number }

/** Turns a pattern as written into the form the reader runs. */
export function normalPattern(raw: RawPattern, numbering: Numbering): Omit<Pattern, 'id'> {
  const list = (names: string[] | undefined) => (names ?? []).map(numbering.of)
  const [not, within] = [list(raw.not), list(raw.with)]
  const [heading, notHeading, after] = [list(raw.heading), list(raw.notHeading), list(raw.after)]
  const subject = raw.subject === undefined ? [] : Array.isArray(raw.subject) ? raw.subject : [raw.subject]
  return {
    steps: (raw.seq ?? raw.all ?? []).map((step) => normalStep(step, numbering)),
    ...(raw.gap !== undefined && { gap: raw.gap }),
    ...(raw.all && { anyOrder: true as const }),
    ...(not.length > 0 && { not }),
    ...(heading.length > 0 && { heading }),
    ...(notHeading.length > 0 && { notHeading }),
    ...(after.length > 0 && { after }),
    ...(within.length > 0 && { with: within }),
    ...(subject.length > 0 && { subject }),
    ...((raw.gives === 'partial' || raw.gives === 'support') && { gives: raw.gives }),
    ...(raw.polarity !== undefined && raw.polarity !== 'affirmed' && { polarity: raw.polarity }),
  }
}

function normalStep(raw: RawStep, { of, inline }: Numbering): Step {
  if (typeof raw === 'string')
    return raw.endsWith('?') ? { groups: [of(raw.slice(0, -1))], optional: true } : { groups: [of(raw)] }
  if (Array.isArray(raw)) return { groups: raw.map(of) }
  const values = raw.value === undefined ? [] : Array.isArray(raw.value) ? raw.value : [raw.value]
  return {
    groups: [...(raw.any ?? []).map(of), ...(raw.words ? [inline(raw.words)] : []), ...values.map(of)],
    ...(raw.as !== undefined && { as: raw.as }),
    ...(raw.optional && { optional: true as const }),
    ...(raw.start && { start: true as const }),
    ...(raw.own && { own: true as const }),
    ...(raw.end && { end: true as const }),
    ...(raw.gap !== undefined && { gap: raw.gap }),
  }
}
