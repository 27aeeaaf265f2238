import { createRequire } from 'node:module'

// Loading htmlparser2 takes longer than checking a policy without HTML, @lezer/markdown is of no use to a policy without
// prose, nor yaml to one that is plain (see yaml-plain.ts), so all are loaded when first needed. In the bundled command (CommonJS, no import.meta.url) the
// bundler turns these calls of `require` into functions that run the bundled package once.

type Html = typeof import('htmlparser2')
type Markdown = typeof import('@lezer/markdown')
type Yaml = typeof import('yaml')

const nodeRequire = import.meta.url ? createRequire(import.meta.url) : undefined
let html: Html | undefined
let markdown: Markdown | undefined
let yaml: Yaml | undefined

/** The HTML tokenizer. */
export function htmlparser2(): Html {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the form that the bundler understands
  html ??= (nodeRequire ? nodeRequire('htmlparser2') : require('htmlparser2')) as Html
  return html
}

/** The Markdown parser. */
export function lezerMarkdown(): Markdown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the form that the bundler understands
  markdown ??= (nodeRequire ? nodeRequire('@lezer/markdown') : require('@lezer/markdown')) as Markdown
  return markdown
}

/** The YAML parser and writer. */
export function yamlPackage(): Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the form that the bundler understands
  yaml ??= (nodeRequire ? nodeRequire('yaml') : require('yaml')) as Yaml
  return yaml
}
