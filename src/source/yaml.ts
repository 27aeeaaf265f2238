import type { Range } from './range.ts'
import type { SourceText } from './text.ts'
import { buildTree } from './yaml-build.ts'
import { nameOf, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node.ts'
import { composeText } from './yaml-compose.ts'
import { readPlainYaml } from './yaml-plain.ts'

export type { YamlNode, YamlScalar } from './yaml-node.ts'

/** A YAML file with the place of every value. */
export type YamlFile = { source: SourceText; root: YamlNode; comments?: never }

/**
 * Reads one YAML document (YAML 1.2, core schema: dates stay text) with the place of every key and value.
 * Aliases and merge keys are followed; places stay where the words are written.
 * @throws InputError, exactly one, with its range, for all that is not one document of plain keys and values
 */
export function parseYaml(source: SourceText): YamlFile {
  return { source, root: readPlainYaml(source) ?? buildTree(source, composeText(source)) }
}

/** The plain value, for validation. A value that several aliases refer to is one object. */
export function toData(node: YamlNode): unknown {
  const made = new Map<YamlNode, unknown>()
  const make = (from: YamlNode): unknown => {
    if (from.kind === 'scalar') return from.value
    const known = made.get(from)
    if (known !== undefined) return known
    const data = from.kind === 'seq' ? from.items.map((item) => make(item.value)) : {}
    made.set(from, data)
    if (from.kind === 'map')
      for (const { key, value } of from.pairs) {
        const name = nameOf(key)
        // Plain assignment would set the prototype.
        if (name === '__proto__')
          Object.defineProperty(data, name, {
            value: make(value),
            enumerable: true,
            configurable: true,
            writable: true,
          })
        else (data as Record<string, unknown>)[name] = make(value)
      }
    return data
  }
  return make(node)
}

/**
 * The node at a path of keys and indexes (an index may also be given as digits, as JSON pointers have it).
 * @returns the node, its key if its parent is a mapping, and `via`: the last alias or merge passed on the way
 */
export function nodeAt(
  root: YamlNode,
  path: readonly (string | number)[],
): { node: YamlNode; key?: YamlScalar; via?: Range } | undefined {
  let node = root
  let key: YamlScalar | undefined
  let via: Range | undefined
  for (const step of path) {
    if (node.kind === 'scalar') return undefined
    const found = node.kind === 'map' ? node.get(String(step)) : node.items[indexOf(step)]
    if (!found) return undefined
    key = node.kind === 'map' ? (found as YamlPair).key : undefined
    via = found.via ?? via
    node = found.value
  }
  return { node, ...(key && { key }), ...(via && { via }) }
}

function indexOf(step: string | number): number {
  return typeof step === 'number' || /^\d+$/.test(step) ? Number(step) : -1
}
