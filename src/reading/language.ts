import type { Catalog, Language } from '../catalog/types.ts'
import type { ReadSentence } from './wording.ts'

/** Words that are looked at first; most texts are known to be English by then. */
const sample = 400
/** Words that are looked at where the first leave it open. */
const most = 20_000
/** Fewer words are in no language that one could be sure of. */
const fewest = 12
const fewestHits = 5
/** Shares of a text that a language's words or letters have. */
const share = { english: 0.15, words: 0.12, letters: 0.15, above: 1.5 }

/**
 * The language of a text, where it is clearly another than English.
 * @param sentences the text; only its beginning is looked at where that is English
 */
export function foreignLanguage(sentences: readonly ReadSentence[], { languages }: Catalog): Language | undefined {
  const [english, ...others] = languages
  if (!english) return undefined
  const usual = new Set(english.words)
  const start = wordsOf(sentences, sample)
  if (shareOf(start, usual) >= share.english) return undefined
  const words = wordsOf(sentences, most)
  const lettered = byLetters(words, others)
  if (lettered) return lettered
  if (words.length < fewest) return undefined
  const floor = Math.max(share.words, shareOf(words, usual) * share.above, fewestHits / words.length)
  let best: { language: Language; share: number } | undefined
  for (const language of others) {
    const found = { language, share: shareOf(words, new Set(language.words)) }
    if (found.share >= floor && found.share > (best?.share ?? 0)) best = found
  }
  return best?.language
}

function wordsOf(sentences: readonly ReadSentence[], limit: number): string[] {
  const words: string[] = []
  for (const { tokens, own } of sentences) {
    for (let at = own; at < tokens.length; at++) {
      const token = tokens[at]
      if (token?.kind === 'word') words.push(token.word)
    }
    if (words.length >= limit) break
  }
  return words
}

function shareOf(words: readonly string[], usual: ReadonlySet<string>): number {
  let hits = 0
  for (const word of words) if (usual.has(word)) hits++
  return words.length === 0 ? 0 : hits / words.length
}

/** The first language, in the order of the data, whose own letters are a good part of the text's. */
function byLetters(words: readonly string[], languages: readonly Language[]): Language | undefined {
  const text = words.join('').slice(0, most)
  if (text.length < fewest) return undefined
  return languages.find(({ letters }) => {
    if (!letters) return false
    const ranges = letters.map((range) => range.split('-').map((code) => Number.parseInt(code, 16)))
    let hits = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (ranges.some(([from = 0, to = 0]) => code >= from && code <= to)) hits++
    }
    return hits / text.length >= share.letters
  })
}
