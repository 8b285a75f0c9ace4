import type { Card } from '../cards/card-types.ts'
import type { Bot, Respond } from './bot.ts'
import { isPlaceRefusal, loggable, settingRemedy, slackCode } from './errors.ts'
import { lineCard, post, postPrivately } from './reply.ts'

export interface Reader {
  user: string
  channel?: string | undefined
  thread?: string | undefined
  respond?: Respond | undefined
}

/** What a line is about, for the log alone. */
export interface Occasion {
  /** The refusal that made the line necessary. */
  after?: unknown
  /** The reference that the line holds. */
  reference?: string
}

/** Tells one person one line that nobody else sees; the text must be escaped. */
export async function tell(
  bot: Bot,
  reader: Reader,
  escaped: string,
  occasion: Occasion = {},
): Promise<void> {
  await hand(bot, reader, lineCard(escaped), occasion)
}

/**
 * Hands one person a card that nobody else sees, below a line that says why it did not come as it should have.
 */
export async function tellWith(bot: Bot, reader: Reader, escaped: string, card: Card): Promise<void> {
  const line = lineCard(escaped)
  const text = `${line.text}\n${card.text}`
  await hand(bot, reader, { ...card, text, blocks: [...line.blocks, ...card.blocks] })
}

/**
 * In the thread where there is one and the bot may write, else through the response_url, else in the direct messages
 * with the app. Where Slack refuses all of them, a warning with the codes is left.
 */
async function hand(
  bot: Bot,
  reader: Reader,
  card: Card,
  { after, reference }: Occasion = {},
): Promise<void> {
  const { user, respond, channel, thread } = reader
  const ways: (() => Promise<unknown>)[] = []
  if (channel && (thread || !respond)) {
    ways.push(() => postPrivately(bot, { channel, thread }, user, card))
  }
  if (respond) {
    const { text, blocks } = card
    ways.push(() => respond({ text, blocks, response_type: 'ephemeral', replace_original: false }))
  }
  ways.push(() => post(bot, { channel: user }, card))
  const refusals: unknown[] = []
  for (const [index, way] of ways.entries()) {
    // Whoever left the channel would not see a line in it, whatever way it takes.
    const left = refusals.some((error) => slackCode(error) === 'user_not_in_channel')
    if (left && index < ways.length - 1) continue
    try {
      await way()
      const grave = refusals.find((error) => !isPlaceRefusal(error))
      if (grave !== undefined) bot.log.warn('private-line-refused', loggable(grave))
      return
    } catch (error) {
      refusals.push(error)
      bot.log.debug('private-line-refused', loggable(error))
    }
  }
  if (after !== undefined) refusals.unshift(after)
  const remedy = refusals.map(settingRemedy).find((each) => each !== undefined)
  bot.log.warn('nobody-told', { reference, refused: refusals.map(codeOf).join(', '), remedy })
}

function codeOf(error: unknown): string {
  const { error: name, code, status, slack } = loggable(error)
  return String(slack ?? [code ?? name, status].filter(Boolean).join(' '))
}
