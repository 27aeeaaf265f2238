import { describe, expect, test } from 'vitest'
import type { Law, Provision, ProvisionPage } from '../../src/catalog/types.ts'
import { lawPages } from '../../src/catalog/generated/pages.js'
import { judgeLaws, type Outcome } from '../../src/law/verdicts.ts'
import { compose } from '../../src/notice/compose.ts'
import { statusOf } from '../../src/reading/status.ts'
import { asOf, catalog, markdownNotice, policyOf, statementsOf } from '../support.ts'

/** A day on which a provision is in force: today, or else its first or last day. */
function dayOf({ from, until }: Provision): string {
  if (from > asOf) return from
  return until !== undefined && until < asOf ? until : asOf
}

/** What a provision alone comes to for a text: a policy in YAML, or a notice in Markdown. */
function outcomeOf(law: Law, provision: Provision, text: string): Outcome | undefined {
  const policy = /^clauselint: 1$/m.test(text) ? policyOf(text) : undefined
  const statements = statementsOf(policy ? compose(policy, catalog).notice : markdownNotice(text))
  const [verdict] = judgeLaws(
    { ...catalog, laws: [{ ...law, provisions: [provision] }] },
    statements,
    statusOf(catalog, statements),
    { asOf: dayOf(provision), addresses: [], laws: [law.id] },
    policy?.root,
  )
  return verdict?.outcome
}

const outcomes: Record<keyof ProvisionPage['examples'], Outcome> = {
  satisfied: 'satisfied',
  violated: 'violated',
  silent: 'undetermined',
  notApplicable: 'not-applicable',
}

/** The examples in law files are their proof: each is judged under its provision alone. */
describe.each(catalog.laws.map((law) => [law.id, law] as const))('the law %s', (id, law) => {
  const provisions = law.provisions.map((provision) => {
    const { examples } = lawPages()[id]?.provisions[provision.id] as ProvisionPage
    return { provision, examples }
  })

  test.each(provisions.map((one) => [one.provision.id, one] as const))(
    '%s has an example that meets it, and one that breaks it or, of a duty without bounds, is silent',
    (_number, { provision, examples }) => {
      expect(examples.satisfied.length).toBeGreaterThan(0)
      const breakable = provision.requires.length > 0 || Object.keys(provision.bounds).length > 0
      expect((breakable ? examples.violated : examples.silent).length).toBeGreaterThan(0)
    },
  )

  const cases = provisions.flatMap(({ provision, examples }) =>
    (Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap((kind) =>
      examples[kind].map((text) => ({ number: provision.id, outcome: outcomes[kind], text, provision })),
    ),
  )
  test.each(cases)('$number is $outcome: $text', ({ provision, outcome, text }) => {
    expect(outcomeOf(law, provision, text)).toBe(outcome)
  })
})
