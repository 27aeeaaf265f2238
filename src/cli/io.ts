/** The world outside, as commands see it: the only way they touch files, streams and the clock. */
export type Io = {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Reads a file's bytes. This and all below that take a path throw the system's errors, which have a `code` (EACCES …). */
  read: (path: string) => Uint8Array
  write: (path: string, text: string) => void
  append: (path: string, text: string) => void
  /** What a path is; `missing` when there is nothing, `other` for devices, pipes and sockets. */
  kind: (path: string) => 'file' | 'folder' | 'missing' | 'other'
  /** Size of a file in bytes. */
  size: (path: string) => number
  /** Names of the files and folders in a folder, with a slash after folders' names. */
  list: (path: string) => string[]
  /** Today, ISO 8601. */
  today: () => string
  env: (name: string) => string | undefined
  /** The terminal that stdout is, with its width in columns; undefined when output goes elsewhere. */
  terminal: () => { columns: number } | undefined
  /** What stands between the parts of a path on this machine. */
  separator: '/' | '\\'
}

/** The outcome of a command. */
export const exit = { clean: 0, findings: 1, failed: 2 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** Wrong usage: the message is shown with a pointer to --help, and the command exits 2. */
export class UsageError extends Error {}

/** A file cannot be written: the message says which and why, and the command exits 2. */
export class OutputError extends Error {}
