import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkSource } from '../../src/check/run.ts'
import { importNotice } from '../../src/import/draft.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf, catalog } from '../support.ts'

type Policy = { title?: string; sections: { id: string; topic: string; heading?: string; body: string }[] }

function imported(text: string, file = 'notice.md'): Policy {
  const source = new SourceText(file, text)
  const { notice } = checkSource(source, asOf, catalog)
  const draft = notice && importNotice(source, notice, catalog)
  return parse(draft?.yaml ?? '') as Policy
}

test('sections are cut at the highest headings, lower ones stay in them', () => {
  const text =
    '# Privacy policy\n\nHello.\n\n## Your rights\n\n### Access\n\nYou can see your data.\n\n## Cookies\n\nWe use few.\n\n## Security\n\nWe lock doors.\n'
  expect(imported(text)).toMatchObject({
    title: 'Privacy policy',
    sections: [
      { id: 'opening', topic: 'introduction', body: 'Hello.\n' },
      { id: 'your-rights', topic: 'rights', heading: 'Your rights', body: '### Access\n\nYou can see your data.\n' },
      { id: 'cookies', topic: 'cookies', heading: 'Cookies', body: 'We use few.\n' },
      { id: 'security', topic: 'security', heading: 'Security', body: 'We lock doors.\n' },
    ],
  })
})

test('headings under a single one begin sections: it would hold the whole text', () => {
  const text =
    '# Policy\n\n## Our policy\n\n### Cookies\n\nWe use few cookies.\n\n### Garden\n\nIt is open on Sundays.\n\n### House\n\nIt is closed on Sundays.\n'
  expect(imported(text).sections.map(({ heading }) => heading)).toEqual(['Our policy', 'Cookies', 'Garden', 'House'])
})

test('a heading with nothing under it stays so: no fact is composed there', () => {
  const { sections } = imported('# Policy\n\n## Children\n\n## Age\n\nOur services are not for children under 16.\n')
  expect(sections.map(({ id, body }) => [id, body])).toEqual([
    ['children', ' '],
    ['age', 'Our services are not for children under 16.\n'],
  ])
})

test('ids are the words of headings, each once, and never empty', () => {
  const text = '## 1. Données — où?\n\na\n\n## 2. Données: où\n\nb\n\n## 隐私\n\nc\n'
  expect(imported(text).sections.map(({ id }) => id)).toEqual(['donnees-ou', 'donnees-ou-2', 'introduction'])
})

test('a body takes the definitions of its links along', () => {
  const text = '## One\n\nSee [our site], and {{ braces }}.\n\n## Two\n\n[our site]: https://one.example\n'
  expect(imported(text).sections[0]?.body).toBe(
    'See [our site], and \\{{ braces }}.\n\n[our site]: https://one.example\n',
  )
})

test('plain text becomes plain Markdown: items of a list, and characters that mean something there as words', () => {
  const text =
    'Privacy Policy\n\n1. Data We Collect\n\nWe collect:\n• your name_or_alias\n• *your* <age>\n\n2. Your Rights\n\n#1 is a number sign; _this_ is a word.\n'
  expect(imported(text, 'notice.txt')).toMatchObject({
    title: 'Privacy Policy',
    sections: [
      {
        topic: 'data',
        heading: '1. Data We Collect',
        body: 'We collect:\n\n- your name_or_alias\n- \\*your\\* \\<age>\n',
      },
      { topic: 'rights', heading: '2. Your Rights', body: '#1 is a number sign; \\_this\\_ is a word.\n' },
    ],
  })
})

test('a web page becomes plain Markdown, its links as links', () => {
  const page = `<!doctype html><html><head><title>x</title><script>var a</script></head><body><main>
<h1>Privacy policy</h1><p>We are <b>Acme</b> &amp; you can <a href="https://acme.example/a_b">write to us</a>.</p>
<h2>Cookies</h2><ul><li>We use * cookies.<li>We use {{ few }}.</ul>
<h2>Data</h2><table><tr><th>Data<th>Kept<tr><td>Logs | files<td>6 months</table></main></body></html>`
  const { title, sections } = imported(page, 'notice.html')
  expect(title).toBe('Privacy policy')
  expect(sections.map(({ heading, body }) => [heading, body])).toEqual([
    [undefined, 'We are Acme & you can [write to us](https://acme.example/a_b).\n'],
    ['Cookies', '- We use \\* cookies.\n- We use \\{\\{ few }}.\n'],
    ['Data', '| Data | Kept |\n| --- | --- |\n| Logs \\| files | 6 months |\n'],
  ])
})
