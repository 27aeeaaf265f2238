import type { ParsedNode } from 'yaml'
import { yamlPackage } from './lazy-parsers.ts'
import type { Range } from './range.ts'
import { nameOf, type YamlMap, type YamlPair } from './yaml-node.ts'

/** What a merge key brings in, earlier sources first; `via` is the alias that the source stands behind. */
export type Merge = { sources: { map: YamlMap; via?: Range }[] }

/** Whether a key is `<<` as it stands: in quotes or with a tag it is a key like any other. */
export function isMergeKey(key: ParsedNode): boolean {
  return yamlPackage().isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined
}

/**
 * A mapping's pairs with its merges applied: own keys win over merged ones, and earlier merges over later ones.
 * @param index the own pairs by name; the merged ones are added
 */
export function applyMerges(entries: readonly (YamlPair | Merge)[], index: Map<string, YamlPair>): YamlPair[] {
  return entries.flatMap((entry) => {
    if (!('sources' in entry)) return [entry]
    const merged: YamlPair[] = []
    for (const { map, via } of entry.sources)
      for (const pair of map.pairs) {
        const name = nameOf(pair.key)
        if (index.has(name)) continue
        const taken = via ? { key: pair.key, value: pair.value, via } : pair
        index.set(name, taken)
        merged.push(taken)
      }
    return merged
  })
}
