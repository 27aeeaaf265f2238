// npm runs this after an install in a clone and when it installs from a git URL, as pre-commit does. The published
// package is built and has no scripts. Nothing is printed but errors: `npm pack` runs this too, and programs read it.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './files.mjs'

const { resolve } = createRequire(import.meta.url)

if (!canBuild() && process.env.npm_config_global === 'true') installTools()

if (canBuild()) {
  const { buildAll } = await import('./build.mjs')
  await buildAll()
} else if (!existsSync(join(root, 'dist/bin.cjs'))) {
  console.error('clauselint is built from its source; that needs its development dependencies: npm ci --include=dev')
  process.exitCode = 1
}

function canBuild() {
  return ['ajv', 'esbuild', 'typescript'].every((name) => {
    try {
      return resolve(name) !== ''
    } catch {
      return false
    }
  })
}

/**
 * A global install from a git URL runs this without the development dependencies that npm promises to it
 * (https://github.com/npm/cli/issues/8440); pre-commit installs like that.
 */
function installTools() {
  const npm = process.env.npm_execpath
  if (!npm) return
  const flags = ['--global=false', '--include=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  execFileSync(process.execPath, [npm, 'ci', ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
}
