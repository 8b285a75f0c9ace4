import { counted } from '../../cards/wording.ts'
import type { KnowledgeIssue } from '../../knowledge/knowledge-error.ts'
import { issueLine } from '../../knowledge/knowledge-error.ts'
import type { Finding, Place } from './finding.ts'
import { placeOf } from './place.ts'
import type { Terminal } from './terminal.ts'

export const formats = ['text', 'json', 'github'] as const
/** Lines for people, one object for programs, or annotations of a workflow. */
export type Format = (typeof formats)[number]

/** One thing that is wrong, or to be judged, with its place. */
type Reported = Omit<Finding, 'at'> & Place

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

/** What the slow checks found in some folders; `inFull` with everything of which a finding gives examples. */
export function reportFindings(
  findings: readonly Finding[],
  notes: readonly string[],
  { folders, format, inFull }: { folders: readonly string[]; format: Format; inFull: boolean },
  terminal: Terminal,
): void {
  const reported = findings.map(({ at, ...finding }): Reported => {
    return { ...finding, ...(at ?? placeOf(finding, folders)) }
  })
  if (format !== 'text') {
    written(reported, notes, format, terminal)
    return
  }
  const [errors, warnings] = (['error', 'warning'] as const).map((level) =>
    reported.filter((each) => each.level === level),
  ) as [Reported[], Reported[]]
  const tell = (say: (line: string) => void, each: Reported) => {
    say(`${each.level}  ${issueLine({ ...each, path: each.where })}`)
    if (inFull) for (const example of each.all ?? []) say(`  ${example}`)
  }
  for (const warning of warnings) tell(terminal.out, warning)
  for (const error of errors) tell(terminal.err, error)
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
