// Texts made to be slow to read: partial matches of every pattern, and what is hard for the reader of each kind of file.
import { loadTs } from './load-ts.mjs'

/** Words for value types, which no group lists. */
const typed = {
  duration: '72 hours',
  date: '5 May 2026',
  age: 'under 16',
  email: 'a@acme.example',
  url: 'https://acme.example',
  phone: '+56 2 2345 6789',
  address: '12 Harbour Street',
  company: 'Acme Ltd',
  proper: 'Acme',
  number: '7',
}

/**
 * Texts for every pattern of a catalog, in orders that match in part and never as a whole.
 * @param size how long each is at least, in characters
 * @returns {Promise<{ name: string, file: string, text: string }[]>}
 */
export async function patternTexts(catalog, size) {
  const words = await wordsByGroup(catalog)
  const { patternsOf } = await loadTs('src/catalog/pattern-table.ts')
  const rules = [...catalog.disclosures, ...catalog.wording, ...catalog.checks]
  return rules.flatMap((rule) =>
    patternsOf(catalog.patterns, rule).flatMap(({ id, steps, with: within = [] }) => {
      const all = steps.map(({ groups }) => words.get(groups[0]) ?? 'data')
      const start = all.slice(0, Math.max(all.length - 1, 1))
      const tail = [within.map((group) => words.get(group) ?? ''), all.at(-1)].flat().join(' ')
      // The last word stands once at the end, out of reach, so that no test of what is there spares the search.
      const orders = {
        'all but the last': start.join(' '),
        'the first': all[0],
        backwards: [...all].reverse().join(' '),
        doubled: start.map((word) => `${word} ${word} ${word}`).join(' '),
      }
      return Object.entries(orders).map(([order, unit]) => ({
        name: `${id}, ${order}`,
        file: 'hostile.md',
        text: filled(
          `${`${unit} `.repeat(Math.max(Math.floor(600 / (unit.length + 1)), 1))}${filler} ${tail}\n\n`,
          size,
        ),
      }))
    }),
  )
}

const filler = 'so much for it and more besides, quite apart from what else there is to tell'

/** A word or phrase for every word group and value type, by its number. */
async function wordsByGroup({ lexicon }) {
  const { spelt } = await loadTs('src/catalog/lexicon.ts')
  const words = new Map(Object.entries(lexicon.values).map(([type, number]) => [number, typed[type] ?? 'data']))
  for (const { text, group } of spelt(lexicon)) if (!words.has(group)) words.set(group, text)
  return words
}

/** Files of each kind that tempt their readers to look at the same characters again and again. */
export function fileTexts(size) {
  const text = (unit) => filled(unit, size)
  const nested = (open, close) => `${text(open)}data${text(close)}`
  const make = (ending) => (entry) => ({ name: `${ending} ${entry[0]}`, file: `hostile${ending}`, text: entry[1] })
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `(${letter})`)
  const anywhere = {
    'one line': text('we share your personal data with partners '),
    'no full stop': text('data and '),
    'full stops': text('.'),
    'sentences glued together': text('Your data.'),
    'numbers glued': text('data.2.2 A'),
    'bullets in a line': text('• a '),
    'items in a line': text(`${'we share your data with others '.repeat(4)}${letters.join(' b ')} b. `),
    'first items only': text('(a) data and (1) data and '),
    brackets: text('['),
    stars: text('*'),
    'stars and words': text('**a '),
    'numbers as headings': text('1. Data\n\n'),
    headings: text('Data We Keep\n\nWe keep it.\n\n'),
    bullets: text('- we share:\n'),
    'lines that introduce': text('we share:\n\n'),
    'deep bullets': Array.from({ length: Math.floor(Math.sqrt(size * 2)) }, (_, at) => `${' '.repeat(at)}- a`).join(
      '\n',
    ),
    'wrapped lines': text('we collect data and use it so that we can run the service for you and\n'),
    'addresses without end': text('a.b@'),
    'quotes without end': text('“'),
    'marks without width': text('a\u200B\u00AD'),
    'right to left': text('\u202Eдан\u202C '),
    emoji: text('👩‍👩‍👧 '),
    'null bytes': text('\0a '),
    'lone surrogates': text('\ud800 '),
    'empty lines': text('\n'),
    spaces: text(' '),
    pipes: text('| a '),
    'a table': text('| a | b |\n| - | - |\n| c | d |\n\n'),
  }
  const inHtml = {
    'elements in elements': nested('<div>', '</div>'),
    'unclosed elements': text('<div>'),
    'stray ends': text('<b></div>'),
    'lists in lists': text('<ul><li>'),
    'links without end': text('<a href="/x">a '),
    articles: text('<article>a</article>'),
    'tables in tables': text('<table><tr><td>'),
    'hidden elements': text('<div hidden>a</div>'),
    'bold in bold': text('<b>a<p>'),
    comments: text('<!--'),
    references: text('&amp;'),
    'unfinished references': text('&am'),
    'unfinished tags': text('<a '),
    attributes: `<a ${text('b=c ')}>x`,
    scripts: text('<script>'),
  }
  return [
    ...['.md', '.txt', '.html'].flatMap((ending) => Object.entries(anywhere).map(make(ending))),
    ...['.html', '.md'].flatMap((ending) => Object.entries(inHtml).map(make(ending))),
  ]
}

function filled(unit, size) {
  return unit.repeat(Math.ceil(size / unit.length))
}
