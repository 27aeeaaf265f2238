import type { Catalog } from '../../src/catalog/types.ts'
import { load } from '../catalog/folder.ts'
import { readNotice, state } from '../../src/reading/read.ts'
import { markdownNotice } from '../support.ts'

/** Word groups that the patterns under test are made of, besides those whose meaning the reader itself needs. */
const groups: Record<string, string> = {
  negation: 'words: [not, never, "no", do not]',
  'not-negation': 'words: [without undue delay, not only, does not apply where]',
  'denied-after': 'words: [does not apply]',
  we: 'words: [we, us, our]',
  you: 'words: [you]',
  'other-party': 'words: [they, stripe]',
  tell: 'verbs: [tell]',
  office: 'words: [office, data office]',
  soon: 'words: [soon, at once]',
  never: 'words: [logs]',
  breach: 'nouns: [breach]',
  place: 'values: { CL: [Chile], PE: [Peru], US: [the US, US] }',
  'opt-out': 'words: [opt out]',
}

const made = new Map<string, Catalog>()

/** A catalog of one disclosure, `told`, with these patterns as they are written in a rule file. */
function catalogWith(...patterns: string[]): Catalog {
  const key = patterns.join('\n')
  const known = made.get(key) ?? make(patterns)
  made.set(key, known)
  return known
}

function make(patterns: readonly string[]): Catalog {
  const files = Object.fromEntries(Object.entries(groups).map(([id, text]) => [`words/${id}.yaml`, text]))
  const disclosure = `title: t\ntopic: breach\nasks: a\nwhy: w\nfacts: []\nremedy: r\npatterns:\n${patterns.map((pattern) => `  - ${pattern}\n`).join('')}examples: { stated: [a], missing: [b] }\n`
  const { catalog, findings } = load({ ...files, 'disclosures/told.yaml': disclosure })
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join(' '))
  return catalog
}

/** What patterns read in a Markdown text: for each statement its words, and what is not usual about it. */
export function readBy(pattern: string | string[], text: string): string[] {
  const catalog = catalogWith(...[pattern].flat())
  const notice = markdownNotice(text)
  return state(readNotice(notice, catalog), catalog).map(({ span, polarity, strength, values }) =>
    [
      notice.blocks[span.block]?.text.slice(span.from, span.to),
      ...(polarity === 'denied' ? ['denied'] : []),
      ...(strength === 'partial' ? ['partial'] : []),
      ...values.map(({ path, value }) => `${path}=${value}`),
    ].join(' | '),
  )
}
