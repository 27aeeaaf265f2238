import type { Severity } from '../finding.ts'
import type { PatternTable } from './pattern-table.ts'

/** A named set of words and phrases that patterns share. Entries are lower case, tokens joined by one space. */
export type WordGroup = {
  id: string
  entries: string[]
  /** Where an entry stands for a value (the legal basis `contract`), the value per entry. */
  values?: Record<string, string>
}

/**
 * One step of a pattern: the numbers of word groups and value types (see `Lexicon`), any of which may stand here.
 * `as` names the fact path that a found value belongs to; `optional` steps may be missing; `start` opens the sentence or
 * table cell, `end` closes it; `own` stands in a list item's own words, not in the stem that introduces it; `gap` is how many tokens may
 * stand before it, where the pattern's own does not fit (steps in order only).
 */
export type Step = {
  groups: number[]
  as?: string
  optional?: true
  start?: true
  end?: true
  own?: true
  gap?: number
}

/** Who acts in a sentence: we, you, another party, or nobody named. */
export type Subject = 'we' | 'you' | 'other' | 'none'

/** How many tokens may stand between two steps of a pattern that says nothing else. */
export const defaultGap = 6

/**
 * A sequence of word groups that makes a statement. Linear to match whatever the input; there are no regular
 * expressions. What is left out has its plain meaning, so that the many patterns load quickly.
 */
export type Pattern = {
  id: string
  steps: Step[]
  /** How many tokens may stand between two steps. */
  gap?: number
  /** The steps may come in any order. */
  anyOrder?: true
  /** Groups that must not occur in the sentence. */
  not?: number[]
  /** Groups of which one must occur in what stands above: a heading, a caption, the header row of a table. */
  heading?: number[]
  /** Groups that must not occur there. */
  notHeading?: number[]
  /** Groups of which one must occur in the sentence before. */
  after?: number[]
  /** Groups of which one must occur somewhere in the sentence (its stem included). */
  with?: number[]
  /** Who may be the acting subject; left out: anybody. */
  subject?: Subject[]
  /**
   * Left out: a match states the disclosure fully. `support`: it says something of it that is evidence only beside words
   * that make the disclosure, and nothing alone.
   */
  gives?: 'partial' | 'support'
  /**
   * Left out: a negated match is none. `either`: it is a denial. `free`: negation is not looked at. `denied`: nor is it,
   * since the words are a denial by themselves ("data stay in Chile").
   */
  polarity?: 'either' | 'free' | 'denied'
}

/** One thing a notice can say. */
export type Disclosure = {
  id: string
  title: string
  topic: string
  /** What counts as stating it. */
  asks: string
  why: string
  /** Fact paths whose composed clauses state it; `rights.granted[access]` is one member of a list of codes. */
  facts: string[]
  /** Whether a denial ("we do not transfer data") states it too. */
  denialStates: boolean
  /** The presence of this disclosure is the fault (reliance on a retired mechanism). */
  defect: boolean
  remedy: string
  /** The places of its patterns in the catalog's table. */
  patterns: number[]
}

/** An alternative list: one of them is enough. */
export type Requirement = string[]

/** What a stated value may be. Durations are ISO 8601; ages are years; truth values are `true` and `false`. */
export type Bound = {
  max?: string | number
  min?: string | number
  /** The days of `max` and `min` leave weekends out. */
  days?: 'working'
  /** Values allowed whatever the rest says. */
  allow?: string[]
  /** The only values allowed. */
  only?: (string | boolean)[]
  /** Values not allowed. */
  never?: (string | boolean)[]
}

export type Provision = {
  id: string
  /** As people cite it: Art. 13(1)(a). */
  cite: string
  level: 'mandatory' | 'conditional' | 'duty' | 'guidance'
  /** Conditions, all of which must hold. */
  when: string[]
  /** Which of the law's jurisdictions it binds in; left out: all. */
  jurisdictions?: string[]
  requires: Requirement[]
  concerns: string[]
  bounds: Record<string, Bound>
  /** A duty that every notice is reminded of, whatever it addresses. */
  everywhere: boolean
  from: string
  until?: string
  source: string
  confidence: 'high' | 'medium' | 'low'
}

export type Law = {
  id: string
  title: string
  short: string
  jurisdictions: string[]
  /** Whether every notice is reminded of one of its provisions, whatever it addresses. */
  everywhere?: true
  /** The command parses them when the law is first judged. */
  provisions: Provision[]
}

/** One test of a condition. Facts decide; where they are unknown, statements do. */
export type Condition = {
  id: string
  title: string
  /** Fact tests: one that holds is enough; else one that holds is enough, else the first that is known decides. */
  facts: {
    path: string
    /** The values for which the condition holds; left out: any value. */
    is?: (string | number | boolean)[]
    /** The values for which it does not hold. */
    isNot?: (string | number | boolean)[]
  }[]
  /** Disclosures that, affirmed, make it hold and, denied, make it not hold; `stated`: half a statement does not count. */
  statements: { disclosure: string; stated?: boolean; value?: { path: string; is: string[] } }[]
  /** What to declare when nothing says whether it holds. */
  declare: string
}

export type WordingRule = {
  id: string
  title: string
  why: string
  severity: Severity
  message: string
  remedy: string
  /** It is judged only where one of these laws is; left out: everywhere. */
  laws?: string[]
  /** The places of its patterns in the catalog's table. */
  patterns: number[]
}

export type CheckPage = {
  id: string
  title: string
  why: string
  severity: Severity
  remedy: string
  /** The places of its patterns in the catalog's table. */
  patterns: number[]
  cites: { law: string; provision: string }[]
}

/** A transfer mechanism with its dates (ISO 8601). `usableUntil` is the day that ended it: of the ruling, or of the end of use. */
export type Mechanism = {
  id: string
  name: string
  names: string[]
  kind: 'adequacy' | 'safeguard' | 'derogation'
  from: string[]
  validFrom: string
  usableUntil?: string
  /** Whose adequacy decisions it means, where it means any of them. */
  decisions?: AdequacyDecision['by']
  endedBy?: string
  replacement?: string
  source: string
  checked: string
  confidence: 'high' | 'medium' | 'low'
}

/** A language by its frequent small words, or by its letters (ranges of code points, `from-to` in hexadecimal). */
export type Language = { id: string; name: string; words?: string[]; letters?: string[] }

/** Words in the ids and classes of a web page's elements that mark what surrounds its text. */
export type Chrome = { consent: { vendors: string[]; about: string[]; boxes: string[] }; parts: string[] }
/** A reference that is out of date: a law, body, number or name. `ended` (ISO 8601) is the day from which it is. */
export type Reference = {
  id: string
  name: string
  ended: string
  endedBy: string
  replacement: string
  severity: Severity
  confidence: 'high' | 'medium' | 'low'
  /** The places of its patterns in the catalog's table. */
  patterns: number[]
}

/** Who found which countries adequate, from when, and until which day, the last one included (ISO 8601). */
export type AdequacyDecision = {
  id: string
  by: 'EU' | 'UK' | 'CH'
  countries: string[]
  from: string
  until?: string
}

/** The part of a rule file that only its page and its tests need: kept apart so that a check does not load it. */
export type RulePage = {
  /** Of a disclosure: texts in Markdown that must read so. */
  stated: string[]
  partial: string[]
  missing: string[]
  /** Of a wording rule or check: texts (Markdown, or a policy in YAML) that must fire at the quoted words, or be silent. */
  fires: { text: string; quote: string }[]
  silent: string[]
  limits: string[]
}

/** Rule pages by rule id. */
export type Pages = Record<string, RulePage>

/** The part of a provision that only its page and its tests need. Examples are Markdown, or policies in YAML. */
export type ProvisionPage = {
  /** What it asks, as the end of "… asks that the notice". */
  asks: string
  note?: string
  /** The day it was checked against its source, ISO 8601. */
  checked: string
  /** Entries of the catalogues of requirements that it represents. */
  catalogue: string[]
  examples: { satisfied: string[]; violated: string[]; silent: string[]; notApplicable: string[] }
}

/** The part of a law that only its page, inference from texts and tests need. */
export type LawPage = {
  /** Phrases by which notices name it. */
  names: string[]
  source: string
  checked: string
  confidence: Provision['confidence']
  note?: string
  provisions: Record<string, ProvisionPage>
}

/** Law pages by law id. */
export type LawPages = Record<string, LawPage>

/** A list of integers; the command holds it as bytes. */
export type Numbers = readonly number[] | Int32Array

/**
 * Every word and phrase of every group, packed as numbers for a quick start; see src/catalog/lexicon.ts.
 * `groups` numbers the groups that have a name; value types come before them; `size` counts both.
 * `words` are all words, each with its number by its order, and `starts` says where each starts; `slots` leads from a word's
 * hash to its number (plus one; 0: none). `places` says where in `table` the part of each word begins.
 */
export type Lexicon = {
  groups: Record<string, number>
  values: Record<string, number>
  size: number
  words: string
  starts: Numbers
  slots: Numbers
  places: Numbers
  table: Numbers
  meanings: string[]
}

/** What the policy schema says of a fact. */
export type FactInfo = {
  description: string
  /** The sentence that `none` composes. */
  none?: string
  /** The schema's name for the form of its values: date, duration, country, mechanism … */
  form?: string
  /** Whether it is text or a number, so that prose can interpolate it. */
  scalar?: true
}

/** Everything in rules/, checked against itself and against the policy schema. */
export type Catalog = {
  lexicon: Lexicon
  patterns: PatternTable
  disclosures: Disclosure[]
  laws: Law[]
  conditions: Condition[]
  wording: WordingRule[]
  checks: CheckPage[]
  mechanisms: Mechanism[]
  /** English first. */
  languages: Language[]
  chrome: Chrome
  references: Reference[]
  adequacy: AdequacyDecision[]
  /** Fact paths of the policy schema; a list's members are written `recipients.*.country`. */
  facts: Record<string, FactInfo>
  topics: string[]
  /** Country names by ISO 3166-1 code, as they are written in a notice. */
  countries: Record<string, string>
}
