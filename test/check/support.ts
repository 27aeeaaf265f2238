import { judge, type Judgement } from '../../src/check/judge.ts'
import { checkSource } from '../../src/check/run.ts'
import type { Catalog, Provision } from '../../src/catalog/types.ts'
import type { Finding } from '../../src/finding.ts'
import { compose } from '../../src/notice/compose.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf as today, catalog, policyOf } from '../support.ts'

/** The findings of a text as [rule, words at its place, kind of place], in order; of one rule if it is named. */
export function places(text: string, rule?: string, asOf = today): [rule: string, words: string, kind: string][] {
  const { findings, source } = checked(text, asOf)
  return findings
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ rule, at }) => [rule, source.slice(at.place.range), at.kind])
}

/** The findings of one rule in a text: a policy in YAML (it has the line `clauselint: 1`), or a notice in Markdown. */
export function found(text: string, rule: string, asOf = today): Finding[] {
  return checked(text, asOf).findings.filter((finding) => finding.rule === rule)
}

export function checked(text: string, asOf = today): { findings: Finding[]; source: SourceText } {
  const source = new SourceText(/^clauselint: 1$/m.test(text) ? 'test.policy.yaml' : 'test.md', text)
  const { findings } = checkSource(source, asOf, catalog)
  const broken = findings.find(({ rule }) => rule === 'policy-schema')
  if (broken) throw new Error(`the test's policy is broken: ${broken.message}`)
  return { source, findings }
}

/** A policy whose whole notice is one authored section, which addresses the jurisdictions that are named. */
export function policy(
  body: string,
  { addresses = 'EU', facts = '', heading = 'Privacy', topic = 'introduction' } = {},
): string {
  return `clauselint: 1\naddresses: [${addresses}]\n${facts}sections:\n  - id: s\n    topic: ${topic}\n    heading: ${heading}\n    body: |\n${body.replace(/^/gm, '      ')}\n`
}

/** The shipped catalog with one made-up law of Chile in place of its laws. */
export function withLaw(...provisions: Partial<Provision>[]): Catalog {
  return {
    ...catalog,
    laws: [
      {
        id: 'act',
        title: 'The Act',
        short: 'Act',
        jurisdictions: ['CL'],
        provisions: provisions.map((provision, at) => ({
          id: String(at + 1),
          cite: `s. ${at + 1}`,
          level: 'mandatory',
          when: [],
          requires: [],
          concerns: [],
          bounds: {},
          everywhere: false,
          from: '2020-01-01',
          source: 'https://law.example/act',
          confidence: 'high',
          ...provision,
        })),
      },
    ],
  }
}

/** Judges a policy by a catalog. */
export function judgedBy(using: Catalog, yaml: string, asOf = today): Judgement {
  const read = policyOf(yaml)
  return judge(compose(read, using).notice, { asOf, addresses: read.addresses }, using, read)
}
