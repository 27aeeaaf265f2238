import { isMain, outlineOf, type Element, type Outline } from './html-outline.ts'
import { readHtml } from './html.ts'
import { InlineSource } from './inline-builder.ts'
import type { MarkdownBlock } from './markdown-types.ts'
import type { Range } from './range.ts'

/** The words in ids and classes that mark what surrounds the text of a page; see rules/chrome.yaml. */
type Chrome = { consent: { vendors: string[]; about: string[]; boxes: string[] }; parts: string[] }

/**
 * Reads a whole HTML page as the blocks of its text. Left out is what surrounds the text: navigation, the site's header
 * and footer, boxes that ask for consent, forms, buttons, and what is hidden and cannot be opened. Each of these only as
 * long as it holds the smaller part of the page, so that no text is lost to an odd page.
 * @returns blocks whose ranges and maps are UTF-16 offsets into `html`; never throws, in linear time
 */
export function readPage(html: string, chrome: Chrome): MarkdownBlock[] {
  const outline = outlineOf(html)
  const source = new InlineSource(html, [])
  return readHtml(html, 0, source, 0, leftOut(outline, chrome))
}

/** The shares of a page's text below which an element is taken for what it seems to be. */
const share = { most: 0.5, large: 0.4, part: 0.25, small: 0.02, mostlyLinks: 0.5, allLinks: 0.9, main: 0.85 }
const fewestLinks = 4
/** Elements that show something else than the text in them. */
const replaced = new Set('audio canvas datalist math noscript object select textarea video'.split(' '))

/** The ranges of a page that are left out, in order. */
function leftOut(outline: Outline, chrome: Chrome): Range[] {
  const { root, elements } = outline
  const lists = {
    vendors: new Set(chrome.consent.vendors),
    about: new Set(chrome.consent.about),
    boxes: new Set(chrome.consent.boxes),
    parts: new Set(chrome.parts),
  }
  const ranges: Range[] = []
  let end = 0
  let left = 0
  for (const element of elements) {
    if (element.from < end || element.to <= element.from || !isChrome(element, outline, lists)) continue
    ranges.push({ start: element.from, end: element.to })
    end = element.to
    left += element.text
  }
  return merged([...ranges, ...aroundMain(outline, root.text - left, ranges)])
}

type Lists = Record<'vendors' | 'about' | 'boxes' | 'parts', ReadonlySet<string>>

function isChrome(element: Element, { root, opened }: Outline, lists: Lists): boolean {
  const { name, role, text, words } = element
  const part = text / Math.max(root.text, 1)
  if (element.hidden) return part < share.most && !opened.has(element.id) && role !== 'tabpanel'
  if (name === 'span' || name === 'p') return false
  if (name === 'button' || role === 'button') return !element.controls && part < share.part
  if (replaced.has(name)) return part < share.most
  if (isMain(element) || element.main) return false
  if (name === 'form' || name === 'dialog' || role.endsWith('dialog')) return part < share.part
  if (words.some((word) => lists.vendors.has(word))) return part < share.large
  const inMain = within(element)
  const links = element.linked / Math.max(text, 1)
  if (name === 'nav' || role === 'navigation' || name === 'menu')
    return part < (inMain ? share.part : share.large) && (links > share.mostlyLinks || part < share.small)
  if (inMain) return false
  if (words.some((word) => lists.about.has(word)) && words.some((word) => lists.boxes.has(word)))
    return part < share.part
  if (name === 'header' || role === 'banner') return !element.title && part < share.part
  if (name === 'footer' || role === 'contentinfo') return part < share.large && !element.title
  if (name === 'aside' || role === 'complementary') return part < share.part && !element.title
  if (words.some((word) => lists.parts.has(word)))
    return part < share.part && !element.title && (links > share.mostlyLinks || words.includes('footer'))
  // A menu without a name: nothing but links within the site.
  return links > share.allLinks && element.links >= fewestLinks && element.inside === element.links && part < share.part
}

/** Whether an element stands in the page's main content. */
function within({ parent }: Element): boolean {
  for (let at = parent; at; at = at.parent) if (isMain(at)) return true
  return false
}

/** What stands around the main content, where that holds nearly all text. A title above it stays, with what follows it. */
function aroundMain({ root, elements, titles }: Outline, kept: number, out: readonly Range[]): Range[] {
  const mains = elements.filter(
    (element) =>
      isMain(element) &&
      element.to > element.from &&
      !within(element) &&
      !out.some(({ start, end }) => element.from >= start && element.to <= end),
  )
  const first = mains[0]
  if (!first || mains.length > 1_000 || mains.reduce((sum, { text }) => sum + text, 0) < share.main * kept) return []
  const title = mains.some((element) => element.title)
    ? undefined
    : titles.findLast((at) => at < first.from && !out.some(({ start, end }) => at >= start && at < end))
  const ranges: Range[] = [{ start: 0, end: title ?? first.from }]
  for (const [index, { to }] of mains.entries()) ranges.push({ start: to, end: mains[index + 1]?.from ?? root.to })
  return ranges.filter(({ start, end }) => end > start)
}

/** Ranges in order, those that touch or overlap as one. */
function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)
  const made: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = made.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else made.push({ start, end })
  }
  return made
}
