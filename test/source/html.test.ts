import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown, type Inline } from '../../src/source/markdown.ts'

/** Each block: what it is, its words, and between bars the source its range covers. */
function outline(html: string): string[] {
  return parseMarkdown(html).map((block) => {
    const source = html.slice(block.range.start, block.range.end)
    if (block.kind === 'row')
      return `${block.header ? 'header' : 'row'}: ${block.cells.map((cell) => cell.text).join(' / ')} |${source}|`
    const kind =
      block.kind === 'heading'
        ? `h${block.level}`
        : block.kind === 'item'
          ? `item${block.depth} ${block.marker}${block.ordered ? ' ordered' : ''}`
          : block.kind === 'paragraph' && block.depth > 0
            ? `paragraph${block.depth}`
            : block.kind
    return `${kind}: ${block.inline.text} |${source}|`
  })
}

function only(html: string): Inline {
  const [block, ...rest] = parseMarkdown(html)
  expect(rest).toEqual([])
  if (!block || block.kind === 'row') throw new Error('expected one block of words')
  return block.inline
}

describe('blocks of HTML', () => {
  test('headings and paragraphs', () => {
    expect(outline('<h2>One</h2>\n<p>Two\n  three</p><p>Four<div>Five</div>six\n\nSeven *eight*.')).toEqual([
      'h2: One |<h2>One</h2>|',
      'paragraph: Two three |<p>Two\n  three</p>|',
      'paragraph: Four |<p>Four|',
      'paragraph: Five |<div>Five</div>|',
      'paragraph: six |six|',
      'paragraph: Seven eight. |Seven *eight*.|',
    ])
  })

  test('a heading holds its blocks, and ends with the next block if it is not closed', () => {
    expect(outline('<h3><p>One</p></h3><h4>Two<p>three')).toEqual([
      'h3: One |<h3><p>One</p></h3>|',
      'h4: Two |<h4>Two|',
      'paragraph: three |<p>three|',
    ])
  })

  test('lists in lists, numbers as readers see them', () => {
    expect(outline('<ul><li>a<ol start="3"><li>b</li><li value=7><p>c</p><p>d</p><li>e</ol>f</li></ul>g')).toEqual([
      'item1 -: a |<li>a|',
      'item2 3. ordered: b |<li>b</li>|',
      'item2 7. ordered: c |<p>c</p>|',
      'paragraph2: d |<p>d</p>|',
      'item2 8. ordered: e |<li>e</ol>|',
      'paragraph1: f |f</li>|',
      'paragraph: g |g|',
    ])
  })

  test('an item that begins with a heading keeps its marker', () => {
    expect(outline('<ol><li><h3>a</h3><p>b</p></li></ol>').map((line) => line.replace(/ \|.*/, ''))).toEqual([
      'item1 1. ordered: ',
      'h3: a',
      'paragraph1: b',
    ])
  })

  test('HTML in a list and in a quote of Markdown', () => {
    expect(outline('- <p>a</p>\n  <ul><li>b</li></ul>\n\n> <p>c\n> d</p>')).toEqual([
      'item1 -: a |- <p>a</p>|',
      'item2 -: b |<li>b</li>|',
      'paragraph: c d |<p>c\n> d</p>|',
    ])
  })

  test('tables', () => {
    expect(
      outline(
        '<table><caption>T</caption><tr><th>a<th>b</tr><tbody><tr><td>c<br>d</td><td></td></tr><tr><th>e<td><p>f</p><ul><li>g<li>h</ul></table>i',
      ),
    ).toEqual([
      'paragraph: T |<caption>T</caption>|',
      'header: a / b |<tr><th>a<th>b</tr>|',
      'row: c\nd /  |<tr><td>c<br>d</td><td></td></tr>|',
      'row: e / f\ng\nh |<tr><th>e<td><p>f</p><ul><li>g<li>h</ul></table>|',
      'paragraph: i |i|',
    ])
  })

  test('a head of a table, cells without a row, words outside of cells', () => {
    expect(
      outline('<table><thead><tr><td>a</td></tr></thead><td>b</td>c</table>').map((line) => line.replace(/ \|.*/, '')),
    ).toEqual(['header: a', 'row: b / c'])
    expect(outline('<p>a</td>b</p>').map((line) => line.replace(/ \|.*/, ''))).toEqual(['paragraph: ab'])
  })

  test('what readers do not see is left out', () => {
    expect(
      outline(
        '<div><head><title>a</title><body>b<script>c</p></script><style>d</style><!-- e --><template>f<template>g</template></template><svg><title>h</title></svg><svg/>i</div>',
      ).map((line) => line.replace(/ \|.*/, '')),
    ).toEqual(['paragraph: bi'])
  })

  test('preformatted text is as it stands', () => {
    expect(outline('<pre>a\n  *b* &lt;</pre>')).toEqual(['code: a\n  *b* < |<pre>a\n  *b* &lt;</pre>|'])
  })
})

describe('words of HTML', () => {
  test.each([
    ['white space', '<p> a \n <b> b</b>c <i> d </i> </p>', 'a bc d'],
    ['references', '<p>&lt;a&gt; &amp &copy2 &#8217;&#x1F600; &NotEqualTilde;</p>', '<a> & ©2 ’😀 ≂̸'],
    ['no-break spaces', '<p>&nbsp;a&nbsp; b</p>', '\u00a0a\u00a0 b'],
    ['line breaks', '<p>a<br> b <br/>\nc</p>', 'a\nb\nc'],
    ['images', '<p>a <img alt="b &amp; c" src=x> d</p>', 'a b & c d'],
    ['no tags', '<p>a < b, 3<4</p>', 'a < b, 3<4'],
    ['Markdown in HTML', '<p>*a* [b](c)</p>', '*a* [b](c)'],
    ['CR LF', '<p>a\r\nb</p>', 'a b'],
  ])('%s', (_, html, words) => {
    expect(only(html).text).toBe(words)
  })

  test('links, also around blocks', () => {
    const html = '<div>See <a href="http://x?a=1&amp;b={{ c }}">our <b>site</b></a>.</div>'
    const { text, links, slots } = only(html)
    expect(links).toEqual([{ from: 4, to: 12, target: 'http://x?a=1&b={{ c }}', targetRange: { start: 18, end: 44 } }])
    expect(html.slice(18, 44)).toBe('http://x?a=1&amp;b={{ c }}')
    expect(text.slice(4, 12)).toBe('our site')
    expect(slots.map(({ expression, at }) => [expression, at])).toEqual([['c', undefined]])

    const around = parseMarkdown('<div><a href=x><p>a</p>\n<p>b</p></a>c')
    expect(
      around.map(
        (block) => block.kind !== 'row' && [block.inline.text, block.inline.links.map(({ from, to }) => [from, to])],
      ),
    ).toEqual([
      ['a', [[0, 1]]],
      ['b', [[0, 1]]],
      ['c', []],
    ])
  })

  test('a part of the words leads to the source that was read as it', () => {
    const html = '<p>A  <b>bold</b>\n move &amp;\n &#8217;s {{ x }}<br>end</p>'
    const { text, map } = only(html)
    const sources = ['A bold', 'bold move', '&', '’s', '\uFFFC', '\nend'].map((part) => {
      const at = text.indexOf(part)
      const { start, end } = map.range(at, at + part.length)
      return html.slice(start, end)
    })
    expect(sources).toEqual(['A  <b>bold', 'bold</b>\n move', '&amp;', '&#8217;s', '{{ x }}', '<br>end'])
  })
})

const word = fc.constantFrom('alpha', 'beta', 'R&amp;D', '&lt;x&gt;', '{{ y }}', 'e&nbsp;f', 'Größe')
const read = (written: string) =>
  written
    .replace('&amp;', '&')
    .replace('&lt;', '<')
    .replace('&gt;', '>')
    .replace('&nbsp;', '\u00a0')
    .replace(/\{\{.*\}\}/, '\uFFFC')
const tags = [
  'p',
  'div',
  'b',
  'i',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'h2',
  'section',
  'span',
  'a href="x"',
  'blockquote',
  'thead',
  'dd',
]
const tag = fc.constantFrom(...tags.flatMap((name) => [`<${name}>`, `</${name.split(' ')[0]}>`]))

test('however the tags are placed, every word is read once and in order, and leads to its source', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, tag), { maxLength: 30 }), (parts) => {
      const html = `<div> ${parts.join(' ')}`
      const inlines = parseMarkdown(html).flatMap((block) => (block.kind === 'row' ? block.cells : [block.inline]))
      const written = parts.filter((part) => !/^<[^ ]/.test(part))
      expect(inlines.flatMap(({ text }) => text.split(/[ \n]+/)).filter((part) => part !== '')).toEqual(
        written.map(read),
      )
      const sources = inlines.flatMap(({ text, map }) =>
        [...text.matchAll(/[^ \n]+/g)].map(({ 0: part, index }) => {
          const { start, end } = map.range(index, index + part.length)
          return html.slice(start, end)
        }),
      )
      expect(sources).toEqual(written)
    }),
    { numRuns: 1000 },
  )
})
