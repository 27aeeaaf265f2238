import { parseMarkdown } from '../source/markdown.ts'

const mayStayOpen = /`{3}|~{3}|<[!?]|<(?:script|pre|style|textarea)\b/i

/** What ends a part of Markdown that would otherwise go on to the end of the text. */
const ends = ['>', '?>', ']]>', '-->']

/**
 * Ends what a piece of prose leaves open (a code fence, a comment), so that it does not swallow what comes after it.
 * In the policy it ended with the section's body.
 */
export function enclose(prose: string): string {
  if (!mayStayOpen.test(prose) || isClosed(prose)) return prose
  const fences = (prose.match(/`{3,}|~{3,}/g) ?? []).map((fence) => `\n${fence}`)
  const tags = [...prose.matchAll(/<(script|pre|style|textarea)\b/gi)].map(([, name = '']) => `</${name}>`)
  const end = [...new Set([...fences, ...tags, ...ends])].find((candidate) => isClosed(prose + candidate))
  return prose + (end ?? '')
}

/** Whether a paragraph below it would be one. */
function isClosed(prose: string): boolean {
  const after = 'é after'
  const last = parseMarkdown(`${prose}\n\n${after}`).at(-1)
  return last?.kind === 'paragraph' && last.inline.text === after
}
