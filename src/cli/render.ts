import catalog from '../catalog/generated/catalog.js'
import { compose } from '../notice/compose.ts'
import { loadPolicy } from '../policy/policy.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { showDifference } from '../render/difference.ts'
import { printable } from '../format/escape.ts'
import { InputError } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import type { Report } from '../check/report.ts'
import { parse } from './args.ts'
import { showErrors } from './errors.ts'
import { findFiles, readSource } from './files.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const renderHelp = `Usage: clauselint render [options] <policy>
       clauselint render --check <policies or folders>

Renders a policy as its canonical Markdown text.

Options:
  --out FILE   write the text there instead of printing it
  --check      compare each policy's text with the one committed beside it (privacy.policy.yaml with privacy.md),
               or with --out FILE for a single policy; show what differs, word by word, and exit 1 if anything does
  --help       show this

Exit codes: 0 done (or nothing differs), 1 a committed text is stale, 2 something could not be read or rendered.
`

/** `clauselint render`. */
export function render(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, { out: { type: 'string' }, check: { type: 'boolean' } })
  const out = typeof values.out === 'string' ? values.out : undefined
  if (positionals.length === 0) throw new UsageError('Name the policy to render.')
  const found = findFiles(positionals, io)
  const errors: Report['errors'] = found.errors.map((error) => ({ error }))
  if (found.files.length > 1 && (out !== undefined || !values.check))
    throw new UsageError('Render one policy at a time; --check without --out takes several.')
  let stale = false
  for (const file of found.files) {
    let source: SourceText | undefined
    try {
      source = readSource(file, io)
      const text = renderSource(source)
      if (values.check) stale = isStale(file, out ?? beside(file), text, io) || stale
      else if (out === undefined) io.stdout(text)
      else io.write(out, text)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors.push({ error, ...(source && { source }) })
    }
  }
  showErrors(errors, io)
  return errors.length > 0 ? exit.failed : stale ? exit.findings : exit.clean
}

/** The canonical text. @throws InputError when the policy breaks its schema or a slot has no words */
function renderSource(source: SourceText): string {
  const { policy, findings } = loadPolicy(source, catalog)
  const composed = policy && compose(policy, catalog)
  const fault = [...findings, ...(composed?.findings ?? [])][0]
  if (fault || !composed)
    throw new InputError(fault?.message ?? 'The policy cannot be rendered.', {
      file: source.file,
      remedy: fault?.remedy ?? '',
      ...(fault && { range: fault.at.place.range }),
    })
  return renderMarkdown(composed.notice)
}

/** `privacy.policy.yaml` has its text in `privacy.md`. */
function beside(file: string): string {
  return file.replace(/(\.policy)?\.ya?ml$/i, '.md')
}

function isStale(file: string, target: string, text: string, io: Io): boolean {
  if (io.kind(target) === 'missing') {
    io.stdout(`${printable(`${target} does not exist. Write it: clauselint render ${file} --out ${target}`)}\n`)
    return true
  }
  // A checkout may have turned line ends; they are no difference.
  const committed = readSource(target, io).text.replaceAll('\r\n', '\n')
  if (committed === text) return false
  const difference = showDifference(committed, text)
  io.stdout(
    `${printable(`${target} is stale: it differs from what ${file} renders. Write it anew: clauselint render ${file} --out ${target}`)}\n`,
  )
  io.stdout(`${difference.split('\n').map(printable).join('\n')}\n`)
  return true
}
