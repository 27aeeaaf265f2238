import type { Fact } from '../../policy/fact.ts'
import { dataName, noneSentence, term } from './terms.ts'
import { capital, enumerate, members, say, value, type Part, type Writer } from './writer.ts'

/** What is collected, what is not, and what people must give. */
export function data(root: Fact, w: Writer): void {
  const all = root.get('data').items()
  w.list(
    say`We collect and process these personal data:`,
    all.map((item) => {
      const label = value(item.get('label'))
      const items = enumerate(members(item.get('items')))
      const special = item.get('sensitive').boolean === true ? ' The law gives these data special protection.' : ''
      return label ? say`${capital(label)}: ${items}.${special}` : say`${items}.${special}`
    }),
  )
  const persons = members(root.get('persons'))
  if (persons.length > 0) w.paragraph(say`These personal data concern ${enumerate(persons)}.`)
  const not = members(root.get('notCollected'))
  if (not.length > 0) w.paragraph(say`We do not collect ${enumerate(not, 'or')}.`)
  specialCategories(root.get('specialCategories'), w)
  for (const item of all) w.paragraph(...provision(item))
  for (const item of all) w.paragraph(...special(item))
}

/** Special categories of personal data, and the condition of GDPR Art. 9(2) that allows them. */
function specialCategories(special: Fact, w: Writer): void {
  if (special.state === 'none') w.paragraph(noneSentence(special, w))
  const conditions = special
    .get('condition')
    .items()
    .flatMap((condition) => term(condition) ?? [])
  if (conditions.length > 0)
    w.paragraph(say`We process special categories of personal data on this ground: ${enumerate(conditions)}.`)
}

/** GDPR Art. 13(2)(e): whether the data must be given, and what happens without them. */
function provision(item: Fact): (Part[] | undefined)[] {
  const rule = item.get('provision')
  const name = dataName(item)
  const said: Record<string, Part[]> = {
    statutory: say`You are required by law to provide ${name}.`,
    contractual: say`You are required to provide ${name} in order to enter into a contract with us.`,
    voluntary: say`You are not required to provide ${name}.`,
  }
  const why = rule.get('required')
  const consequence = value(rule.get('consequence'))
  const first = said[why.string ?? '']
  return [first, first && consequence && say`If you do not provide this information, ${consequence}.`]
}

/** What some laws ask to be told of sensitive, biometric and location data. */
function special(item: Fact): (Part[] | undefined)[] {
  const name = dataName(item)
  const need = value(item.at('sensitiveUse.need'))
  const effect = value(item.at('sensitiveUse.effect'))
  const system = value(item.get('biometricSystem'))
  const passed = item.get('valueAdded').boolean
  return [
    need && say`We need ${name} to ${need}${effect ? say`, which affects you in this way: ${effect}` : ''}.`,
    !need && effect ? say`Data such as ${name} affect you in this way: ${effect}.` : undefined,
    system && say`For ${name} we use this biometric system: ${system}.`,
    passed === true ? say`A third party gets ${name} for a value-added service.` : undefined,
    passed === false ? say`No third party gets ${name} for a value-added service.` : undefined,
  ]
}

/** Where the data come from. */
export function sources(root: Fact, w: Writer): void {
  const all = root.get('data').items()
  const from = (source: string) => all.filter((item) => item.get('source').string === source)
  const names = (items: Fact[]) => enumerate(items.map(dataName))
  const person = from('person')
  const automatic = from('automatic')
  if (person.length > 0) w.paragraph(say`You give us these data yourself: ${names(person)}.`)
  if (automatic.length > 0)
    w.paragraph(say`We collect these data automatically when you use our services: ${names(automatic)}.`)
  for (const item of all.filter((item) => item.get('from').known || item.get('source').string === 'third-parties')) {
    const sources = members(item.get('from'))
    w.paragraph(
      say`We receive ${dataName(item)} from ${sources.length > 0 ? enumerate(sources) : 'third parties'}, not from you.`,
    )
  }
  const others = members(root.get('sources'))
  if (others.length > 0) w.paragraph(say`We also receive personal data from ${enumerate(others)}, not from you.`)
}
