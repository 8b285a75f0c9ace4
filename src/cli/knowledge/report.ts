import { counted } from '../../cards/wording.ts'
import type { KnowledgeIssue } from '../../knowledge/knowledge-error.ts'
import { issueLine } from '../../knowledge/knowledge-error.ts'
import { type Finding, findingLine } from './finding.ts'
import { placeOf } from './place.ts'
import type { Terminal } from './terminal.ts'

export const formats = ['text', 'json', 'github'] as const
/** Lines for people, one object for programs, or annotations of a workflow. */
export type Format = (typeof formats)[number]

/** One thing that is wrong, or to be judged, with its place as far as it is known. */
interface Reported {
  level: Finding['level']
  file: string
  line: number
  where: string
  problem: string
  remedy: string
}

/** What a folder that does not load complains of; the slow checks wait. */
export function reportIssues(issues: readonly KnowledgeIssue[], format: Format, terminal: Terminal): void {
  const reported = issues.map(
    ({ file, line, path, problem, remedy }): Reported => ({
      level: 'error',
      file,
      line,
      where: path,
      problem,
      remedy,
    }),
  )
  if (format === 'text') for (const issue of issues) terminal.err(issueLine(issue))
  else written(reported, [], format, terminal)
}

/** What the slow checks found in some folders. */
export function reportFindings(
  findings: readonly Finding[],
  notes: readonly string[],
  folders: readonly string[],
  format: Format,
  terminal: Terminal,
): void {
  const [errors, warnings] = (['error', 'warning'] as const).map((level) =>
    findings.filter((finding) => finding.level === level),
  ) as [Finding[], Finding[]]
  if (format !== 'text') {
    const reported = findings.map((finding): Reported => ({ ...finding, ...placeOf(finding, folders) }))
    written(reported, notes, format, terminal)
    return
  }
  for (const warning of warnings) terminal.out(`warning  ${findingLine(warning)}`)
  for (const error of errors) terminal.err(`error  ${findingLine(error)}`)
  for (const note of notes) terminal.out(note)
  terminal.out(`${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`)
}

function written(
  reported: readonly Reported[],
  notes: readonly string[],
  format: Exclude<Format, 'text'>,
  terminal: Terminal,
): void {
  if (format === 'json') {
    const errors = reported.filter(({ level }) => level === 'error').length
    terminal.out(
      JSON.stringify({ errors, warnings: reported.length - errors, found: reported, notes }, null, 2),
    )
    return
  }
  for (const { level, file, line, where, problem, remedy } of reported) {
    const place = [`file=${property(file)}`, ...(line > 0 ? [`line=${line}`] : [])].join(',')
    terminal.out(
      `::${level} ${place}::${message([where, `${problem}. ${remedy}`].filter(Boolean).join(': '))}`,
    )
  }
}

/** What a workflow command takes in a message, and in a property, where commas and colons separate. */
function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
