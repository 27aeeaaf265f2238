import { yamlText } from '../source/yaml-text.ts'
import { normalEntry } from './normalize.ts'
import type { ParsedFile } from './rule-file.ts'
import type { Law, LawPage, Provision, ProvisionPage, WordGroup } from './types.ts'

/** What a law file may say once for all of its provisions. */
type Defaults = { from: string; until?: string; source: string; checked: string; confidence: Provision['confidence'] }
type Example = string | Record<string, unknown>
type RawProvision = Pick<Provision, 'id' | 'cite' | 'level'> & {
  [key: string]: unknown
  requires?: (string | string[])[]
  asks: string
  note?: string
  checked?: string
  catalogue?: string[]
  examples?: Partial<Record<keyof ProvisionPage['examples'], Example[]>>
}
type RawLaw = Omit<Law, 'id' | 'provisions'> &
  Defaults & { names?: string[]; note?: string; provisions: RawProvision[] }

/** The group of the names of laws; its values are their ids. */
const lawNameGroup = 'law-name'

/** A law file as a check needs it: what the law file says once stands at each provision. */
export function lawOf({ id, data }: ParsedFile): Law {
  const { title, short, jurisdictions, provisions, from, until, source, confidence } = data as unknown as RawLaw
  return {
    id,
    title,
    short,
    jurisdictions,
    ...(provisions.some((raw) => raw.everywhere) && { everywhere: true as const }),
    provisions: provisions.map((raw) => {
      const { asks: _asks, note: _note, checked: _checked, catalogue: _catalogue, examples: _examples, ...own } = raw
      return {
        when: [],
        concerns: [],
        bounds: {},
        everywhere: false,
        from,
        ...(until !== undefined && { until }),
        source,
        confidence,
        ...own,
        requires: (raw.requires ?? []).map((item) => (typeof item === 'string' ? [item] : item)),
      }
    }),
  }
}

/** The rest of a law file: what only its page, and its tests, need. */
export function lawPageOf({ data }: ParsedFile): LawPage {
  const { names, source, checked, confidence, note, provisions } = data as unknown as RawLaw
  return {
    names: names ?? [],
    source,
    checked,
    confidence,
    ...(note !== undefined && { note }),
    provisions: Object.fromEntries(provisions.map((raw) => [raw.id, provisionPage(raw, checked)])),
  }
}

function provisionPage(raw: RawProvision, checked: string): ProvisionPage {
  const examples = (kind: keyof ProvisionPage['examples']) => (raw.examples?.[kind] ?? []).map(exampleText)
  return {
    asks: raw.asks,
    ...(raw.note !== undefined && { note: raw.note }),
    checked: raw.checked ?? checked,
    catalogue: raw.catalogue ?? [],
    examples: {
      satisfied: examples('satisfied'),
      violated: examples('violated'),
      silent: examples('silent'),
      notApplicable: examples('notApplicable'),
    },
  }
}

/** A map becomes the policy that it abbreviates. */
function exampleText(example: Example): string {
  return typeof example === 'string' ? example : yamlText({ clauselint: 1, ...example })
}

/** The names of laws as a word group; none where no law gives names. */
export function lawNames(files: readonly ParsedFile[]): WordGroup[] {
  const values: Record<string, string> = {}
  for (const { id, data } of files)
    for (const name of (data as unknown as RawLaw).names ?? []) {
      const entry = normalEntry(name)
      if (!Object.hasOwn(values, entry)) values[entry] = id
    }
  const entries = Object.keys(values)
  return entries.length > 0 ? [{ id: lawNameGroup, entries, values }] : []
}
