import { appendFileSync, fstatSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { sep } from 'node:path'
import { main } from './cli/main.ts'
import type { Io } from './cli/io.ts'

/** Writes all of a text, waiting where a pipe is full; a reader that has gone away is no fault of ours. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as { code?: string }
      // EOF is what Windows says of a closed pipe.
      if (code === 'EPIPE' || code === 'EOF') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}

// Not from node:os, which a short run has no other use for.
const devNull = process.platform === 'win32' ? String.raw`\\.\nul` : '/dev/null'

/** Asking `process.stdout` loads Node's network and stream code, so it is asked only where there can be a terminal. */
function mayBeTerminal(): boolean {
  try {
    const out = fstatSync(1)
    return out.isCharacterDevice() && out.rdev !== statSync(devNull, { throwIfNoEntry: false })?.rdev
  } catch {
    return false
  }
}

const io: Io = {
  stdout: (text) => writeAll(1, text),
  stderr: (text) => writeAll(2, text),
  read: (path) => readFileSync(path),
  write: (path, text) => writeFileSync(path, text),
  append: (path, text) => appendFileSync(path, text),
  kind: (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return 'missing'
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other'
  },
  size: (path) => statSync(path).size,
  // Links are not followed: a stranger's branch must not lead the way out of its own folder.
  list: (path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)),
  today: () => new Date().toISOString().slice(0, 10),
  env: (name) => process.env[name],
  terminal: () => (mayBeTerminal() && process.stdout.isTTY ? { columns: process.stdout.columns } : undefined),
  separator: sep,
}

// All is written by now. To exit is quicker than to leave it to Node, which first clears up all that was used.
process.exit(main(process.argv.slice(2), io))
