import { describe, expect, test } from 'vitest'
import { readBy } from './small.ts'

type Row = [text: string, statements: string[]]

describe('steps in order', () => {
  const pattern = '{ seq: [tell, office, soon], gap: 2 }'
  test.each<Row>([
    ['We tell the office soon.', ['tell the office soon']],
    ['TOLD THE OFFICE AT ONCE', ['TOLD THE OFFICE AT ONCE']],
    ['We tell office soon.', ['tell office soon']],
    ['We tell a b office a b soon.', ['tell a b office a b soon']],
    ['We tell a b c office soon.', []],
    ['We tell office a b c soon.', []],
    ['Soon the office will tell.', []],
    ['The office we tell soon.', []],
    ['We tell the office. Soon.', []],
    ['We tell you; we tell x y z the office office soon.', []],
    ['We tell office office b c soon.', ['tell office office b c soon']],
  ])('%s', (text, statements) => {
    expect(readBy(pattern, text)).toEqual(statements)
  })

  test('the longer phrase goes before the shorter, and the shorter where the longer leads nowhere', () => {
    expect(readBy('{ seq: [tell, office], gap: 1 }', 'We tell the data office.')).toEqual(['tell the data office'])
    expect(readBy('{ seq: [tell, { words: [data] }, office], gap: 1 }', 'We tell data office.')).toEqual([
      'tell data office',
    ])
  })

  test('hyphens are left out of account', () => {
    expect(readBy('{ seq: [opt-out] }', 'The opt-out, or opt out.')).toEqual(['opt-out'])
  })
})

describe('a step of the own words', () => {
  test.each(['seq', 'all'])('of a list item does not stand in its stem (%s)', (kind) => {
    const pattern = `{ ${kind}: [tell, { any: [soon], own: true }, office], gap: 8 }`
    expect(readBy(pattern, 'We tell soon:\n\n- the office\n- the office, at once')).toEqual(
      kind === 'all' ? ['the office, at once'] : [],
    )
    expect(readBy(pattern, 'We tell soon the office.')).toEqual(['tell soon the office'])
  })
})

describe('a step that closes its sentence', () => {
  test.each<Row>([
    ['We tell the office.', ['tell the office']],
    ['We tell the office!)', ['tell the office']],
    ['Tell the office', ['Tell the office']],
    ['We tell the office soon.', []],
    ['We tell the office 3.', []],
    ['| tell the office | soon |\n| --- | --- |\n| tell the office | soon |', ['tell the office', 'tell the office']],
  ])('%s', (text, statements) => {
    expect(readBy('{ seq: [tell, { any: [office], end: true }] }', text)).toEqual(statements)
  })
})

describe('a pattern that only supports', () => {
  const patterns = ['{ seq: [tell, office], gives: partial }', '{ seq: [soon], gives: support }']

  test('makes no statement alone', () => {
    expect(readBy(patterns, 'It comes soon.')).toEqual([])
  })

  test('is evidence beside words that make the disclosure, in the order of the text', () => {
    expect(readBy(patterns, 'It comes soon. We tell the office. At once.')).toEqual([
      'soon | partial',
      'tell the office | partial',
      'At once | partial',
    ])
  })

  test('is none beside a denial', () => {
    expect(
      readBy(
        ['{ seq: [tell, office], polarity: either }', '{ seq: [soon], gives: support }'],
        'We do not tell the office. It comes soon.',
      ),
    ).toEqual(['tell the office | denied'])
  })
})

test.each<Row>([
  ['We tell the office soon.', ['tell the office soon']],
  ['We tell them soon.', ['tell them soon']],
  ['We tell the office.', []],
])('an optional step may be missing: %s', (text, statements) => {
  expect(readBy('{ seq: [tell, office?, soon], gap: 2 }', text)).toEqual(statements)
})

test.each<Row>([
  ['The office: tell it soon.', ['office: tell it soon']],
  ['Soon we tell the office.', ['Soon we tell the office']],
  ['We tell the office.', []],
  ['Soon a b c d tell the office.', []],
])('steps in any order: %s', (text, statements) => {
  expect(readBy('{ all: [tell, office, soon], gap: 3 }', text)).toEqual(statements)
})

test('one word cannot be two steps', () => {
  expect(readBy('{ all: [tell, tell], gap: 3 }', 'We tell.')).toEqual([])
  expect(readBy('{ all: [tell, tell], gap: 3 }', 'We tell and tell.')).toEqual(['tell and tell'])
})

describe('what else must or must not stand in the sentence', () => {
  test.each<Row>([
    ['We tell the office.', ['tell the office']],
    ['We tell the office of logs.', []],
    ['We hold logs. We tell the office.', ['tell the office']],
  ])('not: %s', (text, statements) => {
    expect(readBy('{ seq: [tell, office], not: [never] }', text)).toEqual(statements)
  })

  test.each<Row>([
    ['We tell the office.', []],
    ['After a breach we tell the office.', ['tell the office']],
    ['There was a breach. We tell the office.', []],
    ['After breaches we\n\n- tell the office', []],
    ['After breaches we:\n\n- tell the office', ['tell the office']],
  ])('with: %s', (text, statements) => {
    expect(readBy('{ seq: [tell, office], with: [breach] }', text)).toEqual(statements)
  })

  test.each<Row>([
    ['We tell the office.', []],
    ['## Breaches\n\nWe tell the office.', ['tell the office']],
    ['## Breaches\n\n### At night\n\nWe tell the office.', ['tell the office']],
    ['## Breaches\n\n## At night\n\nWe tell the office.', []],
    ['# A breach\n\nWe tell the office.', ['tell the office']],
    ['## Logs\n\nA breach: we tell the office.', []],
  ])('heading: %s', (text, statements) => {
    expect(readBy('{ seq: [tell, office], heading: [breach] }', text)).toEqual(statements)
  })

  test('start: only marks, numbers and a label may stand before', () => {
    const pattern = '{ seq: [{ any: [tell], start: true }, office] }'
    expect(readBy(pattern, 'Tell the office.')).toEqual(['Tell the office'])
    expect(readBy(pattern, '1. 2.1 (a) Tell the office.')).toEqual(['Tell the office'])
    expect(readBy(pattern, 'We tell the office.')).toEqual([])
  })
})

test.each<[subject: string, text: string, reads: boolean]>([
  ['we', 'We tell the office.', true],
  ['we', 'You tell the office.', false],
  ['you', 'You tell the office.', true],
  ['other', 'Stripe will tell the office.', true],
  ['we', 'We see that they tell the office.', false],
  ['none', 'To tell the office is good.', true],
  ['none', 'We tell the office.', false],
  ['[we, none]', 'Tell the office.', true],
  ['[we, none]', 'They tell the office.', false],
])('subject %s: %s', (subject, text, reads) => {
  expect(readBy(`{ seq: [tell, office], subject: ${subject} }`, text)).toHaveLength(reads ? 1 : 0)
})

describe('polarity', () => {
  test.each<[polarity: string, text: string, statements: string[]]>([
    ['affirmed', 'We tell the office.', ['tell the office']],
    ['affirmed', 'We do not tell the office.', []],
    ['either', 'We tell the office.', ['tell the office']],
    ['either', 'We do not tell the office.', ['tell the office | denied']],
    ['either', 'We tell no office.', ['tell no office | denied']],
    ['either', 'We will never ever, ever tell the office.', ['tell the office']],
    ['free', 'We do not tell the office.', ['tell the office']],
    ['affirmed', 'Without undue delay we tell the office.', ['tell the office']],
    ['affirmed', 'We not only tell the office.', ['tell the office']],
    ['affirmed', 'We do not hide; we tell the office.', ['tell the office']],
    ['affirmed', 'If not (as may be) tell the office.', ['tell the office']],
  ])('%s: %s', (polarity, text, statements) => {
    expect(readBy(`{ seq: [tell, office], polarity: ${polarity} }`, text)).toEqual(statements)
  })

  test('a rejected match gives way to one after a break', () => {
    expect(
      readBy('{ seq: [tell, office] }', 'We do not tell the office of names, but we tell the office of breaches.'),
    ).toEqual(['tell the office'])
    expect(readBy('{ seq: [tell, office] }', 'We never tell the office, and never tell the data office.')).toEqual([])
    expect(readBy('{ seq: [tell, office], subject: we }', 'You tell the office; however, we tell the office.')).toEqual(
      ['tell the office'],
    )
  })
})

describe('items and their stem', () => {
  const list = (stem: string, ...items: string[]) => `${stem}\n\n${items.map((item) => `- ${item}\n`).join('')}`
  test('a match may begin in the stem, and its place is in the item', () => {
    expect(readBy('{ seq: [tell, office] }', list('We tell:', 'the office', 'nobody', 'the data office'))).toEqual([
      'the office',
      'the data office',
    ])
  })

  test('a match in the stem alone is read where the stem stands, once', () => {
    expect(readBy('{ seq: [tell, office] }', list('We tell the office:', 'of names', 'of ages'))).toEqual([
      'tell the office',
    ])
  })

  test('an item’s own words are enough', () => {
    expect(readBy('{ seq: [tell, office] }', list('Here is what we do:', 'we tell the office'))).toEqual([
      'tell the office',
    ])
  })

  test('a denial in the stem denies the item', () => {
    expect(readBy('{ seq: [tell, office], polarity: either }', list('We do not tell:', 'the office'))).toEqual([
      'the office | denied',
    ])
  })
})

describe('values', () => {
  const pattern = '{ seq: [tell, { any: [place], as: transfers.*.to }] }'
  test.each<Row>([
    ['We tell Chile.', ['tell Chile | transfers.*.to=CL']],
    ['We tell Chile, Peru and the US.', ['tell Chile | transfers.*.to=CL | transfers.*.to=PE | transfers.*.to=US']],
    ['We tell Chile and/or Peru.', ['tell Chile | transfers.*.to=CL | transfers.*.to=PE']],
    ['We tell Chile, Chile and Peru.', ['tell Chile | transfers.*.to=CL | transfers.*.to=PE']],
    ['We tell Chile of Peru.', ['tell Chile | transfers.*.to=CL']],
    ['We tell Chile. Peru too.', ['tell Chile | transfers.*.to=CL']],
  ])('a list gives all its members: %s', (text, statements) => {
    expect(readBy(pattern, text)).toEqual(statements)
  })

  test('a typed value is worth what a fact would hold, else its words', () => {
    expect(
      readBy(
        '{ seq: [tell, { value: duration, as: breach.authority.within }] }',
        'We tell it in seventy-two (72) hours.',
      ),
    ).toEqual(['tell it in seventy-two (72) hours | breach.authority.within=PT72H'])
    expect(readBy('{ seq: [tell, { value: email, as: controller.contact.email }] }', 'Tell Us@Acme.example.')).toEqual([
      'Tell Us@Acme.example | controller.contact.email=Us@Acme.example',
    ])
  })

  test('an optional step that is missing gives no value', () => {
    expect(
      readBy('{ seq: [tell, { any: [place], as: transfers.*.to, optional: true }, soon] }', 'We tell you soon.'),
    ).toEqual(['tell you soon'])
  })
})

describe('of what several patterns read in one sentence', () => {
  test.each<[string, string[], string, string[]]>([
    [
      'stated goes before partial',
      ['{ seq: [tell], gives: partial }', '{ seq: [office] }'],
      'We tell the office.',
      ['office'],
    ],
    [
      'a value goes before none',
      ['{ seq: [tell] }', '{ seq: [{ any: [place], as: transfers.*.to }] }'],
      'We tell Chile.',
      ['Chile | transfers.*.to=CL'],
    ],
    [
      'an affirmation goes before a denial',
      ['{ seq: [tell], polarity: either }', '{ seq: [office] }'],
      'We do not tell you, we write the office.',
      ['office'],
    ],
    ['the first of two equals stands', ['{ seq: [tell] }', '{ seq: [office] }'], 'We tell the office.', ['tell']],
  ])('%s', (_why, patterns, text, statements) => {
    expect(readBy(patterns, text)).toEqual(statements)
  })
})

test('a heading says nothing itself, unless it gives a value', () => {
  expect(readBy('{ seq: [tell, office] }', '## We tell the office\n\nText.')).toEqual([])
  expect(readBy('{ seq: [tell, { value: duration }] }', '## We tell in 72 hours')).toEqual(['tell in 72 hours'])
  expect(readBy('{ seq: [tell, office] }', `## We tell the office ${'and so on '.repeat(6)}`)).toEqual([
    'tell the office',
  ])
})

describe('what stands above', () => {
  const pattern = '{ seq: [tell, office], heading: [breach] }'
  test.each<Row>([
    ['# Breach\n\nWe tell the office.', ['tell the office']],
    ['# Calm\n\nWe tell the office.', []],
    // A line that is no sentence, up to the next one or the next heading.
    ['**After a breach**\n\nWe tell the office.', ['tell the office']],
    ['**After a breach**\n\n**In calm times**\n\nWe tell the office.', []],
    ['# Calm\n\n**After a breach**\n\nWe go on.\n\n# More\n\nWe tell the office.', []],
    ['A breach is bad.\n\nWe tell the office.', []],
    // A short sentence that opens a paragraph.
    ['A breach? We tell the office.', ['tell the office']],
    ['**A breach.** We tell the office.', ['tell the office']],
    ['A long line that speaks of a breach and says so. We tell the office.', []],
    // The header row of a table.
    ['| Breach | Then |\n| --- | --- |\n| Big | We tell the office |', ['tell the office']],
    ['| Calm | Then |\n| --- | --- |\n| Big | We tell the office |', []],
  ])('heading: %j', (text, statements) => {
    expect(readBy(pattern, text)).toEqual(statements)
  })

  test.each<Row>([
    ['# Breach\n\nWe tell the office.', []],
    ['# Calm\n\nWe tell the office.', ['tell the office']],
    ['We tell the office.', ['tell the office']],
    ['A breach? We tell the office.', []],
  ])('notHeading: %j', (text, statements) => {
    expect(readBy('{ seq: [tell, office], notHeading: [breach] }', text)).toEqual(statements)
  })
})

test.each<Row>([
  ['There is a breach. We tell the office.', ['tell the office']],
  ['There is a breach.\n\nWe tell the office.', ['tell the office']],
  ['There is a breach. We go on. We tell the office.', []],
  ['There is a breach.\n\n# Then\n\nWe tell the office.', []],
  ['We tell the office of a breach.', []],
])('after: the sentence before, in its paragraph or the one above: %j', (text, statements) => {
  expect(readBy('{ seq: [tell, office], after: [breach] }', text)).toEqual(statements)
})

test.each<Row>([
  ['We tell office a b c soon.', ['tell office a b c soon']],
  ['We tell a office soon.', []],
])('a step may have a gap of its own: %s', (text, statements) => {
  expect(readBy('{ seq: [tell, { any: [office], gap: 0 }, soon], gap: 3 }', text)).toEqual(statements)
})

test('a cell of a table opens like a sentence', () => {
  expect(
    readBy(
      '{ seq: [{ any: [office], start: true }] }',
      '| a | b |\n| --- | --- |\n| tell | the office |\n| x | office |',
    ),
  ).toEqual(['office'])
})

test.each<Row>([
  ['Telling the office does not apply to us.', []],
  ['Telling the office does not apply where it is closed.', ['Telling the office']],
  ['Telling the office is right, and the rest does not apply.', ['Telling the office']],
])('a denial that follows at once denies: %s', (text, statements) => {
  expect(readBy('{ seq: [tell, office] }', text)).toEqual(statements)
})

test.each<Row>([
  ['You may, with regard to us, tell the office.', ['tell the office']],
  ['You may not be asked by us to tell the office.', []],
  ['What you got from us you tell the office.', ['tell the office']],
])('a party after a preposition does not act: %s', (text, statements) => {
  expect(readBy('{ seq: [tell, office], subject: you, polarity: free }', text)).toEqual(statements)
})

test.each([
  ['We tell the office.', ['tell the office | denied']],
  ['We never tell the office.', ['tell the office | denied']],
])('words that deny by themselves are a denial, with a negation and without: %s', (text, statements) => {
  expect(readBy('{ seq: [tell, office], polarity: denied }', text)).toEqual(statements)
})

test.each([
  ['by itself', ''],
  [
    'under a line that introduces the table',
    'You find here what we do with all that you have ever sent us by post:\n\n',
  ],
])('the first cell of a row stands above the others: %s', (_where, before) => {
  const table = '| About | Words |\n| --- | --- |\n| Telling | the office |\n| Calling | the office |'
  expect(readBy('{ seq: [office], heading: [tell] }', `${before}${table}`)).toEqual(['office'])
})
