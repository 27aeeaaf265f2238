// Turns rules/ and schemas/ into src/catalog/generated/: the catalog as data, the policy's validator as code.
import Ajv2020 from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { list, readText, root, writeWhole } from './files.mjs'
import { loadTs } from './load-ts.mjs'

const folder = 'src/catalog/generated'

/**
 * Generates the catalog, the validators and the version.
 * @throws {BrokenRules} when a rule file is broken; its message lists every fault with its place
 */
export async function generate() {
  const schemas = Object.fromEntries(
    list('schemas', '.schema.json').map((path) => [basename(path, '.schema.json'), JSON.parse(readText(path))]),
  )
  const { catalog, pages, lawPages, headings } = await readCatalog(schemas)
  // A JSON string is parsed several times faster than the same object literal.
  writeWhole(`${folder}/catalog.js`, `export default JSON.parse(${JSON.stringify(JSON.stringify(catalog))})\n`)
  writeWhole(
    `${folder}/catalog.d.ts`,
    "import type { Catalog } from '../types.ts'\n\ndeclare const catalog: Catalog\nexport default catalog\n",
  )
  // Only `explain` and the tests need the pages: parsed when they are asked for.
  writeWhole(
    `${folder}/pages.js`,
    `let made\nexport const pages = () => (made ??= JSON.parse(${JSON.stringify(JSON.stringify(pages))}))\n` +
      `let laws\nexport const lawPages = () => (laws ??= JSON.parse(${JSON.stringify(JSON.stringify(lawPages))}))\n`,
  )
  writeWhole(
    `${folder}/pages.d.ts`,
    "import type { LawPages, Pages } from '../types.ts'\n\n/** Examples and limits of every rule. */\nexport declare const pages: () => Pages\n" +
      '/** What each law asks, with examples. */\nexport declare const lawPages: () => LawPages\n',
  )
  // Only `import` needs these.
  writeWhole(
    `${folder}/headings.js`,
    `let made\nexport const headings = () => (made ??= JSON.parse(${JSON.stringify(JSON.stringify(headings))}))\n`,
  )
  writeWhole(
    `${folder}/headings.d.ts`,
    '/** The topics that phrases in headings stand for, by phrase: tokens joined by one space. */\n' +
      'export declare const headings: () => Record<string, string>\n',
  )
  const { isPolicy, policyErrors } = await compileValidators(schemas)
  writeWhole(`${folder}/is-policy.js`, isPolicy)
  writeWhole(
    `${folder}/is-policy.d.ts`,
    '/** Whether the data keeps to schemas/policy.schema.json. */\nexport declare const isPolicy: (data: unknown) => boolean\n',
  )
  // Only a policy that breaks its schema needs these.
  writeWhole(`${folder}/policy-errors.js`, policyErrors)
  writeWhole(
    `${folder}/policy-errors.d.ts`,
    "import type { ErrorObject } from 'ajv'\n\n" +
      '/** All that breaks schemas/policy.schema.json. */\n' +
      'export declare const policyErrors: (data: unknown) => ErrorObject[]\n',
  )
  const { version } = JSON.parse(readText('package.json'))
  writeWhole(`${folder}/version.js`, `export const version = ${JSON.stringify(version)}\n`)
  writeWhole(`${folder}/version.d.ts`, 'export declare const version: string\n')
}

class BrokenRules extends Error {}

async function readCatalog(schemas) {
  const files = list('rules', '.yaml', '.yml').map((path) => ({ path, text: readText(path) }))
  const { loadCatalog } = await loadTs('src/catalog/load.ts')
  const { SourceText } = await loadTs('src/source/text.ts')
  const at = (sources, place) => {
    const source = sources.find((one) => one.file === place.file)
    const { line, column } = source?.position(place.range.start) ?? { line: 1, column: 1 }
    return `${place.file}:${line}:${column}`
  }
  const loaded = attempt(
    () => loadCatalog(files, schemas),
    (error) => {
      const sources = files.map((file) => new SourceText(file.path, file.text))
      return `${error.place ? at(sources, error.place) : error.file} ${error.message} ${error.remedy}`
    },
  )
  if (loaded.findings.length > 0)
    throw new BrokenRules(
      loaded.findings
        .map(({ at: { place }, message, remedy }) => `${at(loaded.sources, place)} ${message} ${remedy}`)
        .join('\n'),
    )
  return loaded
}

/** Runs `read`; an error about the input becomes a message with its place, any other is a defect of ours and stays. */
function attempt(read, describe) {
  try {
    return read()
  } catch (error) {
    throw error.name === 'InputError' ? new BrokenRules(describe(error)) : error
  }
}

const notes = new Set(['title', 'description', 'default', 'examples', 'x-none'])

/** A schema without what only people and editors read: the compiled validator holds parts of the schema as it is. */
function withoutNotes(schema) {
  if (Array.isArray(schema)) return schema.map(withoutNotes)
  if (schema === null || typeof schema !== 'object') return schema
  return Object.fromEntries(
    Object.entries(schema)
      // A note is text; a property of that name is a schema.
      .filter(([key, value]) => !(notes.has(key) && (key === 'examples' || typeof value !== 'object')))
      .map(([key, value]) => [key, withoutNotes(value)]),
  )
}

/** The code of two validators: one that says whether data are a policy, one that says all that they break. */
async function compileValidators(schemas) {
  const compile = async (last, without = (code) => code) => {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      // `anyOf: [{ required: [a] }, { required: [b] }]` is how a schema says "one of these"; it names no properties.
      strictRequired: false,
      verbose: false,
      unicodeRegExp: true,
      // Findings have words of their own.
      messages: false,
      schemas: Object.values(schemas)
        .filter((schema) => schema.$id)
        .map(withoutNotes),
      // Shared definitions stay functions of their own: the code is a fifth of what it is with copies.
      inlineRefs: false,
      code: { source: true, esm: true },
    })
    const code = without(standaloneCode(ajv, { validatePolicy: schemas.policy.$id }))
    // The generated code still requires ajv's runtime helpers; bundled, the validator stands alone.
    const { outputFiles } = await build({
      stdin: { contents: `${code}\n${last}`, resolveDir: root, loader: 'js' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      write: false,
      logLevel: 'error',
    })
    return outputFiles[0].text
  }
  return {
    isPolicy: await compile('export const isPolicy = (data) => validatePolicy(data)', withoutErrors),
    policyErrors: await compile(
      'export const policyErrors = (data) => (validatePolicy(data) ? [] : validatePolicy.errors)',
    ),
  }
}

/** Validating code that only counts errors: what says where and what they are is most of the code, and few runs need it. */
function withoutErrors(code) {
  return code
    .replace(/const (err\d+) = \{.*?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/gs, '')
    .replace(
      /vErrors = vErrors === null \? validate\d+\.errors : vErrors\.concat\(validate\d+\.errors\);errors = vErrors\.length;/g,
      'errors++;',
    )
    .replace(/\b(validate\d+)\((data[\w.]*(?:\[\w+\])?), ?\{instancePath:[^{}]*\}\)/g, '$1($2)')
    .replace(/\{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}\}=\{\}/g, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generate()
  } catch (error) {
    if (!(error instanceof BrokenRules)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
