import type { CardContext } from '../cards/card-types.ts'
import { readMetadata, type State } from '../cards/state.ts'
import { answerAgain, type Presser } from './again.ts'
import type { Bot, Respond } from './bot.ts'
import { isGone, isPlaceRefusal, loggable } from './errors.ts'
import { tell } from './private-line.ts'
import { respondWith, update } from './reply.ts'
import type { CardPlace } from './shared-cards.ts'

/** Somebody who changes a card that others see. */
export interface Changer extends Presser {
  /** Replaces the card where the bot is no member of its channel. */
  respond?: Respond | undefined
}

/** What a change makes of the newest state of its card; null where it does not fit what the card shows by now. */
export type Change = (newest: State) => { state: State; told: Partial<CardContext> } | null

const gone = 'This card is gone, so nothing changed. Ask again for a new one.'
const different = 'This card shows something else by now, so nothing changed.'
const closed = 'I may not change this card. Invite me to its channel, then try again.'

/**
 * The one way in which a card changes that others see. Changes of one card are made one after the other, each on top
 * of the newest state, so that nobody's is lost; of the same fact the last one counts. `base` is the state that the
 * change was made from, for where the newest is not known. Whoever changes hears in one private line why it did not
 * work: the card is gone, shows something else, is of another version, or may not be written.
 */
export async function changeCard(
  bot: Bot,
  place: CardPlace,
  changer: Changer,
  base: State,
  change: Change,
): Promise<void> {
  const refusal = await bot.cards.inTurn(place, () => changed(bot, place, changer, base, change))
  if (refusal !== null) await tell(bot, changer, refusal)
}

async function changed(
  bot: Bot,
  place: CardPlace,
  changer: Changer,
  base: State,
  change: Change,
): Promise<string | null> {
  const latest = await bot.cards.latest(place)
  if (latest === 'gone') return gone
  const decoded = latest === undefined ? { ok: true as const, state: base } : bot.views.decode(latest)
  if (!decoded.ok) return bot.views.problem(decoded)
  const next = change(decoded.state)
  if (!next) return different
  const { answer, context } = await answerAgain(bot, changer, next.state)
  const card = bot.views.card(answer, { ...context, ...next.told })
  try {
    await update(bot, place, card)
  } catch (error) {
    if (isGone(error)) return gone
    if (!isPlaceRefusal(error)) throw error
    bot.log.debug('card-not-updated', loggable(error))
    if (!changer.respond) return closed
    await respondWith(bot, changer.respond, card, { replace: true })
  }
  const carried = readMetadata(card.metadata)
  if (carried) bot.cards.keep(place, carried.state)
  return null
}
