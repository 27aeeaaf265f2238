import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../../src/notice/compose.ts'
import { placeSpan, type Block, type Notice } from '../../src/notice/notice.ts'
import type { Range } from '../../src/source/range.ts'
import { catalog, policyOf } from '../support.ts'
import { someWrittenPolicy, type Written, type WrittenPolicy } from './written-policy.ts'
import { undone } from './yaml-writer.ts'

/** A policy's notice, and where each of its texts stands in the file. */
type Case = { policy: WrittenPolicy; notice: Notice; texts: (Written & { range: Range })[] }

const someCase = someWrittenPolicy.map((policy): Case => {
  const written = [policy.name, ...policy.sections.flatMap(({ heading, body }) => [heading, body])]
  const texts = written.map((text) => {
    const inFile = policy.inFile(text.written)
    const start = policy.file.indexOf(inFile)
    return { ...text, range: { start, end: start + inFile.length } }
  })
  return { policy, texts, notice: compose(policyOf(policy.file), catalog).notice }
})

test('every character an author wrote is found where it was written', () => {
  fc.assert(
    fc.property(someCase, (made) => {
      for (const block of made.notice.blocks)
        for (const [from, to] of charactersOf(block)) {
          const character = block.text.slice(from, to)
          const place = placeSpan(made.notice, { block: block.id, from, to })
          expect(place).toMatchObject({ kind: 'words', quote: character })
          const written = sliceOf(made, place.place.range)
          if (!standsFor(written, character))
            expect.fail(`${JSON.stringify(written)} does not stand for ${JSON.stringify(character)}`)
        }
    }),
    { numRuns: 60 },
  )
})

test('a span of an author’s words is from the first of them to the last', () => {
  fc.assert(
    fc.property(someCase, fc.nat(), fc.nat(), (made, first, second) => {
      for (const block of made.notice.blocks) {
        const characters = charactersOf(block)
        const one = characters[first % characters.length]
        const other = characters[second % characters.length]
        if (!one || !other) continue
        const [from, to] = [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
        const place = placeSpan(made.notice, { block: block.id, from, to })
        expect(place).toEqual({
          kind: 'words',
          quote: block.text.slice(from, to),
          place: {
            file: 'test.policy.yaml',
            range: {
              start: placeSpan(made.notice, { block: block.id, from, to: from + 1 }).place.range.start,
              end: placeSpan(made.notice, { block: block.id, from: to - 1, to }).place.range.end,
            },
          },
        })
      }
    }),
    { numRuns: 60 },
  )
})

test('every word an author wrote is in the notice, in order, and is found at its own place', () => {
  fc.assert(
    fc.property(someCase, (made) => {
      const { policy, texts, notice } = made
      const found = notice.blocks.flatMap((block) =>
        charactersOf(block).flatMap(([from]) => {
          const [word] = /^w\d+q/.exec(block.text.slice(from)) ?? []
          return word === undefined ? [] : [{ word, block: block.id, from, to: from + word.length }]
        }),
      )
      const authored = policy.sections.flatMap(({ heading, body }) => `${heading.text}\n${body.text}`.match(/w\d+q/g))
      expect(found.map(({ word }) => word)).toEqual(authored)
      for (const { word, ...span } of found) {
        const place = placeSpan(notice, span)
        expect([place.kind, sliceOf(made, place.place.range)]).toEqual(['words', word])
        expect(within(place.place.range, texts.find(({ text }) => text.includes(word))?.range)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('a fact in prose is at its value, and used where its slot is', () => {
  fc.assert(
    fc.property(someCase, (made) => {
      const [name] = made.texts
      for (const { text, runs } of made.notice.blocks)
        for (const { from, to, source } of runs) {
          if (source.kind !== 'fact') continue
          const use = sliceOf(made, source.use?.range).replace(/\s+/g, ' ')
          const calls = [
            `{{ ${source.path} }}`,
            `{{${source.path}}}`,
            '{{ compose controller }}',
            '{{ compose children }}',
          ]
          expect(calls).toContain(use)
          const value = made.policy.file.slice(source.place.range.start, source.place.range.end)
          if (source.path === 'controller.name') {
            expect(text.slice(from, to)).toBe(name?.text)
            expect(source.place.range.start).toBe(name?.range.start)
            expect(value).toBe(made.policy.inFile(name?.written ?? '').trimEnd())
          } else expect(`${source.path} ${text.slice(from, to)}`).toBe(`${source.path} ${value}`)
        }
    }),
    { numRuns: 60 },
  )
})

test('words of ours are at the heading of the section that called for them', () => {
  fc.assert(
    fc.property(someCase, (made) => {
      for (const block of made.notice.blocks)
        for (const { source } of block.runs) {
          if (source.kind !== 'clause') continue
          const slice = sliceOf(made, source.anchor.range).replace(/\s+/g, ' ')
          if (source.id === 'section') expect(slice).toBe('{{ section s0 }}')
          else if (source.id === 'row') expect(slice).toBe('')
          else {
            const heading = made.texts.find(({ range }) => range.start === source.anchor.range.start)
            expect(made.policy.sections.map(({ heading }) => heading.written)).toContain(heading?.written)
          }
        }
    }),
    { numRuns: 60 },
  )
})

/** Where the characters of a block stand that an author wrote, one after another. */
function charactersOf(block: Block): [number, number][] {
  return block.runs.flatMap(({ from, to, source }): [number, number][] => {
    if (source.kind !== 'author') return []
    let at = from
    return Array.from(block.text.slice(from, to)).map((character) => [at, (at += character.length)])
  })
}

/** What a part of the file stands for in YAML. */
function sliceOf({ policy, texts }: Case, range: Range | undefined): string {
  const text = texts.find((candidate) => within(range, candidate.range))
  if (!range || !text) return expect.fail('the place lies in none of the texts')
  return undone(policy.file.slice(range.start, range.end), text.style)
}

function within(inner: Range | undefined, outer: Range | undefined): boolean {
  return inner !== undefined && outer !== undefined && inner.start >= outer.start && inner.end <= outer.end
}

const references: Record<string, string> = { '&amp;': '&', '&nbsp;': '\u00a0', '&#8217;': '’', '&#x1F600;': '😀' }

/** Whether Markdown reads what is written as the character: itself, an escape, a reference, a break with marks about it. */
function standsFor(written: string, character: string): boolean {
  if (written === character || written === `\\${character}` || references[written] === character) return true
  const marks = written.replace(/<[^>]*>/g, '\n')
  return (character === ' ' || character === '\n') && /\s/.test(marks) && !/[\p{L}\d]/u.test(marks)
}
