import { describe, expect, test } from 'vitest'
import type { Catalog, Condition, Disclosure, Law, Provision } from '../../src/catalog/types.ts'
import { judgeLaws, type Context } from '../../src/law/verdicts.ts'
import { statusOf } from '../../src/reading/status.ts'
import type { Statement } from '../../src/reading/statement.ts'
import { catalog as shipped } from '../support.ts'
import { factsOf, stated } from './facts.ts'

const disclosure = (id: string, denialStates = false): Disclosure => ({
  id,
  title: id,
  topic: 'contact',
  asks: 'asks',
  why: 'why',
  facts: [],
  denialStates,
  defect: false,
  remedy: 'r',
  patterns: [],
})
const condition: Condition = {
  id: 'moved',
  title: 'data move',
  facts: [{ path: 'transfers' }],
  statements: [{ disclosure: 'move' }],
  declare: 'declare it',
}

/** A catalog with one law of one provision. */
function catalogOf(provision: Partial<Provision>, law: Partial<Law> = {}): Catalog {
  const whole: Provision = {
    id: '1',
    cite: 's. 1',
    level: 'mandatory',
    when: [],
    requires: [],
    concerns: [],
    bounds: {},
    everywhere: false,
    from: '2020-01-01',
    source: 'https://law.example',
    confidence: 'high',
    ...provision,
  }
  return {
    ...shipped,
    disclosures: [disclosure('a'), disclosure('b'), disclosure('move', true)],
    conditions: [condition],
    laws: [
      {
        id: 'act',
        title: 'Act',
        short: 'Act',
        jurisdictions: ['CL', 'PE'],
        provisions: [whole],
        ...(whole.everywhere && { everywhere: true as const }),
        ...law,
      },
    ],
  }
}

function judged(
  provision: Partial<Provision>,
  statements: Statement[],
  context: Partial<Context> = {},
  facts?: string,
) {
  const catalog = catalogOf(provision)
  return judgeLaws(
    catalog,
    statements,
    statusOf(catalog, statements),
    { asOf: '2026-01-01', addresses: ['CL'], ...context },
    facts === undefined ? undefined : factsOf(facts),
  )
}
const outcome = (...args: Parameters<typeof judged>) => judged(...args).map((verdict) => verdict.outcome)

const a = stated('a')
const half = stated('a', { strength: 'partial' })
const b = stated('b')

describe('a provision that requires disclosures', () => {
  test.each<[string, Partial<Provision>, Statement[], string, string[][]]>([
    ['one, stated', { requires: [['a']] }, [a], 'satisfied', []],
    ['one, partial', { requires: [['a']] }, [half], 'partial', [['a']]],
    ['one, partial and stated', { requires: [['a']] }, [half, a], 'satisfied', []],
    ['one, missing', { requires: [['a']] }, [], 'violated', [['a']]],
    ['one, denied', { requires: [['a']] }, [stated('a', { polarity: 'denied' })], 'violated', [['a']]],
    ['two, one missing', { requires: [['a'], ['b']] }, [a], 'violated', [['b']]],
    ['two, one partial and one missing', { requires: [['a'], ['b']] }, [half], 'violated', [['a'], ['b']]],
    ['two, one partial', { requires: [['a'], ['b']] }, [half, b], 'partial', [['a']]],
    ['one of two, the second stated', { requires: [['a', 'b']] }, [b], 'satisfied', []],
    ['one of two, the first partial', { requires: [['a', 'b']] }, [half], 'partial', [['a', 'b']]],
    ['one of two, none', { requires: [['a', 'b']] }, [], 'violated', [['a', 'b']]],
    ['a denial that states', { requires: [['move']] }, [stated('move', { polarity: 'denied' })], 'satisfied', []],
    ['nothing', {}, [], 'satisfied', []],
  ])('%s', (_case, provision, statements, wanted, unmet) => {
    expect(judged(provision, statements)).toMatchObject([{ outcome: wanted, unmet, addressed: true, breaches: [] }])
  })

  test('its evidence is the strongest statement of each disclosure', () => {
    const rich = stated('a', { values: { 'controller.name': 'Acme' } })
    expect(judged({ requires: [['a'], ['b']] }, [half, rich, b])[0]?.evidence).toEqual([rich, b])
  })
})

describe('a provision with a condition', () => {
  const provision = { level: 'conditional' as const, when: ['moved'], requires: [['a']] }
  test.each<[string, Statement[], string | undefined, string]>([
    ['holds by a fact, and is met', [a], 'transfers: [{}]', 'satisfied'],
    ['holds by a fact, and is not met', [], 'transfers: [{}]', 'violated'],
    ['holds by the text', [stated('move')], undefined, 'violated'],
    ['does not hold by a fact', [], 'transfers: none', 'not-applicable'],
    ['does not hold by a fact, whatever the text says', [stated('move')], 'transfers: none', 'not-applicable'],
    ['does not hold by the text', [stated('move', { polarity: 'denied' })], undefined, 'not-applicable'],
    ['is not known, and what it asks is stated', [a], undefined, 'satisfied'],
    ['is not known, and what it asks is missing', [], undefined, 'undetermined'],
    ['is not known, and what it asks is half said', [half], 'title: x', 'undetermined'],
  ])('that %s', (_case, statements, facts, wanted) => {
    expect(outcome(provision, statements, {}, facts)).toEqual([wanted])
  })

  test('a provision that does not apply says why', () => {
    const [verdict] = judged(provision, [], {}, 'transfers: none')
    expect(verdict?.conditions).toMatchObject([
      { condition: { id: 'moved' }, holds: 'no', because: { path: 'transfers', state: 'none' } },
    ])
    const denied = stated('move', { polarity: 'denied' })
    expect(judged(provision, [denied])[0]?.conditions[0]?.because).toBe(denied)
  })
})

describe('a duty', () => {
  const duty = { level: 'duty' as const, concerns: ['a'], bounds: { 'breach.authority.within': { max: 'PT72H' } } }
  const late = stated('a', { values: { 'breach.authority.within': 'P5D' } })
  test.each<[string, Statement[], string]>([
    ['of which nothing is said', [], 'undetermined'],
    ['of which half is said', [half], 'partial'],
    ['of which is spoken', [a], 'satisfied'],
    ['that is kept', [stated('a', { values: { 'breach.authority.within': 'PT48H' } })], 'satisfied'],
    ['that is broken by a stated value', [late], 'violated'],
    [
      'that is broken by one value of two',
      [stated('a', { values: { 'breach.authority.within': 'P1D' } }), late],
      'violated',
    ],
    [
      'whose broken value is denied',
      [stated('a', { polarity: 'denied', values: { 'breach.authority.within': 'P5D' } }), a],
      'satisfied',
    ],
    ['with a value of something else', [stated('a', { values: { 'breach.persons.within': 'P5D' } })], 'satisfied'],
  ])('%s', (_case, statements, wanted) => {
    expect(outcome(duty, statements)).toEqual([wanted])
  })

  test('a broken bound names the statement, the value and the bound', () => {
    expect(judged(duty, [late])[0]?.breaches).toEqual([
      { statement: late, value: late.values[0], bound: { max: 'PT72H' }, breaks: 'max' },
    ])
  })

  test('that every notice is reminded of is judged where its law is not addressed, but binds no value there', () => {
    const elsewhere = { addresses: ['EU'] }
    expect(judged({ ...duty, everywhere: true }, [late], elsewhere)).toMatchObject([
      { outcome: 'satisfied', breaches: [], addressed: false },
    ])
    expect(judged(duty, [late], elsewhere)).toEqual([])
  })
})

test('a law is judged where one of its jurisdictions is addressed', () => {
  expect(outcome({ requires: [['a']] }, [], { addresses: ['PE', 'EU'] })).toEqual(['violated'])
  expect(outcome({ requires: [['a']] }, [], { addresses: ['EU'] })).toEqual([])
  expect(outcome({ requires: [['a']] }, [], { addresses: [] })).toEqual([])
})

test.each<[string, string[]]>([
  ['2026-11-30', ['upcoming']],
  ['2026-12-01', ['violated']],
  ['2026-12-02', ['violated']],
  ['2027-11-30', ['violated']],
  ['2027-12-01', ['violated']],
  ['2027-12-02', []],
])('a provision in force from 2026-12-01 until 2027-12-01 is, on %s: %o', (asOf, wanted) => {
  expect(outcome({ requires: [['a']], from: '2026-12-01', until: '2027-12-01' }, [], { asOf })).toEqual(wanted)
})

test('an upcoming provision is upcoming even where it would be met, or would not apply', () => {
  const soon = { from: '2030-01-01', requires: [['a']] }
  expect(outcome(soon, [a])).toEqual(['upcoming'])
  expect(outcome({ ...soon, when: ['moved'] }, [], {}, 'transfers: none')).toEqual(['upcoming'])
})
