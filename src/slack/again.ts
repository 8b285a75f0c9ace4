import type { CardContext } from '../cards/card-types.ts'
import { factsOf, type State, stateOf } from '../cards/state.ts'
import type { Answer } from '../core/domain/answer.ts'
import type { FactValue } from '../core/domain/fact.ts'
import type { Question } from '../core/domain/question.ts'
import type { Bot } from './bot.ts'
import { alone, type Discussion, discussionOf } from './discussion.ts'
import { sinceCardBefore } from './earlier.ts'
import type { Press } from './press.ts'

/** Whoever pressed, and the card or thread that the press is about. */
export type Presser = Pick<
  Press,
  'user' | 'handle' | 'botUser' | 'surface' | 'channel' | 'thread' | 'ts' | 'owner' | 'weighed'
>

export interface Again {
  answer: Answer
  context: CardContext
}

type Told = Pick<Discussion['context'], 'thread' | 'people' | 'note'> & Pick<CardContext, 'since'>

/**
 * The answer that a button's state stands for, from today's knowledge. On a card in a thread the discussion is read
 * again up to the card, so that facts keep their quotes; where that no longer gives the same facts (edited, deleted,
 * not readable), the facts of the state alone decide.
 */
export async function answerAgain(bot: Bot, press: Presser, state: State): Promise<Again> {
  const fromScratch = () => ({ answer: answerOf(bot, state), context: alone(bot, '').context })
  const { answer, context } = (await fromThread(bot, press, state)) ?? fromScratch()
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
      ...(state.unsure === undefined ? {} : { unsure: state.unsure }),
    },
  }
}

/** The answer that a state stands for by itself, without anybody's words. */
export function answerOf(bot: Bot, state: State): Answer {
  const { question } = alone(bot, '')
  if (state.kind === 'verdict' && state.slug !== undefined)
    return bot.answer({ ...question, ...given(state, factsOf(state), true) })
  const topic = state.slug === undefined ? null : bot.entry(state.slug, state.entry ?? 'overview')
  return topic ?? bot.answer({ ...question, text: 'help' })
}

async function fromThread(
  bot: Bot,
  press: Presser,
  state: State,
): Promise<{ answer: Answer; context: Told } | undefined> {
  const { channel, thread: ts, ts: until, botUser } = press
  if (state.kind !== 'verdict' || !state.slug || !channel || !ts || !until) return undefined
  const read = await bot.threads.read({ channel, ts, until }, botUser)
  if (!read.ok) return undefined
  // A card answers the last mention before it, unless it came from the shortcut, which asks nothing.
  const mention = press.weighed ? undefined : read.thread.said.findLast(({ toBot }) => toBot)
  for (const asked of new Set([mention, undefined])) {
    const { question, context } = await discussionOf(bot, read.thread, press.user, asked)
    const before = bot.answer({ ...question, comparison: state.slug })
    const facts = factsOf(state).filter(({ id, value }) => !saysSo(before, id, value))
    const answer = bot.answer({ ...question, ...given(state, facts, false) })
    if (!sameFacts(stateOf(answer), state)) continue
    const since = await sinceCardBefore(bot, read.thread, press.user, answer, until)
    return { answer, context: { ...context, ...since } }
  }
  return undefined
}

/** The part of a question that a state gives. */
function given(
  { slug, whatIf }: State,
  facts: ReturnType<typeof factsOf>,
  only: boolean,
): Pick<Question, 'comparison' | 'given'> {
  return {
    ...(slug === undefined ? {} : { comparison: slug }),
    given: { facts, only, ...(whatIf === undefined ? {} : { whatIf }) },
  }
}

function saysSo(answer: Answer, id: string, value: FactValue): boolean {
  return answer.kind === 'verdict' && stateOf(answer).facts[id] === value
}

function sameFacts(now: State, then: State): boolean {
  const ids = new Set([...Object.keys(now.facts), ...Object.keys(then.facts)])
  return now.slug === then.slug && [...ids].every((id) => now.facts[id] === then.facts[id])
}
