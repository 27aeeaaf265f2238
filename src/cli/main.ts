import { closest } from '../catalog/closest.ts'
import { version } from '../catalog/generated/version.js'
import { printable } from '../format/escape.ts'
import { check, checkHelp } from './check.ts'
import { coverage, coverageHelp } from './coverage.ts'
import { explain, explainHelp } from './explain.ts'
import { importHelp, importText } from './import.ts'
import { exit, OutputError, UsageError, type ExitCode, type Io } from './io.ts'
import { laws, lawsHelp } from './laws.ts'
import { render, renderHelp } from './render.ts'

const help = `clauselint ${version}: a compiler for privacy policies

Usage: clauselint <command> [options] [paths]

Commands:
  check      find what is wrong with policies, at the exact words, with the law and the cure
  coverage   show which disclosures a notice makes, with evidence, and the verdict on each provision
  render     turn a policy into its canonical text, or check that the committed text is not stale
  import     turn a published text into a draft policy, word for word
  explain    tell what a rule, a law or a provision asks and why
  laws       list the laws with their dates and when each was last checked

Options:
  --help      show this; after a command, show its options
  --version   show the version
`

type Command = { run: (args: readonly string[], io: Io) => ExitCode; help: string }
const commands: Readonly<Record<string, Command>> = {
  check: { run: check, help: checkHelp },
  coverage: { run: coverage, help: coverageHelp },
  render: { run: render, help: renderHelp },
  import: { run: importText, help: importHelp },
  explain: { run: explain, help: explainHelp },
  laws: { run: laws, help: lawsHelp },
}

/**
 * The command line. Pure but for what `io` does; throws nothing.
 * @param args the arguments after the program's name
 * @returns the exit code: 0 clean, 1 findings at or above the fail level, 2 could not run
 */
export function main(args: readonly string[], io: Io): ExitCode {
  try {
    return run(args, io)
  } catch (error) {
    io.stderr(`${lastWords(error, args[0] ?? '', io)}\n`)
    return exit.failed
  }
}

function run([name, ...rest]: readonly string[], io: Io): ExitCode {
  if (name === undefined) {
    io.stderr(help)
    return exit.failed
  }
  if (name === '--version' || name === '-v') return done(io, `${version}\n`)
  if (name === '--help' || name === '-h' || name === 'help')
    return done(io, rest[0] === undefined ? help : commandOf(rest[0]).help)
  const command = commandOf(name)
  const end = rest.indexOf('--')
  const flags = end < 0 ? rest : rest.slice(0, end)
  if (flags.includes('--help') || flags.includes('-h')) return done(io, command.help)
  return command.run(rest, io)
}

/** A command by its name. @throws UsageError */
function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command
  const guess = closest(name, Object.keys(commands))
  throw new UsageError(`There is no command "${name}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`)
}

/** One line on why nothing was done. */
function lastWords(error: unknown, name: string, io: Io): string {
  if (error instanceof OutputError) return printable(`error: ${error.message}`)
  if (error instanceof UsageError)
    return printable(`error: ${error.message} See clauselint ${Object.hasOwn(commands, name) ? `${name} ` : ''}--help.`)
  // The system's own errors that nothing above expects: a full disk under stdout.
  if (error instanceof Error && 'syscall' in error) return printable(`error: ${error.message}`)
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const line = printable(`clauselint: internal error: ${message.replace(/\.$/, '')}.`)
  return io.env('CLAUSELINT_DEBUG') === '1'
    ? [line, ...(stack ?? '').split('\n').map(printable)].join('\n')
    : `${line} Please report it, with the command and, if you may, the policy; CLAUSELINT_DEBUG=1 shows where it happened.`
}

function done(io: Io, text: string): ExitCode {
  io.stdout(text)
  return exit.clean
}
