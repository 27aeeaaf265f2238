import { letters } from '../source/letters.ts'

const digits = String.raw`\d{1,3}(?:\.\d{1,3}){0,4}`
/** "Section 4 -", "Article 2:" */
const called = new RegExp(
  String.raw`^(?:Section|SECTION|Article|ARTICLE|Part|PART|Clause|CLAUSE)\s(${digits})(?:\s*[.:)–—-]+\s*|\s+|$)`,
)
/** After a letter a full stop needs a space: "U.S. residents" has no number. */
const numbered = new RegExp(
  String.raw`^\(?(?:(${digits})(?:\)|\.\)?(?=[\s${letters}]|$)|(?=\s))|([A-Za-z]|[ivxIVX]{1,5})(?:\)|\.\)?(?=\s|$)))\s*`,
)

/** A number that an author gave a heading: "13. Contact", "2.1 Data", "(a) Uses", "A. Information". */
export function labelled(text: string): { label?: string } {
  const found = numbered.exec(text) ?? called.exec(text)
  const label = found?.[1] ?? found?.[2]
  return label === undefined ? {} : { label }
}

/** A heading's words without the number that `labelled` finds, and without a colon at their end. */
export function unlabelled(text: string): string {
  return text.replace(numbered.test(text) ? numbered : called, '').replace(/:\s*$/u, '')
}
