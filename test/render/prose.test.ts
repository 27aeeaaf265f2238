import { expect, test } from 'vitest'
import { compose } from '../../src/notice/compose.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { fileOf, type Data } from '../notice/policies.ts'
import { catalog, composed, markdownNotice, policyOf } from '../support.ts'

/** What a section's body is rendered as, without the headings before and after it. */
function rendered(body: string, controller: Data = {}): string {
  const sections = [
    { id: 'one', topic: 'other', heading: 'One', body },
    { id: 'two', topic: 'other', heading: 'Two', body: 'End.' },
  ]
  const { notice, findings } = compose(
    policyOf(fileOf({ numbering: 'none', controller: { name: 'Acme', ...controller }, sections })),
    catalog,
  )
  expect(findings).toEqual([])
  const [, text] = /^## One\n\n([^]*)\n\n## Two\n\nEnd\.\n$/.exec(renderMarkdown(notice)) ?? []
  expect(
    markdownNotice(renderMarkdown(notice))
      .blocks.filter(({ kind }) => kind === 'heading')
      .map(({ text }) => text),
  ).toContain('Two')
  return text ?? ''
}

test('prose is rendered as it is written', () => {
  const body = 'We  *keep*\nthis   __short__ .\n\n3) three\n9) nine\n\n\n\n   * a\n\n\n| a|b |\n|-|:-:|\n|1|'
  expect(rendered(`\n\n${body}\n\n`)).toBe(body)
})

test.each<[string, string, string]>([
  ['marks', '*A_b* [c](d) <e> `f` &amp; #', '\\*A_b\\* \\[c\\](d) \\<e> \\`f\\` \\&amp; \\#'],
  ['braces', '{{ controller.name }}', '\\{\\{ controller.name }}'],
  ['a list’s mark', '- a', '\\- a'],
  ['a list’s number', '1. a', '1\\. a'],
  ['a heading’s mark', '# a', '\\# a'],
  ['a quote’s mark', '> a', '\\> a'],
  ['a table’s bar', '| a', '\\| a'],
])('%s in a fact at the start of a line', (_, name, text) => {
  expect(rendered('{{ controller.name }}', { name })).toBe(text)
  expect(rendered('Line\n{{ controller.name }}', { name })).toBe(`Line\n${text}`)
  expect(rendered('- {{ controller.name }}', { name })).toBe(`- ${text}`)
  expect(rendered('> {{ controller.name }}', { name })).toBe(`> ${text}`)
})

test.each<[string, string, string, string]>([
  ['a number before a full stop', '{{ controller.name }}. Then', '16', '&#49;6. Then'],
  ['a number after a number', '1{{ controller.name }}', '2. Then', '1&#50;. Then'],
  ['a number before a number', '{{ controller.name }}2. Then', '1', '&#49;2. Then'],
  ['a number before a hyphen', '{{ controller.name }}-year', '16', '16-year'],
  ['a dash after a dash', '-{{ controller.name }}', '--', '-&#45;-'],
  ['a sign after a heading’s last', '### a #{{ controller.name }}', '#', '### a #\\#'],
  ['a number before a sentence', '{{ controller.name }} years', '16', '16 years'],
  ['an e-mail address in angle brackets', '<{{ controller.name }}>', 'a@b.example', '<&#97;@b.example>'],
  ['the name of a reference', '&{{ controller.name }};', 'amp', '&&#97;mp;'],
  ['a word and a link after it', '{{ controller.name }}[x](y)', 'Wow!', 'Wow\\![x](y)'],
  ['a sign between an angle bracket and a link', '<{{ controller.name }}[x](y)', '!', '<&#33;[x](y)'],
  ['brackets after brackets', '[x]{{ controller.name }}', '(y)', '[x]&#40;y)'],
  ['closing braces after opening ones', '{{ a {{ controller.name }}', 'b }}', '{{ a b \\}\\}'],
  ['a closing bracket after an opening one', '<a {{ controller.name }}', 'b> c', '<a b\\> c'],
  ['a back-quote after a back-quote', '` {{ controller.name }}', 'b`', '` b&#96;'],
])('%s in a slot is no mark', (_, body, name, text) => {
  expect(rendered(body, { name })).toBe(text)
})

test('a bar or a line break in a cell does not end it', () => {
  expect(rendered('| a |\n|---|\n| {{ controller.name }} |', { name: 'b | c\nd' })).toBe('| a |\n|---|\n| b \\| c d |')
})

test('a fact in HTML is written as HTML', () => {
  const name = 'A*_[B] & "C" <D>'
  expect(rendered('<p>{{ controller.name }}</p>', { name })).toBe('<p>A*_[B] &#38; &#34;C&#34; &#60;D&#62;</p>')
  expect(rendered('<img alt="{{ controller.name }}">', { name })).toBe(
    '<img alt="A*_[B] &#38; &#34;C&#34; &#60;D&#62;">',
  )
})

test('a fact after an angle bracket in HTML begins no tag', () => {
  expect(rendered('<div>\n<{{ controller.name }}>\n</div>', { name: 'b' })).toBe('<div>\n<&#98;>\n</div>')
})

test('a fact in a link’s target is written so that the target is the fact', () => {
  const form = 'https://a.example/x_(y)?b=c&copy=d'
  const target = 'https://a.example/x_\\(y\\)?b=c&copy=d'
  const contact = { contact: { form } }
  expect(rendered('[form]({{ controller.contact.form }})', contact)).toBe(`[form](${target})`)
  expect(rendered('[a], [a]\n\n[a]: {{ controller.contact.form }}', contact)).toBe(`[a], [a]\n\n[a]: ${target}`)
  expect(rendered('<a href="{{ controller.contact.form }}">form</a>', contact)).toBe(
    '<a href="https://a.example/x_&#40;y&#41;?b&#61;c&#38;copy&#61;d">form</a>',
  )
  expect(rendered('[a](b "{{ controller.name }}")', { name: '"A" \\' })).toBe('[a](b "&#34;A&#34; &#92;")')
})

test('a fact in code and in an automatic link is written as it is', () => {
  expect(rendered('`{{ controller.name }}`', { name: 'a_b' })).toBe('`a_b`')
  expect(rendered('```\n{{ controller.name }}\n```', { name: '*a*' })).toBe('```\n*a*\n```')
  expect(rendered('<https://x.example/{{ controller.name }}>', { name: 'a_b' })).toBe('<https://x.example/a_b>')
})

test('headings stand below the heading of their section', () => {
  expect(rendered('# A\n\n## B\n\n### C')).toBe('### A\n\n#### B\n\n##### C')
  expect(rendered('### A\n\n#### B')).toBe('### A\n\n#### B')
  expect(rendered('# A\n\n###### B')).toBe('### A\n\n###### B')
  expect(rendered('## *A* ##')).toBe('### *A* ##')
  expect(rendered('A\nB  \nC\\\nD #\n===\n\nE\n---')).toBe('### A B<br>C<br>D # ###\n\n#### E')
  expect(rendered('<h1 id="a">A</h1>\n\n<H2>B')).toBe('<h3 id="a">A</h3>\n\n<H4>B')
  expect(rendered('- # A\n\n> ## B\n> c')).toBe('- ### A\n\n> #### B\n> c')
  expect(rendered('# {{ controller.name }} #', { name: '#' })).toBe('### \\# #')
})

test('in a section without a heading they stand below the title', () => {
  const body = '# A\n\n## B'
  const notice = composed(fileOf({ title: 'T', sections: [{ id: 'a', topic: 'other', body }] }))
  expect(renderMarkdown(notice)).toBe('# T\n\n## A\n\n### B\n')
})

test('what a body leaves open ends with it', () => {
  expect(rendered('```\na')).toBe('```\na\n```')
  expect(rendered('~~~~ yaml\na\n~~~')).toBe('~~~~ yaml\na\n~~~\n~~~~')
  expect(rendered('a\n\n<!-- b')).toBe('a\n\n<!-- b-->')
  expect(rendered('<pre>a\n\nb')).toBe('<pre>a\n\nb</pre>')
  expect(rendered('<script>\na')).toBe('<script>\na</script>')
  expect(rendered('<?php')).toBe('<?php?>')
  expect(rendered('<![CDATA[ a')).toBe('<![CDATA[ a]]>')
})

test('a call of a topic is replaced by its blocks, and what stands around it stays', () => {
  expect(rendered('Before.\n\n  {{ compose controller }}  \n\n    code\n')).toBe(
    'Before.\n\nAcme is the controller of your personal data.\n\n    code',
  )
  expect(rendered('{{ compose controller }}\n\n{{ compose controller }}')).toBe(
    'Acme is the controller of your personal data.\n\nAcme is the controller of your personal data.',
  )
})

test('a notice of nothing is an empty text', () => {
  expect(renderMarkdown(composed('clauselint: 1\n'))).toBe('')
})
