import type { InlineBuilder } from './inline-builder.ts'
import { htmlparser2 } from './lazy-parsers.ts'
import type { Range } from './range.ts'

/** An attribute of a tag: its decoded value, and where that is written (without quotes). */
export type Attribute = { value: string; range: Range }

/** What `scanHtml` reports. Offsets are those of the scanned text plus the offset given. Names are lower case. */
export type HtmlHandler = {
  text(from: number, to: number): void
  /** A character reference in running text. */
  reference(decoded: string, from: number, to: number): void
  open(name: string, attributes: ReadonlyMap<string, Attribute>, from: number, to: number): void
  close(name: string, to: number): void
}

/** Reads HTML as its tags and texts. Comments, declarations and unfinished tags are left out. */
export function scanHtml(html: string, offset: number, handler: HtmlHandler): void {
  const { Tokenizer } = htmlparser2()
  let reference: { decoded: string; from: number; to: number } | undefined
  let tag = { name: '', from: 0, attributes: new Map<string, Attribute>() }
  let attribute = { name: '', nameEnd: 0, value: '' }
  const endReference = (): void => {
    if (reference) handler.reference(reference.decoded, reference.from + offset, reference.to + offset)
    reference = undefined
  }
  const endTag = (end: number): void => {
    endReference()
    handler.open(tag.name, tag.attributes, tag.from + offset, end + 1 + offset)
  }
  const tokenizer = new Tokenizer(
    {},
    {
      ontext(from, to) {
        endReference()
        handler.text(from + offset, to + offset)
      },
      ontextentity(code, to) {
        const decoded = String.fromCodePoint(code)
        // A reference of two characters comes as two calls with one end.
        if (reference?.to === to) reference.decoded += decoded
        else {
          endReference()
          reference = { decoded, from: html.lastIndexOf('&', to - 1), to }
        }
      },
      onopentagname(from, to) {
        tag = { name: html.slice(from, to).toLowerCase(), from: from - 1, attributes: new Map() }
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag(from, to) {
        endReference()
        const end = html.indexOf('>', to)
        handler.close(html.slice(from, to).toLowerCase(), (end < 0 ? html.length : end + 1) + offset)
      },
      onattribname(from, to) {
        attribute = { name: html.slice(from, to).toLowerCase(), nameEnd: to, value: '' }
      },
      onattribdata(from, to) {
        attribute.value += html.slice(from, to)
      },
      onattribentity(code) {
        attribute.value += String.fromCodePoint(code)
      },
      onattribend(_quote, to) {
        const { name, nameEnd, value } = attribute
        if (tag.attributes.has(name)) return
        const start = valueStart(html, nameEnd)
        const quoted = /["']/.test(html.slice(nameEnd, start))
        const end = Math.max(start, quoted ? to - 1 : to)
        tag.attributes.set(name, { value, range: { start: start + offset, end: end + offset } })
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend: endReference,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}

function valueStart(html: string, nameEnd: number): number {
  const gap = /\s*=\s*["']?/y
  gap.lastIndex = nameEnd
  return gap.test(html) ? gap.lastIndex : nameEnd
}

/** The characters a reference such as `&nbsp;` or `&#8217;` stands for, or undefined where it is no reference. */
export function decodeReference(reference: string): string | undefined {
  const decoded: string[] = []
  const rest: number[] = []
  scanHtml(reference, 0, {
    text: (from) => rest.push(from),
    reference: (text) => decoded.push(text),
    open() {},
    close() {},
  })
  return rest.length === 0 ? decoded.join('') : undefined
}

/**
 * Adds an attribute's value, such as an image's alternative text, to a block's words.
 * @param written the value as it stands in the scanned text
 */
export function addAttribute({ value, range }: Attribute, written: string, builder: InlineBuilder): void {
  if (value === written) builder.verbatim(range.start, range.end)
  else if (value !== '') builder.decoded(value, range.start, range.end)
}
