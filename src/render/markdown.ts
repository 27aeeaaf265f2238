import type { Block, Filled, Notice } from '../notice/notice.ts'
import { escapeMarkdown, escapeTarget } from '../source/markdown.ts'

/**
 * Renders a notice as canonical Markdown: our blocks from their words, authored prose by slice with its slots filled.
 * The same notice gives the same text; it ends with one line break.
 */
export function renderMarkdown(notice: Notice): string {
  const chunks: { text: string; kind: Block['kind'] | 'prose' }[] = []
  for (const piece of notice.layout) {
    if (piece.kind === 'prose')
      chunks.push({ kind: 'prose', text: fill(piece.text, piece.fills).replace(/^(?:[ \t]*\n)+|\s+$/g, '') })
    else {
      const block = notice.blocks[piece.block] as Block
      chunks.push({ kind: block.kind, text: blockText(block) })
    }
  }
  let text = ''
  for (const [index, chunk] of chunks.entries()) {
    const before = chunks[index - 1]?.kind
    const together = before === chunk.kind && (chunk.kind === 'item' || chunk.kind === 'row')
    text += `${index === 0 ? '' : together ? '\n' : '\n\n'}${chunk.text}`
  }
  return text === '' ? '' : `${text}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 2)} ${block.numbered && block.label !== undefined ? `${block.label}. ` : ''}${heading(block)}`
    case 'paragraph':
      return lines(block.text, 'start')
    case 'item':
      return `${'  '.repeat((block.depth ?? 1) - 1)}- ${lines(block.text, 'start')}`
    case 'row':
      return rowText(block)
  }
}

/** After a number a heading's words stand in running text; without one they open the line. */
function heading(block: Block): string {
  return escapeMarkdown(block.text.replace(/\s*\n\s*/g, ' '), block.numbered ? 'text' : 'start')
}

/** A fact may hold several lines; a line break in it stays a line break for readers. */
function lines(text: string, first: 'start'): string {
  return text
    .split('\n')
    .map((line) => escapeMarkdown(line, first))
    .join('\\\n')
}

function rowText(block: Block): string {
  const cells = (block.cells ?? []).map(({ from, to }) =>
    escapeMarkdown(block.text.slice(from, to).replace(/\s*\n\s*/g, ' '), 'cell'),
  )
  const row = `| ${cells.join(' | ')} |`
  return block.columns ? row : `${row}\n|${cells.map(() => ' --- |').join('')}`
}

function fill(text: string, fills: readonly Filled[]): string {
  let filled = ''
  let at = 0
  for (const { range, text: words, where } of [...fills].sort((a, b) => a.range.start - b.range.start)) {
    filled += text.slice(at, range.start)
    filled += where === 'target' ? escapeTarget(words) : escapeMarkdown(words.replace(/\s*\n\s*/g, ' '), where)
    at = range.end
  }
  return filled + text.slice(at)
}
