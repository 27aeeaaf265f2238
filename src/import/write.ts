import type { Catalog } from '../catalog/types.ts'
import type { WrittenYaml } from '../source/yaml-write.ts'
import type { Doubt, Facts, Member, Sourced } from './facts.ts'
import { quoted } from './quote.ts'
import type { Passage } from './unread.ts'

/** A section as the draft has it. Its body is Markdown; empty when the text has nothing under the heading. */
export type DraftSection = { id: string; topic: string; heading?: string; body: string }

type Parts = {
  file: string
  language: string
  title?: string
  sections: readonly DraftSection[]
  facts: Facts
  /** Jurisdictions that the text speaks of, with the words that say so. */
  spoken: readonly Sourced[]
  doubts: readonly Doubt[]
  unread: readonly Passage[]
  catalog: Catalog
}

const schema = 'yaml-language-server: $schema=./node_modules/clauselint/schemas/policy.schema.json'

/** The draft as a document to be written: the facts in the schema's order, then the sections, with comments. */
export function draftYaml(parts: Parts): { root: WrittenYaml; comments: { top: string; end?: string } } {
  const root: WrittenYaml & { map: Entry[] } = { map: [{ key: 'clauselint', value: { scalar: 1 } }] }
  if (parts.title !== undefined) root.map.push({ key: 'title', value: { scalar: parts.title } })
  root.map.push({ key: 'language', value: { scalar: parts.language } })
  root.map.push({ key: 'numbering', value: { scalar: 'authored' }, before: undeclared(parts.spoken) })
  for (const path of Object.keys(parts.catalog.facts)) {
    const value = factAt(path, parts.facts)
    if (value) put(root, path.split('.'), value)
  }
  const sections = parts.sections.map(sectionYaml)
  if (sections.length > 0) root.map.push({ key: 'sections', value: { list: sections }, gap: true })
  const end = unreadComment(parts)
  return { root, comments: { top: topComment(parts), ...(end !== undefined && { end }) } }
}

/** Whose law is judged is for the author to say; what the text leads to is shown. */
function undeclared(spoken: readonly Sourced[]): string {
  const declare = 'Declare whose people the notice addresses, which decides whose law is judged'
  if (spoken.length === 0) return `${declare}: addresses: [EU, US-CA]`
  const codes = spoken.map(({ value }) => value).join(', ')
  const because = spoken.map(({ value, from }) => `  ${value}: ${quoted(from)}`)
  return [`${declare}. The text leads to these:`, `addresses: [${codes}]`, ...because].join('\n')
}

type Entry = { key: string; value: WrittenYaml; before?: string; gap?: true }

function factAt(path: string, { values, codes, members }: Facts): WrittenYaml | undefined {
  const value = values.get(path)
  if (value) return scalar(value)
  const list = codes.get(path)
  if (list && list.length > 0) return { list: list.map(scalar) }
  const facts = members.get(path)
  return facts && { list: facts.map(memberYaml) }
}

function memberYaml(member: Member): WrittenYaml {
  const made: WrittenYaml & { map: Entry[] } = { map: [] }
  for (const [path, said] of member) {
    const many = path.endsWith('.*')
    put(made, path.replace(/\.\*$/, '').split('.'), many ? { list: said.map(scalar) } : scalar(said[0] as Sourced))
  }
  return made
}

function scalar({ value, from }: Sourced): WrittenYaml {
  return { scalar: value, comment: quoted(from) }
}

/** Puts a value under a path of keys. */
function put(into: { map: Entry[] }, [key = '', ...rest]: readonly string[], value: WrittenYaml): void {
  const entry = into.map.find((one) => one.key === key)
  if (rest.length === 0) into.map.push({ key, value })
  else if (entry && 'map' in entry.value) put(entry.value, rest, value)
  else {
    const made = { map: [] as Entry[] }
    put(made, rest, value)
    into.map.push({ key, value: made })
  }
}

function sectionYaml({ id, topic, heading, body }: DraftSection): WrittenYaml {
  const map: Entry[] = [
    { key: 'id', value: { scalar: id } },
    { key: 'topic', value: { scalar: topic } },
  ]
  if (heading !== undefined) map.push({ key: 'heading', value: { scalar: heading } })
  // Without a body facts would be composed under the heading: words that the text does not have.
  const value: WrittenYaml =
    body === '' ? { scalar: ' ', comment: 'the text has nothing here' } : { scalar: `${body}\n`, block: true }
  map.push({ key: 'body', value })
  return { map }
}

function topComment({ file, facts, doubts }: Parts): string {
  const lines = [
    schema,
    '',
    `Draft of a policy, imported from ${fileName(file)}. The sections hold the text word for word.`,
  ]
  const empty = facts.values.size + facts.codes.size + facts.members.size === 0
  lines.push(
    empty
      ? 'No fact was filled in: the text states none without doubt.'
      : 'Each fact is filled from the words quoted beside it. Check them, and add what the text leaves out.',
  )
  if (doubts.length === 0) return lines.join('\n')
  lines.push('', 'In doubt, so no facts:')
  for (const { path, why, said } of doubts) {
    lines.push(`- ${path}: ${why}.`)
    for (const { value, from } of said) lines.push(`    ${value}: ${quoted(from)}`)
  }
  return lines.join('\n')
}

function unreadComment({ unread }: Parts): string | undefined {
  if (unread.length === 0) return undefined
  const lines = ['Not understood: nothing was read from these passages of the text.']
  for (const { first, last, heading, words } of unread) {
    const where = first === last ? `line ${first}` : `lines ${first}-${last}`
    lines.push(`- ${where}${heading === undefined ? '' : `, under “${heading}”`}: “${words}”`)
  }
  return lines.join('\n')
}

function fileName(file: string): string {
  return file.replace(/.*[/\\]/, '')
}
