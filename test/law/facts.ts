import { Fact } from '../../src/policy/fact.ts'
import { SourceText } from '../../src/source/text.ts'
import { parseYaml } from '../../src/source/yaml.ts'
import type { Statement } from '../../src/reading/statement.ts'

/** The facts of a YAML text, whatever the policy schema says of it. */
export function factsOf(yaml: string): Fact {
  const { root: node } = parseYaml(new SourceText('facts.yaml', yaml))
  return new Fact('', { file: 'facts.yaml', node, parentKey: node.range })
}

/** A made-up statement. */
export function stated(
  disclosure: string,
  {
    polarity = 'affirmed',
    strength = 'stated',
    values = {},
  }: { polarity?: Statement['polarity']; strength?: Statement['strength']; values?: Record<string, string> } = {},
): Statement {
  const span = { block: 0, from: 0, to: 1 }
  return {
    disclosure,
    polarity,
    strength,
    values: Object.entries(values).map(([path, value]) => ({ path, value, span })),
    span,
    sentence: span,
    by: 'made-up',
  }
}
