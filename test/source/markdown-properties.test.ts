import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown, type Inline, type MarkdownBlock } from '../../src/source/markdown.ts'
import { writtenDocument, type Expected } from './markdown-model.ts'

test('a document that is written in Markdown in any way is read back, with every word at its place', () => {
  fc.assert(
    fc.property(writtenDocument, ({ markdown, expected }) => {
      const blocks = parseMarkdown(markdown)
      expect(blocks.map(shape)).toEqual(expected.map(expectedShape))
      for (const [index, block] of blocks.entries()) {
        for (const [part, inline] of inlines(block).entries()) {
          const places = expected[index]?.texts[part]?.spots ?? []
          for (const { from, to, start, end } of places) expect(inline.map.range(from, to)).toEqual({ start, end })
        }
      }
    }),
    { numRuns: 300 },
  )
})

const pieces = [
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](u)',
  ],
  ...[
    '[a]',
    '![',
    '\\',
    '&amp;',
    '&#35;',
    '&#x1F600;',
    '&nope;',
    '&NotEqualTilde;',
    '<',
    '>',
    '> ',
    '- ',
    '1. ',
    '    ',
  ],
  ...[
    '# ',
    '|',
    '|-|\n',
    '===',
    '---',
    '<http://x.y>',
    '<a@b.c>',
    '[a]: /u\n',
    '  \n',
    '\\\n',
    'é',
    '\u{1F600}',
    '\ud800',
  ],
  ...['\0', '{{ x }}', '{{', '}}', '\\{{', '[k]({{ y }})', '\uFEFF', '\u00a0', '```\n', '~~~\n', '<!--', '-->', '<br>'],
  ...[
    '<p>',
    '</p>',
    '<ul>',
    '<li>',
    '</ul>',
    '<ol start=3>',
    '<h2>',
    '</h2>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</table>',
  ],
  ...[
    '<a href="x{{ y }}&amp;z">',
    '</a>',
    '<img alt="q &amp; {{ z }}">',
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
    '<b>',
  ],
]
const anything = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('whatever the text, every character of a block leads to its source', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const block of parseMarkdown(text)) {
        expect(block.range.start).toBeGreaterThanOrEqual(0)
        expect(block.range.start).toBeLessThanOrEqual(block.range.end)
        expect(block.range.end).toBeLessThanOrEqual(text.length)
        for (const inline of inlines(block)) checkMap(inline, text)
      }
    }),
    { numRuns: 1000 },
  )
})

test('whatever the text, links and slots lie in it', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const inline of parseMarkdown(text).flatMap(inlines)) {
        for (const { from, to, targetRange } of inline.links) {
          expect([0 <= from, from <= to, to <= inline.text.length]).toEqual([true, true, true])
          expect(targetRange.end).toBeLessThanOrEqual(text.length)
        }
        for (const { at, range, expression, expressionRange } of inline.slots) {
          expect(text.slice(range.start, range.end)).toMatch(/^\{\{[^\n\r]*\}\}$/)
          expect(text.slice(expressionRange.start, expressionRange.end)).toBe(expression)
          if (at === undefined) continue
          expect(inline.text[at]).toBe('\uFFFC')
          expect(inline.map.range(at, at + 1)).toEqual(range)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

function checkMap(inline: Inline, text: string): void {
  expect(inline.map.length).toBe(inline.text.length)
  let before = 0
  for (let at = 0; at < inline.text.length; at++) {
    const { start, end } = inline.map.range(at, at + 1)
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeLessThanOrEqual(text.length)
    before = start
    const character = inline.text[at] as string
    // White space may stand for other white space; all else that is one character is that character.
    if (end - start === 1 && !/[ \n]/.test(character)) expect(text[start]).toBe(character)
  }
}

function inlines(block: MarkdownBlock): Inline[] {
  return block.kind === 'row' ? block.cells : [block.inline]
}

function shape(block: MarkdownBlock): unknown {
  return {
    kind: block.kind,
    level: block.kind === 'heading' ? block.level : undefined,
    depth: block.kind === 'paragraph' || block.kind === 'item' ? block.depth : undefined,
    marker: block.kind === 'item' ? block.marker : undefined,
    header: block.kind === 'row' ? block.header : undefined,
    texts: inlines(block).map(({ text, links, slots }) => ({
      text,
      links: links.map(({ from, to, target }) => ({ from, to, target })),
      slots: slots.map(({ expression }) => expression),
    })),
  }
}

function expectedShape({ kind, level, depth, marker, header, texts }: Expected): unknown {
  return { kind, level, depth, marker, header, texts: texts.map(({ text, links, slots }) => ({ text, links, slots })) }
}
