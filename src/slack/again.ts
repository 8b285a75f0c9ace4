import type { CardContext } from '../cards/card-types.ts'
import { type State, stateOf } from '../cards/state.ts'
import type { Answer } from '../core/domain/answer.ts'
import type { FactValue, ReadFact } from '../core/domain/fact.ts'
import type { Bot } from './bot.ts'
import { alone, type Discussion, discussionOf } from './discussion.ts'
import type { Press } from './press.ts'

export type Presser = Pick<
  Press,
  'user' | 'handle' | 'botUser' | 'surface' | 'channel' | 'thread' | 'ts' | 'owner' | 'weighing'
>

export interface Again {
  answer: Answer
  context: CardContext
}

/**
 * The answer that a button's state stands for, from today's knowledge. On a card in a thread the discussion is read
 * again up to the card, so that facts keep their quotes; where that no longer gives the same facts (edited, deleted,
 * not readable), the facts of the state alone decide.
 */
export async function answerAgain(bot: Bot, press: Presser, state: State): Promise<Again> {
  const { answer, context } = (await fromThread(bot, press, state)) ?? fromState(bot, state)
  const { user, owner } = press
  const names = await bot.people.find(owner === undefined ? [user] : [user, owner])
  const name = names.get(user)?.name ?? press.handle
  // A card in a channel outside threads is a shared copy, and goes on saying whose.
  const shared = press.surface === 'channel' && owner !== undefined && (owner === user || names.has(owner))
  return {
    answer,
    context: {
      ...context,
      people: (id) => (id === user ? name : (names.get(id)?.name ?? context.people(id))),
      command: bot.command,
      surface: press.surface,
      asOf: bot.today(),
      ...(owner === undefined ? {} : { asker: owner }),
      ...(shared ? { sharedBy: { user: owner } } : {}),
    },
  }
}

function fromState(bot: Bot, state: State): { answer: Answer; context: Discussion['context'] } {
  const { question, context } = alone(bot, '')
  if (state.kind === 'verdict' && state.slug !== undefined) {
    const given = { facts: factsOf(state), only: true }
    return { answer: bot.answer({ ...question, comparison: state.slug, given }), context }
  }
  const topic = state.slug === undefined ? null : bot.entry(state.slug, state.entry ?? 'overview')
  return { answer: topic ?? bot.answer({ ...question, text: 'help' }), context }
}

async function fromThread(bot: Bot, press: Presser, state: State) {
  const { channel, thread: ts, ts: until, botUser } = press
  if (state.kind !== 'verdict' || !state.slug || !channel || !ts || !until) return undefined
  const read = await bot.threads.read({ channel, ts, until }, botUser)
  if (!read.ok) return undefined
  // A card answers the last mention before it, unless it came from the shortcut, which asks nothing.
  const mention = press.weighing ? undefined : read.thread.said.findLast(({ toBot }) => toBot)
  for (const asked of new Set([mention, undefined])) {
    const { question, context } = await discussionOf(bot, read.thread, press.user, asked)
    const before = bot.answer({ ...question, comparison: state.slug })
    const facts = factsOf(state).filter(({ id, value }) => !saysSo(before, id, value))
    const answer = bot.answer({ ...question, comparison: state.slug, given: { facts, only: false } })
    if (sameFacts(stateOf(answer), state)) return { answer, context }
  }
  return undefined
}

function saysSo(answer: Answer, id: string, value: FactValue): boolean {
  return answer.kind === 'verdict' && stateOf(answer).facts[id] === value
}

function sameFacts(now: State, then: State): boolean {
  const ids = new Set([...Object.keys(now.facts), ...Object.keys(then.facts)])
  return now.slug === then.slug && [...ids].every((id) => now.facts[id] === then.facts[id])
}

function factsOf(state: State): ReadFact[] {
  return Object.entries(state.facts).map(([id, value]) => {
    const given = { id, value, grade: 'given' as const, probability: 1 }
    if (value === 'past') return { ...given, counted: false, reason: 'past' as const }
    if (value === 'maybe') return { ...given, counted: false, reason: 'unclear' as const }
    return { ...given, counted: true }
  })
}
