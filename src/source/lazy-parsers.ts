import { createRequire } from 'node:module'

// Loading htmlparser2 takes longer than checking a policy without HTML, and @lezer/markdown is of no use to a policy
// without prose, so both are loaded when first needed. In the bundled command (CommonJS, no import.meta.url) the
// bundler turns these calls of `require` into functions that run the bundled package once.

let html: typeof import('htmlparser2') | undefined
let markdown: typeof import('@lezer/markdown') | undefined

/** The HTML tokenizer. */
export function htmlparser2(): typeof import('htmlparser2') {
  return (html ??= import.meta.url ? createRequire(import.meta.url)('htmlparser2') : require('htmlparser2'))
}

/** The Markdown parser. */
export function lezerMarkdown(): typeof import('@lezer/markdown') {
  return (markdown ??= import.meta.url ? createRequire(import.meta.url)('@lezer/markdown') : require('@lezer/markdown'))
}
