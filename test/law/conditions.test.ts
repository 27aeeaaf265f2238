import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Condition } from '../../src/catalog/types.ts'
import { factsAt, judgeCondition } from '../../src/law/conditions.ts'
import type { Statement } from '../../src/reading/statement.ts'
import { catalog } from '../support.ts'
import { factsOf, stated } from './facts.ts'

type Test = Condition['facts'][number]

/** A policy that holds one fact: a list's members are maps with it. */
function policyWith(path: string, value: unknown): string {
  const made = path.split('.').reduceRight<unknown>((inner, key) => (key === '*' ? [inner] : { [key]: inner }), value)
  return stringify(made)
}
const holdsFor = ({ is }: Test) => is?.[0] ?? 'anything'
const failsFor = ({ is, isNot }: Test) => isNot?.[0] ?? (is ? 'anything' : undefined)

/** What a policy can say of a fact, and what follows. */
const factCases = (condition: Condition) =>
  condition.facts.flatMap((fact) => [
    { says: `${fact.path}: ${holdsFor(fact)}`, yaml: policyWith(fact.path, holdsFor(fact)), holds: 'yes' as const },
    ...(failsFor(fact) === undefined
      ? []
      : [
          {
            says: `${fact.path}: ${failsFor(fact)}`,
            yaml: policyWith(fact.path, failsFor(fact)),
            holds: 'no' as const,
          },
        ]),
    { says: `${fact.path}: none`, yaml: policyWith(fact.path, 'none'), holds: 'no' as const },
    {
      says: `${fact.path.split('.')[0]}: none`,
      yaml: stringify({ [fact.path.split('.')[0] as string]: 'none' }),
      holds: 'no' as const,
    },
    { says: 'nothing', yaml: 'title: x', holds: undefined },
  ])

/** What a text can say of it. */
const textCases = (condition: Condition) => [
  { text: 'silent', statements: [] as Statement[], holds: 'unknown' as const },
  ...condition.statements.flatMap(({ disclosure, value }) => {
    const values = value ? { [value.path]: value.is[0] as string } : {}
    const other = value
      ? [
          {
            text: `${disclosure} with another value`,
            statements: [stated(disclosure, { values: { [value.path]: 'another' } })],
            holds: 'unknown' as const,
          },
        ]
      : []
    const affirmed = stated(disclosure, { values })
    const denied = stated(disclosure, { values, polarity: 'denied' })
    return [
      { text: `${disclosure} affirmed`, statements: [affirmed], holds: 'yes' as const },
      { text: `${disclosure} denied`, statements: [denied], holds: 'no' as const },
      { text: `${disclosure} denied and affirmed`, statements: [denied, affirmed], holds: 'yes' as const },
      ...other,
    ]
  }),
]

describe.each(catalog.conditions.map((condition) => [condition.id, condition] as const))(
  'the condition %s',
  (_id, condition) => {
    const cases = factCases(condition).flatMap((fact) =>
      textCases(condition).map((text) => ({
        ...fact,
        ...text,
        holds: fact.holds ?? text.holds,
        byFact: fact.holds !== undefined,
      })),
    )

    test.each(cases)('where facts say $says and the text is $text: $holds', ({ yaml, statements, holds, byFact }) => {
      const result = judgeCondition(condition, statements, factsOf(yaml))
      expect(result.holds).toBe(holds)
      expect(result.condition).toBe(condition)
      if (holds === 'unknown') expect(result.because).toBeUndefined()
      else if (byFact) expect(result.because).not.toBe(statements[0])
      else expect(statements).toContain(result.because)
    })

    test.each(textCases(condition))('without facts, where the text is $text: $holds', ({ statements, holds }) => {
      expect(judgeCondition(condition, statements, undefined).holds).toBe(holds)
    })

    test('another disclosure says nothing of it', () => {
      expect(judgeCondition(condition, [stated('policy-date')], factsOf('title: x')).holds).toBe('unknown')
    })
  },
)

const consent: Condition = {
  id: 'c',
  title: 't',
  facts: [{ path: 'purposes.*.basis', is: ['consent'] }],
  statements: [],
  declare: 'd',
}

test.each([
  ['one of several has it', 'purposes: [{ basis: contract }, { basis: consent }]', 'yes'],
  ['all are known and none has it', 'purposes: [{ basis: contract }, { basis: legal-obligation }]', 'no'],
  ['one that is unknown might have it', 'purposes: [{ basis: contract }, { text: x }]', 'unknown'],
  ['one has it, another is unknown', 'purposes: [{ text: x }, { basis: consent }]', 'yes'],
  ['one is declared none', 'purposes: [{ basis: none }]', 'no'],
  ['one is none and another has it', 'purposes: [{ basis: none }, { basis: consent }]', 'yes'],
  ['the list is empty', 'purposes: []', 'unknown'],
  ['the list is none', 'purposes: none', 'no'],
  ['a null is unknown', 'purposes: [{ basis: }]', 'unknown'],
  ['a name that only looks like a list', 'purposes: {}', 'unknown'],
])('of a list: %s', (_why, yaml, holds) => {
  expect(judgeCondition(consent, [], factsOf(yaml)).holds).toBe(holds)
})

test('the fact that decides is the reason', () => {
  const { because } = judgeCondition(consent, [], factsOf('purposes: [{ basis: contract }, { basis: consent }]'))
  expect(because).toMatchObject({ path: 'purposes.1.basis', string: 'consent' })
})

test('numbers and truth values are compared as such', () => {
  const age: Condition = {
    ...consent,
    facts: [
      { path: 'children.age', is: [13] },
      { path: 'children.used', is: [true], isNot: [false] },
    ],
  }
  expect(judgeCondition(age, [], factsOf('children: { age: 13 }')).holds).toBe('yes')
  expect(judgeCondition(age, [], factsOf('children: { age: "13" }')).holds).toBe('no')
  expect(judgeCondition(age, [], factsOf('children: { used: true }')).holds).toBe('yes')
  expect(judgeCondition(age, [], factsOf('children: { used: false }')).holds).toBe('no')
})

test('half a statement does not count where a condition asks for a whole one', () => {
  const decisions: Condition = {
    ...consent,
    facts: [],
    statements: [{ disclosure: 'automated-decisions', stated: true }],
  }
  const half = stated('automated-decisions', { strength: 'partial' })
  expect(judgeCondition(decisions, [half], undefined).holds).toBe('unknown')
  expect(judgeCondition(decisions, [half, stated('automated-decisions')], undefined).holds).toBe('yes')
})

test.each([
  ['a.b', 'a: { b: 1 }', ['a.b'], true],
  ['a.b', 'a: {}', [], false],
  ['a.*', 'a: [1, 2]', ['a.0', 'a.1'], true],
  ['a.*.b', 'a: [{ b: 1 }, {}]', ['a.0.b'], false],
  ['a.*.b.*', 'a: [{ b: [1] }, { b: [2, 3] }]', ['a.0.b.0', 'a.1.b.0', 'a.1.b.1'], true],
])('the facts at %s in %s', (path, yaml, paths, complete) => {
  const found = factsAt(factsOf(yaml), path)
  expect([found.facts.map((fact) => fact.path), found.complete]).toEqual([paths, complete])
})
