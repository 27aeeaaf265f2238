import catalog from '../catalog/generated/catalog.js'
import type { Finding } from '../finding.ts'
import { printable } from '../format/escape.ts'
import { compose } from '../notice/compose.ts'
import { loadPolicy } from '../policy/policy.ts'
import { showDifference } from '../render/difference.ts'
import { renderMarkdown } from '../render/markdown.ts'
import type { SourceText } from '../source/text.ts'
import { parse } from './args.ts'
import { isTrouble, showTrouble, type Trouble } from './errors.ts'
import { eachSource, findFiles, kindOf, policyOnly, portable, readSource, writeText } from './files.ts'
import { exit, UsageError, type ExitCode, type Io } from './io.ts'

export const renderHelp = `Usage: clauselint render [options] <policy>
       clauselint render --check [options] [policies or folders]

Renders a policy as its canonical Markdown text.

Options:
  --out FILE  write the text there instead of printing it
  --check     compare each policy's text with the one committed beside it (privacy.policy.yaml with privacy.md),
              or with --out FILE for a single policy; show what differs, word by word, and exit 1 if anything does
  --help      show this

Exit codes: 0 done (or nothing differs), 1 a committed text is stale, 2 something could not be read or rendered.
`

/** `clauselint render`. */
export function render(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, { out: { type: 'string' }, check: { type: 'boolean' } })
  const out = typeof values.out === 'string' ? values.out : undefined
  if (out === '') throw new UsageError('--out is empty; name the file to write.')
  if (positionals.length === 0 && !values.check) throw new UsageError('Name the policy to render.')
  const { files, errors } = findFiles(positionals.length > 0 ? positionals : ['.'], policyOnly, io)
  if (files.length > 1 && !values.check)
    throw new UsageError(`These are ${files.length} policies; render one at a time.`)
  if (files.length > 1 && out !== undefined)
    throw new UsageError(`These are ${files.length} policies; --check with --out compares one.`)
  const target = out === undefined ? undefined : portable(out, io)
  if (target !== undefined && target === files[0]) throw new UsageError('--out is the policy itself.')

  const trouble: Trouble = { files: [], errors }
  const stale: string[] = []
  eachSource(files, errors, io, (source) => {
    const { text, findings } = textOf(source)
    if (text === undefined) trouble.files.push({ file: source.file, source, findings })
    else if (values.check) {
      if (isStale(source.file, target ?? beside(source.file), text, trouble, io)) stale.push(source.file)
    } else if (target === undefined) io.stdout(text)
    else writeText(target, text, io)
  })
  if (isTrouble(trouble)) showTrouble(trouble, io)
  return isTrouble(trouble) ? exit.failed : stale.length > 0 ? exit.findings : exit.clean
}

/** The canonical text, or what forbids to render it: faults against the schema, slots without words. */
function textOf(source: SourceText): { text?: string; findings: Finding[] } {
  const { policy, findings } = loadPolicy(source, catalog)
  if (!policy || findings.length > 0) return { findings }
  const composed = compose(policy, catalog)
  if (composed.findings.length > 0) return { findings: composed.findings }
  return { text: renderMarkdown(composed.notice), findings: [] }
}

/** `privacy.policy.yaml` has its text in `privacy.md`. */
function beside(file: string): string {
  return file.replace(/(\.policy)?\.ya?ml$/i, '.md')
}

function isStale(file: string, target: string, text: string, { errors }: Trouble, io: Io): boolean {
  const say = (words: string) => io.stdout(`${printable(words)}\n`)
  const write = `clauselint render ${shellWord(file)} --out ${shellWord(target)}`
  const kind = kindOf(target, errors, io)
  if (kind === 'missing') {
    say(`${target} does not exist. Write it: ${write}`)
    return true
  }
  const committed = kind && readSource(target, errors, io)?.text
  // A checkout may have turned line ends; they are no difference.
  if (committed === undefined || committed.replaceAll('\r\n', '\n') === text) return false
  say(`${target} is stale: it differs from what ${file} renders. Write it anew: ${write}`)
  showDifference(committed.replaceAll('\r\n', '\n'), text).split('\n').forEach(say)
  return true
}

/** A path as a shell takes it. */
function shellWord(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
