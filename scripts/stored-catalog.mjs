// The catalog as the command reads it; stands in dist/cli.cjs for src/catalog/generated/catalog.js. What a run does not
// need is not parsed: words and patterns are numbers and are read as they lie in memory, and the provisions of a law (a slice of
// laws.json) become objects when the law is first judged. Written by scripts/store-catalog.mjs.
import { readFileSync } from 'node:fs'

// The bundler leaves __dirname as it is: the folder of dist/cli.cjs.
/* global __dirname */
const catalog = JSON.parse(readFileSync(`${__dirname}/catalog.json`, 'latin1'))

const bytes = readFileSync(`${__dirname}/numbers.bin`)
if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) bytes.swap32()
const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
const { lexicon, patterns } = catalog
let read = 0
const take = (count) => numbers.subarray(read, (read += count))
for (const part of ['starts', 'slots', 'places', 'table']) lexicon[part] = take(lexicon[part])
patterns.numbers = take(patterns.numbers)

let laws
for (const law of catalog.laws) {
  const [from, to] = law.provisions
  let made
  Object.defineProperty(law, 'provisions', {
    enumerable: true,
    get: () => {
      laws ??= readFileSync(`${__dirname}/laws.json`, 'latin1')
      return (made ??= JSON.parse(laws.slice(from, to)))
    },
  })
}

export default catalog
