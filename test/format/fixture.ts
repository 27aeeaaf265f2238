import type { FileReport, Report, RuleInfo } from '../../src/check/report.ts'
import type { At, Finding } from '../../src/finding.ts'
import type { Range } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'

/** The range of the first occurrence of some words; zero-width before them with `before`. */
export function rangeOf(text: string, words: string, width: 'whole' | 'before' = 'whole'): Range {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`The fixture's text has no "${words}".`)
  return { start, end: width === 'before' ? start : start + words.length }
}

/** A finding at some words of a text; everything else has a default. */
export function findingAt(source: SourceText, words: string, fields: Partial<Finding> = {}): Finding {
  const at: At = { kind: 'words', place: { file: source.file, range: rangeOf(source.text, words) }, quote: words }
  return {
    rule: 'contact-promised-not-given',
    severity: 'warning',
    message: 'The section promises means of contact and gives none.',
    remedy: 'Give an email.',
    at,
    related: [],
    citations: [],
    identity: 'id-1',
    ...fields,
  }
}

/** A checked file: its text, and findings made from it. */
export function fileReport(
  file: string,
  text: string,
  findings: (source: SourceText) => Finding[] = () => [],
): FileReport {
  const source = new SourceText(file, text)
  return { file, source, findings: findings(source) }
}

/** What the report says of a rule. */
export function ruleInfo(id: string, fields: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id,
    title: `Title of ${id}`,
    why: `Why ${id} exists.`,
    remedy: `Cure of ${id}.`,
    severity: 'warning',
    ...fields,
  }
}

/** A report over files, with a rule for every rule that speaks in them. */
export function reportOf(files: FileReport[], fields: Partial<Report> = {}): Report {
  const ids = new Set(files.flatMap((file) => file.findings.map((finding) => finding.rule)))
  return {
    version: '1.2.3',
    asOf: '2026-11-01',
    files,
    errors: [],
    rules: [...ids].map((id) => ruleInfo(id)),
    ...fields,
  }
}

/** Text that tries to break out of every format. */
export const hostileTexts = [
  '::error::planted',
  '  ::set-output name=x::planted',
  '\n::error file=a,line=1::planted',
  '\r\n::error::planted',
  'x##[error]planted',
  '##[set-output name=x;]planted',
  '%0A::error::planted%25',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link',
  '\u009b31mred',
  ']]><script>alert(1)</script>',
  '| a | `b` | [c](javascript:alert(1)) ![d](https://evil.example/e.png)',
  '[here](1) and {0} and {{ controller.name }}',
  'https://evil.example/a_b)|<c>`d`[e](f)?g=\\h WWW.evil.example a@evil.example',
  'turned \u202eround\u2066\u2069\u200f',
  'hidden\u200b\u2060\ufeff\u00ad\u{e0041}',
  'emoji 👩‍💻 ❤️ 🇪🇺 e\u0301',
  'nothing\u0000here',
  'half \ud83d pair \udc00',
  'file:a,b=c;d',
  '\u2028::error::planted\u0085::error::planted',
  '# heading\n- item\n> quote\n```\ncode',
  '',
]
