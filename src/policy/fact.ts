import type { Place, Range } from '../source/range.ts'
import type { Mapped } from '../source/offset-map.ts'
import type { YamlNode, YamlScalar } from '../source/yaml.ts'

/** Where a fact stands in the file: its node, the key that names it, and the alias or merge it came through. */
type Origin = { file: string; node?: YamlNode; key?: YamlScalar; via?: Range; parentKey: Range }

/**
 * One structured value of a policy, named by its path. It is a value, a declared `none`, or unknown; asking an unknown
 * fact for its parts gives unknown facts, so that paths can be followed without tests on the way.
 */
export class Fact {
  /** The path: `controller.contact.email`, `recipients.0.country`. */
  readonly path: string
  readonly #origin: Origin

  constructor(path: string, origin: Origin) {
    this.path = path
    this.#origin = origin
  }

  get state(): 'value' | 'none' | 'unknown' {
    const node = this.#origin.node
    if (!node || (node.kind === 'scalar' && node.value === null)) return 'unknown'
    return node.kind === 'scalar' && node.value === 'none' ? 'none' : 'value'
  }

  /** Whether it is a value. */
  get known(): boolean {
    return this.state === 'value'
  }

  get node(): YamlNode | undefined {
    return this.#origin.node
  }

  /** The value's place; for an unknown fact the nearest key above it that is written. */
  get place(): Place {
    const { file, node, parentKey } = this.#origin
    return { file, range: node && this.state !== 'unknown' ? node.range : parentKey }
  }

  /** The key that names it, or the nearest key above that is written. */
  get keyPlace(): Place {
    const { file, key, parentKey } = this.#origin
    return { file, range: key?.range ?? parentKey }
  }

  /** The alias or merge key through which the value came. */
  get use(): Place | undefined {
    const { file, via } = this.#origin
    return via && { file, range: via }
  }

  /** A member of a mapping. */
  get(key: string): Fact {
    const { file, node, via, parentKey } = this.#origin
    const pair = node?.kind === 'map' ? node.get(key) : undefined
    const above = this.#origin.key?.range ?? parentKey
    const path = this.path === '' ? key : `${this.path}.${key}`
    if (!pair) return new Fact(path, { file, parentKey: above })
    const through = pair.via ?? via
    return new Fact(path, { file, node: pair.value, key: pair.key, parentKey: above, ...(through && { via: through }) })
  }

  /** Follows a dotted path; a list's member is named by its index or its id. */
  at(path: string): Fact {
    return path.split('.').reduce<Fact>((fact, key) => fact.#step(key), this)
  }

  #step(key: string): Fact {
    if (this.#origin.node?.kind !== 'seq') return this.get(key)
    const items = this.items()
    const byIndex = /^\d+$/.test(key) ? items[Number(key)] : undefined
    return byIndex ?? items.find((item) => item.get('id').string === key) ?? this.get(key)
  }

  /** The members of a list; none for anything else. */
  items(): Fact[] {
    const { file, node, key, via, parentKey } = this.#origin
    if (node?.kind !== 'seq') return []
    return node.items.map((item, index) => {
      const through = item.via ?? via
      return new Fact(`${this.path}.${index}`, {
        file,
        node: item.value,
        parentKey: key?.range ?? parentKey,
        ...(through && { via: through }),
      })
    })
  }

  /** The keys of a mapping. */
  keys(): YamlScalar[] {
    const node = this.#origin.node
    return node?.kind === 'map' ? node.pairs.map((pair) => pair.key) : []
  }

  /** The value as a string, if it is a string and not `none`. */
  get string(): string | undefined {
    const node = this.#origin.node
    return node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== 'none' ? node.value : undefined
  }

  get number(): number | undefined {
    const node = this.#origin.node
    return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
  }

  get boolean(): boolean | undefined {
    const node = this.#origin.node
    return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined
  }

  /** A scalar's words with their places. */
  get words(): Mapped | undefined {
    const node = this.#origin.node
    return node?.kind === 'scalar' ? node.decode() : undefined
  }
}
