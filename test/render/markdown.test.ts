import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose, type Composed } from '../../src/notice/compose.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { seen, unnumbered } from '../notice/blocks.ts'
import { numbered, someBody } from '../notice/bodies.ts'
import { anyText, fileOf, someFacts, type Data } from '../notice/policies.ts'
import { catalog, markdownNotice, policyOf } from '../support.ts'

const folder = new URL('../../policies/', import.meta.url)
const policies = readdirSync(folder).filter((name) => name.endsWith('.policy.yaml'))

test.each(policies)('%s, rendered and read back, has the same blocks', (name) => {
  isReadBack(compose(policyOf(readFileSync(new URL(name, folder), 'utf8')), catalog))
})

test('facts, rendered and read back, give the same blocks, whatever stands in them', () => {
  const numbering = fc.constantFrom('automatic', 'authored', 'none')
  fc.assert(
    fc.property(someFacts, anyText, numbering, (facts, title, numbering) => {
      isReadBack(compose(policyOf(fileOf({ ...facts, title, numbering })), catalog))
    }),
    { numRuns: 100 },
  )
})

const headings = fc.option(anyText, { nil: undefined, freq: 5 })

test('authored bodies and headings, rendered and read back, give the same blocks, whatever fills their slots', () => {
  const numbering = fc.constantFrom('automatic', 'authored', 'none')
  fc.assert(
    fc.property(someBody, someBody, headings, anyText, numbering, (one, two, heading, name, numbering) => {
      const sections = [
        { id: 'one', topic: 'other', ...(heading !== undefined && { heading }), body: numbered(one, 0) },
        // Definitions of links are left to one body: see "What one body defines" below.
        { id: 'other', topic: 'other', heading: 'Other', body: numbered(two, 1000).replaceAll('label', 'other') },
        { id: 'contact', topic: 'contact', heading: 'Contact' },
      ]
      isReadBack(compose(policyOf(fileOf({ numbering, sections, ...facts(name) })), catalog))
    }),
    { numRuns: 200 },
  )
})

function facts(name: string): Data {
  const contact = { email: 'a_b@acme.example', form: 'https://acme.example/a_b(c)?d={{e}}&copy=f' }
  return { controller: { name, contact }, children: { age: 16 } }
}

function isReadBack({ notice, findings }: Composed): void {
  expect(findings).toEqual([])
  const text = renderMarkdown(notice)
  const read = markdownNotice(text)
  expect(seen(unnumbered(read, notice)), text).toEqual(seen(notice))
  expect(renderMarkdown(read)).toBe(text)
  expect(text).toMatch(/^$|[^\n]\n$/)
}
