// Builds dist/: the command (bin.cjs starts cli.cjs), the library (index.js) and its types.
import { build, transform } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest, list, readText, root, writeWhole } from './files.mjs'
import { generate } from './generate.mjs'

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
    // The same code without Node's `process.env`, which the Node build asks once for every token of a file.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    plugins: [dataBeside],
  })
  const { default: catalog } = await import(
    new URL(`../src/catalog/generated/catalog.js?${Date.now()}`, import.meta.url)
  )
  writeWhole('dist/catalog.json', ascii(JSON.stringify(catalog)))
  const { pages, lawPages } = await import(new URL(`../src/catalog/generated/pages.js?${Date.now()}`, import.meta.url))
  writeWhole('dist/pages.json', ascii(JSON.stringify({ pages: pages(), lawPages: lawPages() })))
  // The loader reads it as Latin-1, which is quick. esbuild escapes what is not ASCII, but not in regular expressions.
  const text = ascii(cli.replace(/^#!.*\n/, ''))
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

/** Escapes what is not ASCII; right in JSON and in JavaScript's strings and regular expressions. */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Leaves the catalog out of the command's code, where it would stand in the code cache a second time, and the pages,
 * which most commands never open.
 */
const dataBeside = {
  name: 'data-beside',
  setup: (build) => {
    build.onLoad({ filter: /generated[\\/]pages\.js$/ }, () => ({
      contents:
        "let book\nconst open = () => (book ??= JSON.parse(require('node:fs').readFileSync(__dirname + '/pages.json', 'latin1')))\n" +
        'export const pages = () => open().pages\nexport const lawPages = () => open().lawPages',
      loader: 'js',
    }))
    build.onLoad({ filter: /generated[\\/]catalog\.js$/ }, () => ({
      contents: "export default JSON.parse(require('node:fs').readFileSync(__dirname + '/catalog.json', 'latin1'))",
      loader: 'js',
    }))
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
