import { expect, test } from 'vitest'
import { clauselint } from './fake-io.ts'

// Whatever a file holds, each command ends with a result or one clear message, and never with a stack.

const odd: Record<string, string | Uint8Array> = {
  'empty.txt': '',
  'line.md': 'we share your personal data with partners '.repeat(25_000),
  'deep.html': `${'<div>'.repeat(100_000)}We keep your personal data.${'</div>'.repeat(100_000)}`,
  'unclosed.html': '<ul><li><b>We keep your personal data '.repeat(4_000),
  'deep.md': `${'> '.repeat(5_000)}We keep data`,
  'headings.txt': 'Data We Keep\nWe keep your personal data.\n'.repeat(4_000),
  'bullets.md': '- we keep your personal data\n'.repeat(10_000),
  'brackets.md': '['.repeat(200_000),
  'stars.md': '*'.repeat(200_000),
  'ticks.md': '```\n'.repeat(10_000),
  'turned.txt': '\u202EWe keep your personal data\u202C \u2067and more\u2069.',
  'emoji.md': '👩‍👩‍👧 We keep your personal data 🇨🇱. '.repeat(500),
  'zeros.txt': 'We keep\0 your\0 personal data.',
  'replaced.html': '<p>We keep \uFFFD your &#xD800; &#0; personal data</p>',
}

test.each(Object.entries(odd))(
  '%s',
  (name, content) => {
    for (const command of ['check', 'coverage']) {
      const { code, stdout, stderr } = clauselint({ files: { [name]: content } }, command, name)
      expect([0, 1]).toContain(code)
      expect(stdout).not.toBe('')
      expect(stderr).toBe('')
    }
  },
  120_000,
)

test('UTF-16 is named, and does not keep the other files from being read', () => {
  const utf16 = Uint8Array.from(Buffer.from('\uFEFFWe keep data.', 'utf16le'))
  const files = { 'a.html': utf16, 'b.txt': 'We keep your personal data for two years.' }
  const { code, stdout, stderr } = clauselint({ files }, 'coverage', 'a.html', 'b.txt')
  expect(code).toBe(2)
  expect(stdout).toMatch(/^b\.txt\n\n {2}Disclosures: /)
  expect(stderr).toContain(
    'a.html\n  unreadable  The file is UTF-16; policies and notices are read as UTF-8.\n  Save it as UTF-8.\n',
  )
})

test('many texts of every kind in one call', () => {
  const text = 'We keep your personal data for two years.'
  const files = { 'a.txt': text, 'b.md': text, 'c.html': `<p>${text}</p>`, 'd.htm': text, 'E.HTML': text }
  const { code, stdout } = clauselint({ files }, 'coverage', '--format', 'json', ...Object.keys(files))
  const { notices } = JSON.parse(stdout) as {
    notices: { file: string; disclosures: { id: string; evidence: unknown[] }[] }[]
  }
  expect(code).toBe(0)
  expect(notices.map(({ file }) => file)).toEqual(Object.keys(files))
  const period = notices.map(({ disclosures }) => disclosures.find(({ id }) => id === 'retention-period')?.evidence)
  expect(period).toEqual(
    [0, 0, 3, 0, 0].map((skipped) => [
      { quote: text, line: 1, column: 1 + skipped, endLine: 1, endColumn: 1 + skipped + text.length, fact: null },
    ]),
  )
})
