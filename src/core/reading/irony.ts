import type { Language } from '../domain/language.ts'
import { Phrases } from '../language/phrases.ts'
import { endsSentence } from './features.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

/** How people mark that they say the opposite of what they mean. */
export interface IronyCues {
  openings: Phrases
  signs: readonly string[]
}

export function ironyCues({ irony, ironySigns }: Language): IronyCues {
  return { openings: new Phrases(irony), signs: ironySigns }
}

/** Words of a cue at most, so that only the start of a clause is looked at. */
const LONGEST = 6

/**
 * Statements as they are meant: what a sentence with a cue of irony says is unclear and does not count. Without a cue
 * irony is not claimed. What is only supposed stays.
 */
export function meant(cues: IronyCues, parsed: Parsed, statements: readonly Statement[]): Statement[] {
  if (statements.length === 0) return []
  const ironic = ironicClauses(cues, parsed)
  if (ironic.size === 0) return [...statements]
  return statements.map((statement) => {
    const { leaning: _, ...rest } = statement
    const open = !statement.reason || statement.reason === 'unclear'
    // Whoever jokes about a plan tells what runs all the same.
    const runs = statement.id.startsWith('existing/')
    return ironic.has(statement.clause) && open && !statement.supposed && !runs
      ? { ...rest, value: 'maybe', reason: 'unclear' }
      : statement
  })
}

/** Clauses of sentences that bear a cue. */
function ironicClauses({ openings, signs }: IronyCues, parsed: Parsed): Set<number> {
  const { clauses, tokens, folded } = parsed
  const opened = clauses.flatMap(({ first }, k) =>
    openings.starts(tokens.slice(first, first + LONGEST)) ? [k] : [],
  )
  const signed = signsIn(folded, signs)
  const ironic = new Set<number>()
  if (opened.length === 0 && signed.length === 0) return ironic
  const sentences = sentencesOf(parsed)
  const mark = (k: number, last = clauses.length - 1) => {
    const sentence = sentences[k]!
    for (let each = sentence; each <= last && sentences[each] === sentence; each++) ironic.add(each)
  }
  for (const k of opened) mark(k)
  // Signs that end a sentence stand between clauses.
  const upTo = (token: number) => clauses.findLastIndex(({ first }) => first <= token)
  const from = (token: number) => clauses.findIndex(({ last }) => token < last)
  for (const { at, end } of signed) {
    const before = tokens.findLastIndex((token) => token.end <= at)
    const behind = tokens.findIndex((token) => token.at >= end)
    const onLine = (left: number, right: number) => !folded.slice(left, right).includes('\n')
    const leads = before < 0 || !onLine(tokens[before]!.end, at)
    // A sign ends what it marks, like a full stop; one that begins a line marks what follows.
    if (leads && behind >= 0 && onLine(end, tokens[behind]!.at)) mark(from(behind))
    else if (before >= 0) mark(upTo(before), upTo(before))
  }
  return ironic
}

/** For each clause the first one of its sentence. */
function sentencesOf(parsed: Parsed): number[] {
  const starts: number[] = []
  for (let k = 0; k < parsed.clauses.length; k++) {
    starts.push(k > 0 && !endsSentence(parsed, k - 1) ? starts[k - 1]! : k)
  }
  return starts
}

/** Signs as [at, end); one of plain letters stands alone: "req/s" holds no "/s". */
function signsIn(folded: string, signs: readonly string[]): { at: number; end: number }[] {
  const found: { at: number; end: number }[] = []
  for (const sign of signs) {
    for (let at = folded.indexOf(sign); at >= 0; at = folded.indexOf(sign, at + sign.length)) {
      const end = at + sign.length
      const glued = /[\w/<]/.test(folded.charAt(at - 1)) || /[\w/]/.test(folded.charAt(end))
      if (!glued || !/\w/.test(sign)) found.push({ at, end })
    }
  }
  return found
}
