import type { NewBlock } from '../builder.ts'
import type { NoticeLink, Run } from '../notice.ts'

/** A part of a block's words, without the white space around it; undefined where there are no words. */
export function cut(block: NewBlock, start: number, end: number): NewBlock | undefined {
  let from = start
  let to = end
  while (from < to && isSpace(block.text.charCodeAt(from))) from++
  while (to > from && isSpace(block.text.charCodeAt(to - 1))) to--
  if (from === to) return undefined
  const { strong: _strong, marker: _marker, label: _label, ...rest } = block
  const strong = Math.min((block.strong ?? 0) - from, to - from)
  return {
    ...rest,
    text: block.text.slice(from, to),
    runs: block.runs.flatMap((run) => cutRun(run, from, to)),
    links: (block.links ?? []).flatMap((link) => cutLink(link, from, to)),
    ...(strong > 0 && { strong }),
  }
}

function cutRun(run: Run, from: number, to: number): Run[] {
  const start = Math.max(run.from, from)
  const end = Math.min(run.to, to)
  if (end <= start) return []
  const { source } = run
  const moved = source.kind === 'author' ? { ...source, offset: source.offset + start - run.from } : source
  return [{ from: start - from, to: end - from, source: moved }]
}

function cutLink(link: NoticeLink, from: number, to: number): NoticeLink[] {
  if (link.to < from || link.from > to) return []
  return [{ ...link, from: Math.max(link.from, from) - from, to: Math.min(link.to, to) - from }]
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b || code === 0xfeff
}

/** A line that introduces what follows it: "We share data with:". */
export function introduces({ text }: NewBlock): boolean {
  return /[:：]\s*$/.test(text.slice(-8))
}

/** Whether a block stands outside of lists and tables. */
export function isPlain({ kind, depth }: NewBlock): boolean {
  return kind === 'paragraph' && (depth ?? 0) === 0
}
