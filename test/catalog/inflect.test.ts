import { expect, test } from 'vitest'
import { nounForms, verbForms } from '../../src/catalog/inflect.ts'

test.each([
  ['collect', 'collect collects collected collecting'],
  ['store', 'store stores stored storing'],
  ['notify', 'notify notifies notified notifying'],
  ['employ', 'employ employs employed employing'],
  ['process', 'process processes processed processing'],
  ['fix', 'fix fixes fixed fixing'],
  ['reach', 'reach reaches reached reaching'],
  ['publish', 'publish publishes published publishing'],
  ['agree', 'agree agrees agreed agreeing'],
  ['use', 'use uses used using'],
])('a regular verb: %s', (verb, forms) => {
  expect(verbForms(verb)).toEqual(forms.split(' '))
})

test.each([
  ['stop', 'stop stops stopped stopping'],
  ['drop', 'drop drops dropped dropping'],
  ['transfer', 'transfer transfers transferred transferring'],
  ['refer', 'refer refers referred referring'],
  ['permit', 'permit permits permitted permitting'],
  ['control', 'control controls controlled controlling'],
  ['opt', 'opt opts opted opting'],
  ['answer', 'answer answers answered answering'],
  ['need', 'need needs needed needing'],
  ['visit', 'visit visits visited visiting'],
  ['log', 'log logs logged logging'],
  ['track', 'track tracks tracked tracking'],
])('a verb that doubles its consonant or looks like one: %s', (verb, forms) => {
  expect(verbForms(verb)).toEqual(forms.split(' '))
})

test.each([
  ['be', 'be is are was were been being'],
  ['keep', 'keep keeps kept keeping'],
  ['sell', 'sell sells sold selling'],
  ['withdraw', 'withdraw withdraws withdrew withdrawn withdrawing'],
  ['choose', 'choose chooses chose chosen choosing'],
  ['set', 'set sets setting'],
  ['rely', 'rely relies relied relying'],
])('an irregular verb: %s', (verb, forms) => {
  expect(verbForms(verb)).toEqual(forms.split(' '))
})

test('of a phrase the verb is its first word, the noun its last', () => {
  expect(verbForms('opt out of')).toEqual(['opt out of', 'opts out of', 'opted out of', 'opting out of'])
  expect(verbForms('carry out')).toEqual(['carry out', 'carries out', 'carried out', 'carrying out'])
  expect(nounForms('supervisory authority')).toEqual(['supervisory authority', 'supervisory authorities'])
})

test.each([
  ['cookie', 'cookies'],
  ['company', 'companies'],
  ['survey', 'surveys'],
  ['address', 'addresses'],
  ['breach', 'breaches'],
  ['box', 'boxes'],
  ['purchase', 'purchases'],
])('the plural of %s', (noun, plural) => {
  expect(nounForms(noun)).toEqual([noun, plural])
})
