import type { Block, Notice } from '../../src/notice/notice.ts'

/** What readers see of a notice, and nothing of where it comes from. */
export function seen(notice: Notice): unknown[] {
  return notice.blocks.map(({ kind, text, level, depth, label, columns, cells, links, heading, stem }) => ({
    kind,
    text,
    level,
    depth,
    label,
    columns,
    cells,
    links,
    heading,
    stem,
  }))
}

/** The blocks of a notice that was rendered and read back, its automatic numbers taken off again. */
export function unnumbered(read: Notice, composed: Notice): Notice {
  const off = (block: Block, index: number): Block => {
    const { numbered, label } = composed.blocks[index] ?? {}
    return numbered && block.text.startsWith(`${label}. `)
      ? { ...block, text: block.text.slice(`${label}. `.length) }
      : block
  }
  return { ...read, blocks: read.blocks.map(off) }
}
