import type { Alias, CST, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml'
import { yamlPackage } from './lazy-parsers.ts'
import { InputError, type Range } from './range.ts'
import type { SourceText } from './text.ts'
import { AliasBudget } from './yaml-alias.ts'
import { keyError } from './yaml-fault.ts'
import { quoted } from './yaml-fault-words.ts'
import { applyMerges, isMergeKey, type Merge } from './yaml-merge.ts'
import {
  IndexedMap,
  nameOf,
  WrittenScalar,
  type YamlItem,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from './yaml-node.ts'
import { bodyOffset } from './yaml-scalar-writer.ts'

type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/**
 * Turns a composed document into nodes with places: aliases resolved to shared nodes, merge keys applied.
 * @throws InputError for a key that is no scalar or stands twice, and for an alias or merge that cannot be followed
 */
export function buildTree(source: SourceText, contents: ParsedNode): YamlNode {
  return new Builder(source).item(contents, 0).value
}

class Builder {
  readonly #yaml = yamlPackage()
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
    if (this.#yaml.isAlias(node)) return this.#alias(node, depth)
    const anchor: { node?: YamlNode } = {}
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, anchor)
    const value = this.#yaml.isScalar(node) ? this.#scalar(node) : this.#collection(node, depth)
    anchor.node = value
    return { value }
  }

  #alias(alias: Alias.Parsed, depth: number): YamlItem {
    const via = rangeOf(alias)
    const name = quoted(`*${alias.source}`)
    const anchorName = quoted(`&${alias.source}`)
    const anchor = this.#anchors.get(alias.source)
    if (!anchor)
      this.#fail(
        via,
        `The alias ${name} refers to nothing: no ${anchorName} stands before it.`,
        `Put ${anchorName} before the value that is meant, or put this value in quotes if it is text.`,
      )
    if (!anchor.node)
      this.#fail(
        via,
        `The alias ${name} stands inside the value it refers to, which would never end.`,
        'Write out what is meant.',
      )
    this.#budget.spend(anchor.node, depth, via)
    return { value: anchor.node, via }
  }

  #scalar(node: Scalar.Parsed): WrittenScalar {
    const token = node.srcToken
    const range = token?.type === 'block-scalar' ? rangeOfBlock(token) : rangeOf(node)
    return new WrittenScalar(node.value as WrittenScalar['value'], range, token)
  }

  #collection(node: ParsedNode, depth: number): YamlNode {
    if (depth >= AliasBudget.maximumDepth) throw AliasBudget.tooDeep(this.#source, rangeOf(node).start)
    if (this.#yaml.isMap(node)) return this.#map(node, depth)
    const items = (this.#yaml.isSeq(node) ? node.items : []).map((item) => this.item(item, depth + 1))
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
      const item = pair.value
        ? this.item(pair.value, depth + 1)
        : { value: new WrittenScalar(null, atEnd(key.range), undefined) }
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
    return new IndexedMap(
      this.#span(node, end),
      mergeKey ? applyMerges(entries, index) : (entries as YamlPair[]),
      index,
    )
  }

  #key(node: ParsedNode): WrittenScalar {
    if (this.#yaml.isScalar(node)) {
      const { value: key } = this.item(node, 0)
      if (key instanceof WrittenScalar && key.range.end > key.range.start) return key
      this.#fail(
        rangeOf(node),
        'There is no key before this ":".',
        'Write "key: value"; put the value in quotes if the ":" belongs to a text.',
      )
    }
    throw keyError(
      this.#source,
      this.#yaml.isAlias(node) ? 'alias' : this.#yaml.isMap(node) ? 'map' : 'seq',
      rangeOf(node),
    )
  }

  #mergeSources({ value, via }: YamlItem): Merge['sources'] {
    const items = value.kind === 'seq' ? value.items : [{ value }]
    return items.map((item) => {
      const range = via ?? item.via
      if (item.value.kind !== 'map')
        this.#fail(
          range ?? item.value.range,
          'The key "<<" takes over the keys of a mapping, and this is none.',
          'Give it an alias of a mapping ("<<: *name") or a list of such aliases.',
        )
      if (!range) this.#budget.spend(item.value, 0, item.value.range)
      return { map: item.value, ...(range && { via: range }) }
    })
  }

  #twice(name: string, range: Range, first: Range, remedy: string): never {
    const line = this.#source.position(first.start).line
    this.#fail(range, `The key ${quoted(name)} stands twice in one mapping; it stands first in line ${line}.`, remedy)
  }

  /** The range of a collection: as bracketed, or from its first to the end of its last word. */
  #span(node: ParsedNode, end: number | undefined): Range {
    const range = rangeOf(node)
    return (node as { flow?: boolean }).flow || end === undefined ? range : { start: range.start, end }
  }

  #fail(range: Range, message: string, remedy: string): never {
    throw new InputError(message, { file: this.#source.file, remedy, range })
  }
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
function rangeOfBlock(token: CST.BlockScalar): Range {
  const [header] = token.props
  const lines = token.source
  let end = lines.length
  while (end > 0 && ' \r\n'.includes(lines.charAt(end - 1))) end--
  if (end === 0)
    return { start: token.offset, end: token.offset + (header && 'source' in header ? header.source.length : 1) }
  while (lines[end] === ' ') end++
  return { start: token.offset, end: bodyOffset(token) + end }
}
