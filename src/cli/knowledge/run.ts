import { parseArgs } from 'node:util'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { loadContent, loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { foldersOf } from '../../knowledge/read-folder.ts'
import { checkKnowledge } from './check.ts'
import { checkModel } from './check-model.ts'
import { findingLine } from './finding.ts'
import { writeSchemas } from './schemas.ts'
import { proveSources } from './sources.ts'
import { statistics } from './statistics.ts'
import type { Terminal } from './terminal.ts'

export const usage = `npm run knowledge -- COMMAND

  check [DIR]      load the folder, then the slow checks; exit 1 on errors, warnings are listed
                   --as-of YYYY-MM-DD  the day on which "review by" dates are looked at (default: today)
                   --only SLUG         the slow checks of one comparison alone
  sources GUIDES   prove against the guides' files in GUIDES that every cited line exists and that every
                   figure stands in a cited line
                   --knowledge DIR     the folder of knowledge (default: knowledge)
  schemas [DIR]    write the JSON Schemas that editors read to DIR/schemas
  stats [DIR]      count what is there
  help             this text

DIR is the folder of knowledge (default: knowledge). Several are joined as in PATH: what all comparisons share comes
from the first.`

const exitCodes = { ok: 0, failed: 1, usage: 64 }
const standardDir = 'knowledge'

/** Runs an author command; the exit code is 0, 1 when something is wrong with the knowledge, 64 on wrong usage. */
export function runKnowledge(args: readonly string[], terminal: Terminal): number {
  try {
    return commanded(args, terminal)
  } catch (error) {
    if (error instanceof KnowledgeError) {
      for (const line of error.message.split('\n')) terminal.err(line)
      terminal.err(`${counted(error.issues.length, 'error')}; the slow checks wait until the folder loads.`)
      return exitCodes.failed
    }
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error
    terminal.err(error.message)
    terminal.err(usage)
    return exitCodes.usage
  }
}

function commanded(args: readonly string[], terminal: Terminal): number {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      only: { type: 'string' },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [command, place, ...more] = positionals
  if (more.length > 0) throw new UsageError(`One folder at most, not ${more.length + 1}.`)
  if (values.help || command === 'help') {
    terminal.out(usage)
    return exitCodes.ok
  }
  for (const option of ['as-of', 'only'] as const) {
    if (values[option] !== undefined && command !== 'check')
      throw new UsageError(`--${option} belongs to check.`)
  }
  if (values.knowledge !== undefined && command !== 'sources') {
    throw new UsageError('--knowledge belongs to sources; the other commands take the folder itself.')
  }
  switch (command) {
    case 'check':
      return check(place ?? standardDir, dayOf(values['as-of'], terminal), values.only, terminal)
    case 'sources':
      if (place === undefined) throw new UsageError("Say where the guides' files are.")
      return sources(values.knowledge ?? standardDir, place, terminal)
    case 'schemas':
      for (const name of writeSchemas(place ?? standardDir)) terminal.out(name)
      return exitCodes.ok
    case 'stats':
      for (const line of statistics(loadContent(place ?? standardDir))) terminal.out(line)
      return exitCodes.ok
    default:
      throw new UsageError(command === undefined ? 'Which command?' : `There is no command ${command}.`)
  }
}

function check(dir: string, asOf: string, only: string | undefined, terminal: Terminal): number {
  const knowledge = loadKnowledge(dir)
  if (only !== undefined && !knowledge.comparisons.some(({ slug }) => slug === only)) {
    throw new UsageError(
      `There is no comparison ${only}, only ${knowledge.comparisons.map(({ slug }) => slug).join(', ')}.`,
    )
  }
  const { findings, notes } = checkKnowledge(knowledge, asOf, only)
  findings.push(...checkModel(foldersOf(dir)[0] ?? dir, knowledge.model))
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level }) => level === 'warning')
  for (const warning of warnings) terminal.out(`warning  ${findingLine(warning)}`)
  for (const error of errors) terminal.err(`error  ${findingLine(error)}`)
  for (const note of notes) terminal.out(note)
  terminal.out(`${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`)
  return errors.length > 0 ? exitCodes.failed : exitCodes.ok
}

function sources(dir: string, guides: string, terminal: Terminal): number {
  const { proofs, failures } = proveSources(dir, guides)
  for (const { slug, guides: read, citations, claims, figures, unprovable } of proofs) {
    terminal.out(
      `${slug}: ${counted(read, 'guide')}; proved ${counted(citations, 'citation')} and ` +
        `${counted(figures, 'figure')} in ${counted(claims, 'claim')}; ` +
        `${counted(unprovable, 'claim')} with public pages alone not looked at.`,
    )
  }
  for (const failure of failures) terminal.err(failure)
  return failures.length > 0 ? exitCodes.failed : exitCodes.ok
}

class UsageError extends Error {}

/** What parseArgs throws for an unknown option or a missing value. */
function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function dayOf(given: string | undefined, terminal: Terminal): string {
  if (given === undefined) return terminal.today
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(given))) {
    throw new UsageError(`--as-of is a day such as ${terminal.today}, not ${given}.`)
  }
  return given
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
