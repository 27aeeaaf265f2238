import { InputError } from '../source/range.ts'
import { decodeSource, maximumBytes, SourceText } from '../source/text.ts'
import type { Report } from '../check/report.ts'
import { textEndings } from '../notice/read/read.ts'
import { OutputError, UsageError, type Io } from './io.ts'

const policyName = /\.policy\.ya?ml$/i
const skipped = new Set(['node_modules', 'dist', 'vendor'])
/** Folders nested deeper than this are a mistake or a trap. */
const deepest = 40

/** The kinds of files that a command reads when they are named: their endings. */
export const policyOnly = ['.yaml', '.yml']
export const anyNotice = [...policyOnly, ...textEndings]

/** Files found, and what could not be: one message each. */
export type Found = { files: string[]; errors: Report['errors'] }

/**
 * The files that paths mean: files as given, folders by the policies in them, each once, in order.
 * @param endings what the names of files may end in
 */
export function findFiles(paths: readonly string[], endings: readonly string[], io: Io): Found {
  const files = new Set<string>()
  const errors: Found['errors'] = []
  const fail = (path: string, message: string, remedy: string) =>
    errors.push({ error: new InputError(message, { file: path, remedy }) })
  for (const given of paths) {
    if (given === '') throw new UsageError('A path is empty.')
    const path = portable(given, io)
    const kind = kindOf(path, errors, io)
    if (kind === 'missing') fail(path, 'There is no such file or folder.', 'Check the path.')
    else if (kind === 'other')
      fail(path, 'This is neither a file nor a folder.', 'Name a file, or a folder with policies.')
    else if (kind === 'folder') {
      const before = errors.length
      const inside = policiesIn(path, io, errors)
      if (inside.length === 0 && errors.length === before)
        fail(
          path,
          'The folder holds no policy.',
          'Name policies *.policy.yaml or *.policy.yml, or give a file by its name.',
        )
      for (const file of inside) files.add(file)
    } else if (kind === 'file') {
      if (endings.some((ending) => path.toLowerCase().endsWith(ending))) files.add(path)
      else
        fail(
          path,
          `The name does not end in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}.`,
          'Name a file of that kind, or a folder with policies.',
        )
    }
  }
  return { files: [...files], errors }
}

/** What a path is; undefined when the system does not say, which is then among `errors`. */
export function kindOf(path: string, errors: Report['errors'], io: Io): ReturnType<Io['kind']> | undefined {
  return collect(() => asked(path, () => io.kind(path)), errors)
}

/** A path as it is used and printed on every machine: slashes, none doubled, no `./`. */
export function portable(path: string, io: Io): string {
  const slashed = io.separator === '\\' ? path.replaceAll('\\', '/') : path
  // Two slashes at the front name a machine on Windows.
  const plain = slashed.replace(/(?<=.)\/{2,}/g, '/').replace(/(?<=^|\/)(?:\.\/)+/g, '')
  return plain === '' ? '.' : plain
}

function policiesIn(folder: string, io: Io, errors: Found['errors'], depth = 0): string[] {
  if (depth > deepest) {
    const remedy = 'Name the policies, or a folder nearer to them.'
    errors.push({ error: new InputError(`Folders are nested more than ${deepest} deep.`, { file: folder, remedy }) })
    return []
  }
  const names = collect(() => asked(folder, () => io.list(folder)), errors) ?? []
  return names.sort().flatMap((name) => {
    const path = folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`
    if (!name.endsWith('/')) return policyName.test(name) ? [path] : []
    const bare = name.slice(0, -1)
    return bare.startsWith('.') || skipped.has(bare) ? [] : policiesIn(path.slice(0, -1), io, errors, depth + 1)
  })
}

/**
 * Reads each file and hands its text to `use`. What cannot be read, or is refused by `use` with an InputError, is added
 * to `errors` with the text that gives its place a line.
 */
export function eachSource(
  files: readonly string[],
  errors: Report['errors'],
  io: Io,
  use: (source: SourceText) => void,
): void {
  for (const file of files) {
    const source = readSource(file, errors, io)
    if (source) collect(() => use(source), errors, source)
  }
}

/** A file's text; undefined when it cannot be read or is not UTF-8, which is then among `errors`. */
export function readSource(file: string, errors: Report['errors'], io: Io): SourceText | undefined {
  const bytes = collect(
    () =>
      asked(file, () => {
        const size = io.size(file)
        // Asked before reading, so that a huge file costs no memory.
        return size > maximumBytes ? ({ length: size } as Uint8Array) : io.read(file)
      }),
    errors,
  )
  if (!bytes) return undefined
  try {
    return decodeSource(bytes, file)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    // Bytes that are not UTF-8 have their place in the text as far as it can be read.
    const readable = error.place && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    errors.push({ error, ...(readable !== undefined && { source: new SourceText(file, readable) }) })
    return undefined
  }
}

/** Writes a text to a file. @throws OutputError */
export function writeText(path: string, text: string, io: Io): void {
  written(path, () => io.write(path, text))
}

/** Adds a text to a file. @throws OutputError */
export function appendText(path: string, text: string, io: Io): void {
  written(path, () => io.append(path, text))
}

function written(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const cure = 'Check that its folder exists and may be written to.'
    throw new OutputError(`${path} cannot be written (${codeOf(error)}). ${cure}`)
  }
}

/** Runs `act`; an InputError becomes one of `errors`. Anything else is a defect of ours and stays. */
function collect<T>(act: () => T, errors: Report['errors'], source?: SourceText): T | undefined {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    errors.push({ error, ...(source && { source }) })
    return undefined
  }
}

/** Asks the system about a path. @throws InputError with the system's code */
function asked<T>(path: string, ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    const code = codeOf(error)
    const remedy = code === 'EACCES' || code === 'EPERM' ? 'Check who may read it.' : 'Check the path.'
    throw new InputError(`It cannot be read (${code}).`, { file: path, remedy })
  }
}

/** The system's code of an error: ENOENT, EACCES … @throws the error itself when it is none of the system's */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return code
  throw error
}
