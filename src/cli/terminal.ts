import type { FormatOptions } from '../format/format.ts'
import type { Io } from './io.ts'

/** What stdout can show: the terminal's width, and colours unless somebody asked for none (https://no-color.org). */
export function formatOptions(io: Io): FormatOptions {
  const terminal = io.terminal()
  if (!terminal) return { color: false }
  return { color: !io.env('NO_COLOR') && io.env('TERM') !== 'dumb', width: terminal.columns }
}
