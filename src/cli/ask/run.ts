import { answerWithConfidence } from '../../core/answer.ts'
import { type Engine, prepare } from '../../core/engine.ts'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { openKnowledge } from '../../knowledge/open-knowledge.ts'
import { type AnswerObject, answerObject, type ObjectOptions } from './answer-object.ts'
import { cardText } from './card-text.ts'
import { exitCodes } from './exit-codes.ts'
import { linesOf } from './lines.ts'
import { type AskOptions, readOptions, UsageError, usage } from './options.ts'
import { readLine } from './read-line.ts'
import { replayAnswer } from './replay-answer.ts'

/** What a run needs of the process around it. */
export interface AskDoor {
  /** Questions, for --jsonl. */
  input: AsyncIterable<string>
  /** Writes to the output; settles when there is room for more. */
  out(text: string): Promise<void>
  err(text: string): void
  /** Whether someone watches the errors, and so may see how far it is. */
  watched: boolean
  today: string
  /** Reads the settings; called when a question needs them. */
  settings(): AskSettings
}

export interface AskSettings {
  /** The slash command in hints. */
  command: string
  /** Where knowledge is read when no option names a folder. */
  knowledgeDir: string
}

type Mode<M extends AskOptions['mode']> = Extract<AskOptions, { mode: M }>

/** Lines between two reports of progress. */
const reportEvery = 100

/** Runs the command and returns its exit code; every expected failure is a message and a code. */
export async function runAsk(args: readonly string[], door: AskDoor): Promise<number> {
  try {
    const options = readOptions(args)
    if (options.mode === 'help') {
      await door.out(usage)
      return exitCodes.ok
    }
    const { command, knowledgeDir } = door.settings()
    const { knowledge, counts } = await openKnowledge(options.knowledge ?? knowledgeDir)
    const engine = prepare(knowledge, counts)
    const wanted = { command, blocks: options.blocks }
    switch (options.mode) {
      case 'question':
        return await askOne(engine, options, wanted, door)
      case 'lines':
        return await askLines(engine, options, wanted, door)
      case 'replay':
        return await replay(engine, options, wanted, door)
    }
  } catch (error) {
    if (error instanceof UsageError) {
      door.err(`${error.message}\n\n${usage}`)
      return exitCodes.usage
    }
    if (error instanceof KnowledgeError) {
      door.err(`${error.message}\n`)
      return error.exitCode
    }
    throw error
  }
}

async function askOne(
  engine: Engine,
  options: Mode<'question'>,
  wanted: ObjectOptions,
  door: AskDoor,
): Promise<number> {
  const question = { text: options.text, asOf: options.asOf ?? door.today }
  const answered = answerWithConfidence(engine, question)
  const { knowledge } = engine
  const object = answerObject(knowledge, question, answered, shown(options, wanted))
  await door.out(
    options.json ? jsonLine(object) : `${cardText(knowledge, answered.answer, object, options)}\n`,
  )
  return exitCodes.ok
}

async function replay(
  engine: Engine,
  options: Mode<'replay'>,
  wanted: ObjectOptions,
  door: AskDoor,
): Promise<number> {
  const replayed = replayAnswer(engine, options.id)
  if (!replayed.ok) {
    door.err(`${replayed.error}\n`)
    return replayed.problem === 'malformed' ? exitCodes.data : exitCodes.failed
  }
  const { question, answered, changed } = replayed
  const { knowledge } = engine
  const object = answerObject(knowledge, question, answered, shown(options, wanted))
  if (options.json) {
    await door.out(jsonLine(changed.length > 0 ? { ...object, changed } : object))
  } else {
    const said = changed.length > 0 ? `${changed.join('\n')}\n\n` : ''
    await door.out(`${said}${cardText(knowledge, answered.answer, object, options)}\n`)
  }
  return exitCodes.ok
}

/** As text an answer needs its blocks, for what its buttons offer. */
function shown({ json }: { json: boolean }, wanted: ObjectOptions): ObjectOptions {
  return json ? wanted : { ...wanted, blocks: true }
}

/** Answers line by line in order; a line that fails says so in its place. */
async function askLines(
  engine: Engine,
  options: Mode<'lines'>,
  wanted: ObjectOptions,
  door: AskDoor,
): Promise<number> {
  const asOf = options.asOf ?? door.today
  let line = 0
  let failed = 0
  for await (const text of linesOf(door.input)) {
    line += 1
    const result = answerLine(engine, text, asOf, wanted)
    if ('error' in result) failed += 1
    await door.out(jsonLine('error' in result ? { error: result.error, line } : result))
    if (door.watched && line % reportEvery === 0) door.err(`\r${line} answered`)
  }
  if (door.watched && line >= reportEvery) door.err(`\r${line} answered\n`)
  return failed > 0 ? exitCodes.failed : exitCodes.ok
}

function answerLine(
  engine: Engine,
  text: string | null,
  asOf: string,
  wanted: ObjectOptions,
): AnswerObject | { error: string } {
  if (text === null) return { error: 'The line is too long. Ask with fewer messages.' }
  const read = readLine(text, asOf, wanted.command)
  if (!read.ok) return { error: read.error }
  try {
    return answerObject(engine.knowledge, read.question, answerWithConfidence(engine, read.question), wanted)
  } catch (error) {
    // Limits are thrown as RangeError; anything else is a fault and ends the run.
    if (error instanceof RangeError) return { error: `The line has no answer: ${error.message}` }
    throw error
  }
}

function jsonLine(value: object): string {
  return `${JSON.stringify(value)}\n`
}
