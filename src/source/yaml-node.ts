import type { CST } from 'yaml'
import { type Mapped, OffsetMap } from './offset-map.ts'
import type { Range } from './range.ts'
import { decodeScalar } from './yaml-scalar.ts'

/** A single value. */
export type YamlScalar = {
  kind: 'scalar'
  value: string | number | boolean | null
  /** The scalar as written, quotes included; a block scalar from its indicator to the end of its words. */
  range: Range
  /** The scalar's text with the place of each character. For numbers, booleans and null the text as written. */
  decode(): Mapped
}

/**
 * A key with its value. `via` is set when the value stands behind an alias (the range of `*alias`) or the pair came
 * in by a merge key (the range of the alias that was merged, also where the merged value is an alias itself).
 */
export type YamlPair = { key: YamlScalar; value: YamlNode; via?: Range }

/** A mapping. Merged pairs stand where the merge key stands; those that the map itself has are left out. */
export type YamlMap = { kind: 'map'; range: Range; pairs: readonly YamlPair[]; get(key: string): YamlPair | undefined }

/** A value in a list, with the range of the alias that it stands behind. */
export type YamlItem = { value: YamlNode; via?: Range }

/** A list. */
type YamlSeq = { kind: 'seq'; range: Range; items: readonly YamlItem[] }

/** A value with its place. An anchored value is one object, however many aliases refer to it. */
export type YamlNode = YamlScalar | YamlMap | YamlSeq

/** A key's name: its text; a key that is no string is named as it is written (`1.0`, `null`). */
export function nameOf(key: YamlScalar): string {
  return typeof key.value === 'string' ? key.value : key.decode().text
}

/** A scalar that is decoded when it is first asked for. */
export class WrittenScalar implements YamlScalar {
  readonly kind = 'scalar'
  readonly value: string | number | boolean | null
  readonly range: Range
  readonly #token: CST.FlowScalar | CST.BlockScalar | undefined
  #decoded: Mapped | undefined

  /** @param token undefined where nothing is written (`key:`); `range` is then empty */
  constructor(value: YamlScalar['value'], range: Range, token: CST.FlowScalar | CST.BlockScalar | undefined) {
    this.value = value
    this.range = range
    this.#token = token
  }

  /** A scalar that is text whatever its words are, as it stands in quotes or in a block. */
  static text(range: Range, token: CST.FlowScalar | CST.BlockScalar): WrittenScalar {
    const decoded = decodeScalar(token)
    const made = new WrittenScalar(decoded.text, range, token)
    made.#decoded = decoded
    return made
  }

  decode(): Mapped {
    this.#decoded ??= this.#token
      ? decodeScalar(this.#token)
      : { text: '', map: OffsetMap.identity(this.range.start, 0) }
    return this.#decoded
  }
}

/** A mapping over an index of its pairs. */
export class IndexedMap implements YamlMap {
  readonly kind = 'map'
  readonly range: Range
  readonly pairs: readonly YamlPair[]
  readonly #index: ReadonlyMap<string, YamlPair>

  constructor(range: Range, pairs: readonly YamlPair[], index: ReadonlyMap<string, YamlPair>) {
    this.range = range
    this.pairs = pairs
    this.#index = index
  }

  get(key: string): YamlPair | undefined {
    return this.#index.get(key)
  }
}
