import type { Catalog } from '../catalog/types.ts'
import { isPolicy } from '../catalog/generated/is-policy.js'
import { policyErrors } from '../catalog/generated/policy-errors.js'
import { sortFindings, type Finding } from '../finding.ts'
import type { SourceText } from '../source/text.ts'
import { parseYaml, toData, type YamlFile } from '../source/yaml.ts'
import { Fact } from './fact.ts'
import { referenceFindings } from './references.ts'
import { schemaFindings } from './schema-findings.ts'

/** A part of the notice with a heading and a topic; without a body it is composed from its topic's facts. */
export type Section = { id: string; topic: string; heading: Fact; body: Fact; fact: Fact }

/** A policy as an author wrote it, with places. */
export type Policy = {
  source: SourceText
  /** All facts, from the root. */
  root: Fact
  language: string
  /** Jurisdictions addressed; empty when the policy says none. */
  addresses: string[]
  numbering: 'automatic' | 'authored' | 'none'
  /** Undefined: every topic that has facts is composed in the default order. */
  sections: Section[] | undefined
}

/** What loading gives: the policy, unless it breaks the schema, and what is wrong with it. */
export type LoadedPolicy = { policy: Policy | undefined; findings: Finding[] }

/**
 * Reads a policy. A policy that breaks the schema gives findings (rule `policy-schema`) and no policy.
 * @throws InputError when the file is not one YAML document
 */
export function loadPolicy(source: SourceText, catalog: Catalog): LoadedPolicy {
  const yaml = parseYaml(source)
  const data = toData(yaml.root)
  if (!isPolicy(data))
    return { policy: undefined, findings: sortFindings(schemaFindings(yaml, policyErrors(data), catalog)) }
  const policy = policyOf(yaml)
  return { policy, findings: referenceFindings(policy, catalog) }
}

function policyOf(yaml: YamlFile): Policy {
  const { root: node, source } = yaml
  const start = node.kind === 'map' ? (node.pairs[0]?.key.range ?? node.range) : node.range
  const root = new Fact('', { file: source.file, node, parentKey: start })
  const sections = root.get('sections')
  return {
    source,
    root,
    language: root.get('language').string ?? 'en',
    addresses: root
      .get('addresses')
      .items()
      .map((item) => item.string ?? ''),
    numbering: numberingOf(root.get('numbering')),
    sections: sections.known
      ? sections.items().map((fact) => ({
          id: fact.get('id').string ?? '',
          topic: fact.get('topic').string ?? '',
          heading: fact.get('heading'),
          body: fact.get('body'),
          fact,
        }))
      : undefined,
  }
}

/** Here `none` is a way of numbering, no fact that is declared not to exist. */
function numberingOf(fact: Fact): Policy['numbering'] {
  return fact.state === 'none' ? 'none' : fact.string === 'authored' ? 'authored' : 'automatic'
}
