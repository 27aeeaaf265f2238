import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, escapeTarget, parseMarkdown } from '../../src/source/markdown.ts'

const awkward = [
  ...[
    'a',
    'Z',
    '7',
    '_',
    '*',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&',
    'amp;',
    '&amp;',
    '&#35;',
    '&copy',
    '#',
    '{',
    '{{',
    '}}',
  ],
  ...[
    '|',
    '\\',
    '!',
    '~',
    '-',
    '+',
    '=',
    '1.',
    '2)',
    ' ',
    '  ',
    '    ',
    '\t',
    '.',
    ':',
    'é',
    '\u00a0',
    '"',
    "'",
    '/',
    '$',
    '^',
  ],
  ...[
    '\u{1F600}',
    '\ud800',
    '\0',
    '---',
    '===',
    '```',
    '~~~',
    '[x](y)',
    '[a]: b',
    '{{ x }}',
    '<b>',
    '<!--',
    '|-|',
    '# ',
    '> ',
  ],
  ...['a_b_c', 'http://x.y_z_', '<a@b.c>', '\\{{', '1. x'],
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...awkward), { maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }).map((drawn) => drawn.replace(/[\n\r]/g, ' ')),
)

function wordsOf(markdown: string): string[] {
  return parseMarkdown(markdown).flatMap((block) =>
    block.kind === 'row' ? block.cells.map((cell) => cell.text) : [block.inline.text],
  )
}

function trim(drawn: string): string {
  return drawn.replace(/^[ \t]+|[ \t]+$/g, '')
}

function present(drawn: string): string[] {
  return trim(drawn) === '' ? [] : [trim(drawn)]
}

describe('an escaped text is read back as it was', () => {
  test('at the start of a line, whatever the line is in', () => {
    fc.assert(
      fc.property(text, (drawn) => {
        const escaped = escapeMarkdown(drawn, 'start')
        expect(wordsOf(escaped)).toEqual(present(drawn))
        expect(wordsOf(`> ${escaped}`)).toEqual(present(drawn))
        expect(wordsOf(`2. ${escaped}`)).toEqual([trim(drawn)])
        expect(wordsOf(`first\n${escaped}`)).toEqual([['first', ...present(drawn)].join(' ')])
        expect(wordsOf(`| first |\n${escaped}\n\nlast`)).toEqual([['| first |', ...present(drawn)].join(' '), 'last'])
      }),
      { numRuns: 1000 },
    )
  })

  test('in running text, and as a heading', () => {
    fc.assert(
      fc.property(text, (drawn) => {
        const escaped = escapeMarkdown(drawn, 'text')
        expect(wordsOf(`a${escaped}z`)).toEqual([`a${drawn}z`])
        expect(wordsOf(`*a ${escaped} z* \`b\``)).toEqual([`a ${drawn} z b`])
        expect(wordsOf(`[a${escaped}z](b)`)).toEqual([`a${drawn}z`])
        expect(wordsOf(`# ${escaped}`)).toEqual([trim(drawn)])
      }),
      { numRuns: 1000 },
    )
  })

  test('in a cell', () => {
    fc.assert(
      fc.property(text, (drawn) => {
        const table = `| h | i |\n| --- | --- |\n| ${escapeMarkdown(drawn, 'cell')} | z |`
        expect(wordsOf(table)).toEqual(['h', 'i', trim(drawn), 'z'])
      }),
      { numRuns: 1000 },
    )
  })

  test('as a target, in a cell too, and as a part of a target', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.webUrl({ withQueryParameters: true })), (drawn) => {
        expect(targetOf(`[a](${escapeTarget(drawn)} "t")`)).toBe(drawn)
        expect(targetOf(`| [a](${escapeTarget(drawn)}) |\n|---|`)).toBe(drawn)
        if (drawn !== '') expect(targetOf(`[a](http://x/${escapeTarget(drawn)}/y)`)).toBe(`http://x/${drawn}/y`)
      }),
      { numRuns: 1000 },
    )
  })

  test('line by line', () => {
    fc.assert(
      fc.property(fc.array(text.map(trim), { minLength: 2, maxLength: 4 }), (lines) => {
        const drawn = lines.join('\n').replace(/^\n+|\n+$/g, '')
        const read = drawn === '' ? [] : [drawn]
        expect(wordsOf(escapeMarkdown(drawn, 'start'))).toEqual(read)
        expect(wordsOf(`a${escapeMarkdown(drawn, 'text')}z`)).toEqual([`a${drawn}z`])
        expect(wordsOf(`| h |\n|---|\n| ${escapeMarkdown(drawn, 'cell')} |`)).toEqual(['h', drawn])
      }),
      { numRuns: 1000 },
    )
  })
})

function targetOf(markdown: string): string | undefined {
  const [block] = parseMarkdown(markdown)
  const inline = block?.kind === 'row' ? block.cells[0] : block?.inline
  return inline?.links[0]?.target
}

describe('nothing is escaped without need', () => {
  test.each([
    ['text', 'Nimbus Cloud SpA (privacy@nimbus.example), 1. x, a_b, R&D; 5 < 6, it\u2019s ~3 {x}!'],
    ['start', '2024 was a year - see https://nimbus.example/a_b?c=d&e=f#g.'],
    ['cell', 'Name, e-mail address; kept for 6 months (or 1.5 years)'],
  ] as const)('%s', (where, drawn) => {
    expect(escapeMarkdown(drawn, where)).toBe(drawn)
  })

  test.each([
    ['start', '1. x', '1\\. x'],
    ['start', '# x', '\\# x'],
    ['start', '- x', '\\- x'],
    ['start', '    x', 'x'],
    ['start', '===', '\\==='],
    ['text', 'a *b* [c](d) <e> &amp; {{ f }}', 'a \\*b\\* \\[c\\](d) \\<e> \\&amp; \\{\\{ f }}'],
    ['text', '_a_ a_b_c C#\\', '\\_a\\_ a_b_c C#\\\\'],
    ['cell', 'a | b', 'a \\| b'],
    ['cell', 'a\nb', 'a<br>b'],
    ['text', 'a\n- b', 'a\\\n\\- b'],
  ] as const)('%s: %j', (where, drawn, written) => {
    expect(escapeMarkdown(drawn, where)).toBe(written)
  })

  test.each([
    ['https://nimbus.example/a_b?c=d&e=f#g', 'https://nimbus.example/a_b?c=d&e=f#g'],
    ['a b(c)', 'a&#32;b\\(c\\)'],
    ['?a=1&amp;b', '?a=1&amp;amp;b'],
    ['', '<>'],
  ])('target %j', (drawn, written) => {
    expect(escapeTarget(drawn)).toBe(written)
  })
})
