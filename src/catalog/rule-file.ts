import { identityOf, type Finding } from '../finding.ts'
import type { Range } from '../source/range.ts'
import { nodeAt, type YamlFile } from '../source/yaml.ts'

/** A rule file that parsed. */
export type ParsedFile = { path: string; kind: string; id: string; yaml: YamlFile; data: Record<string, unknown> }

/** A finding about a rule file. */
export function broken(file: string, range: Range, message: string): Finding {
  return {
    rule: 'rule-file',
    severity: 'error',
    message,
    remedy: 'Correct the rule file; its JSON Schema in schemas/ describes every key.',
    at: { kind: 'absence', place: { file, range } },
    related: [],
    citations: [],
    identity: identityOf('rule-file', file, message),
  }
}

/** The range of the value at a path of a rule file, or of the nearest key above it. */
export function placeAt(yaml: YamlFile, path: readonly (string | number)[]): Range {
  for (let length = path.length; length > 0; length--) {
    const found = nodeAt(yaml.root, path.slice(0, length))
    if (found) return length === path.length ? found.node.range : (found.key?.range ?? found.node.range)
  }
  return { start: 0, end: 0 }
}
