import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../../src/check/report.ts'
import { printable } from '../../src/format/escape.ts'
import { formats } from '../../src/format/formats.ts'
import { githubSummary } from '../../src/format/github-summary.ts'
import { InputError } from '../../src/source/range.ts'
import { SourceText } from '../../src/source/text.ts'
import { hostileTexts, ruleInfo } from './fixture.ts'
import { githubSarifSchema } from './github-sarif.schema.ts'

const anyText = { 'uri-reference': true, uri: true } as const
const validSarif = new Ajv2020({ formats: anyText }).compile(githubSarifSchema)
const reportSchema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object
const validReport = new Ajv2020({ strictRequired: false }).compile(reportSchema)

/** The fields that a stranger's policy, file name or pack can fill. */
const fields = [
  'file',
  'source',
  'message',
  'remedy',
  'rule',
  'quote',
  'related',
  'relatedFile',
  'law',
  'title',
  'url',
  'identity',
  'ruleTitle',
  'why',
  'error',
  'errorFile',
] as const
type Texts = Record<(typeof fields)[number], string>
const plain = Object.fromEntries(fields.map((field) => [field, field])) as Texts

/** A report with these texts in its fields; names and ids, which are never blank, get a letter when they are. */
function hostileReport(texts: Texts): Report {
  const named = (text: string) => (text.trim() === '' ? `x${text}` : text)
  const source = new SourceText(named(texts.file), `words ${texts.source} words\n${texts.source}`)
  const place = { file: source.file, range: { start: 3, end: 3 + texts.source.length } }
  const rule = named(texts.rule)
  return {
    version: '1.2.3',
    asOf: '2026-11-01',
    files: [
      {
        file: source.file,
        source,
        findings: (['error', 'info'] as const).map((severity) => ({
          rule,
          severity,
          message: texts.message,
          remedy: texts.remedy,
          at: { kind: 'words', place, quote: texts.quote },
          related: [
            { place, message: texts.related },
            { place: { file: named(texts.relatedFile), range: place.range }, message: texts.related },
          ],
          citations: [{ law: named(texts.law), provision: '1', title: texts.title, url: texts.url }],
          identity: named(texts.identity),
        })),
      },
    ],
    errors: [
      {
        error: new InputError(texts.error, {
          file: named(texts.errorFile),
          remedy: texts.remedy,
          range: { start: 0, end: 1 },
        }),
        source,
      },
    ],
    rules: [ruleInfo(rule, { title: texts.ruleTitle, why: texts.why, remedy: texts.remedy })],
  }
}

const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 3 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(':', '#', '[', ']', '|', '`', '(', '\\', '%', '{', '<', ' ', '\n', 'a'),
    maxLength: 20,
  }),
)
const hostileReports = fc
  .record(Object.fromEntries(fields.map((field) => [field, hostileText])) as Record<keyof Texts, typeof hostileText>)
  .map((texts) => hostileReport(texts))

/** Lines as the most generous reader sees them. */
const linesOf = (output: string) => output.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
const obeyedByTerminal = /(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|\p{Bidi_Control}/u
const beginsCommand = /^\s*::/

/** What GitHub's runner makes of a line: the command, its properties and its data, unescaped. */
function runnerReads(line: string) {
  const [, name, list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  const unescape = (text: string) =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const properties = list.split(',').map((pair) => /^(\w+)=(.*)$/.exec(pair)?.slice(1) ?? [])
  return {
    name,
    data: unescape(data),
    properties: Object.fromEntries(properties.map(([key, value = '']) => [key, unescape(value)])),
  }
}

test.each(fields)('hostile text in %s is shown and not obeyed, in every format', (field) => {
  for (const text of hostileTexts) checkAll(hostileReport({ ...plain, [field]: text }))
})

test('hostile text in all fields at once', () => {
  fc.assert(fc.property(hostileReports, checkAll))
})

function checkAll(report: Report) {
  checkHuman(report)
  checkGithub(report)
  checkJson(report)
  checkSarif(report)
  checkSummary(report)
}

function checkHuman(report: Report) {
  const output = formats.human(report, { color: false })
  expect(output).not.toMatch(obeyedByTerminal)
  expect(output).not.toContain('##[')
  expect(linesOf(output).filter((line) => beginsCommand.test(line))).toEqual([])
  expect(output.endsWith('\n1 file: 1 error, 0 warnings, 1 info; 1 file could not be read\n')).toBe(true)
}

function checkGithub(report: Report) {
  const output = formats.github(report, { color: false })
  expect(output).not.toMatch(obeyedByTerminal)
  expect(output).not.toContain('##[')
  const commands = linesOf(output)
    .filter((line) => beginsCommand.test(line))
    .map(runnerReads)
  expect(commands.map(({ name }) => name)).toEqual(['error', 'error', 'notice'])
  const finding = report.files[0]?.findings[0]
  const withoutDot = (file: string) => file.replace(/^(\.\/+)+(?=.)/s, '')
  expect(commands[0]?.properties['file']).toBe(printable(withoutDot(report.errors[0]?.error.file ?? '')))
  expect(commands[1]?.properties['file']).toBe(printable(withoutDot(report.files[0]?.file ?? '')))
  expect(commands[1]?.properties['title']).toBe(printable(finding?.rule ?? ''))
  // Data is a place and our texts, each on one line.
  const texts = [finding?.remedy ?? '', finding?.citations[0]?.title ?? ''].filter((text) => text.trim() !== '')
  expect(commands[1]?.data.split('\n').slice(1)).toEqual(texts.map(printable))
}

function checkJson(report: Report) {
  const output = formats.json(report, { color: false })
  expect(output).not.toMatch(obeyedByTerminal)
  expect(output).not.toContain('##[')
  expect(linesOf(output).filter((line) => beginsCommand.test(line))).toEqual([])
  const value = JSON.parse(output) as { files: [{ file: string; findings: [{ message: string; quote: string }] }] }
  expect(validReport(value), JSON.stringify(validReport.errors)).toBe(true)
  const whole = (text: string | undefined) => text?.replace(/\p{Cs}/gu, '\ufffd')
  const finding = report.files[0]?.findings[0]
  expect(value.files[0].file).toBe(whole(report.files[0]?.file))
  expect(value.files[0].findings[0].message).toBe(whole(finding?.message))
  expect(value.files[0].findings[0].quote).toBe(whole(finding?.at.kind === 'words' ? finding.at.quote : undefined))
}

function checkSarif(report: Report) {
  const output = formats.sarif(report, { color: false })
  expect(output).not.toMatch(obeyedByTerminal)
  expect(output).not.toContain('##[')
  expect(linesOf(output).filter((line) => beginsCommand.test(line))).toEqual([])
  const log = JSON.parse(output) as {
    runs: [{ tool: { driver: { rules: { help: { markdown: string } }[] } }; results: { message: { text: string } }[] }]
  }
  expect(validSarif(log), JSON.stringify(validSarif.errors)).toBe(true)
  for (const { help } of log.runs[0].tool.driver.rules) checkMarkdown(help.markdown.replaceAll('**', ''))
  for (const { message } of log.runs[0].results) {
    expect(message.text).not.toMatch(obeyedByTerminal)
    expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/)
    // The only links are ours: SARIF's own grammar of a link finds them and nothing else.
    const links = message.text.replace(/\\[[\]\\]/g, '').matchAll(/\[[^[\]]*\]\(([^)]*)\)/g)
    expect(Array.from(links, (link) => link[1])).toEqual(['1', '2'])
  }
}

function checkSummary(report: Report) {
  const output = githubSummary(report)
  expect(output).not.toMatch(obeyedByTerminal)
  const rows = output.split('\n').slice(6, -1)
  expect(rows).toHaveLength(3)
  for (const row of rows) {
    expect(row.split('|')).toHaveLength(7)
    checkMarkdown(row.replaceAll('<br>', ''))
  }
}

/** No markup but links to the web. */
function checkMarkdown(markdown: string) {
  const words = markdown.replace(/\[([^[\]]*)\]\(https?:\/\/[^\s()[\]|<>`]*\)/g, '$1')
  expect(words).not.toMatch(/[<>`*_~\\[\]@]|:\/\/|www\.|^(?:#|\d+[.)]|[+=])/im)
}
