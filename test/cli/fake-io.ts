import { main } from '../../src/cli/main.ts'
import type { ExitCode, Io } from '../../src/cli/io.ts'

/** A machine in memory: files by path, from the folder the command runs in. Folders are the paths of the files in them. */
export type World = {
  files: Record<string, string | Uint8Array>
  /** Sizes that files claim to have, in bytes. */
  sizes?: Record<string, number>
  /** Paths that the system refuses, with its code (EACCES), whatever is asked of them. */
  refused?: Record<string, string>
  /** Paths that are devices or pipes. */
  devices?: string[]
  env?: Record<string, string>
  terminal?: { columns: number }
  separator?: Io['separator']
  today?: string
}

/** What a command did. `files` are those it wrote or added to, by path. */
export type Outcome = { code: ExitCode; stdout: string; stderr: string; files: Record<string, string> }

/** Today in every world that does not say otherwise. */
const today = '2026-11-22'

/** Runs the command in a world. What it writes is in the world afterwards. */
export function clauselint(world: World, ...args: string[]): Outcome {
  const outcome = { stdout: '', stderr: '', files: {} as Record<string, string> }
  const io = fakeIo(world, outcome)
  const code = main(args, io)
  return { code, ...outcome }
}

/** The outside of a world; `outcome` collects what is printed and written. */
export function fakeIo(world: World, outcome: Omit<Outcome, 'code'>): Io {
  const separator = world.separator ?? '/'
  const plain = (path: string) => path.replaceAll(separator, '/').replace(/(?<=.)\/+$/, '')
  const find = (path: string) => {
    const name = plain(path)
    const code = world.refused?.[name]
    if (code !== undefined) throw Object.assign(new Error(`${code}: refused, '${path}'`), { code, syscall: 'open' })
    return { name, content: world.files[name] }
  }
  const missing = (path: string) =>
    Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT', syscall: 'open' })
  const bytesOf = (path: string): Uint8Array => {
    const { content } = find(path)
    if (content === undefined) throw missing(path)
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  const inside = (folder: string) => {
    const prefix = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`
    return Object.keys(world.files)
      .filter((path) => path.startsWith(prefix) && (folder !== '.' || !path.startsWith('/')))
      .map((path) => path.slice(prefix.length))
  }
  const keep = (path: string, text: string) => {
    const { name } = find(path)
    const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.'
    if (folder !== '.' && inside(folder).length === 0) throw missing(path)
    world.files[name] = text
    outcome.files[name] = text
  }
  return {
    stdout: (text) => void (outcome.stdout += text),
    stderr: (text) => void (outcome.stderr += text),
    read: bytesOf,
    write: keep,
    append: (path, text) =>
      keep(path, new TextDecoder().decode(world.files[plain(path)] === undefined ? undefined : bytesOf(path)) + text),
    kind: (path) => {
      const { name, content } = find(path)
      if (world.devices?.includes(name)) return 'other'
      if (content !== undefined) return 'file'
      return name === '.' || inside(name).length > 0 ? 'folder' : 'missing'
    },
    size: (path) => world.sizes?.[plain(path)] ?? bytesOf(path).length,
    list: (path) => {
      const { name } = find(path)
      const names = inside(name).map((below) => below.replace(/\/.*/s, '/'))
      // Another order than the one wanted, as file systems have it.
      return [...new Set(names)].sort().reverse()
    },
    today: () => world.today ?? today,
    env: (name) => world.env?.[name],
    terminal: () => world.terminal,
    separator,
  }
}
