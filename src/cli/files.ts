import { InputError } from '../source/range.ts'
import { decodeSource, maximumBytes, type SourceText } from '../source/text.ts'
import type { Io } from './io.ts'

const policyName = /\.policy\.ya?ml$/i
const readable = /\.(ya?ml|md|markdown|txt)$/i
const skipped = new Set(['node_modules', 'dist', 'vendor'])
/** Folders nested deeper than this are a mistake or a trap. */
const deepest = 40

/** Files found, and what could not be: one message each. */
export type Found = { files: string[]; errors: InputError[] }

/** The files that paths mean: files as given, folders by the policies in them, each once, in order. */
export function findFiles(paths: readonly string[], io: Io): Found {
  const files = new Set<string>()
  const errors: InputError[] = []
  for (const path of paths) {
    const kind = io.kind(path)
    if (kind === 'missing')
      errors.push(new InputError(`There is no file or folder ${path}.`, { file: path, remedy: 'Check the path.' }))
    else if (kind === 'file' && !readable.test(path))
      errors.push(
        new InputError(`${path} is no policy: its name does not end in .yaml, .yml, .md or .txt.`, {
          file: path,
          remedy: 'Name a policy file, or a folder with policies.',
        }),
      )
    else if (kind === 'file') files.add(path)
    else {
      const inside = policiesIn(path, io, 0)
      if (inside.length === 0)
        errors.push(
          new InputError(`${path} holds no policy.`, {
            file: path,
            remedy: 'Name policies *.policy.yaml or *.policy.yml, or give a file by its name.',
          }),
        )
      for (const file of inside) files.add(file)
    }
  }
  return { files: [...files], errors }
}

function policiesIn(folder: string, io: Io, depth: number): string[] {
  if (depth > deepest) return []
  return io
    .list(folder)
    .sort()
    .flatMap((name) => {
      const path = folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`
      if (!name.endsWith('/')) return policyName.test(name) ? [path] : []
      const bare = name.slice(0, -1)
      return bare.startsWith('.') || skipped.has(bare) ? [] : policiesIn(path.slice(0, -1), io, depth + 1)
    })
}

/** Reads and decodes a file. @throws InputError */
export function readSource(path: string, io: Io): SourceText {
  try {
    const size = io.size(path)
    // Checked before reading, so that a huge file costs no memory.
    if (size > maximumBytes) return decodeSource({ length: size } as Uint8Array, path)
    return decodeSource(io.read(path), path)
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as { code?: string }).code
    throw new InputError(
      code === 'EACCES'
        ? `${path} may not be read.`
        : `${path} cannot be read${code === undefined ? '' : ` (${code})`}.`,
      {
        file: path,
        remedy: 'Check the path and its permissions.',
      },
    )
  }
}
