// Prints what a cold `check` of one policy costs, in units of `node -e 0`: whole processes, taken in turn so that a
// change of the machine's speed meets all of them. Then what reading costs; see bench-reading.mjs. Not a gate; the
// targets stand beside the figures. `npm run bench -- cold` (or found, model, hostile) prints one of them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { benchReading } from './bench-reading.mjs'
import { root } from './files.mjs'

const rounds = 25
const target = 1.8
const policies = ['policies/model.policy.yaml', 'policies/primus.policy.yaml']

const bin = join(root, 'dist/bin.cjs')
if (!existsSync(bin)) throw new Error('dist/bin.cjs is missing: run `npm run build`.')

const [only] = process.argv.slice(2)
if (!only || only === 'cold') benchCold()
if (only !== 'cold') await benchReading(only)

function benchCold() {
  const base = { name: 'node -e 0', args: ['-e', '0'], times: [] }
  const runs = policies.map((policy) => ({ name: `check ${policy}`, args: [bin, 'check', policy], times: [] }))

  for (let round = -2; round < rounds; round++)
    for (const run of [base, ...runs]) {
      const time = measure(run.args)
      if (round >= 0) run.times.push(time) // the first rounds fill the disk's cache
    }

  console.log(`${rounds} interleaved rounds, whole processes, Node ${process.version}`)
  console.log(`${base.name.padEnd(36)} median ${median(base.times).toFixed(1)} ms`)
  for (const { name, times } of runs) {
    const ratio = median(times) / median(base.times)
    const pairs = median(times.map((time, at) => time / base.times[at]))
    console.log(
      `${name.padEnd(36)} median ${median(times).toFixed(1)} ms   ` +
        `${ratio.toFixed(2)} x node -e 0 (median of pairs ${pairs.toFixed(2)} x, target at most ${target} x)`,
    )
  }
}

/** Wall time of one run in milliseconds. Exit 1 means findings and is fine; anything else is no measurement. */
function measure(args) {
  const start = process.hrtime.bigint()
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
  const time = Number(process.hrtime.bigint() - start) / 1e6
  if (error || (status !== 0 && status !== 1))
    throw error ?? new Error(`\`node ${args.join(' ')}\` exited with ${status}.`)
  return time
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
