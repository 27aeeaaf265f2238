import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml'
import { InputError, type Range } from './range.ts'
import type { SourceText } from './text.ts'
import { AliasBudget } from './yaml-alias.ts'
import { IndexedMap, nameOf, WrittenScalar, type YamlItem, type YamlMap, type YamlNode, type YamlPair } from './yaml-node.ts'

type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/** What a merge key brings in, earlier sources first. */
type Merge = { sources: { map: YamlMap; via?: Range }[] }

/**
 * Turns a composed document into nodes with places: aliases resolved to shared nodes, merge keys applied.
 * @throws InputError for a key that is no scalar or stands twice, and for an alias or merge that cannot be followed
 */
export function buildTree(source: SourceText, contents: ParsedNode): YamlNode {
  return new Builder(source).item(contents, 0).value
}

class Builder {
  readonly #source: SourceText
  /** Anchors in the order they begin; `node` is unset while the anchored value is being built. */
  readonly #anchors = new Map<string, { node?: YamlNode }>()
  readonly #budget: AliasBudget

  constructor(source: SourceText) {
    this.#source = source
    this.#budget = new AliasBudget(source)
  }

  /** @param depth how many collections enclose the node */
  item(node: ParsedNode, depth: number): YamlItem {
    if (isAlias(node)) return this.#alias(node as Alias.Parsed, depth)
    const anchor: { node?: YamlNode } = {}
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, anchor)
    const value = isScalar(node) ? this.#scalar(node) : this.#collection(node, depth)
    anchor.node = value
    return { value }
  }

  #alias(alias: Alias.Parsed, depth: number): YamlItem {
    const via = rangeOf(alias)
    const anchor = this.#anchors.get(alias.source)
    if (!anchor)
      this.#fail(via, `The alias "*${alias.source}" refers to nothing: no "&${alias.source}" stands before it.`, {
        remedy: `Put "&${alias.source}" before the value that is meant, or put this value in quotes if it is text.`,
      })
    if (!anchor.node)
      this.#fail(via, `The alias "*${alias.source}" stands inside the value it refers to, which would never end.`, {
        remedy: 'Write the value out here.',
      })
    this.#budget.spend(anchor.node, depth, via)
    return { value: anchor.node, via }
  }

  #scalar(node: Scalar.Parsed): WrittenScalar {
    const token = node.srcToken
    const range = token?.type === 'block-scalar' ? blockRange(node.range[0], node.range[1], this.#source.text) : rangeOf(node)
    return new WrittenScalar(node.value as WrittenScalar['value'], range, token)
  }

  #collection(node: ParsedNode, depth: number): YamlNode {
    if (depth >= AliasBudget.maximumDepth) throw AliasBudget.tooDeep(this.#source, rangeOf(node).start)
    if (isMap(node)) return this.#map(node as YAMLMap.Parsed, depth)
    const items = (isSeq(node) ? (node.items as ParsedNode[]) : []).map((item) => this.item(item, depth + 1))
    const last = items.at(-1)
    return { kind: 'seq', range: this.#span(node, last && endOf(last)), items }
  }

  #map(node: YAMLMap.Parsed, depth: number): YamlMap {
    const entries: (YamlPair | Merge)[] = []
    const index = new Map<string, YamlPair>()
    let end: number | undefined
    let mergeKey: Range | undefined
    for (const pair of node.items as ParsedPair[]) {
      const key = this.#key(pair.key)
      const item = pair.value ? this.item(pair.value, depth + 1) : { value: new WrittenScalar(null, atEnd(key.range), undefined) }
      end = endOf(item)
      if (isMergeKey(pair.key)) {
        if (mergeKey) this.#twice('<<', key.range, mergeKey, 'Merge several with one key: "<<: [*one, *two]".')
        mergeKey = key.range
        entries.push({ sources: this.#mergeSources(item) })
        continue
      }
      const name = nameOf(key)
      const first = index.get(name)
      if (first) this.#twice(name, key.range, first.key.range, 'Remove one of the two, or rename it.')
      const own: YamlPair = { key, ...item }
      index.set(name, own)
      entries.push(own)
    }
    return new IndexedMap(this.#span(node, end), mergeKey ? applyMerges(entries, index) : (entries as YamlPair[]), index)
  }

  #key(node: ParsedNode): WrittenScalar {
    if (isScalar(node)) {
      const { value: key } = this.item(node, 0)
      if (key instanceof WrittenScalar && (key.range.end > key.range.start)) return key
      this.#fail(rangeOf(node), 'There is no key before this ":".', {
        remedy: 'Write "key: value"; put the value in quotes if the ":" belongs to a text.',
      })
    }
    const { start, end } = rangeOf(node)
    // `{{ name }}` outside quotes is a mapping whose key is a mapping.
    const braces = this.#source.text.startsWith('{{', start - 1)
    this.#fail({ start: braces ? start - 1 : start, end: braces ? end + 1 : end }, this.#keyFault(node, braces), {
      remedy: braces ? 'Put the text in quotes, or write it below its key after "|".' : 'Write the key as text; put it in quotes if need be.',
    })
  }

  #keyFault(node: ParsedNode, braces: boolean): string {
    if (braces) return 'A text that begins with "{{" needs quotes: YAML reads a brace as the beginning of a mapping.'
    return `${isAlias(node) ? 'An alias' : isMap(node) ? 'A mapping' : 'A list'} cannot be a key.`
  }

  #mergeSources({ value, via }: YamlItem): Merge['sources'] {
    const items = value.kind === 'seq' ? value.items : [{ value }]
    return items.map((item) => {
      const range = via ?? item.via
      if (item.value.kind !== 'map')
        this.#fail(range ?? item.value.range, 'The key "<<" takes over the keys of a mapping, and this is none.', {
          remedy: 'Give it an alias of a mapping ("<<: *name") or a list of such aliases.',
        })
      if (!range) this.#budget.spend(item.value, 0, item.value.range)
      return { map: item.value, ...(range && { via: range }) }
    })
  }

  #twice(name: string, range: Range, first: Range, remedy: string): never {
    const line = this.#source.position(first.start).line
    this.#fail(range, `The key "${name}" stands twice in one mapping; it stands first in line ${line}.`, { remedy })
  }

  /** The range of a collection: as bracketed, or from its first to the end of its last word. */
  #span(node: ParsedNode, end: number | undefined): Range {
    const range = rangeOf(node)
    return (node as { flow?: boolean }).flow || end === undefined ? range : { start: range.start, end }
  }

  #fail(range: Range, message: string, { remedy }: { remedy: string }): never {
    throw new InputError(message, { file: this.#source.file, remedy, range })
  }
}

/** Own keys win over merged ones, and earlier merges over later ones. Adds the merged pairs to the index. */
function applyMerges(entries: readonly (YamlPair | Merge)[], index: Map<string, YamlPair>): YamlPair[] {
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

function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined
}

function rangeOf(node: ParsedNode): Range {
  return { start: node.range[0], end: node.range[1] }
}

function atEnd(range: Range): Range {
  return { start: range.end, end: range.end }
}

function endOf(item: YamlItem): number {
  return (item.via ?? item.value.range).end
}

/** From the indicator to the end of the last line that holds a word; the indicator alone if none does. */
function blockRange(start: number, end: number, text: string): Range {
  const headerEnd = text.slice(start, end).search(/[ \r\n]|$/) + start
  let last = end
  while (last > headerEnd && ' \r\n'.includes(text[last - 1] as string)) last--
  while (last > headerEnd && text[last] === ' ' && last < end) last++
  return { start, end: last }
}
