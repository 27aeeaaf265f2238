/**
 * What GitHub code scanning asks of SARIF 2.1.0, of the properties that we write; every object is closed, so that a
 * property SARIF does not know is found too. In our own words, after GitHub's page "SARIF support for code scanning".
 */
const text = { type: 'string', minLength: 1 }
const shortText = { ...text, maxLength: 1024 }
const from1 = { type: 'integer', minimum: 1 }

function closed(properties: Record<string, object>, optional: string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', additionalProperties: false, required, properties }
}

const message = closed({ text })
const physicalLocation = closed(
  {
    artifactLocation: closed({ uri: { ...text, format: 'uri-reference', pattern: '^[^\\\\]+$' } }),
    region: closed({ startLine: from1, startColumn: from1, endLine: from1, endColumn: from1 }),
  },
  ['region'],
)
const location = closed({ physicalLocation })

const rule = closed({
  id: text,
  name: { ...text, maxLength: 255 },
  shortDescription: closed({ text: shortText }),
  fullDescription: closed({ text: shortText }),
  help: closed({ text, markdown: text }),
  defaultConfiguration: closed({ level: { enum: ['note', 'warning', 'error'] } }),
  properties: closed({
    tags: { type: 'array', items: text, maxItems: 20, uniqueItems: true },
    precision: { enum: ['very-high', 'high', 'medium', 'low'] },
    'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
  }),
})

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['note', 'warning', 'error'] },
    message,
    locations: { type: 'array', items: location, minItems: 1, maxItems: 1 },
    relatedLocations: {
      type: 'array',
      items: closed({ id: { type: 'integer', minimum: 0 }, physicalLocation, message }),
      minItems: 1,
      maxItems: 100,
    },
    fingerprints: closed({ 'clauselint/v1': text }),
  },
  ['relatedLocations'],
)

const notification = closed(
  { level: { enum: ['warning', 'error'] }, message, locations: { type: 'array', items: location } },
  ['locations'],
)

const driver = closed({
  name: { const: 'clauselint' },
  version: text,
  informationUri: { ...text, format: 'uri' },
  rules: { type: 'array', items: rule, maxItems: 25_000 },
})

const run = closed({
  tool: closed({ driver }),
  columnKind: { const: 'utf16CodeUnits' },
  invocations: {
    type: 'array',
    items: closed({
      executionSuccessful: { type: 'boolean' },
      toolExecutionNotifications: { type: 'array', items: notification },
    }),
    minItems: 1,
    maxItems: 1,
  },
  results: { type: 'array', items: result, maxItems: 5000 },
  properties: closed({ asOf: text }),
})

export const githubSarifSchema = closed({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: { type: 'array', items: run, minItems: 1, maxItems: 1 },
})
