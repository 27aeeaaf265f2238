import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { json } from '../../src/format/json.ts'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { fileReport, findingAt, rangeOf, reportOf } from './fixture.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema as object)

const text = '\ufefftitle: Privacy 😀 policy\r\ncontact: [email protected]\r\n'

const report = reportOf(
  [
    fileReport('./policies/a.policy.yaml', text, (source) => [
      findingAt(source, 'policy', {
        severity: 'info',
        related: [
          { place: { file: source.file, range: rangeOf(text, 'Privacy') }, message: 'begins here' },
          { place: { file: 'other.yaml', range: { start: 3, end: 4 } }, message: 'elsewhere' },
        ],
      }),
      findingAt(source, '[email protected]', {
        rule: 'obfuscated-contact',
        severity: 'error',
        message: '"[email protected]" is no address.',
        remedy: 'Write the address.',
        at: {
          kind: 'fact',
          place: { file: source.file, range: rangeOf(text, '[email protected]') },
          path: 'controller.contact.email',
        },
        citations: [
          {
            law: 'gdpr',
            provision: '13.1.a',
            title: 'GDPR Art. 13(1)(a)',
            url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
          },
          { law: 'uk-gdpr', provision: '13.1.a', title: 'UK GDPR Art. 13(1)(a)' },
        ],
        identity: 'id-2',
      }),
      findingAt(source, 'contact', {
        at: { kind: 'absence', place: { file: source.file, range: rangeOf(text, 'contact', 'before') } },
        identity: 'id-3',
      }),
    ]),
    fileReport('clean.policy.yaml', ''),
  ],
  {
    errors: [
      {
        error: new InputError('Not YAML.', { file: 'bad.yaml', remedy: 'Fix it.', range: { start: 5, end: 5 } }),
        source: new SourceText('bad.yaml', 'a:\nb: c: d'),
      },
      {
        error: new InputError('A second fault.', {
          file: 'bad.yaml',
          remedy: 'Fix it too.',
          range: { start: 5, end: 5 },
        }),
      },
      { error: new InputError('No such file.', { file: 'none.yaml', remedy: 'Check the name.' }) },
    ],
  },
)

test('the report says everything: places, kinds, citations, errors, counts', () => {
  const output = json(report)
  const common = {
    message: 'The section promises means of contact and gives none.',
    remedy: 'Give an email.',
    citations: [],
  }
  expect(JSON.parse(output)).toEqual({
    schemaVersion: 1,
    version: '1.2.3',
    asOf: '2026-11-01',
    files: [
      {
        file: './policies/a.policy.yaml',
        findings: [
          {
            ...common,
            rule: 'contact-promised-not-given',
            severity: 'info',
            ...{ line: 1, column: 19, endLine: 1, endColumn: 25 },
            kind: 'words',
            quote: 'policy',
            related: [
              {
                message: 'begins here',
                file: './policies/a.policy.yaml',
                line: 1,
                column: 8,
                endLine: 1,
                endColumn: 15,
              },
              { message: 'elsewhere', file: 'other.yaml' },
            ],
            identity: 'id-1',
          },
          {
            rule: 'obfuscated-contact',
            severity: 'error',
            message: '"[email protected]" is no address.',
            ...{ line: 2, column: 10, endLine: 2, endColumn: 27 },
            kind: 'fact',
            path: 'controller.contact.email',
            citations: [
              {
                law: 'gdpr',
                provision: '13.1.a',
                title: 'GDPR Art. 13(1)(a)',
                url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
              },
              { law: 'uk-gdpr', provision: '13.1.a', title: 'UK GDPR Art. 13(1)(a)' },
            ],
            remedy: 'Write the address.',
            related: [],
            identity: 'id-2',
          },
          {
            ...common,
            rule: 'contact-promised-not-given',
            severity: 'warning',
            ...{ line: 2, column: 1, endLine: 2, endColumn: 1 },
            kind: 'absence',
            related: [],
            identity: 'id-3',
          },
        ],
      },
      { file: 'clean.policy.yaml', findings: [] },
    ],
    errors: [
      { file: 'bad.yaml', message: 'Not YAML.', remedy: 'Fix it.', line: 2, column: 3 },
      { file: 'bad.yaml', message: 'A second fault.', remedy: 'Fix it too.' },
      { file: 'none.yaml', message: 'No such file.', remedy: 'Check the name.' },
    ],
    summary: { files: 2, errors: 1, warnings: 1, infos: 1, unreadable: 2, changes: [] },
  })
  expect(validate(JSON.parse(output)), JSON.stringify(validate.errors)).toBe(true)
})

test('a clean run, printed', () => {
  expect(json(reportOf([fileReport('a.policy.yaml', '')]))).toBe(`{
  "schemaVersion": 1,
  "version": "1.2.3",
  "asOf": "2026-11-01",
  "files": [
    {
      "file": "a.policy.yaml",
      "findings": []
    }
  ],
  "errors": [],
  "summary": {
    "files": 1,
    "errors": 0,
    "warnings": 0,
    "infos": 0,
    "unreadable": 0,
    "changes": []
  }
}
`)
})

test('the schema refuses a report of another shape', () => {
  type Loose = { files: { findings: Record<string, unknown>[] }[] } & Record<string, unknown>
  const changed = (change: (report: Loose) => void) => {
    const value = JSON.parse(json(report)) as Loose
    change(value)
    return validate(value)
  }
  expect(changed(() => undefined)).toBe(true)
  expect(changed((value) => (value['extra'] = 1))).toBe(false)
  expect(changed((value) => delete value['errors'])).toBe(false)
  for (const key of ['quote', 'rule', 'line', 'remedy', 'related', 'identity']) {
    expect(changed((value) => delete value.files[0]?.findings[0]?.[key])).toBe(false)
  }
  expect(changed((value) => Object.assign(value.files[0]?.findings[0] ?? {}, { path: 'title' }))).toBe(false)
  expect(changed((value) => Object.assign(value.files[0]?.findings[0] ?? {}, { line: 0 }))).toBe(false)
  expect(changed((value) => Object.assign(value.files[0]?.findings[0] ?? {}, { severity: 'fatal' }))).toBe(false)
})

test('every property of the schema is described', () => {
  const undescribed: string[] = []
  const resolve = (part: Record<string, unknown>): Record<string, unknown> => {
    const name = typeof part['$ref'] === 'string' ? part['$ref'].replace('#/$defs/', '') : undefined
    return name ? { ...(definitions[name] as object), ...part } : part
  }
  const definitions = (schema as { $defs: Record<string, unknown> }).$defs
  const visit = (part: unknown, path: string) => {
    const { properties = {} } = part as { properties?: Record<string, Record<string, unknown>> }
    for (const [name, property] of Object.entries(properties)) {
      if (!resolve(property)['description']) undescribed.push(`${path}.${name}`)
    }
  }
  visit(schema, 'report')
  for (const [name, definition] of Object.entries(definitions)) visit(definition, name)
  expect(undescribed).toEqual([])
  expect((schema as { $id: string }).$id).toBe('https://clauselint.dev/schemas/report.schema.json')
})
