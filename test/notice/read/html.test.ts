import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeIn, outline, slices } from './outline.ts'

const html = (text: string) => outline('notice.html', text)
const long =
  'We collect your name and your address when you open an account, and we keep both for as long as you have it. '.repeat(
    6,
  )

describe('what surrounds the text of a page is left out', () => {
  const page = (around: string, inside = '') =>
    `<!doctype html><html><head><title>Acme</title><style>p{}</style></head><body>${around}<h1>Privacy</h1><p>${long}</p>${inside}</body></html>`
  const rest = ['# Privacy', long.trim()]

  test.each([
    ['navigation', '<nav><a href="/">Home</a> <a href="/b">Prices</a></nav>'],
    ['the site’s header', '<header><img src="data:image/png;base64,AAAA"><a href="/">Acme</a></header>'],
    ['its footer', '<footer>© Acme <a href="/terms">Terms</a></footer>'],
    [
      'parts by their classes',
      '<div class="siteFooter">© Acme</div><ul id="main-menu"><li><a href="/a">A</a></li></ul>',
    ],
    [
      'a menu without a name',
      '<ul><li><a href="/a">A</a><li><a href="/b">B</a><li><a href="c">C</a><li><a href="/d">D</a></ul>',
    ],
    ['a box that asks for consent', '<div id="cookieBanner"><p>We use cookies.</p><button>Fine</button></div>'],
    ['a box of a tool for consent', '<section class="ot onetrust-pc"><h2>Your choices</h2><p>Cookies.</p></section>'],
    ['a dialog', '<div role="dialog"><p>Subscribe now.</p></div>'],
    ['a form', '<form><label>Mail</label><input><p>Subscribe.</p></form>'],
    ['a button', '<button>Print</button>'],
    ['what is hidden', '<p hidden>a</p><div style="color:red;display: none">b</div><div aria-hidden="true">c</div>'],
    [
      'what is no text',
      '<script>sell()</script><svg><text>x</text></svg><select><option>EN</select><noscript>No</noscript>',
    ],
  ])('%s', (_, around) => {
    expect(html(page(around))).toEqual(rest)
  })

  test('around the main content too, but for a title and what stands under it', () => {
    const around = '<div>Log in</div><h1>Privacy</h1><p>Changed in May.</p>'
    expect(html(`${around}<main><p>${long}</p></main><div>Our offices</div>`)).toEqual([
      '# Privacy',
      'Changed in May.',
      long.trim(),
    ])
  })
})

describe('nothing of the text is lost', () => {
  test.each([
    [
      'a list of links to others',
      '<ul>' + ['a', 'b', 'c', 'd'].map((x) => `<li><a href="https://${x}.example/">${x}${x}</a>`).join('') + '</ul>',
      ['- aa', '- bb', '- cc', '- dd'],
    ],
    [
      'a closed accordion',
      '<button aria-controls="x">Deletion</button><div id="x" hidden>We delete it.</div>',
      ['## Deletion', 'We delete it.'],
    ],
    [
      'details',
      '<details><summary>Transfers</summary><p>We send none.</p></details>',
      ['## Transfers', 'We send none.'],
    ],
    [
      'a section on cookies',
      '<section class="cookie-policy"><h2>Cookies</h2><p>We set two.</p></section>',
      ['## Cookies', 'We set two.'],
    ],
    [
      'a heading that is a button',
      '<h2><button>Rights</button></h2><p>You may ask.</p>',
      ['## Rights', 'You may ask.'],
    ],
  ])('%s', (_, inside, expected) => {
    expect(html(`<h1>Privacy</h1><p>${long}</p>${inside}`).slice(2)).toEqual(expected)
  })

  test.each([
    ['a page in a form', `<form><h1>Privacy</h1><p>${long}</p></form>`],
    ['a page in a footer', `<footer><h1>Privacy</h1><p>${long}</p></footer>`],
    ['a page in an unclosed menu', `<nav><h1>Privacy</h1><p>${long}`],
    ['a page that is shown by a script', `<body style="display:none"><h1>Privacy</h1><p>${long}</p></body>`],
  ])('%s', (_, page) => {
    expect(html(page)).toEqual(['# Privacy', long.trim()])
  })
})

test('headings that are bold, definition lists, nested lists, tables and lines', () => {
  const text = `<h1>Privacy</h1>
<p><strong>1. Who we are</strong></p><p>Acme&nbsp;Ltd, a&#8209;b&shy;c.</p>
<p><b>2. Data</b><br>We hold:<br>&bull; names<br>&bull; ages</p>
<p style="font-weight:700">3. Sharing</p>
<ul><li>banks:<ul><li>savings banks</li></ul></li></ul>
<dl><dt>Access</dt><dd>You may ask.</dd></dl>
<table><thead><tr><th>Data<th>Kept</thead><tr><td>names<td>a year</table>`
  expect(html(text)).toEqual([
    '# Privacy',
    '## 1. Who we are',
    'Acme\u00a0Ltd, a\u2011b\u00adc.',
    '## 2. Data',
    'We hold:',
    '- names < We hold:',
    '- ages < We hold:',
    '## 3. Sharing',
    '- banks:',
    '-- savings banks < banks:',
    '### Access',
    'You may ask.',
    '| Data | Kept',
    '| names | a year',
  ])
  expect(slices('a.html', text).slice(2, 6)).toEqual([
    'Acme&nbsp;Ltd, a&#8209;b&shy;c.',
    '2. Data',
    'We hold:',
    'names',
  ])
})

test('however elements are nested and closed, reading ends, and each word is in the notice once or left out', () => {
  const tag = fc.constantFrom(
    'div',
    'nav',
    'main',
    'article',
    'header',
    'footer',
    'form',
    'p',
    'b',
    'ul',
    'li',
    'table',
    'td',
    'h1',
    'h2',
    'a',
    'button',
    'script',
  )
  const piece = fc.oneof(
    fc
      .tuple(tag, fc.constantFrom('', ' hidden', ' class="nav"', ' id=x', ' href="/a"', ' style="font-weight:bold"'))
      .map(([name, rest]) => `<${name}${rest}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('&amp;', '<!-- ', '-->', '<br>', ' ', '\n', '<', '\0'),
    fc.constant('§ '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      let count = 0
      const text = pieces.join('').replace(/§/g, () => `w${count++}q`)
      const seen = noticeIn('a.html', text).blocks.flatMap((block) =>
        [...block.text.matchAll(/w(\d+)q/g)].map((found) => Number(found[1])),
      )
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
    }),
    { numRuns: 500 },
  )
})
