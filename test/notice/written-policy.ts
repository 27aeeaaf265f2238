import fc from 'fast-check'
import { numbered, someBody } from './bodies.ts'
import { picks, scalar, styles, type Pick, type Style } from './yaml-writer.ts'

/*
 * Policies written by hand, so to speak: texts in any style of YAML, said where they are used or elsewhere (an alias, a
 * merge key), with any line ending, with and without a byte-order mark. Each knows where its texts are written.
 */

/** A text as it stands in the file, and the alias through which it is used (as written), if there is one. */
export type Written = { text: string; written: string; style: Style; use?: string }

export type WrittenPolicy = {
  file: string
  name: Written
  sections: { heading: Written; body: Written }[]
  /** Line endings and the mark at the beginning, as they are in the file. */
  inFile: (written: string) => string
}

type Texts = { heading: string; body: string }
type Way = 'here' | 'alias' | 'merge'
type Plan = { text: string; style: Style; way: Way }

const style = fc.constantFrom(...styles)
const way = fc.constantFrom<Way>('here', 'here', 'alias', 'merge')
/** Words that can be written in every style. */
const simple = fc
  .array(fc.constantFrom('§', '§,', '(§)', '“§”', "§'s", 'a&b', 'é', '😀', 'and'), { minLength: 1, maxLength: 7 })
  .map((words) => `§ ${words.join(' ')}`)
const simpleBody = fc.array(simple, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n'))
const body = fc.oneof(simpleBody, someBody)

export const someWrittenPolicy: fc.Arbitrary<WrittenPolicy> = fc
  .record({
    name: fc.record({ text: simple, style, way }),
    sections: fc.array(
      fc.record({ heading: fc.record({ text: simple, style }), body: fc.record({ text: body, style }), way }),
      { minLength: 1, maxLength: 3 },
    ),
    ending: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    seed: fc.nat(),
  })
  .map(({ name, sections, ending, mark, seed }) => {
    const out = new File(picks(seed))
    const inFile = (written: string) => written.replaceAll('\n', ending)
    const nameWritten = out.name({ ...name, text: numbered(name.text, 0) })
    const sectionsWritten = sections.map(({ heading, body, way }, index) => {
      const texts = {
        heading: numbered(heading.text, index * 1000 + 1000),
        body: numbered(body.text, index * 1000 + 1100),
      }
      // What one body defines counts in all that are rendered.
      texts.body = texts.body.replaceAll('label', `label${index}`).replaceAll('{{ section other }}', '{{ section s0 }}')
      return out.section(index, texts, heading.style, body.style, way)
    })
    return { file: mark + inFile(out.text()), name: nameWritten, sections: sectionsWritten, inFile }
  })

class File {
  readonly #pick: Pick
  #notes = ''
  #sections = ''
  #controller = ''

  constructor(pick: Pick) {
    this.#pick = pick
  }

  text(): string {
    return `clauselint: 1\n${this.#notes}controller:\n${this.#controller}children: { age: 16 }\nsections:\n${this.#sections}`
  }

  name({ text, style, way }: Plan): Written {
    const rest = '  contact: { email: a_b@acme.example, form: https://acme.example/a_b }\n'
    if (way === 'here') {
      const made = scalar(text, style, 2, this.#pick)
      this.#controller = `  name: ${made.written}\n${rest}`
      return { text, ...made }
    }
    if (way === 'alias') {
      const made = scalar(text, style, 0, this.#pick)
      this.#notes += `x-name: &name ${made.written}\n`
      this.#controller = `  name: *name\n${rest}`
      return { text, ...made, use: '*name' }
    }
    const made = scalar(text, style, 2, this.#pick)
    this.#notes += `x-base: &base\n  name: ${made.written}\n`
    this.#controller = `  <<: *base\n${rest}`
    return { text, ...made, use: '*base' }
  }

  section(
    index: number,
    texts: Texts,
    headingStyle: Style,
    bodyStyle: Style,
    way: Way,
  ): { heading: Written; body: Written } {
    const indent = way === 'here' ? 4 : way === 'alias' ? 0 : 2
    const heading: Written = { text: texts.heading, ...scalar(texts.heading, headingStyle, indent, this.#pick) }
    const body: Written = { text: texts.body, ...scalar(texts.body, bodyStyle, indent, this.#pick) }
    this.#sections += `  - id: s${index}\n    topic: other\n`
    if (way === 'here') this.#sections += `    heading: ${heading.written}\n    body: ${body.written}\n`
    else if (way === 'alias') {
      this.#notes += `x-h${index}: &h${index} ${heading.written}\nx-b${index}: &b${index} ${body.written}\n`
      this.#sections += `    heading: *h${index}\n    body: *b${index}\n`
      heading.use = `*h${index}`
      body.use = `*b${index}`
    } else {
      this.#notes += `x-s${index}: &s${index}\n  heading: ${heading.written}\n  body: ${body.written}\n`
      this.#sections += `    <<: *s${index}\n`
      heading.use = body.use = `*s${index}`
    }
    return { heading, body }
  }
}
