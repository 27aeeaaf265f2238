import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Range } from '../source/range.ts'
import { nodeAt, type YamlFile } from '../source/yaml.ts'
import { closest } from './closest.ts'
import { placeAt } from './rule-file.ts'

/** A fault of a rule file and where it stands. */
export type Fault = { range: Range; message: string }

/** What a rule file's breaking its schema means: one fault for each thing to be corrected. */
export function schemaFaults(errors: readonly ErrorObject[], yaml: YamlFile): Fault[] {
  return errors.filter((error) => !isEcho(error, errors)).map((error) => faultOf(error, errors, yaml))
}

const unions = new Set(['anyOf', 'oneOf'])

/** Whether an error only says again, from another side, what another error says better. */
function isEcho(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (unions.has(error.keyword)) return tellingBranches(error, errors).length > 0
  // A branch that the value was never meant for: "must be array" where a misspelt object stands.
  if (errors.some((union) => isBranch(error, union) && !tells(error, union))) return true
  return error.keyword === 'required' && misspelt(error, errors)
}

function isBranch(error: ErrorObject, union: ErrorObject): boolean {
  return (
    unions.has(union.keyword) &&
    error.schemaPath.startsWith(`${union.schemaPath}/`) &&
    error.instancePath.startsWith(union.instancePath)
  )
}

/** Whether a branch's error says more than that the value is of another form. */
function tells(error: ErrorObject, union: ErrorObject): boolean {
  return error.instancePath !== union.instancePath || (error.keyword !== 'type' && error.keyword !== 'required')
}

function tellingBranches(union: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[] {
  return errors.filter((error) => isBranch(error, union) && tells(error, union))
}

/** Whether the missing key is there, misspelt. */
function misspelt(missing: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return errors.some((error) => error.instancePath === missing.instancePath && meant(error, [missing]) !== undefined)
}

/** The required key that an unknown one stands for. */
function meant(error: ErrorObject, errors: readonly ErrorObject[]): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined
  const missing = errors.filter((other) => other.keyword === 'required' && other.instancePath === error.instancePath)
  return closest(
    String(error.params.additionalProperty),
    missing.map((other) => String(other.params.missingProperty)),
  )
}

function faultOf(error: ErrorObject, errors: readonly ErrorObject[], yaml: YamlFile): Fault {
  const path = error.instancePath.split('/').slice(1).map(segment)
  const name = path.join('.') || 'The file'
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty)
    const cure = meant(error, errors)
    return {
      range: nodeAt(yaml.root, [...path, key])?.key?.range ?? placeAt(yaml, path),
      message: `${name} has no key "${key}".${cure === undefined ? '' : ` Did you mean "${cure}"?`}`,
    }
  }
  return { range: placeAt(yaml, path), message: `${name} ${wordsOf(error, errors)}.` }
}

function wordsOf(error: ErrorObject, errors: readonly ErrorObject[]): string {
  const params = error.params as { allowedValues?: unknown[]; missingProperty?: string; passingSchemas?: unknown }
  if (error.keyword === 'enum') return `must be one of: ${(params.allowedValues ?? []).join(', ')}`
  if (error.keyword === 'required') return `needs the key "${params.missingProperty ?? ''}"`
  if (!unions.has(error.keyword)) return error.message ?? 'is wrong'
  if (params.passingSchemas) return 'fits several forms of which only one may be used'
  const keys = errors
    .filter((other) => isBranch(other, error) && other.keyword === 'required')
    .map((other) => `"${String(other.params.missingProperty)}"`)
  return keys.length > 0 ? `needs one of the keys ${keys.join(', ')}` : 'has none of the forms that are allowed here'
}

function segment(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll('~1', '/').replaceAll('~0', '~')
}
