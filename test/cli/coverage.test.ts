import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { clauselint, type World } from './fake-io.ts'

const readText = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const schema = JSON.parse(readText('schemas/coverage.schema.json')) as Schema
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)

type Schema = {
  description?: string
  properties?: Record<string, Schema>
  $defs?: Record<string, Schema>
  items?: Schema
}
type Place = { line: number; column: number; endLine: number; endColumn: number }
type Evidence = Place & { quote: string; fact: string | null }
type Notice = {
  file: string
  asOf: string
  disclosures: { id: string; status: string; evidence: Evidence[]; requiredBy: { law: string; provision: string }[] }[]
  verdicts: { law: string; provision: string; outcome: string; because: string[] }[]
}

const policy = `clauselint: 1
addresses: [EU]
controller: { name: Nimbus Cloud GmbH, contact: { email: privacy@nimbus.example } }
breach: { authority: { within: PT72H } }
transfers: none
sections:
  - id: contact
    topic: contact
    heading: Contact
    body: |
      {{ compose contact }}

      You have the right to access your
      personal data.
  - { id: breach, topic: breach, heading: Breaches }
`
const markdown = '# Privacy\r\n\r\nYou have the right to **access** your personal data.\r\n'
const world = (): World => ({
  files: {
    'a.policy.yaml': policy,
    'notice.md': markdown,
    'notice.txt': 'You have the right to access your personal data.\n',
  },
})

function noticesOf(...args: string[]): Notice[] {
  const { code, stdout, stderr } = clauselint(world(), 'coverage', '--format', 'json', ...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const coverage = JSON.parse(stdout) as { notices: Notice[] }
  expect(validate(coverage), JSON.stringify(validate.errors)).toBe(true)
  return coverage.notices
}

function evidenceOf(notice: Notice | undefined, id: string): Evidence[] {
  return notice!.disclosures.find((row) => row.id === id)!.evidence
}

test('the JSON keeps to its schema for every policy that is shipped', () => {
  const names = ['model', 'frust', 'infuze', 'primus', 'frs', 'strettch'].map((name) => `policies/${name}.policy.yaml`)
  const files = Object.fromEntries(names.map((name) => [name, readText(name)]))
  const { code, stdout } = clauselint({ files }, 'coverage', 'policies', '--format', 'json')
  expect(code).toBe(0)
  const coverage = JSON.parse(stdout) as { notices: Notice[] }
  expect(validate(coverage), JSON.stringify(validate.errors)).toBe(true)
  expect(coverage.notices.map(({ file }) => file)).toEqual([...names].sort())
})

test('the schema describes every property', () => {
  const bare: string[] = []
  const walk = (part: Schema, path: string): void => {
    if (part.description === undefined) bare.push(path)
    for (const [name, below] of Object.entries({ ...part.properties, ...part.$defs })) walk(below, `${path}/${name}`)
    if (part.items && !('$ref' in part.items)) walk(part.items, `${path}/items`)
  }
  walk(schema, '')
  expect(bare).toEqual([])
})

test('the schema refuses what a reader would stumble over', () => {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 }
  const row = (fields: object) => ({
    notices: [{ file: 'a', asOf: '2026-11-22', disclosures: [{ id: 'x', requiredBy: [], ...fields }], verdicts: [] }],
  })
  expect(validate(row({ status: 'stated', evidence: [{ quote: 'x', fact: null, ...place }] }))).toBe(true)
  expect(validate(row({ status: 'stated', evidence: [] }))).toBe(false)
  expect(validate(row({ status: 'missing', evidence: [{ quote: 'x', fact: null, ...place }] }))).toBe(false)
  expect(validate(row({ status: 'maybe', evidence: [] }))).toBe(false)
  expect(validate(row({ status: 'missing', evidence: [], title: 'x' }))).toBe(false)
})

test('evidence says where it stands: words where they are written, composed sentences at their fact', () => {
  const [notice] = noticesOf('a.policy.yaml')
  expect(evidenceOf(notice, 'right-access')).toEqual([
    {
      quote: 'You have the right to access your personal data.',
      line: 13,
      column: 7,
      endLine: 14,
      endColumn: 21,
      fact: null,
    },
  ])
  expect(evidenceOf(notice, 'controller-contact')).toEqual([
    {
      quote: 'You can contact us about this notice and about your personal data by e-mail at privacy@nimbus.example.',
      line: 3,
      column: 58,
      endLine: 3,
      endColumn: 80,
      fact: 'controller.contact.email',
    },
  ])
})

test('each disclosure tells which provisions of addressed laws ask for it; each verdict tells why', () => {
  const [notice] = noticesOf('a.policy.yaml')
  const asked = (id: string) => notice!.disclosures.find((row) => row.id === id)!.requiredBy
  expect(asked('controller-contact')).toContainEqual({ law: 'gdpr', provision: '13.1.a' })
  expect(asked('ccpa-rights')).toEqual([])
  const verdict = (provision: string) => notice!.verdicts.find((row) => row.provision === provision)
  expect(verdict('13.1.a')).toMatchObject({ outcome: 'violated', because: ['missing: controller-identity'] })
  expect(verdict('13.1.f')).toMatchObject({ outcome: 'not-applicable', because: ['transfers: none'] })
})

test('published notices are read as Markdown or as plain text, with places in the file', () => {
  const [md, txt] = noticesOf('notice.md', 'notice.txt')
  const quote = 'You have the right to access your personal data.'
  expect(evidenceOf(md, 'right-access')).toEqual([{ quote, line: 3, column: 1, endLine: 3, endColumn: 53, fact: null }])
  expect(evidenceOf(txt, 'right-access')).toEqual([
    { quote, line: 1, column: 1, endLine: 1, endColumn: 49, fact: null },
  ])
  expect(md!.verdicts.map(({ provision }) => provision)).toEqual(['33.1', '34.1'])
})

test('--as-of judges the law of another day', () => {
  const [before] = noticesOf('a.policy.yaml', '--as-of', '2018-05-24')
  expect(before!.asOf).toBe('2018-05-24')
  const gdpr = before!.verdicts.filter(({ law }) => law === 'gdpr')
  expect(new Set(gdpr.map(({ outcome }) => outcome))).toEqual(new Set(['upcoming']))
})

test('people see aligned tables: disclosures with their first evidence, then each law with its verdicts', () => {
  const { code, stdout, stderr } = clauselint(world(), 'coverage', 'a.policy.yaml')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.split('\n')
  expect(lines[0]).toBe('a.policy.yaml')
  expect(lines).toContain(
    '    + stated   right-access               13:7  You have the right to access your personal data.',
  )
  expect(lines).toContain('    - missing  purposes')
  expect(lines).toContain('    - violated        Art. 13(1)(a)                     missing: controller-identity')
  expect(lines).toContain('    . not-applicable  Art. 13(1)(f)                     transfers: none')
  expect(lines.filter((line) => /^ {2}\S/.test(line))).toEqual([
    expect.stringMatching(/^ {2}Disclosures: \d+ stated, \d+ missing$/),
    expect.stringMatching(/^ {2}Data Privacy Framework Principles \(DPF\) as of 2026-11-22: 1 \S+$/),
    expect.stringMatching(/^ {2}ePrivacy Directive 2002\/58\/EC \(ePrivacy Directive\) as of 2026-11-22: /),
    expect.stringMatching(
      /^ {2}General Data Protection Regulation \(GDPR\) as of 2026-11-22: \d+ satisfied, .* undetermined/,
    ),
  ])
  expect(lines.every((line) => line === line.trimEnd() && line.length <= 120)).toBe(true)
})

test('a fault whose presence is the finding stands apart and is not counted as a gap', () => {
  const shield = `${policy.replace('transfers: none', 'transfers: [{ to: [US], mechanism: eu-us-privacy-shield }]')}  - { id: transfers, topic: transfers, heading: Transfers }\n`
  const { stdout } = clauselint({ files: { 'a.policy.yaml': shield } }, 'coverage')
  expect(stdout).toContain('\n  Faults:\n    ! found  retired-mechanism  5:36  ')
  expect(clauselint(world(), 'coverage', 'a.policy.yaml').stdout).not.toContain('retired-mechanism')
})

test('the table keeps to the width of the terminal and to the colours it may use', () => {
  for (const columns of [80, 100, 160]) {
    const { stdout } = clauselint(
      { ...world(), terminal: { columns }, env: { NO_COLOR: '1' } },
      'coverage',
      'a.policy.yaml',
    )
    const tables = stdout.split('\n').filter((line) => line.startsWith('    '))
    expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(columns)
    expect(stdout).not.toContain('\u001b')
  }
  const coloured = clauselint({ ...world(), terminal: { columns: 100 } }, 'coverage', 'a.policy.yaml').stdout
  expect(coloured).toContain('\u001b[31m- missing\u001b[0m')
})

test('wide characters are two columns, and no line is cut inside one', () => {
  const words = '您有权访问我们持有的关于您的个人数据。'.repeat(8)
  const files = { 'a.md': `You have the right to access your personal data ${words}.\n` }
  const { stdout } = clauselint({ files, terminal: { columns: 100 }, env: { NO_COLOR: '1' } }, 'coverage', 'a.md')
  const line = stdout.split('\n').find((one) => one.includes('right-access'))!
  const columns = Array.from(line).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
  expect(line.endsWith('…')).toBe(true)
  expect(columns).toBeGreaterThan(96)
  expect(columns).toBeLessThanOrEqual(100)
})

test('a hostile notice is shown inert', () => {
  const files = {
    'a.md': '##[error]\u001b[31m We notify the authority of a personal data breach\u202e within 72 hours.\n',
  }
  const { stdout } = clauselint({ files }, 'coverage', 'a.md')
  expect(stdout).toContain('## [error]␛[31m We notify the authority of a personal data breach<U+202E> within 72')
})

test('a policy that breaks its schema has no coverage: its faults are told on stderr, the others are shown', () => {
  const broken = { ...world().files, 'b.policy.yaml': 'clauselint: 1\ntitel: x\nadresses: [EU]\n' }
  const human = clauselint({ files: broken }, 'coverage', 'b.policy.yaml', 'a.policy.yaml')
  expect(human.code).toBe(2)
  expect(human.stdout).toMatch(/^a\.policy\.yaml\n/)
  expect(human.stderr).toBe(`b.policy.yaml
  2:1  error    There is no key "titel" at the top of a policy.   policy-schema
       2 │ titel: x
         │ ~~~~~
       Did you mean "title"?

  3:1  error    There is no key "adresses" at the top of a policy.   policy-schema
       3 │ adresses: [EU]
         │ ~~~~~~~~
       Did you mean "addresses"?

1 file: 2 errors, 0 warnings, 0 infos
`)
  const json = clauselint({ files: broken }, 'coverage', 'b.policy.yaml', '--format', 'json')
  expect(json).toMatchObject({
    code: 2,
    stdout: '{\n  "notices": []\n}\n',
    stderr: `error: b.policy.yaml:2:1: There is no key "titel" at the top of a policy. Did you mean "title"?
error: b.policy.yaml:3:1: There is no key "adresses" at the top of a policy. Did you mean "addresses"?
`,
  })
})
