import { closest } from '../catalog/closest.ts'
import type { Catalog } from '../catalog/types.ts'

/** A form that a text can have: the article and noun it is called by, how it is written, and what a wrong one may mean. */
type Form = { noun: string; written: string; meant?: (text: string, catalog: Catalog) => string | undefined }

/** The forms of the policy schema ($defs), by name. */
const forms: Readonly<Record<string, Form>> = {
  date: { noun: 'a date', written: 'Write it as YYYY-MM-DD: 2026-12-15.', meant: dateMeant },
  duration: { noun: 'an ISO 8601 duration', written: 'Write it like PT72H, P30D, P6M or P1Y.', meant: durationMeant },
  within: {
    noun: 'a time limit',
    written: 'Write an ISO 8601 duration like PT72H, or `without undue delay`.',
    meant: durationMeant,
  },
  'cookie-duration': {
    noun: 'an ISO 8601 duration',
    written: 'Write it like PT30M, P30D or P1Y, or `session`.',
    meant: (text) => (/^session\b/i.test(text) ? 'session' : durationMeant(text)),
  },
  email: { noun: 'an e-mail address', written: 'Write it like privacy@company.example.' },
  url: {
    noun: 'a web address',
    written: 'Write it in full, from https:// on.',
    meant: (text) => (/^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : undefined),
  },
  country: {
    noun: 'a country code',
    written: 'Write two capital letters (ISO 3166-1): CL.',
    meant: (text, catalog) => countryMeant(text, catalog),
  },
  jurisdiction: {
    noun: 'the code of a jurisdiction',
    written: 'Write it like EU, UK, CL or US-CA.',
    meant: (text, catalog) =>
      /^(the )?(EU|EEA|European Union|Europe)$/i.test(text)
        ? 'EU'
        : /^(the )?(UK|GB|United Kingdom)$/i.test(text)
          ? 'UK'
          : countryMeant(text, catalog),
  },
  id: { noun: 'an id', written: 'Use lower-case letters, digits and hyphens: account-data.', meant: slug },
  mechanism: {
    noun: 'the id of a transfer mechanism',
    written: 'Write it like scc-2021-914, eu-us-dpf or bcr.',
    meant: mechanismMeant,
  },
  language: { noun: 'a language code', written: 'Write it as BCP 47 has it: en.' },
}

/** What to say of a text that has not the form it should have. */
export function formFault(form: string, text: string, catalog: Catalog): { is: string; remedy: string } {
  const { noun, written, meant } = forms[form] ?? { noun: 'of the right form', written: 'See the schema.' }
  const guess = meant?.(text.trim(), catalog)
  return { is: `not ${noun}`, remedy: guess === undefined ? written : `Did you mean ${guess}?` }
}

const units: Readonly<Record<string, string>> = {
  minute: 'PT#M',
  hour: 'PT#H',
  day: 'P#D',
  week: 'P#W',
  month: 'P#M',
  year: 'P#Y',
}

function durationMeant(text: string): string | undefined {
  const [, count, unit] = /^(\d+)[ -]?(minute|hour|day|week|month|year)s?$/i.exec(text) ?? []
  return count === undefined ? undefined : units[(unit as string).toLowerCase()]?.replace('#', count)
}

/** Only orders that cannot be read in two ways. */
function dateMeant(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (year === undefined) return undefined
  const date = `${year}-${(month as string).padStart(2, '0')}-${(day as string).padStart(2, '0')}`
  return Number(month) <= 12 && Number(day) <= 31 ? date : undefined
}

function countryMeant(text: string, { countries }: Catalog): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '')
  if (Object.hasOwn(countries, text.toUpperCase())) return text.toUpperCase()
  return Object.keys(countries).find((code) => plain(countries[code] ?? '') === plain(text))
}

/** By its name or a mistyped id; where a part of an id is given, those that have it. */
function mechanismMeant(text: string, { mechanisms }: Catalog): string | undefined {
  const name = slug(text) ?? text
  const ids = mechanisms.map(({ id }) => id)
  const named = mechanisms.find(({ names }) => names.some((one) => slug(one) === name))
  const partly = ids.filter((id) => id.includes(name))
  return named?.id ?? closest(name, ids) ?? (partly.length > 0 ? partly.join(' or ') : undefined)
}

function slug(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return words === '' ? undefined : words
}
