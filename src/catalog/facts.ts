import type { FactInfo } from './types.ts'

type Schema = {
  $ref?: string
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  else?: Schema
  enum?: unknown[]
  type?: string | string[]
  $defs?: Record<string, Schema>
  'x-none'?: string
}

/** Parts of the policy that are no facts: the format's version and the arrangement of the text. */
const arrangement = new Set(['clauselint', 'numbering', 'sections'])

/**
 * Every fact path of the policy schema, with its description and the sentence that `none` composes.
 * A list's members are written `*`: `recipients.*.country`.
 */
export function factPaths(policySchema: object): Record<string, FactInfo> {
  const root = policySchema as Schema
  const facts: Record<string, FactInfo> = {}
  const walk = (schema: Schema, path: string): void => {
    const target = resolve(root, schema)
    const value = target.else ? resolve(root, target.else) : target
    const none = schema['x-none'] ?? target['x-none']
    const form = formOf(schema)
    if (path !== '')
      facts[path] = {
        description: schema.description ?? target.description ?? '',
        ...(none !== undefined && { none }),
        ...(form !== undefined && { form }),
        ...(value.type === 'string' || value.type === 'integer' ? { scalar: true as const } : {}),
      }
    for (const [name, child] of Object.entries(value.properties ?? {}))
      if (path !== '' || !arrangement.has(name)) walk(child, path === '' ? name : `${path}.${name}`)
    if (value.items) walk(value.items, `${path}.*`)
  }
  walk(root, '')
  return facts
}

/** The topics that a section may have. */
export function schemaTopics(policySchema: object): string[] {
  return ((policySchema as Schema).$defs?.topic?.enum ?? []) as string[]
}

/** The name of the form that the schema refers to: date, duration, country … */
function formOf(schema: Schema): string | undefined {
  return schema.$ref?.replace('#/$defs/', '')
}

function resolve(root: Schema, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  return root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? schema
}
