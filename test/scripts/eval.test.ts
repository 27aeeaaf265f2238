import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clauselint-eval-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const notice = [
  '# Privacy Policy',
  '',
  'You have the right to access your personal data.',
  '',
  'You have the right to have your personal data erased.',
  '',
  'The garden is open on Sundays.',
  '',
]

function evaluate(files: Record<string, string>, ...flags: string[]) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/eval.mjs', folder, ...flags], {
    encoding: 'utf8',
  })
  return { status, lines: stdout.split('\n').map((line) => line.replace(/ +/g, ' ').trim()), stderr }
}

describe('npm run eval', () => {
  it('scores statuses and evidence against a gold.yaml', () => {
    const gold = `a:
  disclosures:
    right-access: { status: stated, line: 3 }
    right-erasure: { status: partial, line: 7 }
    policy-date: { status: missing }
    recipients: { status: disputed }
`
    const { status, lines } = evaluate({ 'a.md': notice.join('\n'), 'gold.yaml': gold }, '--errors')
    expect(status).toBe(0)
    expect(lines).toEqual([
      'a.md right-erasure: stated, should be partial',
      'a.md right-erasure: line 7 is no evidence: The garden is open on Sundays.',
      'P R F1 tp fp fn passages found evidence right',
      'right-access 1.00 1.00 1.00 1 0 0 1.00 of 1',
      'right-erasure 1.00 1.00 1.00 1 0 0 0.00 of 1',
      'policy-date 1.00 1.00 1.00 0 0 0',
      '',
      'all 1.00 1.00 1.00 2 0 0 0.50 of 2',
      'macro-F1 1.000, micro-F1 1.000',
      'three-way accuracy (stated, partial, missing): 0.667 of 3',
      '',
    ])
  })

  it('scores every passage of a labels.json', () => {
    const labels = [
      { lines: [3, 3], requirement: 'Right to Access', value: 'access', performed: true },
      { lines: [7, 7], requirement: 'Right to Access', value: 'open', performed: true },
    ]
    const { lines } = evaluate({ 'b.md': notice.join('\n'), 'b.labels.json': JSON.stringify(labels) }, '--errors')
    expect(lines).toContain('right-access 1.00 1.00 1.00 1 0 0 0.50 of 2 1.00 of 1')
    expect(lines).toContain('b.md Right to Access: line 7 is no evidence: The garden is open on Sundays.')
    expect(lines).toContain('b.md Right to Erasure: stated, should be missing')
  })

  it('says what is wrong with a folder', () => {
    expect(evaluate({ 'a.md': 'Words.' })).toMatchObject({
      status: 2,
      stderr: `${folder} holds no labels. Put a gold.yaml there, or a NAME.labels.json beside each NAME.md; CONTRIBUTING.md says what is in them.\n`,
    })
    const unknown = JSON.stringify([{ lines: [1, 1], requirement: 'Right to Tea' }])
    expect(evaluate({ 'a.labels.json': unknown }).stderr).toBe(
      `${join(folder, 'a.labels.json')}: scripts/eval-labels.yaml has no label "Right to Tea".\n`,
    )
    expect(evaluate({ 'a.labels.json': '[' })).toMatchObject({ status: 2 })
  })
})
