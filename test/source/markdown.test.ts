import { describe, expect, test } from 'vitest'
import { parseMarkdown, type Inline, type MarkdownBlock } from '../../src/source/markdown.ts'

/** A block in one line: what it is, its words, and between bars the source its range covers. */
function outline(text: string): string[] {
  return parseMarkdown(text).map((block) => {
    const source = text.slice(block.range.start, block.range.end)
    if (block.kind === 'row')
      return `${block.header ? 'header' : 'row'}: ${block.cells.map((cell) => cell.text).join(' / ')} |${source}|`
    return `${kindOf(block)}: ${block.inline.text} |${source}|`
  })
}

function kindOf(block: Exclude<MarkdownBlock, { kind: 'row' }>): string {
  if (block.kind === 'heading') return `h${block.level}`
  if (block.kind === 'item') return `item${block.depth} ${block.marker}${block.ordered ? ' ordered' : ''}`
  return block.kind === 'paragraph' && block.depth > 0 ? `paragraph${block.depth}` : block.kind
}

/** The words of a text's only block. */
function only(text: string): Inline {
  const [block, ...rest] = parseMarkdown(text)
  expect(rest).toEqual([])
  if (!block || block.kind === 'row') throw new Error('expected one block of words')
  return block.inline
}

/** The source of a part of the words. */
function sourceOf(text: string, part: string): string {
  const { text: words, map } = only(text)
  const at = words.indexOf(part)
  expect(at).toBeGreaterThanOrEqual(0)
  const { start, end } = map.range(at, at + part.length)
  return text.slice(start, end)
}

describe('blocks', () => {
  test('headings of both styles', () => {
    expect(outline('# One #\n\nTwo\n===\n\nThree\nlines\n---\n\n###### Six')).toEqual([
      'h1: One |# One #|',
      'h1: Two |Two\n===|',
      'h2: Three lines |Three\nlines\n---|',
      'h6: Six |###### Six|',
    ])
  })

  test('paragraphs; rules and comments make no block', () => {
    expect(outline('One\ntwo.\n\n***\n\n<!-- note -->\n\n[a]: http://x\n\nThree.')).toEqual([
      'paragraph: One two. |One\ntwo.|',
      'paragraph: Three. |Three.|',
    ])
  })

  test('items, their later paragraphs, and lists in lists', () => {
    expect(outline('1. one\n\n   more\n2) two\n   - deep\n     - deeper\n\n   back\n\nafter')).toEqual([
      'item1 1. ordered: one |1. one|',
      'paragraph1: more |more|',
      'item1 2) ordered: two |2) two|',
      'item2 -: deep |- deep|',
      'item3 -: deeper |- deeper|',
      'paragraph1: back |back|',
      'paragraph: after |after|',
    ])
  })

  test('an item that does not begin with a paragraph keeps its marker', () => {
    expect(outline('3. # Title\n4. - inner\n5.\n')).toEqual([
      'item1 3. ordered:  |3.|',
      'h1: Title |# Title|',
      'item1 4. ordered:  |4.|',
      'item2 -: inner |- inner|',
      'item1 5. ordered:  |5.|',
    ])
  })

  test('quotes leave their marks out of the words, in every kind of block', () => {
    const text =
      '> a *b\n> c* `d\n> e`\nlazy\n>\n> > deep\n>\n> Title\n> ---\n>\n> | h |\n> |---|\n> | v |\n>\n> ```\n> x\n>  y\n> ```\n>\n> <p>h\n> i</p>'
    expect(
      parseMarkdown(text).map((block) =>
        block.kind === 'row' ? block.cells.map((cell) => cell.text) : block.inline.text,
      ),
    ).toEqual(['a b c d e lazy', 'deep', 'Title', ['h'], ['v'], 'x\n y', 'h i'])
  })

  test('tables, with empty cells and cells too many', () => {
    expect(outline('| a | `b\\|c` |\n|---|:-:|\n| 1 \\| 2 |\n|  | *x* | y |\nz | | <br>w')).toEqual([
      'header: a / b|c || a | `b\\|c` ||',
      'row: 1 | 2 || 1 \\| 2 ||',
      'row:  / x / y ||  | *x* | y ||',
      'row: z /  / w |z | | <br>w|',
    ])
  })

  test('code is as it stands', () => {
    expect(outline('~~~ js\n*a*  \n\n\\* &amp;\n~~~\n\n    b\n      c\n')).toEqual([
      'code: *a*  \n\n\\* &amp; |~~~ js\n*a*  \n\n\\* &amp;\n~~~|',
      'code: b\n  c |b\n      c|',
    ])
  })
})

describe('words', () => {
  test.each([
    ['emphasis', '*a* _b_ **c** __d__ ***e*** ~~f~~ *g **h** i*', 'a b c d e f g h i'],
    ['underscores in words', 'a_b_c and _d_', 'a_b_c and d'],
    ['code', '`a *b*` ``c ` d`` ` `` ` `\\*`', 'a *b* c ` d `` \\*'],
    ['escapes', '\\*a\\* \\[b\\] \\# \\\\ \\q', '*a* [b] # \\ \\q'],
    [
      'character references',
      '&amp; &lt;b&gt; &#8217; &#x1F600; &copy; &NotEqualTilde; &nope; &amp',
      '& <b> ’ 😀 © ≂̸ &nope; &amp',
    ],
    ['a no-break space', 'a&nbsp;b', 'a\u00a0b'],
    ['soft line breaks', 'a\nb   \t\n\tc', 'a b c'],
    ['hard line breaks', 'a  \nb\\\nc<br>d', 'a\nb\nc\nd'],
    ['inline HTML', 'a <b class="x">b</b> <!-- no -->c<wbr>d', 'a b cd'],
    ['block elements in a line', 'one.</p><p>two', 'one.\ntwo'],
    ['comparisons', 'a < b > c <3', 'a < b > c <3'],
    ['images', '![a *b*](x.png "t") <img src=y alt="c &amp; d">', 'a b c & d'],
    ['an obfuscated address', 'write to [email protected]', 'write to [email protected]'],
    ['brackets', 'a [b] c [d][e] f [g](h i) [] ![j]', 'a [b] c [d][e] f [g](h i) [] ![j]'],
    ['markup across brackets', '*a [b* c]', 'a [b c]'],
    ['tabs', 'a\tb', 'a\tb'],
    ['odd characters', 'a\0b\ud800c\u{1F600}', 'a\0b\ud800c\u{1F600}'],
    ['a byte-order mark', '\uFEFF# a', 'a'],
  ])('%s', (_, text, words) => {
    expect(only(text).text).toBe(words)
  })

  test.each(['\n', '\r\n', '\r'])('line endings (%j)', (ending) => {
    const text = [
      '# One',
      '',
      'two  ',
      'three [k](http://x/{{ y }})',
      'four',
      '',
      '- five',
      '  six',
      '',
      '```',
      'a',
      'b',
      '```',
    ].join(ending)
    expect(outline(text)).toEqual([
      'h1: One |# One|',
      `paragraph: two\nthree k four |two  ${ending}three [k](http://x/{{ y }})${ending}four|`,
      `item1 -: five six |- five${ending}  six|`,
      `code: a\nb |\`\`\`${ending}a${ending}b${ending}\`\`\`|`,
    ])
    const [link] = linksOf(text)
    expect(text.slice(link?.targetRange.start, link?.targetRange.end)).toBe('http://x/{{ y }}')
  })

  test('a part of the words leads to the source that was read as it', () => {
    const text = 'A **bold\nmove** &amp; \\*stars\\*  \nnext `co de`.'
    expect(only(text).text).toBe('A bold move & *stars*\nnext co de.')
    expect(sourceOf(text, 'bold move')).toBe('bold\nmove')
    expect(sourceOf(text, '&')).toBe('&amp;')
    expect(sourceOf(text, '*stars*')).toBe('\\*stars\\*')
    expect(sourceOf(text, '*\nnext')).toBe('\\*  \nnext')
    expect(sourceOf(text, 'co de.')).toBe('co de`.')
  })
})

function linksOf(text: string): Inline['links'] {
  return parseMarkdown(text)
    .flatMap((block) => (block.kind === 'row' ? block.cells : [block.inline]))
    .flatMap((inline) => inline.links)
}

describe('links', () => {
  test.each([
    ['[a *b*](http://x "t")', 'a b', 'http://x', 'http://x'],
    ['[a](<b c>)', 'a', 'b c', 'b c'],
    ['[a](b\\)&amp;c)', 'a', 'b)&c', 'b\\)&amp;c'],
    ['[a]()', 'a', '', ''],
    ['[a [b]](c)', 'a [b]', 'c', 'c'],
    ['<https://x.y/z>', 'https://x.y/z', 'https://x.y/z', 'https://x.y/z'],
    ['<a@b.c>', 'a@b.c', 'mailto:a@b.c', 'a@b.c'],
    ['[a][B c]\n\n[b  C]: <d e> "t"', 'a', 'd e', 'd e'],
    ['[a][]\n\n[A]: d\n[a]: e', 'a', 'd', 'd'],
    ['> [a]\n\n- [a]: d', 'a', 'd', 'd'],
    ['see <a class=k href="b&amp;c">d e</a>', 'd e', 'b&c', 'b&amp;c'],
  ])('%j', (text, words, target, written) => {
    const block = parseMarkdown(text)[0]
    if (block?.kind !== 'paragraph') throw new Error('expected a paragraph')
    const [link, ...rest] = block.inline.links
    expect(rest).toEqual([])
    expect(block.inline.text.slice(link?.from, link?.to)).toBe(words)
    expect(link?.target).toBe(target)
    expect(text.slice(link?.targetRange.start, link?.targetRange.end)).toBe(written)
  })

  test('a definition makes no block, brackets without one are words', () => {
    expect(outline('[a]: http://x\n\n[a], [b] and [c][d].')).toEqual([
      'paragraph: a, [b] and [c][d]. |[a], [b] and [c][d].|',
    ])
  })
})

describe('slots', () => {
  test('a slot is one character of the words, and markup in it means nothing', () => {
    const text = 'By **{{ controller_name }}** in {{a|b}} and {{ *x* <b> }}.'
    const { text: words, slots } = only(text)
    expect(words).toBe('By \uFFFC in \uFFFC and \uFFFC.')
    expect(slots).toEqual([
      { expression: 'controller_name', expressionRange: { start: 8, end: 23 }, range: { start: 5, end: 26 }, at: 3 },
      { expression: 'a|b', expressionRange: { start: 34, end: 37 }, range: { start: 32, end: 39 }, at: 8 },
      { expression: '*x* <b>', expressionRange: { start: 47, end: 54 }, range: { start: 44, end: 57 }, at: 14 },
    ])
    expect(sourceOf(text, '\uFFFC in')).toBe('{{ controller_name }}** in')
  })

  test('slots in targets and attributes have no place in the words', () => {
    const text = 'To [us](mailto:{{ contact.email }}?x) or <{{ form }}>, <a href="{{ a }}&amp;b">{{ c }}</a>'
    const { text: words, links, slots } = only(text)
    expect(words).toBe('To us or <\uFFFC>, \uFFFC')
    expect(links.map(({ target }) => target)).toEqual(['mailto:{{ contact.email }}?x', '{{ a }}&b'])
    expect(slots.map(({ expression, at }) => [expression, at])).toEqual([
      ['contact.email', undefined],
      ['form', 10],
      ['a', undefined],
      ['c', 14],
    ])
  })

  test('a definition gives its slots to the text that uses it', () => {
    const { links, slots } = only('[a]\n\n[a]: http://{{ host }}/')
    expect(links.map(({ target }) => target)).toEqual(['http://{{ host }}/'])
    expect(slots.map(({ expression, at }) => [expression, at])).toEqual([['host', undefined]])
  })

  test.each([
    ['an escaped slot', '\\{{ x }} \\\\{{ y }}', '{{ x }} \\\uFFFC', ['y']],
    ['an unclosed slot', 'a {{ b', 'a {{ b', []],
    ['a slot over two lines', 'a {{ b\nc }}', 'a {{ b c }}', []],
    ['two openings', '{{ a {{ b }}', '{{ a \uFFFC', ['b']],
    ['an empty slot', '{{}}', '\uFFFC', ['']],
    ['a slot in code', '`{{ a }}`', '\uFFFC', ['a']],
    ['a slot in a code block', '    b {{ a }}', 'b \uFFFC', ['a']],
  ])('%s', (_, text, words, expressions) => {
    const inline = only(text)
    expect(inline.text).toBe(words)
    expect(inline.slots.map(({ expression }) => expression)).toEqual(expressions)
  })
})

describe('texts made to be slow or deep', () => {
  const size = 200_000
  const many = (text: string) => text.repeat(Math.ceil(size / text.length))
  test.each([
    ['quotes', many('>')],
    ['quotes and empty lines', `${'> '.repeat(10_000)}a${many('\n')}`],
    ['lists', many('- ')],
    ['other lists', `${many('+ ')}x${many('\n')}`],
    ['opening brackets', many('[')],
    ['brackets', many('[') + many(']')],
    ['brackets where there is a definition', `[a]: b\n\n${many('[')}${many('[a] ')}`],
    ['images in images', `${many('![')}${many('](b)')}`],
    ['unfinished targets', `${many('![a](')})`],
    ['emphasis in emphasis', many('**a ') + many(' a**')],
    ['emphasis that ends and never begins', many('a* ')],
    ['long runs of stars', `${many('*')}a${many('*')}`],
    ['backticks', Array.from({ length: 600 }, (_, index) => `a${'`'.repeat(index)}`).join('')],
    ['comments', many('a <!--')],
    ['instructions', many('a <?')],
    ['unfinished addresses', `${many('<aa:')} >`],
    ['spaces in a line', `a${many(' ')}b`],
    ['spaces before what is no table', `a\nb|c\n${many(' ')}-`],
    ['an unfinished definition', `[a\n${many('     b\n')}`],
    ['an unfinished title', `[a]: b "\n${many('b\n')}`],
    ['elements in elements', `${many('<div>')}${many('<ul><li>')}`],
    ['elements that end and never begin', `<div>${many('<b>')}${many('</i>')}`],
    ['openings of slots', many('{{')],
    ['a long line', many('word ')],
    ['many lines', many('a  \nb\n')],
  ])('%s', (_, text) => {
    const blocks = parseMarkdown(`${text}\n\n</div>\n\nlast`)
    const last = blocks.at(-1)
    expect(last?.kind === 'paragraph' && last.inline.text).toMatch(/last$/)
  })

  test('what is nested too deep is words', () => {
    const blocks = parseMarkdown(`${'>'.repeat(100)}a`)
    expect(blocks.map((block) => block.kind === 'paragraph' && block.inline.text)).toEqual([`${'>'.repeat(36)}a`])
  })
})
