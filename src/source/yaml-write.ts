import type { Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { yamlPackage } from './lazy-parsers.ts'

/** A YAML document to be written. A comment stands after a value; `before` stands on lines of its own before a key. */
export type WrittenYaml =
  | { scalar: string | number | boolean; comment?: string; block?: true }
  | { map: { key: string; value: WrittenYaml; before?: string; gap?: true }[] }
  | { list: WrittenYaml[] }

/** Characters that a YAML file may not hold as they are. */
const control = /[\0-\x08\x0b-\x1f\x7f]/

/**
 * Writes a YAML document with its comments, in block style. What it writes reads as exactly these values.
 * @param root the document's mapping; a scalar with `block` is written as a block of lines (`|`) if that is possible
 * @param comments `top` and `end` are comments of several lines around the document, without `#`
 */
export function writeYaml(root: WrittenYaml, comments: { top?: string; end?: string } = {}): string {
  const { Document } = yamlPackage()
  const document = new Document(null, { version: '1.2', schema: 'core' })
  document.contents = nodeOf(root)
  if (comments.top !== undefined) document.commentBefore = commented(comments.top)
  if (comments.end !== undefined) document.comment = commented(comments.end)
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1e9, flowCollectionPadding: false })
  // Quotes leave this one control character as it is.
  return text.replaceAll('\x7f', String.raw`\x7f`)
}

function nodeOf(from: WrittenYaml): Scalar | YAMLMap | YAMLSeq {
  const { Pair, Scalar, YAMLMap, YAMLSeq } = yamlPackage()
  if ('list' in from) {
    const list = new YAMLSeq()
    list.items = from.list.map(nodeOf)
    return list
  }
  if ('map' in from) {
    const map = new YAMLMap()
    map.items = from.map.map(({ key, value, before, gap }) => {
      const name = new Scalar(key)
      if (before !== undefined) name.commentBefore = commented(before)
      if (gap) name.spaceBefore = true
      return new Pair(name, nodeOf(value))
    })
    return map
  }
  const { scalar: value, comment, block } = from
  const scalar = new Scalar(value)
  if (comment !== undefined) scalar.comment = commented(comment)
  if (typeof value === 'string' && (control.test(value) || value.trim() === '')) scalar.type = Scalar.QUOTE_DOUBLE
  else if (block) scalar.type = Scalar.BLOCK_LITERAL
  return scalar
}

/** The lines of a comment with a space before each, and nothing in them that could end it. */
function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => ` ${line.replace(/[\0-\x1f\x7f]/g, ' ')}`.trimEnd())
    .join('\n')
}
