import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { catalog, composed, markdownNotice, statementsOf } from '../support.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { statusOf } from '../../src/reading/status.ts'

type Data = Record<string, unknown>

const model = parse(readFileSync(new URL('../../policies/model.policy.yaml', import.meta.url), 'utf8')) as Data
/** What a member of a list needs so that the schema takes it. */
const needed = new Set(['id', 'items', 'text', 'name', 'for', 'decision', 'required'])
/** Facts that name kinds of data, which must then be there. */
const naming = new Set(['uses', 'receives', 'what', 'disclosed'])

/** Every policy that has one fact of the model, with the siblings that its list member needs. */
function single(value: unknown, path: string[]): { path: string; policy: Data }[] {
  const leaf = (kept: unknown) => ({ path: path.join('.'), policy: kept as Data })
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return [leaf(value)]
    return value.flatMap((item) =>
      single(item, [...path, '*']).map(({ path: at, policy }) => ({ path: at, policy: [policy] as unknown as Data })),
    )
  }
  if (typeof value !== 'object' || value === null) return [leaf(value)]
  return Object.entries(value).flatMap(([key, child]) =>
    single(child, [...path, key]).map(({ path: at, policy }) => {
      const siblings =
        path.length > 1 ? Object.fromEntries(Object.entries(value).filter(([name]) => needed.has(name))) : {}
      return { path: at, policy: { ...siblings, [key]: policy } }
    }),
  )
}

/** Facts that one company cannot have beside the model's, since they contradict them or the model has no such data. */
const besides = parse(`
controller:
  responsiblePerson: { title: Grievance Officer, name: Ines Prado, email: officer@nimbus.example, phone: +91 80 5550 1234 }
data:
  - id: health
    items: [health data]
    sensitiveUse: { need: book your treatment, effect: a leak would show others that you are ill }
  - { id: face, items: [images of your face], biometricSystem: face matching on your own device }
  - { id: place, items: [location data], valueAdded: false }
rights:
  appeal: { answer: P45D }
cookies:
  signals: [dnt]
  doNotTrack: honoured
  tracking: { own: true, others: true }
sale: { optOut: with the link at the foot of each page }
sharing: { optOut: with the same link }
california:
  metrics: https://nimbus.example/metrics
  incentives: five per cent off for subscribers, which is what an address is worth to us
  directMarketing: by writing to us
modelTraining: public posts
`) as Data

const settings = new Set(['clauselint', 'title', 'language', 'addresses', 'thresholds', 'numbering', 'x-'])
/** `{ a: { b: none } }` for every fact that may be declared none. */
const declaredNone = Object.entries(catalog.facts)
  .filter(([path, { none }]) => none !== undefined && !path.includes('*'))
  .map(([path]) => ({
    path,
    yaml: stringify({
      clauselint: 1,
      ...(path.split('.').reduceRight<Data | string>((inner, key) => ({ [key]: inner }), 'none') as Data),
    }),
  }))

const cases = [
  ...declaredNone,
  ...[...Object.entries(model), ...Object.entries(besides)]
    .filter(([key]) => !settings.has(key))
    .flatMap(([key, value]) =>
      single(value, [key]).map(({ path, policy }) => ({
        path,
        yaml: stringify({
          clauselint: 1,
          ...(naming.has(path.split('.').at(-1) ?? '') && { data: model.data }),
          [key]: policy,
        }),
      })),
    ),
].filter(({ yaml }, index, all) => all.findIndex((other) => other.yaml === yaml) === index)

/**
 * The fact paths that a policy holds: lists' members as `*`, codes as `[code]`; a parent only where it is declared
 * `none`, since its parts carry it otherwise.
 */
function paths(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) =>
      typeof item === 'object' ? paths(item, `${path}.*`) : [path, `${path}.*`, `${path}[${String(item)}]`],
    )
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, child]) => paths(child, path === '' ? key : `${path}.${key}`))
  return [path, `${path}[${String(value)}]`]
}

test('the model has a clause for nearly every fact of the schema', () => {
  expect(cases.length).toBeGreaterThan(80)
})

test.each(cases)('$path, composed and read back, states exactly what its facts carry\n$yaml', ({ yaml }) => {
  const held = new Set(paths(parse(yaml), ''))
  const expected = catalog.disclosures
    .filter((disclosure) => disclosure.facts.some((fact) => held.has(fact)))
    .map(({ id }) => id)
  const notice = composed(yaml)
  const stated = [...statusOf(catalog, statementsOf(notice)).values()]
    .filter(({ status }) => status !== 'missing')
    .map(({ disclosure }) => disclosure.id)
  expect({ text: renderMarkdown(notice), stated }).toEqual({ text: renderMarkdown(notice), stated: expected })
  expect(meaning(statementsOf(markdownNotice(renderMarkdown(notice))))).toEqual(meaning(statementsOf(notice)))
})

/** Statements without their places: what invariant 1 compares. */
function meaning(statements: ReturnType<typeof statementsOf>): string[] {
  return statements
    .map(
      ({ disclosure, polarity, strength, values }) =>
        `${disclosure} ${polarity} ${strength} ${values.map(({ path, value }) => `${path}=${value}`).join(' ')}`,
    )
    .sort()
}
