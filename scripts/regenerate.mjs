// Writes what is committed beside each policy, its canonical text and the findings that people would see, and docs/.
// All are reviewed as a diff, and CI fails when they are stale. Uses the built command, as a user would.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { writeDocs } from './docs.mjs'
import { list, root, writeWhole } from './files.mjs'

// The date that laws are judged at. A fixed one, or the files would change by themselves.
const asOf = '2026-11-22'

const policies = list('policies', '.policy.yaml')
if (policies.length === 0) throw new Error('policies/ holds no *.policy.yaml.')

for (const policy of policies) {
  const name = policy.replace(/\.policy\.yaml$/, '')
  clauselint('render', policy, '--out', `${name}.md`)
  const report = clauselint('check', policy, '--format', 'json', '--as-of', asOf, '--fail-on', 'never')
  writeWhole(`${name}.findings.json`, report)
}

await writeDocs()

function clauselint(...args) {
  return execFileSync(process.execPath, [join(root, 'dist/bin.cjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
}
