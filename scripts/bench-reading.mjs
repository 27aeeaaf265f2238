// What reading costs, as ratios within one run and one thread: many policies in units of `yaml.parseDocument` on the same
// files, and texts made to be slow in units of ordinary ones.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { list, readText, root } from './files.mjs'
import { fileTexts, patternTexts } from './hostile.mjs'

const library = join(root, 'dist/index.js')
if (!existsSync(library)) throw new Error('dist/index.js is missing: run `npm run build`.')
const { catalog, checkSource, coverageOf, SourceText } = await import(library)

const asOf = '2026-11-22'
const targets = { found: 4, model: 2, hostile: 5 }
const count = 1_000
const chunk = 50
const kilobyte = 1_024

/** Covers one text, as `coverage` does. What was read with a catalog is kept; with another object nothing is known yet. */
function cover(file, text, using = catalog) {
  const { notice, judgement } = checkSource(new SourceText(file, text), asOf, using)
  return notice && judgement ? coverageOf(notice, judgement) : undefined
}

/** Prints every ratio. `only` limits it to one: found, model or hostile. */
export async function benchReading(only) {
  if (!only || only === 'found') manyPolicies('the five found policies', (name) => name !== 'model', targets.found)
  if (!only || only === 'model') manyPolicies('the model policy', (name) => name === 'model', targets.model)
  if (!only || only === 'hostile') await hostileTexts()
}

function manyPolicies(what, wanted, target) {
  const texts = list('policies', '.policy.yaml')
    .filter((path) => wanted(path.replace(/^.*\/|\.policy\.yaml$/g, '')))
    .map(readText)
  // Each file has names of its own; its other words recur, as they do in the policies of one company.
  const files = Array.from({ length: count }, (_, at) =>
    texts[at % texts.length].replace(/\b(Frust|Infuze|FRS|Strettch|Primus|Nimbus)\b/g, `$1${at}`),
  )
  let covered = 0
  let parsed = 0
  for (let round = 0; round < 2; round++)
    for (let at = 0; at < count; at += chunk) {
      const part = files.slice(at, at + chunk)
      const times = [
        measure(() => part.forEach((text) => parseDocument(text))),
        measure(() => part.forEach((text) => cover('many.policy.yaml', text))),
      ]
      // The first round warms up.
      if (round === 0) continue
      parsed += times[0]
      covered += times[1]
    }
  console.log(
    `${count} files of ${what} covered: ${covered.toFixed(0)} ms, ` +
      `${(covered / parsed).toFixed(2)} x yaml.parseDocument (${parsed.toFixed(0)} ms; target at most ${targetOf(target)})`,
  )
}

async function hostileTexts() {
  // A text that was read before is read in no time, which would say nothing of either.
  const anew = ({ file, text }) => cover(file, text, { ...catalog })
  const ordinary = list('policies', '.md').map((path) => ({ name: path, file: path, text: readText(path) }))
  for (let warm = 0; warm < 5; warm++) for (const one of ordinary) anew(one)
  const usual = () =>
    ordinary.reduce((sum, { file, text }) => sum + measure(() => anew({ file, text })), 0) /
    ordinary.reduce((sum, { text }) => sum + text.length, 0)
  const texts = [...(await patternTexts(catalog, 8 * kilobyte)), ...fileTexts(256 * kilobyte)]
  let base = best(usual, 5)
  const ratios = texts.map(({ name, file, text }, at) => {
    if (at % 200 === 0) base = best(usual, 5)
    const time = best(() => measure(() => anew({ file, text })), 3) / text.length
    return { name, ratio: time / base }
  })
  ratios.sort((a, b) => b.ratio - a.ratio)
  console.log(
    `${texts.length} hostile texts, time per KB in units of ordinary text (${(base * kilobyte).toFixed(3)} ms per KB): ` +
      `at most ${ratios[0].ratio.toFixed(2)} x (target at most ${targetOf(targets.hostile)})`,
  )
  for (const { name, ratio } of ratios.slice(0, 12)) console.log(`  ${ratio.toFixed(2)} x  ${name}`)
}

function targetOf(ratio) {
  return `${ratio.toFixed(1)} x`
}

/** The shortest of some runs: what else the machine does only adds. */
function best(run, times) {
  return Math.min(...Array.from({ length: times }, run))
}

/** Milliseconds of the processor that something takes: what else the machine does counts less than in wall time. */
function measure(act) {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e3
}
