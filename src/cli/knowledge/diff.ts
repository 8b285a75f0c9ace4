import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { answer } from '../../core/answer.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import type { Message, Question } from '../../core/domain/question.ts'
import { prepare } from '../../core/engine.ts'
import { KnowledgeError } from '../../knowledge/knowledge-error.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { foldersOf, isFolder } from '../../knowledge/read-folder.ts'
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
    return was === is ? [] : [{ text: askedText(question), before: was, now: is }]
  })
}

/** The last message of a discussion alone says little. */
function askedText({ text, thread = [] }: Pick<Question, 'text' | 'thread'>): string {
  const [first] = thread
  return first ? `${first.text} … ${text}` : text
}

/**
 * The knowledge of folders as a commit holds it. The commit is one of the repository of the last folder; a folder of
 * another repository is taken as it stands. Throws a UsageError where git has no such commit, or none that can be read.
 */
export function knowledgeAt(dir: string, ref: string): Knowledge {
  const parent = mkdtempSync(join(tmpdir(), 'knowledge-'))
  try {
    const folders = foldersOf(dir)
    const last = folders.at(-1) ?? dir
    const home = repositoryOf(last)
    const then = folders.map((folder, place) => {
      if (folder !== last && repositoryOf(folder) !== home) return folder
      const copy = join(parent, String(place))
      copyAt(folder, ref, copy)
      return copy
    })
    return loadKnowledge(then)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    const [issue] = error.message.replaceAll(new RegExp(`${parent}/\\d+/`, 'g'), '').split('\n')
    throw new UsageError(`This version of the program cannot read ${dir} at ${ref}: ${issue}`)
  } finally {
    rmSync(parent, { recursive: true })
  }
}

/** Writes what a folder held at a commit to another folder. */
function copyAt(folder: string, ref: string, to: string): void {
  const names = git(folder, ref, 'ls-tree', '-r', '--name-only', '-z', ref, '.')
    .toString()
    .split('\0')
    .filter(Boolean)
  for (const name of names) {
    const file = join(to, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, git(folder, ref, 'show', `${ref}:./${name}`))
  }
}

/** The root of the repository that a folder stands in; undefined where it stands in none. */
function repositoryOf(folder: string): string | undefined {
  try {
    return git(folder, '', 'rev-parse', '--show-toplevel').toString().trim()
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function git(folder: string, ref: string, ...args: string[]): Buffer {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (!(error instanceof Error) || !('stderr' in error)) throw error
    throw new UsageError(`git has no ${ref} of ${folder}: ${String(error.stderr).trim().split('\n')[0]}`)
  }
}

/**
 * Questions of the files in a folder, and in its folder `comparisons`, line by line `{"text": …}` or
 * `{"messages": [{"author": …, "text": …}, …]}`: those that may be read, not the blind ones.
 */
export function readQuestions(folder: string): Pick<Question, 'text' | 'thread'>[] {
  return [folder, join(folder, 'comparisons')]
    .filter(isFolder)
    .flatMap((each) =>
      readdirSync(each)
        .sort()
        .map((name) => join(each, name)),
    )
    .filter((file) => /^regression.*\.jsonl$/.test(basename(file)))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
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
