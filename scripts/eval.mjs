// usage: npm run eval -- <folder> [--errors]: how well the reader's statuses agree with a folder of labelled notices.
// A folder holds notices (.md, .html, .txt) and a gold.yaml: { <name>: { disclosures: { <id>: { status } } } }.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadTs } from './load-ts.mjs'

const [folder, ...flags] = process.argv.slice(2)
if (folder === undefined || !existsSync(join(folder, 'gold.yaml'))) {
  console.error('usage: npm run eval -- <folder with notices and gold.yaml> [--errors]')
  process.exit(2)
}
const { coverageOfText } = await loadTs('scripts/eval-entry.ts')
const gold = parse(readFileSync(join(folder, 'gold.yaml'), 'utf8'))
const rows = new Map()
let exact = 0
let all = 0
for (const [name, { disclosures }] of Object.entries(gold)) {
  const file = ['.md', '.html', '.txt'].map((end) => join(folder, name + end)).find((path) => existsSync(path))
  const statuses = coverageOfText(readFileSync(file, 'utf8'), file)
  for (const [id, { status: wanted }] of Object.entries(disclosures)) {
    if (wanted === 'disputed') continue
    const got = statuses[id]?.status ?? 'missing'
    all++
    if (got === wanted) exact++
    else if (flags.includes('--errors'))
      console.log(
        `  ${name} ${id}: ${got}, should be ${wanted}  ${statuses[id]?.quotes?.slice(0, 2).join(' | ') ?? ''}`,
      )
    const row = rows.get(id) ?? { tp: 0, fp: 0, fn: 0 }
    if (got !== 'missing' && wanted !== 'missing') row.tp++
    else if (got !== 'missing') row.fp++
    else if (wanted !== 'missing') row.fn++
    rows.set(id, row)
  }
}
const ratio = (a, b) => (b === 0 ? 1 : a / b)
for (const [id, { tp, fp, fn }] of rows) {
  const [p, r] = [ratio(tp, tp + fp), ratio(tp, tp + fn)]
  console.log(
    `${id.padEnd(26)} P ${p.toFixed(2)}  R ${r.toFixed(2)}  F1 ${(p + r === 0 ? 0 : (2 * p * r) / (p + r)).toFixed(2)}`,
  )
}
console.log(`three-way accuracy: ${(exact / all).toFixed(3)} over ${all} labels`)
