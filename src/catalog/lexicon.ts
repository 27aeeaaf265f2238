import type { Lexicon, WordGroup } from './types.ts'

/** A group that a word or phrase belongs to, and the value it stands for there. */
export type Entry = { group: number; value: string | undefined }

/** A phrase: the numbers of the words after its first two, and its group. */
export type Phrase = Entry & { rest: readonly number[] }

/** A word that is in no group has this number. */
export const unknownWord = -1

type Words = { singles: Entry[]; phrases: Map<number, Phrase[]> }

/**
 * Packs word groups as numbers, which load quickly however many words there are: each word has a number, and its part
 * of the table says which groups the word alone belongs to and which phrases go on with which second word.
 * A part is: how many groups, then (group, meaning) for each; how many second words, then (word, place of its phrases)
 * for each in rising order. Phrases are: how many, then for each, the longest first, how many words follow the second,
 * those words, (group, meaning). A meaning is the place of the value in `meanings`, or -1.
 * @param offset the number of the first group
 */
export function packLexicon(
  groups: readonly WordGroup[],
  offset: number,
): Pick<Lexicon, 'words' | 'starts' | 'slots' | 'places' | 'table' | 'meanings'> {
  const entries = groups.flatMap(({ entries, values }, at) =>
    entries.map((entry) => ({
      words: entry.split(' '),
      group: at + offset,
      // A word may be one that every object knows: "constructor".
      value: values && Object.hasOwn(values, entry) ? values[entry] : undefined,
    })),
  )
  const words = [...new Set(entries.flatMap((entry) => entry.words))].sort()
  const numbers = new Map(words.map((word, number) => [word, number]))
  const parts = words.map((): Words => ({ singles: [], phrases: new Map() }))
  for (const { words, group, value } of entries) {
    const [first, second, ...rest] = words.map((word) => numbers.get(word) as number) as [number, ...number[]]
    const { singles, phrases } = parts[first] as Words
    if (second === undefined) singles.push({ group, value })
    else phrases.set(second, [...(phrases.get(second) ?? []), { rest, group, value }])
  }
  const meanings = [...new Set(entries.flatMap(({ value }) => value ?? []))].sort()
  return {
    words: words.join(' '),
    ...slotsOf(words),
    ...tableOf(parts, new Map(meanings.map((value, at) => [value, at]))),
    meanings,
  }
}

function tableOf(
  parts: readonly Words[],
  meanings: ReadonlyMap<string, number>,
): { places: number[]; table: number[] } {
  const table: number[] = []
  const put = ({ group, value }: Entry) => table.push(group, value === undefined ? -1 : (meanings.get(value) ?? -1))
  const places = parts.map(({ singles, phrases }) => {
    const seconds = [...phrases].sort(([a], [b]) => a - b)
    const lists = seconds.map(([, list]) => {
      const place = table.length
      table.push(list.length)
      for (const phrase of [...list].sort(byLength)) {
        table.push(phrase.rest.length, ...phrase.rest)
        put(phrase)
      }
      return place
    })
    const place = table.length
    table.push(singles.length)
    for (const single of [...singles].sort((a, b) => a.group - b.group)) put(single)
    table.push(seconds.length)
    for (const [at, [second]] of seconds.entries()) table.push(second, lists[at] as number)
    return place
  })
  return { places, table }
}

/** Longest first; among phrases of one length any order that does not depend on that of the files. */
function byLength(a: Phrase, b: Phrase): number {
  if (a.rest.length !== b.rest.length) return b.rest.length - a.rest.length
  const differs = a.rest.findIndex((word, at) => word !== b.rest[at])
  return differs < 0 ? a.group - b.group : (a.rest[differs] as number) - (b.rest[differs] as number)
}

/** The number of a word; `unknownWord` for one that no group has. Open addressing: from the slot of its hash on. */
export function wordNumber({ words, starts, slots }: Lexicon, word: string): number {
  const last = slots.length - 1
  for (let slot = hashOf(word) & last; ; slot = (slot + 1) & last) {
    const number = (slots[slot] as number) - 1
    if (number < 0) return unknownWord
    const start = starts[number] as number
    if (starts[number + 1] === start + word.length + 1 && words.startsWith(word, start)) return number
  }
}

function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return hash ^ (hash >>> 15)
}

/** Where each word starts in all words joined by one blank, and one more place behind the last; which slot leads to which word. */
function slotsOf(words: readonly string[]): Pick<Lexicon, 'starts' | 'slots'> {
  const starts = [0]
  let size = 1
  while (size <= 2 * words.length) size *= 2
  const slots = Array.from({ length: size }, () => 0)
  for (const [number, word] of words.entries()) {
    starts.push((starts[number] as number) + word.length + 1)
    let slot = hashOf(word) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = number + 1
  }
  return { starts, slots }
}

/** The groups that a word belongs to by itself. */
export function singlesOf({ places, table, meanings }: Lexicon, word: number): Entry[] {
  const place = places[word] as number
  const count = table[place] as number
  const singles: Entry[] = []
  for (let at = place + 1; singles.length < count; at += 2) singles.push(entryAt(table, at, meanings))
  return singles
}

/** Where the phrases that begin with two words are in the table; -1 when there are none. Searches by halves. */
export function placeOfPhrases({ places, table }: Lexicon, first: number, second: number): number {
  const place = places[first] as number
  const start = place + 1 + 2 * (table[place] as number)
  let low = 0
  let high = (table[start] as number) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = table[start + 1 + 2 * middle] as number
    if (found === second) return table[start + 2 + 2 * middle] as number
    if (found < second) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The phrases at a place of the table, longest first. */
export function phrasesAt({ table, meanings }: Lexicon, place: number): Phrase[] {
  const count = table[place] as number
  const phrases: Phrase[] = []
  for (let at = place + 1; phrases.length < count;) {
    const end = at + 1 + (table[at] as number)
    phrases.push({ rest: Array.from(table.slice(at + 1, end)), ...entryAt(table, end, meanings) })
    at = end + 2
  }
  return phrases
}

/** Every word and phrase as it is spelt, with its group: what the table holds, for tests and the bench. */
export function* spelt(lexicon: Lexicon): Generator<{ text: string; group: number }> {
  const { places, table } = lexicon
  const words = lexicon.words.split(' ')
  for (const [number, word] of words.entries()) {
    for (const { group } of singlesOf(lexicon, number)) yield { text: word, group }
    const place = places[number] as number
    const seconds = place + 1 + 2 * (table[place] as number)
    const end = seconds + 1 + 2 * (table[seconds] as number)
    for (let at = seconds + 1; at < end; at += 2)
      for (const { rest, group } of phrasesAt(lexicon, table[at + 1] as number))
        yield { text: [number, table[at] as number, ...rest].map((one) => words[one]).join(' '), group }
  }
}

function entryAt(table: Lexicon['table'], at: number, meanings: readonly string[]): Entry {
  return { group: table[at] as number, value: meanings[table[at + 1] as number] }
}
