import type { CheckPage } from '../../catalog/types.ts'
import type { Finding } from '../../finding.ts'
import type { Block, Notice } from '../../notice/notice.ts'
import type { ReadSentence } from '../../reading/wording.ts'
import type { Ground } from '../judge.ts'
import { atSpan } from '../make.ts'

const calls = new Set(['section', 'sections', 'clause', 'clauses', 'paragraph', 'paragraphs'])
const ownDocument = new Set(['policy', 'notice', 'statement', 'document', 'agreement', 'terms', 'text', 'page'])
/** Titles of sections, in tokens; what is longer is a sentence. */
const longestTitle = 12
/** No notice has so many sections: a higher number is a law's. */
const highest = 60

type Reference = { number: string; from: number; to: number; title: string }

/** A reference to a numbered section that the notice does not have. */
export function danglingReference({ notice, reading }: Ground, page: CheckPage): Finding[] {
  const labels = labelsOf(notice, reading.sentences)
  return reading.sentences.flatMap((sentence) =>
    referencesIn(sentence).flatMap((reference) => {
      const meant = meantBy(reference, notice)
      const said = faultOf(reference, meant, labels, sentence.block.text.slice(reference.from, reference.to), notice)
      if (!said) return []
      const remedy = meant
        ? `Point to “${meant.text}”${meant.numbered && meant.label !== undefined ? `, which is section ${meant.label}` : ''}.`
        : page.remedy
      const span = { block: sentence.block.id, from: reference.from, to: reference.to }
      return [
        atSpan(notice, span, {
          rule: page.id,
          severity: page.severity,
          message: said,
          remedy,
          where: reference.number,
        }),
      ]
    }),
  )
}

/** What is wrong with a reference: no section has its number, or the section that it names has another. */
function faultOf(
  reference: Reference,
  meant: Block | undefined,
  labels: ReadonlySet<string>,
  quote: string,
  notice: Notice,
): string | undefined {
  if (meant && meant.label !== reference.number) {
    const number = meant.label === undefined ? 'has no number' : `is section ${meant.label}`
    return `“${quote}” points to “${unnumbered(meant.text)}”, but that ${number}.`
  }
  if (labels.has(reference.number)) return undefined
  const last = notice.blocks.findLast((block) => block.kind === 'heading' && block.label !== undefined)
  // In a notice without numbers, "paragraph 1" is a law's or that of a sentence nearby.
  if (!last && /^paragraphs?\s+\S+$/i.test(quote)) return undefined
  const known = last?.label === undefined ? 'no heading has a number' : `the last numbered heading is ${last.label}`
  return `“${quote}” points to a section ${reference.number} that does not exist; ${known}.`
}

function unnumbered(text: string): string {
  return text.replace(/^[\s\d.()]+/u, '')
}

/** References to the notice's own sections; those to a law's sections are left alone. */
function referencesIn(sentence: ReadSentence): Reference[] {
  const { tokens, own } = sentence
  const found: Reference[] = []
  for (let at = own; at < tokens.length - 1; at++) {
    const call = tokens[at]
    const number = tokens[at + 1]
    if (
      !call ||
      !number ||
      !calls.has(call.word) ||
      number.kind !== 'number' ||
      !/^\d{1,2}(\.\d{1,2})*$/.test(number.word)
    )
      continue
    if (Number.parseInt(number.word, 10) > highest) continue
    let end = at + 1
    if (tokens[at + 2]?.word === 'of' || tokens[at + 2]?.word === 'in') {
      const ofOwn = [at + 3, at + 4, at + 5].find((next) => ownDocument.has(tokens[next]?.word ?? ''))
      const determiner = tokens[at + 3]?.word ?? ''
      if (ofOwn === undefined || !['this', 'our', 'the', 'these'].includes(determiner)) continue
      end = ofOwn
    }
    // "the Act, section 5": the law was named before.
    if (
      tokens
        .slice(Math.max(own, at - 4), at)
        .some((token) =>
          ['act', 'law', 'code', 'regulation', 'gdpr', 'ordinance', 'directive', 'article'].includes(token.word),
        )
    )
      continue
    const title = tokens
      .slice(at + 2, at + 9)
      .filter((token) => token.kind === 'word')
      .map((token) => token.word)
      .join(' ')
    found.push({ number: number.word, from: call.from, to: tokens[end]?.to ?? number.to, title })
  }
  return found
}

/** Numbers that readers see: of headings, and of lines that begin with one (headings glued into a paragraph). */
function labelsOf(notice: Notice, sentences: readonly ReadSentence[]): Set<string> {
  const labels = new Set(notice.blocks.flatMap((block) => (block.label === undefined ? [] : [block.label])))
  for (const { tokens, own } of sentences) {
    const [first, second] = tokens.slice(own, own + 2)
    if (first?.kind === 'number') labels.add(first.word.replace(/\.$/, ''))
    // "SECTION 3 - DISCLOSURE": a title that nothing marks.
    else if (calls.has(first?.word ?? '') && second?.kind === 'number' && tokens.length - own <= longestTitle)
      labels.add(second.word)
  }
  return labels
}

/** The heading that a reference names in words: "section 8. Contact Us". */
function meantBy(reference: Reference, notice: Notice): Block | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L} ]+/gu, '')
      .trim()
  return notice.blocks.find(
    (block) =>
      block.kind === 'heading' &&
      block.level !== 1 &&
      plain(block.text) !== '' &&
      reference.title.startsWith(plain(block.text)),
  )
}
