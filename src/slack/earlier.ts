import type { CardContext } from '../cards/card-types.ts'
import { factsOf, readMetadata, type State } from '../cards/state.ts'
import { since } from '../core/decision/since.ts'
import type { Answer, Verdict } from '../core/domain/answer.ts'
import type { ReadFact } from '../core/domain/fact.ts'
import type { Pick as Choice } from '../core/domain/pick.ts'
import type { Bot } from './bot.ts'
import { type Discussion, standing } from './discussion.ts'
import type { Thread } from './thread.ts'

/** The newest verdict of the bot in a thread, as its own metadata tells: nothing of it is stored elsewhere. */
interface Earlier {
  ts: string
  state: State
  pick: Choice
}

/**
 * Answers a discussion in the light of the bot's earlier card in it. What people corrected there still holds, unless
 * somebody spoke of it since; the context tells what changed. A what-if is compared with nothing, and nothing with it.
 */
export async function answerDiscussion(
  bot: Bot,
  thread: Thread,
  asker: string,
  { question, context, at }: Discussion,
  before?: string,
): Promise<{ answer: Answer; context: Discussion['context'] }> {
  const first = bot.answer(question)
  if (first.kind !== 'verdict') return { answer: first, context }
  const earlier = earlierIn(bot, thread, first, before)
  if (!earlier) return { answer: first, context }
  const facts = heldOn(earlier, first, at)
  const { whatIf } = first
  const given = { facts, only: false, ...(whatIf.length > 0 ? { whatIf } : {}) }
  const answer =
    facts.length > 0 ? bot.answer({ ...question, comparison: first.comparison.slug, given }) : first
  return { answer, context: { ...context, ...(await sinceEarlier(bot, thread, asker, answer, earlier)) } }
}

/** The same for a card that stands already: what changed between the card before it and what it says. */
export async function sinceCardBefore(
  bot: Bot,
  thread: Thread,
  asker: string,
  answer: Answer,
  ts: string,
): Promise<Pick<CardContext, 'since'>> {
  const earlier = answer.kind === 'verdict' ? earlierIn(bot, thread, answer, ts) : undefined
  return earlier ? sinceEarlier(bot, thread, asker, answer, earlier) : {}
}

async function sinceEarlier(
  bot: Bot,
  thread: Thread,
  asker: string,
  answer: Answer,
  { ts, state, pick }: Earlier,
): Promise<Pick<CardContext, 'since'>> {
  if (answer.kind !== 'verdict' || answer.whatIf.length > 0) return {}
  const [people, site] = await Promise.all([bot.people.find([asker]), bot.site()])
  const place = standing(ts, thread, site, people.get(asker)?.offset)
  return { since: { ...since({ facts: state.facts, pick }, answer), ...place } }
}

function earlierIn(
  bot: Bot,
  { posted }: Thread,
  { comparison }: Verdict,
  before = 'Infinity',
): Earlier | undefined {
  for (const { ts, metadata } of posted.toReversed()) {
    const said = Number(ts) < Number(before) ? readMetadata(metadata) : null
    const decoded = said && bot.views.decode(said.state)
    if (!said || !decoded?.ok) continue
    const { state } = decoded
    if (state.kind !== 'verdict' || state.slug !== comparison.slug || state.whatIf) continue
    return { ts, state, pick: said.pick === undefined ? pickAgain(bot, state) : said.pick }
  }
  return undefined
}

/** The pick on a state's facts, for a card that does not tell what it said. */
function pickAgain(bot: Bot, state: State): Choice {
  const given = { facts: factsOf(state), only: true }
  const comparison = state.slug === undefined ? {} : { comparison: state.slug }
  const answer = bot.answer({ text: '', asOf: bot.today(), ...comparison, given })
  return answer.kind === 'verdict' ? answer.pick : null
}

/** What people gave on the earlier card and nobody spoke of since. */
function heldOn({ ts, state }: Earlier, { facts }: Verdict, at: readonly string[]): ReadFact[] {
  const isNew = ({ counted, message }: ReadFact) =>
    counted && (message === undefined || Number(at[message]) > Number(ts))
  const spoken = new Set(facts.filter(isNew).map(({ id }) => id))
  return factsOf(state).filter(({ id }) => state.given?.includes(id) && !spoken.has(id))
}
