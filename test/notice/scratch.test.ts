import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalog, policyOf, markdownNotice } from '../support.ts'
import { compose } from '../../src/notice/compose.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { fileOf, anyText } from './policies.ts'
import { someBody, numbered } from './bodies.ts'

let skipped = 0, ran = 0
test('bodies round trip', () => {
  fc.assert(fc.property(someBody, someBody, anyText, (one, two, name) => {
    const notice0 = compose(policyOf(fileOf({ title: 'T', controller: { name, contact: { email: 'a_b@c.example', form: 'https://x.example/a_b(c)?d={{e}}' } }, children: { age: 16 }, sections: [
      { id: 'one', topic: 'other', heading: 'One', body: numbered(one, 0) }, { id: 'other', topic: 'other', heading: 'Two', body: numbered(two, 1000).replaceAll('label', 'other') } ] })), catalog)
    ran++
    if (notice0.findings.length) { skipped++; return }
    const notice = notice0.notice
    const md = renderMarkdown(notice)
    const back = markdownNotice(md)
    const view = (n: typeof notice) => n.blocks.map((b) => ({ kind: b.kind, level: b.level, text: b.kind === 'heading' ? b.text.replace(/^\d+\. /, '') : b.text, columns: b.columns, cells: b.cells, heading: b.heading, stem: b.stem, depth: b.depth, label: b.label, links: b.links }))
    try { expect(view(back)).toEqual(view(notice)) } catch (e) { (e as Error).message += '\n' + md; throw e }
  }), { numRuns: Number(process.env.RUNS ?? 300) })
  console.log(ran, skipped)
}, 600000)
