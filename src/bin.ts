import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
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
      if (code === 'EAGAIN') continue
      if (code === 'EPIPE') return
      throw error
    }
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
    return stat === undefined ? 'missing' : stat.isDirectory() ? 'folder' : 'file'
  },
  size: (path) => statSync(path).size,
  // Links are not followed: a stranger's branch must not lead the way out of its own folder.
  list: (path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)),
  today: () => new Date().toISOString().slice(0, 10),
  env: (name) => process.env[name],
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  width: process.stdout.isTTY ? process.stdout.columns : undefined,
}

process.exitCode = main(process.argv.slice(2), io)
