import type { WordGroup } from './types.ts'

/** A phrase of a group: the words after its first, and the hit it gives. */
export type Phrase = { rest: readonly string[]; group: number; value: string | undefined }

/** A single word of a group. */
export type Single = { group: number; value: string | undefined }

/**
 * Packs word groups for lookup by first word. Words that begin with the same two characters share one string, so that
 * thousands of words load as some hundred strings. In it each word is a form feed, the word, a carriage return, then a
 * line of the groups that the word alone belongs to, then a line for each phrase: its other words, group, value.
 * @param offset the number of the first group
 */
export function packLexicon(groups: readonly WordGroup[], offset: number): Record<string, string> {
  const singles = new Map<string, string[]>()
  const phrases = new Map<string, string[]>()
  for (const [number, group] of groups.entries())
    for (const entry of group.entries) {
      const space = entry.indexOf(' ')
      const first = space < 0 ? entry : entry.slice(0, space)
      // A word may be one that every object knows: "constructor".
      const value = group.values && Object.hasOwn(group.values, entry) ? group.values[entry] : undefined
      const hit = `${number + offset}\t${value ?? ''}`
      if (space < 0) push(singles, first, hit)
      else push(phrases, first, `${entry.slice(space + 1)}\t${hit}`)
    }
  const chunks = new Map<string, string[]>()
  for (const first of [...new Set([...singles.keys(), ...phrases.keys()])].sort()) {
    // Sorted by code unit, so that the phrases with one second word stand together: tab and space come before letters.
    const packed = `${(singles.get(first) ?? []).join('\v')}\n${(phrases.get(first) ?? []).sort().join('\n')}\n`
    push(chunks, first.slice(0, chunkKey), `\f${first}\r${packed}`)
  }
  return Object.fromEntries([...chunks].map(([key, words]) => [key, words.join('')]))
}

const chunkKey = 2

/** What a word begins, packed; undefined for a word that no group knows. */
export function packedWord(entries: Readonly<Record<string, string>>, word: string): string | undefined {
  const key = word.slice(0, chunkKey)
  const chunk = Object.hasOwn(entries, key) ? (entries[key] as string) : ''
  const at = chunk.indexOf(`\f${word}\r`)
  if (at < 0) return undefined
  const end = chunk.indexOf('\f', at + 1)
  return chunk.slice(at + word.length + 2, end < 0 ? undefined : end)
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The groups that a word belongs to by itself. */
export function unpackSingles(packed: string): Single[] {
  const line = packed.slice(0, packed.indexOf('\n'))
  return line === '' ? [] : line.split('\v').map(hitOf)
}

/** The phrases that go on with a second word, longest first. */
export function unpackPhrases(packed: string, second: string): Phrase[] {
  const alone = packed.indexOf(`\n${second}\t`)
  let at = alone >= 0 ? alone : packed.indexOf(`\n${second} `)
  const phrases: Phrase[] = []
  while (at >= 0) {
    const end = packed.indexOf('\n', at + 1)
    if (end < 0 || !packed.startsWith(second, at + 1)) break
    const after = packed.charCodeAt(at + 1 + second.length)
    if (after !== 9 && after !== 32) break
    const tab = packed.indexOf('\t', at)
    phrases.push({ rest: packed.slice(at + 1, tab).split(' '), ...hitOf(packed.slice(tab + 1, end)) })
    at = end
  }
  return phrases.sort((a, b) => b.rest.length - a.rest.length)
}

function hitOf(packed: string): Single {
  const tab = packed.indexOf('\t')
  const value = packed.slice(tab + 1)
  return { group: Number(packed.slice(0, tab)), value: value === '' ? undefined : value }
}
