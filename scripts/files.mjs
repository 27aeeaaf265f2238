import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The text of a file named by its path from the root. @param {string} path */
export function readText(path) {
  return readFileSync(join(root, path), 'utf8')
}

/**
 * Writes a file so that another process sees either the old content or the new one.
 * @param {string} path from the root
 * @param {string | Uint8Array} content
 */
export function writeWhole(path, content) {
  const file = join(root, path)
  const draft = `${file}.${process.pid}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(draft, content)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Paths from the root of the files in a folder (and below it) that end in one of `endings`, in one order everywhere.
 * @param {string} folder
 * @param {string[]} endings
 * @returns {string[]} empty when there is no such folder
 */
export function list(folder, ...endings) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
      .sort()
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

/** A short name for a content. @param {string | Uint8Array} content */
export function digest(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 12)
}

/** Escapes what is not ASCII; right in JSON and in JavaScript's strings and regular expressions. */
export function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
