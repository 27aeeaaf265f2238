import { scanHtml, type Attribute } from './html-tokens.ts'
import { isUnread } from './html.ts'

/** An element that holds others, with how much text stands in it, in characters. `to` is where it ends. */
export type Element = {
  name: string
  from: number
  to: number
  parent: Element | undefined
  text: number
  /** The part of the text that is links. */
  linked: number
  /** Links in it, and those of them that lead within the site. */
  links: number
  inside: number
  /** Whether a first-level heading, or a place that HTML marks as the page's main content, stands in it. */
  title: boolean
  main: boolean
  /** Its id and classes, in words of lower case. */
  words: string[]
  id: string
  role: string
  hidden: boolean
  /** Whether it opens and closes something else (an accordion's button). */
  controls: boolean
}

/** What an HTML page consists of: its elements in order, where its first-level headings begin, and what can be opened. */
export type Outline = { root: Element; elements: Element[]; titles: number[]; opened: ReadonlySet<string> }

const recorded = new Set(
  (
    'article aside audio body button canvas datalist details dialog div dl fieldset footer form header main math menu ' +
    'nav noscript object ol p section select span table textarea ul video'
  ).split(' '),
)
/** Elements inside each other that are told apart; deeper text counts to the last of them. */
const deepest = 256
/** Attributes that name, by id, what an element opens. */
const openers = ['aria-controls', 'data-target', 'data-bs-target', 'href']

/** Reads a page's outline in one pass; takes linear time, whatever is unclosed or nested. */
export function outlineOf(html: string): Outline {
  const scan = new OutlineScan(html)
  scanHtml(html, 0, scan)
  return scan.finish()
}

class OutlineScan {
  readonly #html: string
  readonly #root: Element
  readonly #elements: Element[] = []
  readonly #stack: Element[] = []
  /** How many open elements have a name, so that a stray closing tag is known without a search. */
  readonly #open = new Map<string, number>()
  readonly #titles: number[] = []
  readonly #opened = new Set<string>()
  #skipping = { name: '', depth: 0 }
  #inLink = false
  #inHeading = false

  constructor(html: string) {
    this.#html = html
    this.#root = element('', 0, undefined, new Map())
  }

  text(from: number, to: number): void {
    if (this.#skipping.depth === 0) this.#count(this.#html.slice(from, to).trim().length)
  }

  reference(decoded: string): void {
    if (this.#skipping.depth === 0) this.#count(decoded.trim().length)
  }

  open(name: string, attributes: ReadonlyMap<string, Attribute>, from: number, to: number): void {
    if (this.#skipping.depth > 0) {
      if (name === this.#skipping.name) this.#skipping.depth++
      if (this.#skipping.name !== 'head' || name !== 'body') return
      this.#skipping.depth = 0
    }
    if (isUnread(name)) {
      if (this.#html[to - 2] !== '/') this.#skipping = { name, depth: 1 }
      return
    }
    const top = this.#stack.at(-1) ?? this.#root
    for (const key of openers) {
      const id = /^#?([\w-]+)$/.exec(attributes.get(key)?.value ?? '')?.[1]
      if (id !== undefined) this.#opened.add(id)
    }
    if (name === 'h1') {
      this.#titles.push(from)
      top.title = true
    }
    if (/^h[1-6]$/.test(name) || name === 'summary') this.#inHeading = true
    if (name === 'a') this.#openLink(top, attributes.get('href')?.value ?? '')
    if (!recorded.has(name) && !attributes.has('hidden') && !attributes.has('aria-hidden')) return
    if (voids.has(name) || this.#stack.length >= deepest) return
    const made = element(name, from, top, attributes)
    if (this.#inHeading) made.controls = true
    this.#elements.push(made)
    this.#stack.push(made)
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1)
  }

  close(name: string, to: number): void {
    if (this.#skipping.depth > 0) {
      if (name === this.#skipping.name) this.#skipping.depth--
      return
    }
    if (name === 'a') this.#inLink = false
    if (/^h[1-6]$/.test(name) || name === 'summary') this.#inHeading = false
    if ((this.#open.get(name) ?? 0) === 0) return
    while (this.#stack.length > 0) if (this.#pop(to) === name) return
  }

  finish(): Outline {
    while (this.#stack.length > 0) this.#pop(this.#html.length)
    this.#root.to = this.#html.length
    return { root: this.#root, elements: this.#elements, titles: this.#titles, opened: this.#opened }
  }

  #pop(to: number): string {
    const closed = this.#stack.pop() as Element
    const parent = closed.parent as Element
    closed.to = to
    parent.text += closed.text
    parent.linked += closed.linked
    parent.links += closed.links
    parent.inside += closed.inside
    parent.title ||= closed.title
    parent.main ||= closed.main || isMain(closed)
    this.#open.set(closed.name, (this.#open.get(closed.name) ?? 1) - 1)
    return closed.name
  }

  #openLink(top: Element, target: string): void {
    this.#inLink = true
    top.links++
    if (!/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target)) top.inside++
  }

  #count(characters: number): void {
    const top = this.#stack.at(-1) ?? this.#root
    top.text += characters
    if (this.#inLink) top.linked += characters
  }
}

/** Whether HTML says that an element holds what the page is about. */
export function isMain({ name, role }: Element): boolean {
  return name === 'main' || name === 'article' || role === 'main'
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const unseen = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

function element(
  name: string,
  from: number,
  parent: Element | undefined,
  attributes: ReadonlyMap<string, Attribute>,
): Element {
  const value = (key: string) => attributes.get(key)?.value ?? ''
  return {
    name,
    from,
    to: from,
    parent,
    text: 0,
    linked: 0,
    links: 0,
    inside: 0,
    title: false,
    main: false,
    words: wordsOf(`${value('id')} ${value('class')}`.slice(0, 2_000)),
    id: value('id'),
    role: value('role').toLowerCase(),
    hidden:
      (attributes.has('hidden') && value('hidden') !== 'until-found') ||
      value('aria-hidden') === 'true' ||
      unseen.test(value('style').slice(0, 2_000)),
    controls: attributes.has('aria-controls') || attributes.has('aria-expanded'),
  }
}

/** "siteFooter main_nav" as its words. */
function wordsOf(names: string): string[] {
  if (names === ' ') return []
  return names
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
}
