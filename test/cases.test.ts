import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { version } from '../src/catalog/generated/version.js'
import { clauselint, type World } from './cli/fake-io.ts'

// Whole-tool stories, a file each in test/cases/: what it is about, then files, commands and what they print.
//
//   == privacy.policy.yaml      a file, written before what follows; a name that is there already is written anew
//   == $ clauselint check .     a command, its stdout below
//   == stderr                   what it prints there, if it prints anything
//   == exit 1
//
// With UPDATE_CASES=1 in the environment the outputs are written anew: read every line of the diff.

const folder = fileURLToPath(new URL('cases/', import.meta.url))
const update = process.env.UPDATE_CASES === '1'

test.each(readdirSync(folder))('%s', (name) => {
  const told = readFileSync(folder + name, 'utf8')
  const happened = tell(told)
  if (update) writeFileSync(folder + name, happened)
  else expect(happened).toBe(told)
})

/** The story as it happens: the same text with what the commands print and return today. */
function tell(story: string): string {
  const world: World = { files: {} }
  const [about = '', ...parts] = story.split(/^== /m)
  const happened = parts.flatMap((part) => {
    const [title, text] = cut(part)
    if (title === 'stderr' || title.startsWith('exit ')) return []
    if (!title.startsWith('$ clauselint')) {
      world.files[title] = text.replace(/\n\n$/, '\n')
      return [`== ${part}`]
    }
    const args = title.split(' ').slice(2)
    const { stdout, stderr, code } = clauselint(world, ...args)
    // Stories outlive releases.
    const printed = stdout.replaceAll(`"version": "${version}"`, '"version": "x.y.z"')
    return [`== ${title}\n${printed}`, ...(stderr === '' ? [] : [`== stderr\n${stderr}`]), `== exit ${code}\n\n`]
  })
  return `${about}${happened.join('')}`.replace(/\n+$/, '\n')
}

function cut(part: string): [string, string] {
  const end = part.indexOf('\n')
  return end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)]
}
