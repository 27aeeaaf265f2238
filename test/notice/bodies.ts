import fc from 'fast-check'

/*
 * Bodies of sections: every construct of Markdown and HTML that prose may hold, whole or broken. In the templates § is
 * a word; each is written as a word of its own (`w0q`, `w1q` …), so that a test can tell where it went.
 */

const words = ['§', '§', '§ §', '**§**', '*§ §*', '__§__', '~~§~~', '`§`', '`` §`§ ``', '**§ *§***', '§*§*§']
const decoded = [
  '&amp;§',
  '§&#8217;s',
  '§&nbsp;§',
  '&#x1F600;§',
  '\\*§\\*',
  '§\\_§',
  '\\#§',
  '\\&amp;§',
  '\\{{§}}',
  'a&b§',
  '§;',
]
const links = [
  '[§](https://x.example/a_b)',
  '[§ *§*](<a b> "title")',
  '[§]({{ controller.contact.form }})',
  '[§](mailto:{{ controller.contact.email }}?subject=x)',
  '[{{ controller.name }}](u "{{ controller.name }}")',
  '![§](image.png)',
  '<https://x.example/§>',
  '<a href="{{ controller.contact.form }}">§</a>',
  '[§][label]',
  '[label]',
]
const slots = [
  '{{ controller.name }}',
  '{{controller.name}}',
  '**{{ controller.name }}**',
  '_{{ controller.name }}_',
  '({{ controller.name }})',
  '“{{ controller.name }}”',
  '<{{ controller.name }}>',
  '&{{ controller.name }}',
  '§-{{ controller.name }}',
  '1{{ controller.name }}',
  '{{ controller.name }}. §',
  '{{ controller.name }}) §',
  '{{ controller.name }}[§](u)',
  '[§]{{ controller.name }}',
  '<b>{{ controller.name }}</b>',
  '`{{ children.age }}`',
  '{{ controller.name }}{{ children.age }}',
  '{{ children.age }}. §',
  '{{ section other }}',
]
const odd = [
  '"§"',
  'a: §',
  '§ # §',
  '日本§',
  '😀',
  '<br>§',
  '<b>§</b>',
  '§<img alt="§">',
  '§.',
  '[§]',
  '[§',
  '§]',
  '<§',
  '1. §',
  '§!',
  '\u00a0§',
  '§\u200f',
]
const inline = fc.oneof(...[words, decoded, links, slots, odd].map((list) => fc.constantFrom(...list)))

const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
const breaks = fc.constantFrom('\n', '\n', '  \n', '\\\n', '<br>\n', ' \n ')
const paragraph = fc
  .array(fc.tuple(line, breaks), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map(([text, end], index) => (index < lines.length - 1 ? text + end : text)).join(''))
const rows = fc
  .tuple(
    fc.array(line, { minLength: 2, maxLength: 2 }),
    fc.array(fc.array(line, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  )
  .map(([header, more]) =>
    ['| --- | :-: |', ...more.map(rowOf)].reduce((text, row) => `${text}\n${row}`, rowOf(header)),
  )
const rowOf = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const closed = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc
    .tuple(fc.constantFrom('#', '##', '###', '######'), line, fc.constantFrom('', ' #', ' ##'))
    .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`),
  fc.tuple(paragraph, fc.constantFrom('===', '---', '-')).map(([text, underline]) => `${text}\n${underline}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), line, line)
    .map(([from, first, second]) => `${from}. ${first}\n${from + 1}. ${second}`),
  fc
    .tuple(line, paragraph, line)
    .map(([outer, inner, after]) => `* ${outer}\n  - ${inner.replaceAll('\n', '\n    ')}\n\n    ${after}`),
  paragraph.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  rows,
  fc.constantFrom(
    '```\n§\n  § §\n```',
    '~~~ yaml\n§\n~~~',
    '    §\n    §',
    '<p>§ {{ controller.name }}</p>',
    '<div class="a">\n§\n</div>',
    '<ul><li>§<li><a href="{{ controller.contact.form }}">§</a></ul>',
    '<table><tr><th>§<th>§<tr><td>{{ controller.name }}<td>§</table>',
    '<h2>§</h2>',
    '<!-- a comment -->',
    '---',
    '[label]: {{ controller.contact.form }} "title"',
    '{{ compose controller }}',
    '{{ compose children }}',
  ),
)
/** What goes on to the end of the text if nothing ends it. */
const open = fc.constantFrom(
  '```\n§',
  '~~~~\n§\n~~~',
  '<!-- a comment',
  '<pre>§\n\n§',
  '<script>x',
  '<?php',
  '<![CDATA[',
  '<textarea>§',
)

/** A body; the words are numbered from `first`. */
export const someBody: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(closed, fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n \n')), { minLength: 1, maxLength: 5 }),
    fc.option(open, { nil: '', freq: 6 }),
    fc.constantFrom('', '', '\n', '\n\n'),
  )
  .map(([blocks, last, end]) => `${blocks.map((pair) => pair.join('')).join('')}${last}`.replace(/[ \n]+$/, '') + end)
  .filter((body) => /[^ \n]/.test(body))

/** Writes each § as a word of its own; `from` is the first one's number. */
export function numbered(template: string, from: number): string {
  let next = from
  return template.replaceAll('§', () => `w${next++}q`)
}
