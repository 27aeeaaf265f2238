type Data = { [key: string]: unknown }

/** One thing taken out of a policy: its name for the table, and the policy without it. */
export type Mutation = { name: string; policy: Data }

/** What is no fact, or decides what is judged. */
const settings = new Set(['clauselint', 'title', 'language', 'addresses', 'numbering', 'sections'])

/** Facts of which a law takes one or another: taken out together. */
const alternatives: string[][] = [
  ['controller.contact.email', 'controller.contact.form', 'controller.contact.phone', 'controller.address'],
  ['controller.dpo.email', 'controller.dpo.phone', 'controller.dpo.form', 'controller.dpo.address'],
  [
    'rights.exercise.email',
    'rights.exercise.form',
    'rights.exercise.phone',
    'rights.exercise.settings',
    'rights.exercise.address',
  ],
  ['data.*.retention', 'retention.criteria'],
  ['transfers', 'recipients.*.safeguard'],
  ['effective', 'updated'],
  ['breach.authority', 'breach.persons'],
  ['sale', 'sharing'],
]

/** Every mutation of a policy: each fact, each member of a list of codes or of maps, and each group of alternatives. */
export function mutations(policy: Data): Mutation[] {
  const paths = Object.keys(policy)
    .filter((key) => !settings.has(key) && !key.startsWith('x-'))
    .flatMap((key) => pathsOf(policy[key], [key]))
  const single = [...new Set(paths.map((path) => path.join('.')))].map((path) => [path])
  const groups = alternatives
    .map((group) => group.filter((path) => paths.some((one) => one.join('.') === path)))
    .filter((group) => group.length > 1)
  return [...single, ...groups].map((names) => ({
    name: names.join(' + '),
    policy: names.reduce((left, path) => without(left, path.split('.')) as Data, policy),
  }))
}

/** The paths of a value and of all in it: `*` stands for every member of a list, a number for one. */
function pathsOf(value: unknown, path: string[]): string[][] {
  if (Array.isArray(value)) {
    const members =
      value.length > 1 && (isCodes(path) || value.some(isMap)) ? value.map((_, at) => [...path, String(at)]) : []
    const parts = value
      .filter(isMap)
      .flatMap((member) => Object.keys(member).flatMap((key) => pathsOf(member[key], [...path, '*', key])))
    return [path, ...members, ...parts.filter((part) => part.at(-1) !== 'id')]
  }
  if (!isMap(value)) return [path]
  return [path, ...Object.keys(value).flatMap((key) => pathsOf(value[key], [...path, key]))]
}

/** Lists whose members are facts of their own. */
function isCodes(path: readonly string[]): boolean {
  return path[0] === 'rights'
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A copy without the value at a path. */
function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    if (key === '*') return value.map((member) => without(member, rest))
    return rest.length === 0
      ? value.filter((_, at) => String(at) !== key)
      : value.map((member, at) => (String(at) === key ? without(member, rest) : (member as unknown)))
  }
  if (!isMap(value) || !(key in value)) return value
  if (rest.length === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  const left = without(value[key], rest)
  // A map or list of which nothing is left is left out whole: the schema wants something in it.
  return isEmpty(left)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    : { ...value, [key]: left }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isMap(value) && Object.keys(value).length === 0
}
