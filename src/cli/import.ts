import catalog from '../catalog/generated/catalog.js'
import { checkSource } from '../check/run.ts'
import { printable } from '../format/escape.ts'
import { plural } from '../format/places.ts'
import { importNotice, type Draft } from '../import/draft.ts'
import { InputError } from '../source/range.ts'
import type { SourceText } from '../source/text.ts'
import { parse } from './args.ts'
import { isTrouble, showTrouble, type Trouble } from './errors.ts'
import { textEndings } from '../notice/read/read.ts'
import { eachSource, findFiles, kindOf, portable, writeText } from './files.ts'
import { exit, OutputError, UsageError, type ExitCode, type Io } from './io.ts'

export const importHelp = `Usage: clauselint import [options] <published notice>

Makes a draft policy in YAML from a published notice (.md, .html, .txt): its sections with the text word for word, and
the facts that the text states without doubt, each with a comment that quotes the words it came from. Nothing is
guessed. What is in doubt or was not understood is listed in comments.

Options:
  --out FILE  write the draft there (.yaml or .yml) instead of printing it
  --force     replace FILE if it exists
  --help      show this

Exit codes: 0 done, 2 something could not be read or written.
`

/** `clauselint import`. */
export function importText(args: readonly string[], io: Io): ExitCode {
  const { values, positionals } = parse(args, { out: { type: 'string' }, force: { type: 'boolean' } })
  const [path] = positionals
  if (path === undefined) throw new UsageError('Name the published notice to import.')
  if (positionals.length > 1) throw new UsageError(`These are ${positionals.length} texts; import one at a time.`)
  if (values.force && values.out === undefined) throw new UsageError('--force replaces the file of --out; name it.')
  const out = typeof values.out === 'string' ? outFile(values.out, io) : undefined
  const { files, errors } = findFiles([path], textEndings, io)
  const trouble: Trouble = { files: [], errors }
  let draft: Draft | undefined
  eachSource(files, errors, io, (source) => {
    draft = draftOf(source, io)
  })
  if (out !== undefined && !values.force && kindOf(out, errors, io) === 'file')
    throw new OutputError(`${out} exists, and a draft would replace it. Name another file, or give --force.`)
  if (isTrouble(trouble) || !draft) {
    showTrouble(trouble, io)
    return exit.failed
  }
  if (out === undefined) io.stdout(draft.yaml)
  else writeText(out, draft.yaml, io)
  io.stderr(`${printable(summary(draft, path, out))}\n`)
  return exit.clean
}

/** @throws InputError when the text has no words */
function draftOf(source: SourceText, io: Io): Draft {
  const { notice } = checkSource(source, io.today(), catalog)
  const draft = notice && importNotice(source, notice, catalog)
  if (draft) return draft
  throw new InputError('There are no words in it.', { file: source.file, remedy: 'Name the text of a privacy policy.' })
}

function outFile(given: string, io: Io): string {
  if (given === '') throw new UsageError('--out is empty; name the file to write.')
  if (!/\.ya?ml$/i.test(given)) throw new UsageError(`--out is "${given}"; a policy's name ends in .yaml or .yml.`)
  return portable(given, io)
}

function summary({ sections, facts, doubts, unread }: Draft, file: string, out: string | undefined): string {
  const made = `${file}: ${plural(sections, 'section')} and ${plural(facts, 'fact')}${out === undefined ? '' : ` written to ${out}`}.`
  const listed = [
    ...(doubts.length > 0
      ? [`${plural(doubts.length, 'fact')} in doubt (${doubts.map(({ path }) => path).join(', ')})`]
      : []),
    ...(unread.length > 0 ? [`${plural(unread.length, 'passage')} not understood`] : []),
  ]
  return listed.length === 0 ? made : `${made} Listed in its comments: ${listed.join('; ')}.`
}
