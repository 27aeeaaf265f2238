// For CI: a warning for each law that was last checked against its source more than a year ago. Never fails.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './files.mjs'

const printed = execFileSync(process.execPath, [join(root, 'dist/bin.cjs'), 'laws', '--format', 'json'])
for (const { id, short, checked, stale } of JSON.parse(printed).laws)
  if (stale)
    console.log(
      `::warning file=rules/laws/${id}.yaml,title=Stale law::${short} was last checked on ${checked}. Compare it with its source and date the provisions anew.`,
    )
