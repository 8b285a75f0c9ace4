import { parseArgs } from 'node:util'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { loadContent, loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { foldersOf } from '../../knowledge/read-folder.ts'
import type { OverlayChange } from '../../knowledge/read-overlay.ts'
import { checkKnowledge } from './check.ts'
import { checkModel } from './check-model.ts'
import { changedAnswers, knowledgeAt, readQuestions } from './diff.ts'
import { lookAtHouses } from './house-report.ts'
import { newComparison } from './new-comparison.ts'
import { counted, type Format, formats, reportFindings, reportIssues } from './report.ts'
import { writeSchemas } from './schemas.ts'
import { proveSources } from './sources.ts'
import { statistics } from './statistics.ts'
import type { Terminal } from './terminal.ts'
import { tryQuestion } from './try-question.ts'
import { UsageError } from './usage-error.ts'
import { lookAgain } from './watch.ts'

export const usage = `npm run knowledge -- COMMAND

  new SLUG         write a comparison that passes the check, to be filled; its slug names the options: a-vs-b
  check [DIR]      load the folder, then the slow checks; exit 1 on errors, warnings are listed
                   --as-of YYYY-MM-DD  the day on which "review by" dates are looked at (default: today)
                   --only SLUG         the slow checks of one comparison alone
                   --format FORMAT     text, json, or github for annotations of a workflow
                   --questions DIR     of houses also which questions they answer otherwise (default: test/questions)
  watch [DIR]      check again whenever a file changes, until it is stopped; options as for check
  try "QUESTION"   how a question is answered: comparison, entries, zone, facts, rules
  diff [REF]       which regression questions change answer or verdict against a version in git (default: HEAD)
                   --questions DIR     their folder (default: test/questions)
  sources GUIDES   prove against the guides' files in GUIDES that every cited line exists and that every
                   figure stands in a cited line
  schemas [DIR]    write the JSON Schemas that editors read to DIR/schemas
  stats [DIR]      count what is there
  help             this text

new, try, diff and sources take the folder by --knowledge DIR. DIR is the folder of knowledge (default: knowledge).
Several are joined as in PATH: what all comparisons share comes from the first.`

const exitCodes = { ok: 0, failed: 1, usage: 64 }
const standardDir = 'knowledge'

/** Options and the commands that they belong to. */
const belongs = {
  'as-of': ['check', 'watch', 'try', 'diff'],
  only: ['check', 'watch'],
  format: ['check', 'watch'],
  questions: ['check', 'watch', 'diff'],
  knowledge: ['new', 'try', 'diff', 'sources'],
} as const
type Option = keyof typeof belongs
type Values = Partial<Record<Option, string>>

/**
 * Runs an author command; the exit code is 0, 1 when something is wrong with the knowledge, 64 on wrong usage.
 * `watch` goes on after that until `signal` says stop.
 */
export function runKnowledge(args: readonly string[], terminal: Terminal, signal?: AbortSignal): number {
  try {
    return commanded(args, terminal, signal)
  } catch (error) {
    if (error instanceof KnowledgeError) return notLoaded(error, 'text', terminal)
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error
    terminal.err(error.message)
    terminal.err(usage)
    return exitCodes.usage
  }
}

function notLoaded({ issues }: KnowledgeError, format: Format, terminal: Terminal): number {
  reportIssues(issues, format, terminal)
  if (format === 'text')
    terminal.err(`${counted(issues.length, 'error')}; the slow checks wait until the folder loads.`)
  return exitCodes.failed
}

function commanded(args: readonly string[], terminal: Terminal, signal: AbortSignal | undefined): number {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      only: { type: 'string' },
      format: { type: 'string' },
      questions: { type: 'string' },
      knowledge: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [command, place, ...more] = positionals
  if (values.help || command === 'help') {
    terminal.out(usage)
    return exitCodes.ok
  }
  if (more.length > 0) throw new UsageError(`One folder or question at most, not ${more.length + 1}.`)
  checkOptions(command, values)
  const dir = values.knowledge ?? standardDir
  const today = dayOf(values['as-of'], terminal)
  switch (command) {
    case 'new':
      if (place === undefined) throw new UsageError('Say which comparison: new left-vs-right.')
      for (const name of newComparison(foldersOf(dir).at(-1) ?? dir, place, terminal.today))
        terminal.out(name)
      return exitCodes.ok
    case 'check':
      return check(place ?? standardDir, today, values, terminal)
    case 'watch':
      lookAgain(place ?? standardDir, () => check(place ?? standardDir, today, values, terminal), signal)
      return exitCodes.ok
    case 'try':
      if (place === undefined) throw new UsageError('Say the question, in quotes.')
      for (const line of tryQuestion(loadKnowledge(dir), place, today)) terminal.out(line)
      return exitCodes.ok
    case 'diff':
      return diff(dir, place ?? 'HEAD', values.questions ?? 'test/questions', today, terminal)
    case 'sources':
      if (place === undefined) throw new UsageError("Say where the guides' files are.")
      return sources(dir, place, terminal)
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

function checkOptions(command: string | undefined, values: Values): void {
  for (const [option, commands] of Object.entries(belongs)) {
    const given = Object.hasOwn(values, option)
    if (given && !commands.some((each) => each === command)) {
      throw new UsageError(`--${option} belongs to ${commands.join(', ')}.`)
    }
  }
}

function check(dir: string, asOf: string, { only, format, questions }: Values, terminal: Terminal): number {
  const wanted = formatOf(format)
  try {
    const changes: OverlayChange[] = []
    const knowledge = loadKnowledge(dir, { told: (change) => changes.push(change) })
    const slugs = knowledge.comparisons.map(({ slug }) => slug)
    if (only !== undefined && !slugs.includes(only))
      throw new UsageError(`There is no comparison ${only}, only ${slugs.join(', ')}.`)
    const { findings, notes } = checkKnowledge(knowledge, asOf, only)
    findings.push(...checkModel(foldersOf(dir)[0] ?? dir, knowledge.model))
    const house = lookAtHouses(foldersOf(dir), knowledge, changes, asOf, questions)
    findings.push(...house.findings)
    notes.push(...house.notes)
    reportFindings(findings, notes, foldersOf(dir), wanted, terminal)
    return findings.some(({ level }) => level === 'error') ? exitCodes.failed : exitCodes.ok
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return notLoaded(error, wanted, terminal)
  }
}

function formatOf(given: string | undefined): Format {
  const format = formats.find((each) => each === (given ?? 'text'))
  if (!format) throw new UsageError(`--format is one of ${formats.join(', ')}, not ${given}.`)
  return format
}

function diff(dir: string, ref: string, folder: string, asOf: string, terminal: Terminal): number {
  const questions = readQuestions(folder)
  const [first = dir, ...others] = foldersOf(dir)
  const changed = changedAnswers(knowledgeAt(first, ref, others), loadKnowledge(dir), questions, asOf)
  for (const { text, before, now } of changed) terminal.out(`${text}\n    ${before} -> ${now}`)
  terminal.out(
    `${changed.length} of ${counted(questions.length, 'question')} answered differently since ${ref}.`,
  )
  return exitCodes.ok
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
