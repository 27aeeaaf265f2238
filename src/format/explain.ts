import type { Catalog, Disclosure, Pages, RulePage } from '../catalog/types.ts'

/** A rule's page as plain text; undefined when there is no such rule. */
export function explainRule(id: string, catalog: Catalog, pages: Pages): string | undefined {
  const examples = pages[id]
  if (!examples) return undefined
  const disclosure = catalog.disclosures.find((one) => one.id === id)
  if (disclosure) return page(id, disclosure.title, disclosurePage(disclosure, catalog, examples))
  const rule = catalog.wording.find((one) => one.id === id) ?? catalog.checks.find((one) => one.id === id)
  if (!rule) return undefined
  return page(id, rule.title, [
    ['Severity', [rule.severity]],
    ['Why', [rule.why]],
    ['What to do', [rule.remedy]],
    ['Fires on', examples.fires.map(({ text, quote }) => `${quoted(text)}\n    at “${quote}”`)],
    ['Silent on', examples.silent.map(quoted)],
    ['Known limits', examples.limits],
  ])
}

type Part = [heading: string, lines: readonly string[]]

function disclosurePage(disclosure: Disclosure, catalog: Catalog, examples: RulePage): Part[] {
  const asked = catalog.laws.flatMap((law) =>
    law.provisions
      .filter(
        (provision) => provision.requires.flat().includes(disclosure.id) || provision.concerns.includes(disclosure.id),
      )
      .map(
        (provision) =>
          `${law.short} ${provision.cite} (${provision.level}): ${provision.asks}\n    in force from ${provision.from}, checked ${provision.checked}, ${provision.confidence} confidence\n    ${provision.source}`,
      ),
  )
  return [
    [disclosure.defect ? 'A fault if the notice' : 'The notice', [disclosure.asks]],
    ['Why', [disclosure.why]],
    ['What to do', [disclosure.remedy]],
    ['Facts that state it', disclosure.facts],
    ['Provisions', asked],
    ['Stated by', examples.stated.map(quoted)],
    ['Only partly by', examples.partial.map(quoted)],
    ['Not stated by', examples.missing.map(quoted)],
    ['Known limits', examples.limits],
  ]
}

function page(id: string, title: string, parts: readonly Part[]): string {
  const body = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
  return `${id}: ${title}\n\n${body.join('\n')}`
}

function quoted(text: string): string {
  return text.trimEnd().split('\n').join('\n  ')
}
