// Writes the catalog beside the command, in the form that scripts/stored-catalog.mjs reads.
import { Buffer } from 'node:buffer'
import { ascii, writeWhole } from './files.mjs'

/**
 * Writes dist/catalog.json, dist/laws.json and dist/numbers.bin (32-bit integers, the least byte first).
 * @param {import('../src/catalog/types.ts').Catalog} catalog
 */
export function storeCatalog(catalog) {
  const { starts, slots, places, table } = catalog.lexicon
  const { numbers } = catalog.patterns
  const all = [starts, slots, places, table, numbers].flat()
  const bytes = Buffer.alloc(4 * all.length)
  for (const [at, number] of all.entries()) bytes.writeInt32LE(number, 4 * at)
  writeWhole('dist/numbers.bin', bytes)

  let provisions = ''
  const laws = catalog.laws.map((law) => {
    const from = provisions.length
    provisions += ascii(JSON.stringify(law.provisions))
    return { ...law, provisions: [from, provisions.length] }
  })
  writeWhole('dist/laws.json', provisions)

  const counts = { starts: starts.length, slots: slots.length, places: places.length, table: table.length }
  const lexicon = { ...catalog.lexicon, ...counts }
  const patterns = { ...catalog.patterns, numbers: numbers.length }
  writeWhole('dist/catalog.json', ascii(JSON.stringify({ ...catalog, laws, lexicon, patterns })))
}
