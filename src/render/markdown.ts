import type { Block, Notice } from '../notice/notice.ts'
import { withoutEnd } from '../notice/words.ts'
import { escapeMarkdown } from '../source/markdown.ts'
import { enclose } from './enclose.ts'
import { fill } from './fill.ts'

/**
 * Renders a notice as canonical Markdown: our blocks from their words, authored prose by slice with its slots filled.
 * The same notice gives the same text; it ends with one line break.
 */
export function renderMarkdown(notice: Notice): string {
  const chunks: { text: string; kind: Block['kind'] | 'prose' }[] = []
  for (const piece of notice.layout) {
    if (piece.kind === 'prose')
      chunks.push({ kind: 'prose', text: enclose(withoutEmptyLines(fill(piece.text, piece.fills))) })
    else {
      const block: Written = piece.written ?? (notice.blocks[piece.block] as Block)
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

/** What of a block is rendered. */
type Written = Pick<Block, 'kind' | 'text' | 'level' | 'label' | 'numbered' | 'depth' | 'columns' | 'cells'>

function blockText(block: Written): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 2)} ${block.numbered && block.label !== undefined ? `${block.label}. ` : ''}${heading(block)}`
    case 'paragraph':
      return escapeMarkdown(block.text, 'start')
    case 'item':
      return `${'  '.repeat((block.depth ?? 1) - 1)}- ${escapeMarkdown(block.text, 'start')}`
    case 'row':
      return rowText(block)
  }
}

/** A heading, like a cell, is one line: a line break in it is a tag. */
function heading(block: Written): string {
  return escapeMarkdown(block.text, 'cell')
}

function rowText(block: Written): string {
  const cells = (block.cells ?? []).map(({ from, to }) => escapeMarkdown(block.text.slice(from, to), 'cell'))
  const row = `| ${cells.join(' | ')} |`
  return block.columns ? row : `${row}\n|${cells.map(() => ' --- |').join('')}`
}

/** Without empty lines before the first words and white space after the last; indentation of the first stays. */
function withoutEmptyLines(text: string): string {
  return withoutEnd(text).replace(/^(?:[ \t]*\r?\n)+/, '')
}
