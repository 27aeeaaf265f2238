import { yamlPackage } from './lazy-parsers.ts'

/** Plain data as YAML, in block style, with a newline at its end. */
export function yamlText(data: unknown): string {
  return yamlPackage().stringify(data, { lineWidth: 0 })
}
