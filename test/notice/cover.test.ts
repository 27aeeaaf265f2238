import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../../src/notice/compose.ts'
import { topics } from '../../src/notice/compose/topics.ts'
import type { Block } from '../../src/notice/notice.ts'
import { catalog, composed, policyOf } from '../support.ts'
import { someBody } from './bodies.ts'
import { anyText, factsOfWords, fileOf, someFacts, type Data } from './policies.ts'

test('runs cover every block in order and without gaps', () => {
  fc.assert(
    fc.property(someFacts, someBody, anyText, (facts, body, title) => {
      const sections = [
        { id: 'prose', topic: 'other', heading: 'Prose', body: body.replaceAll('{{ section other }}', 'x') },
        ...Object.keys(topics).map((topic) => ({ id: topic, topic, heading: topic })),
      ]
      const file = fileOf({ ...facts, title, sections })
      for (const block of composed(file).blocks) expect(coverOf(block)).toEqual(wholeOf(block))
    }),
    { numRuns: 60 },
  )
})

/** Where the runs begin and end, each beginning where the one before ends. */
function coverOf({ runs }: Block): number[] {
  return runs.flatMap(({ from, to }, index) => (index === 0 ? [from, to] : from === runs[index - 1]?.to ? [to] : [NaN]))
}

/** The same, if they cover the text, each with a word at least. */
function wholeOf({ text, runs }: Block): number[] {
  const ends = [...new Set(runs.map(({ to }) => to))].sort((a, b) => a - b)
  return text === '' ? [] : [0, ...ends.slice(0, -1), text.length]
}

test('without facts nothing is composed', () => {
  expect(composed('clauselint: 1\n').blocks).toEqual([])
  const sections = Object.keys(topics).map((topic) => ({ id: topic, topic, heading: topic }))
  const { blocks } = composed(fileOf({ sections }))
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual(sections.map(({ heading }) => ['heading', heading]))
})

const word = /W\d+Q/g

test('a composed notice is clauses of ours and the values of facts', () => {
  fc.assert(
    fc.property(factsOfWords, (facts) => {
      const policy = policyOf(fileOf(facts))
      for (const { text, runs } of compose(policy, catalog).notice.blocks)
        for (const { from, to, source } of runs) {
          const words = text.slice(from, to)
          const fact = source.kind === 'fact' ? policy.root.at(source.path) : undefined
          expect(source.kind).not.toBe('author')
          expect(fact?.state).not.toBe('unknown')
          expect(words.match(word) ?? []).toEqual(fact?.string?.match(word) ?? [])
        }
    }),
    { numRuns: 60 },
  )
})

test('no text that a fact gives is left out', () => {
  fc.assert(
    fc.property(factsOfWords, (facts) => {
      const given = new Set(JSON.stringify(facts).match(word))
      const stated = new Set(composed(fileOf(facts)).blocks.flatMap(({ text }) => text.match(word) ?? []))
      expect([...given].filter((text) => !stated.has(text))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const none = Object.entries(catalog.facts).flatMap(([path, info]) =>
  info.none === undefined ? [] : [[path, info.none]],
)

test.each(none)('%s, declared none, composes exactly the sentence that the schema gives: %s', (path, sentence) => {
  const { blocks } = composed(fileOf(nested(path, 'none')))
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', blocks[0]?.text],
    ['paragraph', sentence],
  ])
  expect(blocks[1]?.runs.map(({ from, to, source }) => [from, to, source.kind === 'fact' && source.path])).toEqual([
    [0, sentence.length, path],
  ])
})

function nested(path: string, value: string): Data {
  return path.split('.').reduceRight<Data | string>((inner, key) => ({ [key]: inner }), value) as Data
}
