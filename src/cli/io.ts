/** The world outside, as commands see it: the only way they touch files, streams and the clock. */
export type Io = {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Reads a file's bytes. @throws an error with a `code` (ENOENT, EISDIR, EACCES …) */
  read: (path: string) => Uint8Array
  write: (path: string, text: string) => void
  append: (path: string, text: string) => void
  /** What a path is; `missing` when there is nothing. */
  kind: (path: string) => 'file' | 'folder' | 'missing'
  /** Size of a file in bytes. */
  size: (path: string) => number
  /** Names in a folder, with a slash after folders' names. */
  list: (path: string) => string[]
  /** Today, ISO 8601. */
  today: () => string
  env: (name: string) => string | undefined
  color: boolean
  width: number | undefined
}

/** The outcome of a command. */
export const exit = { clean: 0, findings: 1, failed: 2 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** Wrong usage: the message is shown with a pointer to --help, and the command exits 2. */
export class UsageError extends Error {}
