// Writes the file of compiled code that dist/bin.cjs starts from: runs the command once, on a policy without findings and
// on one with some, so that the functions a common run needs are in it, and keeps what V8 has compiled by then.
'use strict'

// The same flag as in the loader: V8 refuses compiled code that was made under other flags.
if (Number.parseInt(process.versions.v8) < 12) require('node:v8').setFlagsFromString('--interrupt-budget=800000')

const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const [node, , build] = process.argv
const dist = join(__dirname, '../dist')
const filename = join(dist, 'cli.cjs')
const policies = ['model', 'infuze']
  .map((name) => join(__dirname, `../policies/${name}.policy.yaml`))
  .filter((path) => existsSync(path))

// V8 knows a source by its length and its options: they must be those of the loader.
const script = new Script(readFileSync(filename, 'latin1'), { filename })
process.argv = [node, join(dist, 'bin.cjs'), ...(policies.length > 0 ? ['check', ...policies] : ['--version'])]
process.on('exit', () => {
  const name = `cli.${build}.${process.version}-${process.platform}-${process.arch}.cache`
  writeFileSync(join(dist, name), script.createCachedData())
  process.exitCode = 0
})
script.runInThisContext()(createRequire(filename), dist)
