import { delimiter } from 'node:path'
import { parseArgs } from 'node:util'
import { isDay } from './day.ts'

interface Common {
  /** Folders in order, joined as in PATH. */
  knowledge: string | undefined
  blocks: boolean
}

/** What one run is to do. `asOf` is absent where the day of the run counts. */
export type AskOptions =
  | { mode: 'help' }
  | (Common & { mode: 'question'; text: string; json: boolean; more: boolean; asOf: string | undefined })
  | (Common & { mode: 'lines'; asOf: string | undefined })
  | (Common & { mode: 'replay'; id: string; json: boolean; more: boolean })

/** Arguments that do not fit; the message says which and what to do. */
export class UsageError extends Error {}

export const usage = `Asks one question, or many, and prints the answers.

  npm run --silent ask -- "question"       the card as text
  npm run --silent ask -- --jsonl < FILE   one object for each line
  npm run --silent ask -- --replay ID      the same answer again, without anybody's words

From any folder, after npm link in the folder of the program: stack-verdict ask "question"

  --more            also what stands behind the card's buttons: why, sources, full table, topics
  --json            one object instead of text, with all of that in it
  --jsonl           reads lines {"text": "…"} or {"messages": [{"user": "…", "text": "…"}, …]},
                    where the last message asks; writes one object a line, in order
  --blocks          adds the card's blocks to each object
  --replay ID       gives the answer of an id again; its day comes with it
  --as-of DAY       the day of the question, YYYY-MM-DD (default: today)
  --knowledge DIR   the folder that holds the comparisons (default: KNOWLEDGE_DIR, or the shipped one);
                    again for several, in order, or joined as in PATH
  --help            this text

Ends with 0; 1 when a line or a replay has no answer; 64 for wrong options; 65 for what is no replay id;
78 for knowledge or settings that are wrong.
`

/** Reads the arguments. Throws a UsageError for unknown options, a missing question and options that exclude each other. */
export function readOptions(args: readonly string[]): AskOptions {
  const { values, positionals } = parsed(args)
  if (values.help) return { mode: 'help' }
  const {
    blocks = false,
    json = false,
    jsonl = false,
    more = false,
    knowledge: folders,
    replay,
    'as-of': asOf,
  } = values
  const text = positionals.join(' ').trim()
  const common = { knowledge: folders?.join(delimiter), blocks }
  if (asOf !== undefined && !isDay(asOf))
    throw new UsageError(`--as-of takes a day as YYYY-MM-DD, not ${asOf}.`)
  if (folders?.includes('')) throw new UsageError('--knowledge needs a folder.')
  if (blocks && !json && !jsonl) throw new UsageError('--blocks belongs to objects: add --json or --jsonl.')
  if (more && (json || jsonl)) throw new UsageError('Objects hold it all: leave out --more.')
  if (replay !== undefined) {
    if (jsonl || text !== '')
      throw new UsageError('--replay takes an id alone: leave out --jsonl and the question.')
    if (asOf !== undefined) throw new UsageError('--replay brings its own day: leave out --as-of.')
    return { ...common, mode: 'replay', id: replay.trim(), json, more }
  }
  if (jsonl) {
    if (json) throw new UsageError('--json is for one question, --jsonl for many: give one of them.')
    if (text !== '') throw new UsageError('--jsonl reads questions from its input: leave out the one given.')
    return { ...common, mode: 'lines', asOf }
  }
  if (text === '') throw new UsageError('No question. Put it in quotes after --, or use --jsonl.')
  return { ...common, mode: 'question', text, json, more, asOf }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        more: { type: 'boolean' },
        blocks: { type: 'boolean' },
        replay: { type: 'string' },
        'as-of': { type: 'string' },
        knowledge: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    // The rest of Node's message explains how to pass text that begins with a dash, at length.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new UsageError(`${first.replace(/\.$/, '')}.`)
  }
}
