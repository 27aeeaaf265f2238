import { stringify } from 'yaml'

/** Plain data as YAML, in block style, with a newline at its end. */
export function yamlText(data: unknown): string {
  return stringify(data, { lineWidth: 0 })
}
