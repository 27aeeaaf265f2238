// usage: npm run eval -- FOLDER [--errors] [--only DISCLOSURE] [--as-of YYYY-MM-DD]
// How well the reading agrees with a folder of labelled notices: precision, recall and F1 per disclosure, three-way
// accuracy where labels tell stated from partial, and whether the evidence is what people marked.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { LabelError, labelledNotices } from './eval-labels.mjs'
import { loadTs } from './load-ts.mjs'

const usage = `usage: npm run eval -- FOLDER [--errors] [--only DISCLOSURE] [--as-of YYYY-MM-DD]`
const { folder, errors, only, asOf } = options()
const { coverageOfText, disclosures } = await loadTs('scripts/eval-entry.ts')
if (only !== undefined && !disclosures.has(only)) fail(`There is no disclosure "${only}".`)

/** Counts of one row: true and false positives, false negatives; passages found of all; evidence right of all. */
const rows = new Map()
const ways = { right: 0, all: 0 }
for (const { file, labels } of notices()) {
  const text = readFileSync(file, 'utf8')
  const coverage = coverageOfText(text, file, asOf)
  for (const label of labels)
    if (only === undefined || label.disclosures.includes(only)) count(label, coverage, text.split('\n'), basename(file))
}
print()

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { errors: { type: 'boolean' }, only: { type: 'string' }, 'as-of': { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length !== 1) throw new Error('Name one folder.')
    const today = new Date().toISOString().slice(0, 10)
    return { folder: positionals[0], ...values, asOf: values['as-of'] ?? today }
  } catch (error) {
    return fail(`${error.message}\n${usage}`)
  }
}

function notices() {
  try {
    return labelledNotices(folder, disclosures)
  } catch (error) {
    if (error instanceof LabelError) return fail(error.message)
    throw error
  }
}

function fail(message) {
  console.error(message)
  process.exit(2)
}

function count(label, coverage, lines, file) {
  const read = label.disclosures.flatMap((id) => coverage[id] ?? [])
  const status = ['stated', 'partial'].find((one) => read.some((row) => row.status === one)) ?? 'missing'
  const row = rowOf(label)
  const made = status !== 'missing'
  if (made && label.made) row.tp++
  else if (made) row.fp++
  else if (label.made) row.fn++
  const evidence = read.flatMap((one) => one.evidence)
  const say = (words) => errors && console.log(`${file} ${label.name}: ${words}`)
  if (label.status !== undefined) {
    ways.all++
    if (label.status === status) ways.right++
  }
  if (label.status === undefined ? made !== label.made : label.status !== status)
    say(`${status}, should be ${label.status ?? (label.made ? 'stated' : 'missing')}`)
  countEvidence(label, row, evidence, lines, say)
}

function countEvidence({ passages, exhaustive }, row, evidence, lines, say) {
  for (const [first, last] of passages) {
    row.passages++
    if (evidence.some(({ line, endLine }) => line <= last && endLine >= first)) row.found++
    else say(`line ${first} is no evidence: ${short(lines[first - 1] ?? '')}`)
  }
  for (const { by, quote, line, endLine } of evidence) {
    if (!exhaustive) {
      if (passages.length === 0) say(`read at line ${line} by ${by}: ${short(quote)}`)
      continue
    }
    row.evidence++
    if (passages.some(([first, last]) => line <= last && endLine >= first)) row.right++
    else say(`line ${line} is not labelled, read by ${by}: ${short(quote)}`)
  }
}

function rowOf({ name, disclosures: ids, family }) {
  const row = rows.get(name) ?? { ids, family, tp: 0, fp: 0, fn: 0, passages: 0, found: 0, evidence: 0, right: 0 }
  rows.set(name, row)
  return row
}

function short(text) {
  return text.trim().slice(0, 200)
}

function ratio(a, b) {
  return b === 0 ? 1 : a / b
}

function sum(list) {
  const keys = ['tp', 'fp', 'fn', 'passages', 'found', 'evidence', 'right']
  return Object.fromEntries(keys.map((key) => [key, list.reduce((total, row) => total + row[key], 0)]))
}

function scores({ tp, fp, fn }) {
  const [p, r] = [ratio(tp, tp + fp), ratio(tp, tp + fn)]
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

function print() {
  const list = [...rows.values()]
  const names = list.map(({ ids }) => ids.join(', '))
  const width = Math.max(...names.map((name) => name.length), 12)
  const head = 'P     R     F1     tp  fp  fn   passages found     evidence right'
  console.log(`${''.padEnd(width)}  ${head}`)
  list.forEach((row, index) => console.log(line(names[index], width, row)))
  const families = new Set(list.flatMap(({ family }) => family ?? []))
  if (families.size > 0) console.log()
  for (const family of families) console.log(line(family, width, sum(list.filter((row) => row.family === family))))
  if (families.size > 1) console.log(line('these together', width, sum(list.filter((row) => row.family !== undefined))))
  console.log(`\n${line('all', width, sum(list))}`)
  const macro = list.reduce((total, row) => total + scores(row).f, 0) / list.length
  console.log(`macro-F1 ${macro.toFixed(3)}, micro-F1 ${scores(sum(list)).f.toFixed(3)}`)
  if (ways.all > 0)
    console.log(
      `three-way accuracy (stated, partial, missing): ${ratio(ways.right, ways.all).toFixed(3)} of ${ways.all}`,
    )
}

function line(name, width, row) {
  const { p, r, f } = scores(row)
  const counts = [row.tp, row.fp, row.fn].map((n) => String(n).padStart(4)).join('')
  const share = (a, b) => (b === 0 ? '' : `${ratio(a, b).toFixed(2)} of ${b}`)
  const evidence = `${share(row.found, row.passages).padEnd(19)}${share(row.right, row.evidence)}`
  return `${name.padEnd(width)}  ${p.toFixed(2)}  ${r.toFixed(2)}  ${f.toFixed(2)}  ${counts}   ${evidence}`.trimEnd()
}
