import { closest } from '../catalog/closest.ts'
import { version } from '../catalog/generated/version.js'
import { printable } from '../format/escape.ts'
import { check, checkHelp } from './check.ts'
import { coverage, coverageHelp } from './coverage.ts'
import { explain, explainHelp } from './explain.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'
import { render, renderHelp } from './render.ts'

const help = `clauselint ${version}: a compiler for privacy policies

Usage: clauselint <command> [options] [paths]

Commands:
  check      find what is wrong with policies, at the exact words, with the law and the cure
  coverage   show which disclosures a notice makes, with evidence, and the verdict on each provision
  render     turn a policy into its canonical text, or check that the committed text is not stale
  explain    tell what a rule asks and why

Options:
  --help      show this; after a command, show its options
  --version   show the version
`

type Command = { run: (args: readonly string[], io: Io) => ExitCode; help: string }
const commands: Readonly<Record<string, Command>> = {
  check: { run: check, help: checkHelp },
  coverage: { run: coverage, help: coverageHelp },
  render: { run: render, help: renderHelp },
  explain: { run: explain, help: explainHelp },
}

/**
 * The command line. Pure but for what `io` does.
 * @param args the arguments after the program's name
 * @returns the exit code: 0 clean, 1 findings at or above the fail level, 2 could not run
 */
export function main(args: readonly string[], io: Io): ExitCode {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') return done(io, `${version}\n`)
  if (name === '--help' || name === '-h' || name === 'help') return done(io, commandOf(rest[0])?.help ?? help)
  if (name === undefined) {
    io.stderr(help)
    return exit.failed
  }
  const command = commandOf(name)
  if (!command) {
    const guess = closest(name, Object.keys(commands))
    io.stderr(
      `${printable(`error: There is no command "${name}".`)} ${guess === undefined ? 'See clauselint --help.' : `Did you mean "${guess}"?`}\n`,
    )
    return exit.failed
  }
  const end = rest.indexOf('--')
  const flags = end < 0 ? rest : rest.slice(0, end)
  if (flags.includes('--help') || flags.includes('-h')) return done(io, command.help)
  try {
    return command.run(rest, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.stderr(`${printable(`error: ${error.message}`)} See clauselint ${name} --help.\n`)
    return exit.failed
  }
}

function commandOf(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
}

function done(io: Io, text: string): ExitCode {
  io.stdout(text)
  return exit.clean
}
