import { counted } from '../../cards/wording.ts'
import type { Changed } from './diff.ts'

export const diffFormats = ['text', 'json', 'markdown'] as const
/** Lines for people, one object for programs, or a comment on a pull request. */
export type DiffFormat = (typeof diffFormats)[number]

/** By this line a workflow finds its own comment again. */
const MARK = '<!-- stack-verdict knowledge diff -->'
/** Rows of a comment, which may not grow without end. */
const MOST_ROWS = 50
const LONGEST_TEXT = 160

/** What two versions answer differently, in lines; `asked` is how many questions were looked at. */
export function diffLines(
  changed: readonly Changed[],
  { ref, asked, format }: { ref: string; asked: number; format: DiffFormat },
): string[] {
  switch (format) {
    case 'json':
      return [JSON.stringify({ ref, asked, changed }, null, 2)]
    case 'markdown':
      return markdown(changed, ref, asked)
    case 'text':
      return [
        ...changed.map(({ text, before, now }) => `${text}\n    ${before} -> ${now}`),
        `${changed.length} of ${counted(asked, 'question')} answered differently since ${ref}.`,
      ]
  }
}

function markdown(changed: readonly Changed[], ref: string, asked: number): string[] {
  const since = `\`${(/^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 12) : ref).replaceAll('`', '')}\``
  const head = [MARK, '### What this change answers differently', '']
  if (changed.length === 0)
    return [...head, `Nothing: all ${counted(asked, 'regression question')} are answered as at ${since}.`]
  // What somebody may have decided by comes first.
  const rows = [...changed].sort((a, b) => Number(isVerdict(b)) - Number(isVerdict(a)))
  const verdicts = changed.filter(isVerdict).length
  const left = rows.length - MOST_ROWS
  return [
    ...head,
    `${changed.length} of ${counted(asked, 'regression question')}, ${verdicts} of them with a verdict, since ${since}.`,
    '',
    '| Question | Before | Now |',
    '| --- | --- | --- |',
    ...rows
      .slice(0, MOST_ROWS)
      .map(({ text, before, now }) => `| ${[text, before, now].map(cell).join(' | ')} |`),
    ...(left > 0 ? ['', `${left} more: \`npm run knowledge -- diff\` lists them all.`] : []),
  ]
}

function isVerdict({ before, now }: Changed): boolean {
  return [before, now].some((said) => said.startsWith('verdict '))
}

/** Somebody's words as one cell: no markup, no link to an issue, no mention of a person. */
function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const short = line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line
  return short.replace(/[\\`*_{}[\]|~]/g, '\\$&').replace(/[&<>@#]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
