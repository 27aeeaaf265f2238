import type { Catalog } from '../../catalog/types.ts'
import type { Fact } from '../../policy/fact.ts'
import { duration, enumerate, members, say, value, type FactText, type Part, type Writer } from './writer.ts'

/** What people read for the codes of facts. */
const terms: Record<string, string> = {
  // Legal bases, GDPR Art. 6(1)(a)-(f).
  consent: 'your consent',
  contract: 'performance of a contract with you',
  'legal-obligation': 'compliance with a legal obligation',
  'vital-interests': 'protection of vital interests',
  'public-task': 'a task in the public interest',
  'legitimate-interests': 'legitimate interests',
  // Conditions for special categories, GDPR Art. 9(2)(a)-(j).
  'explicit-consent': 'your explicit consent',
  'employment-law': 'employment and social security law',
  members: 'the work of a body for its members',
  'made-public': 'data that you have manifestly made public',
  'legal-claims': 'legal claims',
  'substantial-public-interest': 'a substantial public interest',
  'health-care': 'health or social care',
  'public-health': 'public health',
  research: 'research, archives or statistics',
  // Roles of recipients.
  processor: 'processor',
  controller: 'controller',
  'joint-controller': 'joint controller',
  authority: 'public authority',
  'group-company': 'company of our group',
  other: 'other recipient',
  // Kinds of cookies.
  necessary: 'necessary',
  functional: 'functional',
  analytics: 'analytics',
  marketing: 'marketing',
  session: 'until you close the browser',
  // What happens to data at the end.
  deleted: 'deleted',
  anonymised: 'anonymised',
  'deleted-or-anonymised': 'deleted or anonymised',
  // Opt-out signals.
  gpc: 'Global Privacy Control',
  dnt: 'Do Not Track',
}

/** A code as people read it. */
export function term(fact: Fact): FactText | undefined {
  const code = fact.string
  return code === undefined ? undefined : { text: terms[code] ?? code, fact }
}

/** A code of a word group with values (countries, mechanisms) by the first name that the group gives it. */
export function country(fact: Fact, catalog: Catalog): FactText | undefined {
  const code = fact.string
  return code === undefined ? undefined : { text: catalog.countries[code] ?? code, fact }
}

/** The jurisdictions that are no countries. */
const territories: Record<string, string> = { EU: 'the European Union', UK: 'the United Kingdom', CH: 'Switzerland' }

export function territory(fact: Fact, catalog: Catalog): FactText | undefined {
  const code = fact.string
  return code === undefined ? undefined : { text: territories[code] ?? catalog.countries[code] ?? code, fact }
}

export function mechanism(fact: Fact, catalog: Catalog): FactText | undefined {
  const code = fact.string
  const known = catalog.mechanisms.find((entry) => entry.id === code)
  return code === undefined ? undefined : { text: known?.name ?? code, fact }
}

/** What to call a kind of data: its label, else its items. */
export function dataName(data: Fact): Part {
  return value(data.get('label')) ?? enumerate(members(data.get('items')))
}

/** The names of the data that a list of ids means. */
export function dataNames(root: Fact, ids: Fact): Part[] {
  const data = root.get('data').items()
  return ids.items().flatMap((id) => {
    const found = data.find((item) => item.get('id').string === id.string)
    return found ? [dataName(found)] : []
  })
}

/** Ways to reach somebody, each as the end of "you can reach us …". */
export function channels(contact: Fact): Part[][] {
  const email = value(contact.get('email'))
  const phone = value(contact.get('phone'))
  const form = value(contact.get('form'))
  const address = value(contact.get('address'))
  return [
    ...(email ? [say`by e-mail at ${email}`] : []),
    ...(phone ? [say`by phone on ${phone}`] : []),
    ...(form ? [say`with the form at ${form}`] : []),
    ...(address ? [say`by post to ${address}`] : []),
    ...members(contact.get('other')).map((other) => say`by ${other}`),
  ]
}

/** The sentence that the schema gives for a declared `none`. */
export function noneSentence(fact: Fact, w: Writer): Part[] {
  return [{ text: w.catalog.facts[fact.path]?.none ?? '', fact }]
}

/** "within 72 hours" or "without undue delay". */
export function timeLimit(fact: Fact): Part[] | undefined {
  const limit = duration(fact)
  if (!limit) return undefined
  return fact.string?.startsWith('P') ? say`within ${limit}` : [limit]
}

/** Closes a text that an author wrote as a sentence. */
export function sentence(text: FactText): Part[] {
  return /[.!?]$/.test(text.text) ? [text] : [text, '.']
}
