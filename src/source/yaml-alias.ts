import { InputError, type Range } from './range.ts'
import type { SourceText } from './text.ts'
import type { YamlNode } from './yaml-node.ts'

/** How many values a node stands for with its aliases followed, and how deep it nests. */
type Extent = { size: number; height: number }

const maximumExpansion = 100_000

/** Keeps aliases from standing for more than a reader could ever walk. Nothing is expanded to find out. */
export class AliasBudget {
  /** How many collections may stand in one another. */
  static readonly maximumDepth = 200
  readonly #source: SourceText
  readonly #extents = new Map<YamlNode, Extent>()
  #spent = 0

  constructor(source: SourceText) {
    this.#source = source
  }

  /**
   * Accounts for one use of a node.
   * @param depth how many collections enclose the use
   * @param use the range of the alias or merge
   * @throws InputError when the uses so far stand for too many values, or this one nests too deep
   */
  spend(node: YamlNode, depth: number, use: Range): void {
    const { size, height } = this.#extent(node)
    this.#spent += size
    if (this.#spent > maximumExpansion)
      throw new InputError('Up to here the aliases in this file stand for more than 100,000 values.', {
        file: this.#source.file,
        remedy: 'Write out what is meant; refer to fewer or smaller values.',
        range: use,
      })
    if (depth + height > AliasBudget.maximumDepth) throw AliasBudget.tooDeep(this.#source, use.start)
  }

  /** The error for a value that stands too deep, at the offset where it begins. */
  static tooDeep(source: SourceText, start: number): InputError {
    return new InputError(`Lists and mappings stand more than ${AliasBudget.maximumDepth} deep in one another here.`, {
      file: source.file,
      remedy: 'Put the value in quotes if it is text; otherwise nest it less.',
      range: { start, end: start + 1 },
    })
  }

  #extent(node: YamlNode): Extent {
    if (node.kind === 'scalar') return { size: 1, height: 0 }
    const known = this.#extents.get(node)
    if (known) return known
    let size = 1
    let height = 0
    for (const { value } of node.kind === 'map' ? node.pairs : node.items) {
      const extent = this.#extent(value)
      size += extent.size
      height = Math.max(height, extent.height)
    }
    const extent = { size, height: height + 1 }
    this.#extents.set(node, extent)
    return extent
  }
}
