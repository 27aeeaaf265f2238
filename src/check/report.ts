import type { Finding } from '../finding.ts'
import type { InputError } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import type { NextChange } from './next-change.ts'

/** What a format needs to know of a rule that spoke. */
export type RuleInfo = {
  id: string
  /** A few words: the rule as a heading. */
  title: string
  /** Why the rule exists, in one or two sentences. */
  why: string
  /** The cure in general. */
  remedy: string
  severity: Finding['severity']
}

/**
 * One checked file. `source` gives lines and columns to the findings' offsets; `next` tells what the next date on which
 * the law changes will change in it.
 */
export type FileReport = { file: string; source: SourceText; findings: Finding[]; next?: NextChange | undefined }

/** The result of a run over files: all that a format may print. */
export type Report = {
  /** clauselint's version. */
  version: string
  /** The date that laws were judged at, ISO 8601. */
  asOf: string
  files: FileReport[]
  /** Files that could not be read or parsed; each makes the command exit 2. */
  errors: { error: InputError; source?: SourceText }[]
  /** Every rule that has a finding in this report, by id. */
  rules: RuleInfo[]
}
