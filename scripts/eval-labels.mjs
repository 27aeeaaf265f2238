// Reads folders of labelled notices, in two formats.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * One thing that somebody looked for in a notice.
 * @typedef {object} Label
 * @property {string} name as the figures show it
 * @property {string[]} disclosures any of these meets it
 * @property {string} [family] what its evidence is summed up under
 * @property {boolean} made whether the notice says it
 * @property {string} [status] stated, partial or missing, where the labels tell
 * @property {[number, number][]} passages first and last lines, 1-based, that say it; each once
 * @property {boolean} exhaustive whether `passages` are all there are
 */

/** What is wrong with the folder, for its owner. */
export class LabelError extends Error {}

const endings = ['.md', '.txt', '.html', '.htm', '.markdown']
const families = parse(readFileSync(new URL('eval-labels.yaml', import.meta.url), 'utf8'))

/**
 * The labelled notices of a folder. Two formats are known:
 * - `gold.yaml` beside notices: `{ <name>: { disclosures: { <id>: { status, line } } } }`; `disputed` is left out;
 * - `<name>.labels.json` beside `<name>.md`: a list of `{ lines: [first, last], requirement }`, every passage there is.
 * @param {string} folder
 * @param {Set<string>} disclosures the ids there are
 * @returns {{ file: string, labels: Label[] }[]}
 * @throws LabelError
 */
export function labelledNotices(folder, disclosures) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new LabelError(`${folder} is no folder.`)
  const found = [...fromGold(folder, disclosures), ...fromPassages(folder)]
  if (found.length > 0) return found
  throw new LabelError(
    `${folder} holds no labels. Put a gold.yaml there, or a NAME.labels.json beside each NAME.md; CONTRIBUTING.md says what is in them.`,
  )
}

function fromGold(folder, disclosures) {
  const path = join(folder, 'gold.yaml')
  if (!existsSync(path)) return []
  const gold = read(path, parse)
  if (gold === null || typeof gold !== 'object') throw new LabelError(`${path} is no map of notices.`)
  return Object.entries(gold).map(([name, notice]) => {
    const labels = Object.entries(notice?.disclosures ?? {})
    if (labels.length === 0) throw new LabelError(`${path}: "${name}" has no disclosures.`)
    return {
      file: noticeFile(folder, name, path),
      labels: labels
        .filter(([, label]) => label?.status !== 'disputed')
        .map((entry) => goldLabel(entry, path, disclosures)),
    }
  })
}

function goldLabel([id, label], path, disclosures) {
  const { status, line } = label ?? {}
  if (!disclosures.has(id)) throw new LabelError(`${path}: there is no disclosure "${id}".`)
  if (!['stated', 'partial', 'missing'].includes(status))
    throw new LabelError(`${path}: ${id} is "${status}"; it can be stated, partial, missing or disputed.`)
  const passages = Number.isInteger(line) ? [[line, line]] : []
  return { name: id, disclosures: [id], made: status !== 'missing', status, passages, exhaustive: false }
}

function fromPassages(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.labels.json'))
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const marks = read(path, JSON.parse)
      if (!Array.isArray(marks)) throw new LabelError(`${path} is no list of labels.`)
      for (const mark of marks) {
        const { requirement, lines } = mark ?? {}
        if (!Object.hasOwn(families, requirement))
          throw new LabelError(`${path}: scripts/eval-labels.yaml has no label "${requirement}".`)
        if (!Array.isArray(lines) || lines.length !== 2 || !lines.every(Number.isInteger))
          throw new LabelError(`${path}: a label "${requirement}" has no lines [first, last].`)
      }
      const file = noticeFile(folder, name.slice(0, -'.labels.json'.length), path)
      return { file, labels: Object.entries(families).map((entry) => passagesLabel(entry, marks)) }
    })
}

function passagesLabel([requirement, { disclosures, family }], marks) {
  const own = marks.filter((mark) => mark.requirement === requirement)
  const passages = [...new Map(own.map(({ lines }) => [lines.join('-'), lines])).values()]
  return { name: requirement, disclosures, family, made: own.length > 0, passages, exhaustive: true }
}

function noticeFile(folder, name, labels) {
  const file = endings.map((ending) => join(folder, name + ending)).find((path) => existsSync(path))
  if (file === undefined) throw new LabelError(`${labels} labels "${name}", and ${folder} has no notice of that name.`)
  return file
}

function read(path, parser) {
  try {
    return parser(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new LabelError(`${path} cannot be read: ${error.message.split('\n')[0]}`)
  }
}
