import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { answer } from '../../core/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import type { Message, Question } from '../../core/domain/question.ts'
import { prepare } from '../../core/engine.ts'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { outcomeOf } from './try-question.ts'
import { UsageError } from './usage-error.ts'

/** A question whose answer or verdict two versions of the knowledge give differently. */
export interface Changed {
  text: string
  before: string
  now: string
}

/** The questions that two versions of the knowledge answer differently, in their order. */
export function changedAnswers(
  before: Knowledge,
  now: Knowledge,
  questions: readonly Pick<Question, 'text' | 'thread'>[],
  asOf: string,
): Changed[] {
  const [old, fresh] = [prepare(before), prepare(now)]
  return questions.flatMap((question) => {
    const said = [old, fresh].map((engine) => outcomeOf(answer(engine, { ...question, asOf })))
    const [was = '', is = ''] = said
    return was === is ? [] : [{ text: question.text, before: was, now: is }]
  })
}

/** The knowledge of a folder as a commit holds it, with other folders as they are. Throws a UsageError where git has none, or none that can be read. */
export function knowledgeAt(dir: string, ref: string, others: readonly string[] = []): Knowledge {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  try {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', dir, ...args], { maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const name of git('ls-tree', '-r', '--name-only', ref, '.').toString().split('\n').filter(Boolean)) {
      const file = join(folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, git('show', `${ref}:./${name}`))
    }
    return loadKnowledge([folder, ...others])
  } catch (error) {
    if (error instanceof KnowledgeError) {
      const [issue] = error.message.replaceAll(`${folder}/`, '').split('\n')
      throw new UsageError(`This version of the program cannot read ${dir} at ${ref}: ${issue}`)
    }
    if (!(error instanceof Error) || !('stderr' in error)) throw error
    throw new UsageError(`git has no ${ref} of ${dir}: ${String(error.stderr).trim().split('\n')[0]}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Questions of a folder's files, line by line `{"text": …}` or `{"messages": [{"author": …, "text": …}, …]}`: those that may be
 * read, not the blind ones.
 */
export function readQuestions(folder: string): Pick<Question, 'text' | 'thread'>[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('regression') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => questionOf(JSON.parse(line)))
}

interface Line {
  text?: string
  messages?: { author: string; text: string }[]
}

function questionOf({ text, messages }: Line): Pick<Question, 'text' | 'thread'> {
  if (!messages) return { text: text ?? '' }
  const thread = messages.slice(0, -1).map((each): Message => ({ ...each, authorId: each.author }))
  return { text: messages.at(-1)?.text ?? '', thread }
}
