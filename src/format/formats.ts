import type { Format } from './format.ts'
import { github } from './github.ts'
import { human } from './human.ts'
import { json } from './json.ts'
import { sarif } from './sarif.ts'

/** A name that `--format` takes. */
export type FormatName = 'human' | 'json' | 'github' | 'sarif'

/** Every output format by its name. */
export const formats: Readonly<Record<FormatName, Format>> = { human, json, github, sarif }
