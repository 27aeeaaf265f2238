// Writes docs/: a page for every rule and law, from the generated catalog.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { list, root, writeWhole } from './files.mjs'
import { loadTs } from './load-ts.mjs'

/** Writes every page, and removes those of rules that are gone. */
export async function writeDocs() {
  const { docsOf } = await loadTs('src/format/docs.ts')
  const { default: catalog } = await import('../src/catalog/generated/catalog.js')
  const { pages, lawPages } = await import('../src/catalog/generated/pages.js')
  const files = docsOf({ catalog, pages: pages(), lawPages: lawPages() })
  const paths = Object.keys(files).map((name) => `docs/${name}`)
  for (const old of list('docs', '.md')) if (!paths.includes(old)) rmSync(join(root, old))
  for (const [name, text] of Object.entries(files)) writeWhole(`docs/${name}`, text)
}
