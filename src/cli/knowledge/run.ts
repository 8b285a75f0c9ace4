import { delimiter, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '../../cards/wording.ts'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { loadContent, loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { foldersOf } from '../../knowledge/read-folder.ts'
import type { OverlayChange } from '../../knowledge/read-overlay.ts'
import { inPackage } from '../../package-root.ts'
import { isDay } from '../ask/day.ts'
import { checkKnowledge } from './check.ts'
import { checkModel } from './check-model.ts'
import { checkPlaceholders } from './check-placeholders.ts'
import { checkSplitTerms } from './check-split-terms.ts'
import { changedAnswers, knowledgeAt, readQuestions } from './diff.ts'
import { diffFormats, diffLines } from './diff-report.ts'
import { graphFormats, graphLines } from './graph.ts'
import { lookAtHouses, toldToHouses } from './house-report.ts'
import { newComparison } from './new-comparison.ts'
import { type Format, formats, reportFindings, reportIssues } from './report.ts'
import { writeSchemas } from './schemas.ts'
import { proveSources } from './sources.ts'
import { statistics } from './statistics.ts'
import type { Terminal } from './terminal.ts'
import { tryQuestion } from './try-question.ts'
import { UsageError } from './usage-error.ts'
import { lookAgain } from './watch.ts'

export const usage = `npm run knowledge -- COMMAND, or from any folder, after npm link: stack-verdict knowledge COMMAND

  new SLUG         write a comparison that passes the check, to be filled where that warns; its slug names the
                   options: a-vs-b
  check [DIR]      load the folder, then the slow checks; exit 1 on errors, warnings are listed
                   --as-of YYYY-MM-DD  the day on which "review by" dates are looked at (default: today)
                   --only SLUG         the slow checks of one comparison alone
                   --format FORMAT     text, json, or github for annotations of a workflow
                   --questions DIR     of houses also which questions they answer otherwise (default: test/questions)
  watch [DIR]      check again whenever a file changes, until it is stopped; options as for check
  try "QUESTION"   how a question is answered: comparison, entries, zone, facts, rules
  diff [REF]       which regression questions change answer or verdict against a version in git (default: HEAD)
                   --questions DIR     their folder (default: test/questions)
                   --format FORMAT     text, json, or markdown for a comment on a pull request
                   --exit-code         exit 1 when there are any
  graph SLUG       a Mermaid diagram of a comparison: facts, rules by tier, options
                   --format FORMAT     text, or markdown for a page that shows it
  sources GUIDES   prove against the guides' files in GUIDES that every cited line exists and that every
                   figure stands in a cited line
  schemas [DIR]    write the JSON Schemas that editors read to DIR/schemas
  stats [DIR]      count what is there
  help             this text

DIR is the folder of knowledge (default: KNOWLEDGE_DIR, or the shipped one); every command takes it as --knowledge DIR
as well, again for several, in order, or joined as in PATH: what all comparisons share comes from the first, and new
writes to the last.

Ends with 0; 1 when the knowledge is wrong or a proof fails, and with --exit-code; 64 for wrong usage; 78 for
settings that are wrong.`

/** Behind what is wrong with a command: the whole help would push that out of sight. */
export const hint = '"npm run knowledge -- help" lists commands and options.'

const exitCodes = { ok: 0, failed: 1, usage: 64 }
/** A folder of the program as seen from where it was called. */
const shipped = (folder: string) => relative('', inPackage(folder)) || '.'
const questionsIn = (given: string | undefined) => given ?? shipped('test/questions')

/** Options and the commands that they belong to. */
const belongs = {
  'as-of': ['check', 'watch', 'try', 'diff'],
  only: ['check', 'watch'],
  format: ['check', 'watch', 'diff', 'graph'],
  questions: ['check', 'watch', 'diff'],
  'exit-code': ['diff'],
} as const
/** Options of one command, as given. */
interface Values {
  only?: string
  format?: string
  questions?: string
  'exit-code'?: boolean
}

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
    terminal.err(args.length === 0 ? usage : hint)
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
      'exit-code': { type: 'boolean' },
      knowledge: { type: 'string', multiple: true },
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
  const given = values.knowledge?.join(delimiter)
  if (given === '') throw new UsageError('--knowledge needs a folder.')
  const dir = given ?? terminal.knowledgeDir ?? shipped('knowledge')
  const today = dayOf(values['as-of'], terminal)
  /** The folder of a command that takes nothing else. */
  const folder = () => {
    if (place !== undefined && given !== undefined)
      throw new UsageError('Give the folder once: as DIR or by --knowledge.')
    return place ?? dir
  }
  switch (command) {
    case 'new':
      if (place === undefined) throw new UsageError('Say which comparison: new left-vs-right.')
      for (const name of newComparison(foldersOf(dir), place, terminal.today)) terminal.out(name)
      return exitCodes.ok
    case 'check':
      return check(folder(), today, values, terminal)
    case 'watch': {
      const watched = folder()
      lookAgain(watched, () => check(watched, today, values, terminal), signal)
      return exitCodes.ok
    }
    case 'try':
      if (place === undefined) throw new UsageError('Say the question, in quotes.')
      for (const line of tryQuestion(loadKnowledge(dir), place, today)) terminal.out(line)
      return exitCodes.ok
    case 'diff':
      return diff(dir, place ?? 'HEAD', today, values, terminal)
    case 'graph':
      if (place === undefined) throw new UsageError('Say which comparison: graph left-vs-right.')
      for (const line of graphLines(loadKnowledge(dir), place, formatOf(graphFormats, values.format)))
        terminal.out(line)
      return exitCodes.ok
    case 'sources':
      if (place === undefined) throw new UsageError("Say where the guides' files are.")
      return sources(dir, place, terminal)
    case 'schemas':
      for (const name of writeSchemas(foldersOf(folder())[0] ?? '')) terminal.out(name)
      return exitCodes.ok
    case 'stats':
      for (const line of statistics(loadContent(folder()))) terminal.out(line)
      return exitCodes.ok
    default:
      throw new UsageError(command === undefined ? 'Which command?' : `There is no command ${command}.`)
  }
}

function checkOptions(command: string | undefined, values: object): void {
  for (const [option, commands] of Object.entries(belongs)) {
    const given = Object.hasOwn(values, option)
    if (given && !commands.some((each) => each === command)) {
      throw new UsageError(`--${option} belongs to ${commands.join(', ')}.`)
    }
  }
}

function check(dir: string, asOf: string, { only, format, questions }: Values, terminal: Terminal): number {
  const wanted = formatOf(formats, format)
  try {
    const changes: OverlayChange[] = []
    const knowledge = loadKnowledge(dir, { told: (change) => changes.push(change) })
    const slugs = knowledge.comparisons.map(({ slug }) => slug)
    if (only !== undefined && !slugs.includes(only))
      throw new UsageError(`There is no comparison ${only}, only ${slugs.join(', ')}.`)
    const { findings, notes } = checkKnowledge(knowledge, asOf, only)
    findings.push(...checkSplitTerms(foldersOf(dir), only), ...checkPlaceholders(foldersOf(dir), only))
    findings.push(...checkModel(foldersOf(dir)[0] ?? dir, knowledge.model))
    const house = lookAtHouses(foldersOf(dir), knowledge, changes, asOf, questionsIn(questions))
    const { told, left } = toldToHouses([...findings, ...house.findings], foldersOf(dir))
    notes.push(...house.notes, ...left)
    const shown = { folders: foldersOf(dir), format: wanted, inFull: only !== undefined }
    reportFindings(told, notes, shown, terminal)
    return findings.some(({ level }) => level === 'error') ? exitCodes.failed : exitCodes.ok
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return notLoaded(error, wanted, terminal)
  }
}

function formatOf<F extends string>(known: readonly F[], given = 'text'): F {
  const format = known.find((each) => each === given)
  if (!format) throw new UsageError(`--format is one of ${known.join(', ')}, not ${given}.`)
  return format
}

function diff(dir: string, ref: string, asOf: string, given: Values, terminal: Terminal): number {
  const format = formatOf(diffFormats, given.format)
  const folder = questionsIn(given.questions)
  const questions = readQuestions(folder)
  if (questions.length === 0)
    throw new UsageError(`${folder} holds no question. Give a folder with regression-*.jsonl in --questions.`)
  const changed = changedAnswers(knowledgeAt(dir, ref), loadKnowledge(dir), questions, asOf)
  for (const line of diffLines(changed, { ref, asked: questions.length, format })) terminal.out(line)
  return given['exit-code'] && changed.length > 0 ? exitCodes.failed : exitCodes.ok
}

function sources(dir: string, guides: string, terminal: Terminal): number {
  const { proofs, without, failures } = proveSources(dir, guides)
  for (const { slug, guides: read, citations, claims, figures, unprovable } of proofs) {
    terminal.out(
      `${slug}: ${counted(read, 'guide')}; proved ${counted(citations, 'citation')} and ` +
        `${counted(figures, 'figure')} in ${counted(claims, 'claim')}; ` +
        `${counted(unprovable, 'claim')} with public pages alone not looked at.`,
    )
  }
  if (without.length > 0)
    terminal.out(`${without.join(', ')}: public pages alone, no guide to prove against.`)
  for (const failure of failures) terminal.err(failure)
  return failures.length > 0 ? exitCodes.failed : exitCodes.ok
}

/** What parseArgs throws for an unknown option or a missing value. */
function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function dayOf(given: string | undefined, terminal: Terminal): string {
  if (given === undefined) return terminal.today
  if (!isDay(given)) {
    throw new UsageError(`--as-of is a day such as ${terminal.today}, not ${given}.`)
  }
  return given
}
