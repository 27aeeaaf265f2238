import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Report } from '../../src/check/report.ts'
import { sarif } from '../../src/format/sarif.ts'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { fileReport, findingAt, rangeOf, reportOf, ruleInfo } from './fixture.ts'
import { githubSarifSchema } from './github-sarif.schema.ts'

const uri = /^[\w\-.~%!'()*/:]+$/
const validate = new Ajv2020({ strict: true, allErrors: true, formats: { uri, 'uri-reference': uri } }).compile(
  githubSarifSchema,
)

/** The run of a report's SARIF, after GitHub's demands were checked. */
function runOf(report: Report) {
  const log = JSON.parse(sarif(report)) as { runs: [Run] }
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log.runs[0]
}
type Run = {
  tool: { driver: { rules: { name: string; help: { markdown: string }; shortDescription: { text: string } }[] } }
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: unknown[] }]
  results: {
    level: string
    ruleIndex: number
    message: { text: string }
    locations: [{ physicalLocation: { artifactLocation: { uri: string } } }]
    relatedLocations?: unknown[]
  }[]
}

const text = 'title: Privacy 😀 policy\ncontact: [email protected]\n'

test('a whole log', () => {
  const report = reportOf([
    fileReport('./policies/a b.policy.yaml', text, (source) => [
      findingAt(source, 'policy', { severity: 'info', message: 'Vague.', remedy: 'Say which.' }),
      findingAt(source, '[email protected]', {
        rule: 'obfuscated-contact',
        severity: 'error',
        message: '"[email protected]" is no address',
        remedy: 'Write the address.',
        citations: [
          { law: 'gdpr', provision: '13.1.a', title: 'GDPR Art. 13(1)(a)', url: 'https://eur-lex.europa.eu/x' },
        ],
        related: [
          { place: { file: source.file, range: rangeOf(text, 'contact') }, message: 'the [contact] section' },
          { place: { file: 'other.yaml', range: { start: 0, end: 0 } }, message: '' },
        ],
        identity: 'id-2',
      }),
    ]),
  ])
  runOf(report)
  expect(JSON.parse(sarif(report))).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'clauselint',
            version: '1.2.3',
            informationUri: 'https://clauselint.dev',
            rules: [
              {
                id: 'contact-promised-not-given',
                name: 'ContactPromisedNotGiven',
                shortDescription: { text: 'Title of contact-promised-not-given' },
                fullDescription: { text: 'Why contact-promised-not-given exists.' },
                help: {
                  text: 'Why contact-promised-not-given exists. Cure of contact-promised-not-given.',
                  markdown:
                    '**Title of contact-promised-not-given**\n\nWhy contact-promised-not-given exists.\n\n' +
                    'What to do: Cure of contact-promised-not-given.',
                },
                defaultConfiguration: { level: 'warning' },
                properties: { tags: ['privacy'], precision: 'high', 'problem.severity': 'warning' },
              },
              {
                id: 'obfuscated-contact',
                name: 'ObfuscatedContact',
                shortDescription: { text: 'Title of obfuscated-contact' },
                fullDescription: { text: 'Why obfuscated-contact exists.' },
                help: {
                  text: 'Why obfuscated-contact exists. Cure of obfuscated-contact.',
                  markdown:
                    '**Title of obfuscated-contact**\n\nWhy obfuscated-contact exists.\n\n' +
                    'What to do: Cure of obfuscated-contact.\n\n- [GDPR Art. 13(1)(a)](https://eur-lex.europa.eu/x)',
                },
                defaultConfiguration: { level: 'warning' },
                properties: { tags: ['privacy', 'gdpr'], precision: 'high', 'problem.severity': 'warning' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
        results: [
          {
            ruleId: 'obfuscated-contact',
            ruleIndex: 1,
            level: 'error',
            message: {
              text:
                '"\\[email protected\\]" is no address. Write the address. Law: GDPR Art. 13(1)(a). ' +
                '[the \\[contact\\] section](1) [related place](2)',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'policies/a%20b.policy.yaml' },
                  region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 27 },
                },
              },
            ],
            relatedLocations: [
              {
                id: 1,
                physicalLocation: {
                  artifactLocation: { uri: 'policies/a%20b.policy.yaml' },
                  region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 8 },
                },
                message: { text: 'the [contact] section' },
              },
              {
                id: 2,
                physicalLocation: { artifactLocation: { uri: 'other.yaml' } },
                message: { text: 'related place' },
              },
            ],
            fingerprints: { 'clauselint/v1': 'id-2' },
          },
          {
            ruleId: 'contact-promised-not-given',
            ruleIndex: 0,
            level: 'note',
            message: { text: 'Vague. Say which.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'policies/a%20b.policy.yaml' },
                  region: { startLine: 1, startColumn: 19, endLine: 1, endColumn: 25 },
                },
              },
            ],
            fingerprints: { 'clauselint/v1': 'id-1' },
          },
        ],
        properties: { asOf: '2026-11-01' },
      },
    ],
  })
})

test('a clean run keeps an empty list of results, which closes alerts', () => {
  const run = runOf(reportOf([fileReport('a.yaml', '')]))
  expect(run.results).toEqual([])
  expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])
})

test('files that could not be read make the run unsuccessful and are notified', () => {
  const run = runOf(
    reportOf([], {
      errors: [
        {
          error: new InputError('Not YAML.', { file: 'bad.yaml', remedy: 'Fix it.', range: { start: 5, end: 6 } }),
          source: new SourceText('bad.yaml', 'a:\nb: c: d'),
        },
        { error: new InputError('No such file', { file: 'none.yaml', remedy: 'Check the name.' }) },
      ],
    }),
  )
  const region = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 }
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'Not YAML. Fix it.' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'bad.yaml' }, region } }],
        },
        {
          level: 'error',
          message: { text: 'No such file. Check the name.' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'none.yaml' } } }],
        },
      ],
    },
  ])
})

test('5,000 results at most, the gravest kept, the cut notified', () => {
  const run = runOf(
    reportOf([
      fileReport('a.yaml', text, (source) => [
        ...Array.from({ length: 5000 }, () => findingAt(source, 'title', { severity: 'info' })),
        findingAt(source, 'Privacy', { severity: 'error' }),
        findingAt(source, 'policy', { severity: 'warning' }),
      ]),
    ]),
  )
  expect(run.results.slice(0, 3).map(({ level }) => level)).toEqual(['error', 'warning', 'note'])
  expect(run.results).toHaveLength(5000)
  expect(run.invocations[0]).toEqual({
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: { text: '2 more findings left out.' } }],
  })
})

test('100 related places at most', () => {
  const related = Array.from({ length: 150 }, () => ({
    place: { file: 'a.yaml', range: { start: 0, end: 1 } },
    message: 'x',
  }))
  const run = runOf(reportOf([fileReport('a.yaml', text, (source) => [findingAt(source, 'title', { related })])]))
  expect(run.results[0]?.relatedLocations).toHaveLength(100)
  expect(run.results[0]?.message.text).toContain('[x](100)')
  expect(run.results[0]?.message.text).not.toContain('(101)')
})

test('file names become URIs', () => {
  const uriOf = (file: string) =>
    runOf(reportOf([fileReport(file, text, (source) => [findingAt(source, 'title')])])).results[0]?.locations[0]
      .physicalLocation.artifactLocation.uri
  expect(uriOf('policies/a.yaml')).toBe('policies/a.yaml')
  expect(uriOf('././a.yaml')).toBe('a.yaml')
  expect(uriOf('../a.yaml')).toBe('../a.yaml')
  expect(uriOf('política/隐私 #1?.yaml')).toBe('pol%C3%ADtica/%E9%9A%90%E7%A7%81%20%231%3F.yaml')
  expect(uriOf('javascript:alert(1)')).toBe('javascript%3Aalert(1)')
  expect(uriOf('100%.yaml')).toBe('100%25.yaml')
  expect(uriOf('/srv/a b.yaml')).toBe('file:///srv/a%20b.yaml')
  expect(uriOf('C:/srv/a b.yaml')).toBe('file:///C:/srv/a%20b.yaml')
})

test('braces are doubled, and brackets escaped only where they could be a link', () => {
  const messageOf = (message: string) =>
    runOf(reportOf([fileReport('a.yaml', text, (source) => [findingAt(source, 'title', { message, remedy: '' })])]))
      .results[0]?.message.text
  expect(messageOf('{{ controller.name }} is unknown.')).toBe('{{{{ controller.name }}}} is unknown.')
  expect(messageOf('"[email protected]" is no address.')).toBe('"[email protected]" is no address.')
  expect(messageOf('See [here](javascript:x) \\o/.')).toBe('See \\[here\\](javascript:x) \\\\o/.')
  expect(messageOf(' ')).toBe('contact-promised-not-given')
})

test("a rule's texts keep to GitHub's limits and are never empty", () => {
  const findings = (source: SourceText) => [
    findingAt(source, 'title', { rule: 'long-rule' }),
    findingAt(source, 'title', { rule: 'empty-rule' }),
  ]
  const rules = [
    ruleInfo('long-rule', { title: '{'.repeat(600) + 'x'.repeat(600), why: '😀'.repeat(600), severity: 'info' }),
    ruleInfo('empty-rule', { title: '', why: ' ', remedy: '', severity: 'error' }),
  ]
  const run = runOf(reportOf([fileReport('a.yaml', text, findings)], { rules }))
  const [long, empty] = run.tool.driver.rules
  expect(long).toMatchObject({
    shortDescription: { text: `${'{{'.repeat(423)}…` },
    fullDescription: { text: `${'😀'.repeat(511)}…` },
    defaultConfiguration: { level: 'note' },
    properties: { 'problem.severity': 'recommendation' },
  })
  expect(empty).toMatchObject({
    name: 'EmptyRule',
    shortDescription: { text: 'empty-rule' },
    fullDescription: { text: 'empty-rule' },
    help: { text: 'empty-rule' },
    defaultConfiguration: { level: 'error' },
  })
  const named = runOf(
    reportOf([fileReport('a.yaml', text, (source) => [findingAt(source, 'title', { rule: 'r'.repeat(300) })])]),
  )
  expect(named.tool.driver.rules[0]?.name).toBe(`R${'r'.repeat(253)}…`)
})
