import { expect, test } from 'vitest'
import { factPaths, schemaTopics } from '../../src/catalog/facts.ts'
import { schemas } from './folder.ts'

const policy = schemas.policy as object
const facts = factPaths(policy)

test.each([
  'controller.name',
  'controller.contact.email',
  'recipients.*.country',
  'purposes.*.basis',
  'rights.granted',
  'breach.authority.within',
  'data.*.retention.period',
])('%s is a fact path', (path) => {
  expect(facts[path]?.description).toMatch(/\w/)
})

test('the arrangement of the text is no fact', () => {
  expect(Object.keys(facts).filter((path) => /^(clauselint|numbering|sections)/.test(path))).toEqual([])
})

test('a fact has the sentence of its `none`, its form, and whether prose can name it', () => {
  expect(facts['breach.authority.within']).toMatchObject({ form: 'within', scalar: true })
  expect(facts.transfers?.none).toBe('We do not transfer your personal data to other countries.')
  expect(facts.controller?.scalar).toBeUndefined()
  expect(facts.recipients?.scalar).toBeUndefined()
})

test('a small schema is walked through references, lists and the values beside `none`', () => {
  const schema = {
    $defs: {
      date: { type: 'string', description: 'A day.' },
      person: { type: 'object', properties: { name: { type: 'string', description: 'Name.' } } },
      topic: { enum: ['a', 'b'] },
    },
    properties: {
      sections: { properties: { id: { type: 'string' } } },
      since: { $ref: '#/$defs/date', description: 'Since when.' },
      people: {
        description: 'Who.',
        'x-none': 'Nobody.',
        if: { type: 'string' },
        else: { type: 'array', items: { $ref: '#/$defs/person' } },
      },
    },
  }
  expect(factPaths(schema)).toEqual({
    since: { description: 'Since when.', form: 'date', scalar: true },
    people: { description: 'Who.', none: 'Nobody.' },
    'people.*': { description: '', form: 'person' },
    'people.*.name': { description: 'Name.', scalar: true },
  })
  expect(schemaTopics(schema)).toEqual(['a', 'b'])
})

test('the topics are those that a section may have', () => {
  expect(schemaTopics(policy)).toEqual(
    expect.arrayContaining(['introduction', 'contact', 'breach', 'cookies', 'rights']),
  )
  expect(schemaTopics({})).toEqual([])
})
