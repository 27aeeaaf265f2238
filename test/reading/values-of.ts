import { hitsOf } from '../../src/reading/lookup.ts'
import { vocabularyOf } from '../../src/reading/vocabulary.ts'
import { tokenize } from '../../src/source/words.ts'
import { catalog } from '../support.ts'

const vocabulary = vocabularyOf(catalog)

/** The values of one type, or of one word group, in a text: the words they stand in, and what they are worth. */
export function valuesOf(type: string, text: string): [words: string, value: string | undefined][] {
  const tokens = tokenize(text)
  const hits = hitsOf(tokens, vocabulary)
  const group = vocabulary.values.get(type) ?? catalog.lexicon.groups[type]
  return hits.flatMap((here, at) =>
    here
      .filter((hit) => hit.group === group)
      .map(({ length, value }): [string, string | undefined] => [
        text.slice(tokens[at]?.from, tokens[at + length - 1]?.to),
        value,
      ]),
  )
}
