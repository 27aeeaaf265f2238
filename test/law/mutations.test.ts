import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { judge } from '../../src/check/judge.ts'
import { compose } from '../../src/notice/compose.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf, catalog } from '../support.ts'
import { mutations } from './mutate.ts'

// What each fact of the model policy does for each verdict, read by a person.
// UPDATE_CASES=1 npx vitest run test/law/mutations.test.ts rewrites the table; read the diff.
const table = new URL('mutations.txt', import.meta.url)
const model = parse(readFileSync(new URL('../../policies/model.policy.yaml', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>

/** The verdicts of a policy by law and provision; undefined where it breaks the schema. */
function verdictsOf(policy: Record<string, unknown>): Map<string, string> | undefined {
  const { policy: read } = loadPolicy(new SourceText('model.policy.yaml', stringify(policy)), catalog)
  if (!read) return undefined
  const { notice } = compose(read, catalog)
  const { verdicts } = judge(notice, { asOf, addresses: read.addresses }, catalog, read)
  return new Map(
    verdicts.map(({ law, provision, outcome, then }) => [
      `${law.id} ${provision.id}`,
      then ? `${outcome}, then ${then}` : outcome,
    ]),
  )
}

const before = verdictsOf(model) ?? new Map<string, string>()

/** The verdicts that change, by what they change from and to: at least one line. */
function changes(policy: Record<string, unknown>): string[] {
  const after = verdictsOf(policy)
  if (!after) return ['the schema refuses it']
  const byChange = new Map<string, string[]>()
  for (const [provision, outcome] of before) {
    const now = after.get(provision) ?? 'not judged'
    if (now !== outcome)
      byChange.set(`${outcome} → ${now}`, [...(byChange.get(`${outcome} → ${now}`) ?? []), provision])
  }
  return byChange.size === 0
    ? ['  nothing changes']
    : [...byChange].map(([change, list]) => `${change}: ${listed(list)}`)
}

/** `gdpr 13.1.a, 13.1.b; rw 9`. */
function listed(provisions: readonly string[]): string {
  const byLaw = new Map<string, string[]>()
  for (const provision of provisions) {
    const [law = '', number = ''] = provision.split(' ')
    byLaw.set(law, [...(byLaw.get(law) ?? []), number])
  }
  return [...byLaw].map(([law, numbers]) => `${law} ${numbers.join(', ')}`).join('; ')
}

test('the model meets every provision that applies to it', () => {
  const open = [...before].filter(([, outcome]) => !/^(?:upcoming, then )?(?:satisfied|not-applicable)$/.test(outcome))
  expect(open).toEqual([])
})

test('what changes when a fact of the model is taken out is what the table says', () => {
  const lines = mutations(model).flatMap(({ name, policy }) => {
    const [first, ...more] = changes(policy)
    return [`without ${name}: ${first ?? ''}`, ...more.map((line) => `  ${line}`)]
  })
  const made = `${lines.join('\n')}\n`
  if (process.env.UPDATE_CASES === '1') writeFileSync(table, made)
  expect(existsSync(table) ? readFileSync(table, 'utf8') : '').toBe(made)
}, 120_000)
