// Writes the catalog beside the command, in the form that scripts/stored-catalog.mjs reads.
import { Buffer } from 'node:buffer'
import { ascii, writeWhole } from './files.mjs'

/**
 * Writes dist/catalog.json, dist/laws.json and dist/lexicon.bin (32-bit integers, the least byte first).
 * @param {import('../src/catalog/types.ts').Catalog} catalog
 */
export function storeCatalog(catalog) {
  const { places, table } = catalog.lexicon
  const bytes = Buffer.alloc(4 * (places.length + table.length))
  for (const [at, number] of [...places, ...table].entries()) bytes.writeInt32LE(number, 4 * at)
  writeWhole('dist/lexicon.bin', bytes)

  let provisions = ''
  const laws = catalog.laws.map((law) => {
    const from = provisions.length
    provisions += ascii(JSON.stringify(law.provisions))
    return { ...law, provisions: [from, provisions.length] }
  })
  writeWhole('dist/laws.json', provisions)

  const lexicon = { ...catalog.lexicon, places: places.length, table: undefined }
  writeWhole('dist/catalog.json', ascii(JSON.stringify({ ...catalog, laws, lexicon })))
}
