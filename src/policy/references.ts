import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'
import { identityOf, type Finding } from '../finding.ts'
import type { Fact } from './fact.ts'
import { formFault } from './forms.ts'
import type { Policy } from './policy.ts'

/** Facts that name data by id. */
const dataNames = new Set([
  'purposes.*.uses.*',
  'recipients.*.receives.*',
  'sale.what.*',
  'sharing.what.*',
  'california.disclosed.*',
])

/** Codes that are often written for a country and are none. */
const noCountries: Readonly<Record<string, string>> = {
  UK: 'Write GB, the code of the United Kingdom.',
  EL: 'Write GR, the code of Greece.',
  EU: 'Name a country of the European Union.',
}

/**
 * Findings that no JSON Schema can make: dates of no calendar, `none` where nothing says it, ids that name nothing, ids
 * given twice.
 */
export function referenceFindings(policy: Policy, catalog: Catalog): Finding[] {
  const { root } = policy
  const data = root.get('data').items()
  const values: { fact: Fact; path: string }[] = []
  addValues(root, treeOf(catalog), values)
  const sections = (policy.sections ?? []).map(({ fact }) => fact)
  return once([
    ...values.flatMap(({ fact, path }) => factFindings(fact, path, data, catalog)),
    ...sections.flatMap((section) => [section.get('heading'), section.get('body')].flatMap(declaredNone)),
    ...twice(data, 'data'),
    ...twice(root.get('purposes').items(), 'purposes'),
    ...twice(sections, 'sections'),
  ])
}

/** What the catalog knows of a fact, by the parts of its path. */
type Known = { path: string; below?: Map<string, Known> }

const trees = new WeakMap<Catalog['facts'], Known>()

/** The catalog's fact paths as a tree: made once, so that no path is put together for each fact of each policy. */
function treeOf({ facts }: Catalog): Known {
  const known = trees.get(facts)
  if (known) return known
  const root: Known = { path: '' }
  for (const path of Object.keys(facts)) {
    let at: Known | undefined = root
    const keys = path.split('.')
    const last = keys.pop() as string
    for (const key of keys) at = at?.below?.get(key)
    if (at) (at.below ??= new Map()).set(last, { path })
  }
  trees.set(facts, root)
  return root
}

/** Adds every single value among the facts, with its path as the catalog names it. */
function addValues(fact: Fact, known: Known, found: { fact: Fact; path: string }[]): void {
  switch (fact.node?.kind) {
    case 'scalar':
      found.push({ fact, path: known.path })
      return
    case 'seq': {
      const below = known.below?.get('*')
      if (below) for (const item of fact.items()) addValues(item, below, found)
      return
    }
    case 'map':
      for (const { value } of fact.keys()) {
        const key = String(value)
        const below = known.below?.get(key)
        if (below) addValues(fact.get(key), below, found)
      }
  }
}

function factFindings(fact: Fact, path: string, data: readonly Fact[], catalog: Catalog): Finding[] {
  const { form, none } = catalog.facts[path] ?? {}
  if (fact.state === 'none') return none === undefined ? declaredNone(fact) : []
  if (form === 'date') return dateFinding(fact)
  if (form === 'country') return countryFinding(fact)
  if (form === 'mechanism') return mechanismFinding(fact, catalog)
  return dataNames.has(path) ? dataFinding(fact, data) : []
}

function declaredNone(fact: Fact): Finding[] {
  if (fact.state !== 'none') return []
  const isMember = /\.\d+$/.test(fact.path)
  return [
    finding(
      fact,
      `${fact.path} cannot be declared \`none\`: there is no sentence for that.`,
      `Give its words, or ${isMember ? 'take it out' : 'leave the key out'}.`,
    ),
  ]
}

function dateFinding(fact: Fact): Finding[] {
  const text = fact.string ?? ''
  const date = new Date(`${text}T00:00:00Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return []
  return [finding(fact, `${fact.path} is "${text}", a day that no calendar has.`, 'Give the right date.')]
}

function countryFinding(fact: Fact): Finding[] {
  const code = fact.string ?? ''
  const cure = noCountries[code]
  return cure === undefined ? [] : [finding(fact, `${fact.path} is "${code}", which is no country code.`, cure)]
}

function dataFinding(fact: Fact, data: readonly Fact[]): Finding[] {
  const name = fact.string ?? ''
  const known = [...new Set(data.flatMap((item) => item.get('id').string ?? []))]
  if (known.includes(name)) return []
  const guess = closest(name, known)
  return [
    finding(
      fact,
      `${fact.path} names the data "${name}", which the policy does not have.`,
      guess !== undefined
        ? `Did you mean ${guess}?`
        : known.length > 0 && known.length <= 12
          ? `Name one of ${known.join(', ')}, or add it to data.`
          : 'Add it to data.',
    ),
  ]
}

function mechanismFinding(fact: Fact, catalog: Catalog): Finding[] {
  const name = fact.string ?? ''
  if (catalog.mechanisms.some(({ id }) => id === name)) return []
  const { is, remedy } = formFault('mechanism', name, catalog)
  return [finding(fact, `${fact.path} is "${name}", which is ${is}.`, remedy)]
}

function twice(items: readonly Fact[], list: string): Finding[] {
  const seen = new Map<string, Fact>()
  return items.flatMap((item) => {
    const id = item.get('id')
    if (id.string === undefined) return []
    const first = seen.get(id.string)
    if (!first) {
      seen.set(id.string, id)
      return []
    }
    const found = finding(id, `The id "${id.string}" is used twice in ${list}.`, 'Give each its own id.')
    found.related.unshift({ place: first.place, message: 'It is used first here.' })
    return [found]
  })
}

function finding(fact: Fact, message: string, remedy: string): Finding {
  return {
    rule: 'policy-schema',
    severity: 'error',
    message,
    remedy,
    at: { kind: 'fact', place: fact.place, path: fact.path },
    related: fact.use ? [{ place: fact.use, message: 'It is used here.' }] : [],
    citations: [],
    identity: identityOf('policy-schema', fact.path, message),
  }
}

/** Behind an anchor a fault is written once, however often it is used. */
function once(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const found of findings) {
    const { start, end } = found.at.place.range
    const key = `${start} ${end} ${found.remedy}`
    const before = kept.get(key)
    if (before) before.related.push(...found.related)
    else kept.set(key, found)
  }
  return [...kept.values()]
}
