import type { CheckPage } from '../catalog/types.ts'
import { patternsOf } from '../catalog/pattern-table.ts'
import type { Finding } from '../finding.ts'
import { foreignLanguage } from '../reading/language.ts'
import type { Reading } from '../reading/read.ts'
import { startOf } from './absence.ts'
import type { Ground } from './judge.ts'
import { atAbsence, atFact, atSpan } from './make.ts'

/** What a finding on a whole text is made from, before anything in it is judged. */
type Text = Pick<Ground, 'catalog' | 'notice' | 'reading' | 'policy'>

/** A finding that says that a notice is in a language which is not read: declared by its policy, or seen from its words. */
export function notEnglish(text: Text): Finding | undefined {
  const { catalog, notice, policy } = text
  const page = pageOf('not-english', text)
  if (!page) return undefined
  const said = { rule: page.id, severity: page.severity, remedy: page.remedy }
  const message = (name: string) =>
    `The notice is in ${name}; clauselint reads English only, so nothing is judged that it says.`
  const code = notice.language.split('-')[0] ?? ''
  if (policy && code !== 'en') {
    const name = catalog.languages.find(({ id }) => id === code)?.name ?? `another language (${notice.language})`
    return atFact(policy.root.get('language'), { ...said, message: message(name) })
  }
  const language = foreignLanguage(text.reading.sentences, catalog)
  const first = language && firstProse(text.reading)
  return first && atSpan(notice, first.span, { ...said, message: message(language.name) })
}

/** A sentence that is no heading, if there is one: a title may be in another language than the text. */
function firstProse({ sentences }: Reading): Reading['sentences'][number] | undefined {
  return sentences.find(({ block, tokens }) => block.kind !== 'heading' && tokens.length > 3) ?? sentences[0]
}

/** Statements by chance, and words of which one sentence must speak of privacy, in a text that is no notice. */
const chance = { disclosures: 2, words: 500 }
/** Shorter texts say too little to tell, and those that say something are believed up to the second number of words. */
const fewest = { words: 20, saying: 100 }

/** A finding that says that a published text is no privacy notice, or holds no words. */
export function notANotice(text: Text, made: number): Finding | undefined {
  const page = pageOf('not-a-notice', text)
  if (text.policy || made > chance.disclosures || !page) return undefined
  const { sentences } = text.reading
  const said = { rule: page.id, severity: page.severity, remedy: page.remedy }
  const place = startOf(text)
  if (sentences.length === 0)
    return atAbsence(place, { ...said, message: 'The file holds no words that people could read.' })
  // In headings, too, where patterns state nothing.
  const groups = patternsOf(text.catalog.patterns, page).flatMap(({ steps }) => steps.flatMap((step) => step.groups))
  const speaks = sentences.filter(({ present }) => groups.some((group) => (present[group] ?? 0) > 0)).length
  const words = sentences.reduce((sum, { tokens, own }) => sum + tokens.length - own, 0)
  if (words < (made > 0 ? fewest.saying : fewest.words)) return undefined
  if (speaks > 0 && speaks * chance.words >= words) return undefined
  const message = `Hardly anything here is about privacy: ${count(speaks, 'sentence')} of ${sentences.length}. This seems to be no privacy notice, so nothing is called missing.`
  return atAbsence(place, { ...said, message })
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}

function pageOf(id: string, { catalog }: Text): CheckPage | undefined {
  return catalog.checks.find((page) => page.id === id)
}
