import type { Lexicon, WordGroup } from './types.ts'

/** A phrase of a group: the words after its first, and the hit it gives. */
export type Phrase = { rest: readonly string[]; group: number; value: string | undefined }

/** A single word of a group. */
export type Single = { group: number; value: string | undefined }

/** Packs word groups for lookup by first word; see `Lexicon`. */
export function packLexicon(groups: readonly WordGroup[]): Lexicon {
  const singles = new Map<string, string[]>()
  const phrases = new Map<string, string[]>()
  for (const [number, group] of groups.entries())
    for (const entry of group.entries) {
      const space = entry.indexOf(' ')
      const first = space < 0 ? entry : entry.slice(0, space)
      const hit = `${number}\t${group.values?.[entry] ?? ''}`
      if (space < 0) push(singles, first, hit)
      else push(phrases, first, `${entry.slice(space + 1)}\t${hit}`)
    }
  const firsts = [...new Set([...singles.keys(), ...phrases.keys()])].sort()
  // Sorted by code unit, so that the phrases with one second word stand together: tab and space come before letters.
  const packed = (first: string) =>
    `${(singles.get(first) ?? []).join('\v')}\n${(phrases.get(first) ?? []).sort().join('\n')}\n`
  return {
    groups: groups.map((group) => group.id),
    entries: Object.fromEntries(firsts.map((first) => [first, packed(first)])),
  }
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
