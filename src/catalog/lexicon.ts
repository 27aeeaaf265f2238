import type { Lexicon, WordGroup } from './types.ts'

/** Packs word groups for lookup by first word; see `Lexicon`. */
export function packLexicon(groups: readonly WordGroup[]): Lexicon {
  const lines = new Map<string, string[]>()
  for (const [number, group] of groups.entries())
    for (const entry of group.entries) {
      const space = entry.indexOf(' ')
      const first = space < 0 ? entry : entry.slice(0, space)
      const rest = space < 0 ? '' : entry.slice(space + 1)
      const line = [number, rest, group.values?.[entry] ?? ''].join('\t').replace(/\t+$/, '')
      const known = lines.get(first)
      if (known) known.push(line)
      else lines.set(first, [line])
    }
  return {
    groups: groups.map((group) => group.id),
    entries: Object.fromEntries([...lines].map(([first, all]) => [first, all.join('\n')])),
  }
}

/** A word or phrase of a group: the words after its first, the hit it gives. Shared by every text that has it. */
export type Entry = { rest: readonly string[]; group: number; value: string | undefined }

/** Unpacks the entries that begin with a word. */
export function unpackEntries(packed: string): Entry[] {
  return packed.split('\n').map((line) => {
    const [number = '', rest = '', value] = line.split('\t')
    return {
      group: Number(number),
      rest: rest === '' ? none : rest.split(' '),
      value: value === '' ? undefined : value,
    }
  })
}

const none: readonly string[] = []
