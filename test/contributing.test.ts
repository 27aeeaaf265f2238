import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../src/catalog/load.ts'
import { checkSource } from '../src/check/run.ts'
import { SourceText } from '../src/source/text.ts'
import { schemas, shippedFiles } from './catalog/folder.ts'

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8')

describe('the law that the guide adds', () => {
  const [, path = '', text = ''] = /^```yaml\n# (rules\/laws\/\S+)\n([\s\S]*?)^```$/m.exec(guide) ?? []
  const loaded = loadCatalog([...shippedFiles, { path, text }], schemas)
  const { catalog, lawPages } = loaded
  const law = catalog.laws.find(({ id }) => id === 'xa-privacy-act')
  const said = (notice: string, asOf: string, file = 'a.md') =>
    checkSource(new SourceText(file, notice), asOf, catalog, { jurisdictions: ['XA'] }).findings.flatMap(
      ({ rule, severity, citations }) =>
        citations.some((citation) => citation.law === 'xa-privacy-act') ? [`${severity} ${rule}`] : [],
    )

  test('is one file that loads without a fault', () => {
    expect(loaded.findings.map(({ message }) => message)).toEqual([])
    expect(law?.provisions.map(({ id }) => id)).toEqual(['4.1', '4.2', '9'])
  })

  test('is met and broken by its examples', () => {
    const policy = (text: string) => (text.startsWith('clauselint: 1\n') ? 'a.policy.yaml' : 'a.md')
    for (const provision of law?.provisions ?? []) {
      const { examples } = lawPages['xa-privacy-act']?.provisions[provision.id] ?? { examples: undefined }
      const outcomes = (texts: readonly string[] = []) =>
        texts.map((text) => {
          const { judgement } = checkSource(new SourceText(policy(text), text), '2026-12-01', catalog, {
            laws: ['xa-privacy-act'],
          })
          return judgement?.verdicts.find(
            (verdict) => verdict.law.id === 'xa-privacy-act' && verdict.provision.id === provision.id,
          )?.outcome
        })
      expect([provision.id, outcomes(examples?.satisfied)]).toEqual([provision.id, ['satisfied']])
      expect([provision.id, outcomes(examples?.violated)]).toEqual([provision.id, ['violated']])
    }
  })

  test('has the severities that the guide gives', () => {
    const late = 'If there is a personal data breach, we notify the supervisory authority within 60 days.'
    expect(said(late, '2026-11-21')).toEqual(
      expect.arrayContaining(['error controller-identity', 'warning breach-timeline']),
    )
    const consent = '# Privacy\n\nThe legal basis is your consent.'
    const withdrawal = (asOf: string) => said(consent, asOf).filter((line) => line.endsWith('right-withdraw-consent'))
    expect(withdrawal('2026-09-01')).toEqual([])
    expect(withdrawal('2026-11-30')).toEqual(['warning right-withdraw-consent'])
    expect(withdrawal('2026-12-01')).toEqual(['error right-withdraw-consent'])
  })

  test('is the one that a text names', () => {
    const { findings } = checkSource(
      new SourceText('a.md', 'Under the Privacy Act of Atlantis you can ask us for your data.'),
      '2026-11-21',
      catalog,
    )
    expect(findings.filter(({ rule }) => rule === 'law-inferred').map(({ at }) => at)).toMatchObject([
      { quote: 'Privacy Act of Atlantis' },
    ])
  })
})
