// Starts the command. Becomes dist/bin.cjs, with BUILD replaced by the digest of dist/cli.cjs.
//
// Most of a short run is the compiling of our own code, so the build keeps what V8 made of it in a file named after
// this very code and this very Node. Any other Node finds no such file and compiles as usual; nothing is written here.
'use strict'

// A short run ends before optimised code pays for itself, and on a busy machine its making competes with the run: V8 is
// told to wait about twelve times as long as usual before it optimises. A long run still gets there. From version 12
// on (Node 22) V8 has no such flag and says so.
if (Number.parseInt(process.versions.v8) < 12) require('node:v8').setFlagsFromString('--interrupt-budget=800000')

const { readFileSync } = require('node:fs')

const cache = read(`cli.${BUILD}.${process.version}-${process.platform}-${process.arch}.cache`)
if (cache) {
  const { Script } = require('node:vm')
  const filename = `${__dirname}/cli.cjs`
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: cache })
  script.runInThisContext()(require, __dirname)
} else {
  // From Node 22.8 on, Node keeps such a file by itself, in the user's folder for temporary files.
  require('node:module').enableCompileCache?.()
  require(`${__dirname}/cli.cjs`)(require, __dirname)
}

function read(name) {
  try {
    return readFileSync(`${__dirname}/${name}`)
  } catch {
    return undefined
  }
}
