import type { CST } from 'yaml'
import type { Mapped } from './offset-map.ts'
import { writeBlock } from './yaml-scalar-block.ts'
import { writeDouble, writeUnfolded } from './yaml-scalar-flow.ts'
import { ScalarWriter } from './yaml-scalar-writer.ts'

/**
 * Decodes a scalar of any of YAML's five styles as the `yaml` package does, and says for each character where it
 * stands in the file. A folded line break stands for the break itself; of several, for the breaks after the first.
 * @param token a scalar in which the parser found no error
 */
export function decodeScalar(token: CST.FlowScalar | CST.BlockScalar): Mapped {
  const writer = new ScalarWriter(token)
  if (token.type === 'block-scalar') writeBlock(writer, token)
  else if (token.type === 'double-quoted-scalar') writeDouble(writer)
  else if (token.type === 'single-quoted-scalar') writeUnfolded(writer, 1, token.source.length - 1, true)
  else writeUnfolded(writer, 0, token.source.length, false)
  return { text: writer.text, map: writer.map() }
}
