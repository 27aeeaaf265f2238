// Builds dist/: the command (bin.cjs starts cli.cjs), the library (index.js) and its types.
import { build, transform } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ascii, digest, list, readText, root, writeWhole } from './files.mjs'
import { generate } from './generate.mjs'
import { storeCatalog } from './store-catalog.mjs'

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  write: false,
  logLevel: 'error',
}

/** Builds everything. Prints nothing: `npm pack`, which runs this by `prepare`, has its output read by programs. */
export async function buildAll() {
  await generate()
  await buildCommand()
  await buildLibrary()
  buildTypes()
}

async function buildCommand() {
  const cli = await bundle({
    entryPoints: ['src/bin.ts'],
    format: 'cjs',
    minify: true,
    plugins: [dataBeside, parsersBeside],
  })
  const fresh = (name) => import(new URL(`../src/catalog/generated/${name}.js?${Date.now()}`, import.meta.url))
  storeCatalog((await fresh('catalog')).default)
  const { pages, lawPages } = await fresh('pages')
  writeWhole('dist/pages.json', ascii(JSON.stringify(pages())))
  writeWhole('dist/law-pages.json', ascii(JSON.stringify(lawPages())))
  writeWhole('dist/headings.json', ascii(JSON.stringify((await fresh('headings')).headings())))
  writeWhole(
    'dist/policy-errors.cjs',
    await bundle({ entryPoints: ['src/catalog/generated/policy-errors.js'], format: 'cjs', minify: true }),
  )
  for (const [name, file] of Object.entries(parsers))
    writeWhole(
      `dist/${file}.cjs`,
      await bundle({
        stdin: { contents: `export * from '${name}'`, resolveDir: root },
        format: 'cjs',
        minify: true,
        // The same code without Node's `process.env`, which the Node build asks once for every token of a file.
        alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
      }),
    )
  // The loader reads it as Latin-1, which is quick. esbuild escapes what is not ASCII, but not in regular expressions.
  // A function of what a module is given, and nothing put round it at each start: that would copy all of it.
  const text = ascii(
    '(run=>typeof module=="object"?module.exports=run:run)((require,__dirname)=>{' + cli.replace(/^#!.*\n/, '') + '})',
  )
  const id = digest(text)
  const loader = await transform(readText('scripts/loader.cjs'), {
    define: { BUILD: JSON.stringify(id) },
    banner: '#!/usr/bin/env node',
    minify: true,
  })
  writeWhole('dist/cli.cjs', text)
  writeWhole('dist/bin.cjs', loader.code)
  chmodSync(join(root, 'dist/bin.cjs'), 0o755)
  for (const old of list('dist', '.cache')) rmSync(join(root, old), { force: true })
  execFileSync(process.execPath, [join(root, 'scripts/warm.cjs'), id], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Leaves data out of the command's code, where it would be read at each start and stand in the code cache a second time. */
const dataBeside = {
  name: 'data-beside',
  setup: (build) => {
    const parsed = (name) => `JSON.parse(require('node:fs').readFileSync(__dirname + '/${name}.json', 'latin1'))`
    const load = (name, contents) =>
      build.onLoad({ filter: new RegExp(`generated[\\\\/]${name}\\.js$`) }, () => ({ contents, loader: 'js' }))
    load('catalog', readText('scripts/stored-catalog.mjs'))
    const lazily = (name, file) => `let ${name}_\nexport const ${name} = () => (${name}_ ??= ${parsed(file)})`
    load('pages', `${lazily('pages', 'pages')}\n${lazily('lawPages', 'law-pages')}`)
    load('headings', lazily('headings', 'headings'))
    load('policy-errors', "export const policyErrors = (data) => require('./policy-errors.cjs').policyErrors(data)")
    build.onResolve({ filter: /^\.\/policy-errors\.cjs$/ }, ({ path }) => ({ path, external: true }))
  },
}

/** The parsers that are loaded when first needed (see src/source/lazy-parsers.ts), by package: their files in dist/. */
const parsers = { htmlparser2: 'html', '@lezer/markdown': 'markdown', yaml: 'yaml' }

/** Leaves those parsers out of the command's code, and with them what only an ECMAScript module needs to load them. */
const parsersBeside = {
  name: 'parsers-beside',
  setup: (build) => {
    build.onResolve({ filter: /^node:module$/ }, ({ path }) => ({ path, namespace: 'unused' }))
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export const createRequire = undefined' }))
    for (const [name, file] of Object.entries(parsers))
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: `./${file}.cjs`, external: true }))
  },
}

async function buildLibrary() {
  writeWhole('dist/index.js', await bundle({ entryPoints: ['src/index.ts'], format: 'esm', packages: 'external' }))
}

function buildTypes() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  rmSync(join(root, 'dist/types'), { recursive: true, force: true })
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] })
  // tsc writes declarations of what it compiles and leaves those that were declarations before.
  for (const path of list('src/catalog/generated', '.d.ts'))
    cpSync(join(root, path), join(root, path.replace('src/', 'dist/types/')))
}

async function bundle(options) {
  const { outputFiles } = await build({ ...common, ...options })
  return outputFiles[0].text
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
