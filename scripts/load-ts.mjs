// Node 20 cannot run TypeScript, so a script that needs a source file bundles it first.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { digest, root, writeWhole } from './files.mjs'

/**
 * Imports a TypeScript module of this project.
 * @param {string} entry path from the project's root, as in `src/catalog/load.ts`
 * @returns {Promise<any>} the module's exports
 * @throws when the entry does not exist or does not compile; esbuild has then printed the place
 */
export async function loadTs(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    write: false,
    logLevel: 'error',
  })
  const code = outputFiles[0].text
  // Under node_modules so that packages resolve; named by content because an import is never read again.
  const file = `node_modules/.cache/clauselint/${digest(code)}.mjs`
  writeWhole(file, code)
  return import(pathToFileURL(join(root, file)).href)
}
