import type { Card } from '../cards/card-types.ts'
import type { Bot, Respond } from './bot.ts'
import { isContentRefusal, loggable } from './errors.ts'

export interface Place {
  channel: string
  thread?: string | undefined
}

/** Posts a card and returns its timestamp. Mentions nobody and unfolds no link. */
export async function post(bot: Bot, { channel, thread }: Place, card: Card): Promise<string | undefined> {
  return withFallback(bot, card, async ({ text, blocks, metadata }) => {
    const sent = await bot.clients.web.chat.postMessage({
      channel,
      text,
      blocks,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(metadata === undefined ? {} : { metadata }),
      unfurl_links: false,
      unfurl_media: false,
    })
    return sent.ts
  })
}

/** Puts a card in the place of one that the bot posted before. */
export async function update(
  bot: Bot,
  { channel, ts }: { channel: string; ts: string },
  card: Card,
): Promise<void> {
  await withFallback(bot, card, async ({ text, blocks, metadata }) => {
    const sent = { channel, ts, text, blocks }
    await bot.clients.web.chat.update(metadata === undefined ? sent : { ...sent, metadata })
  })
}

/** Shows a card to one person, in the thread where it belongs to one. The bot must be a member of the channel. */
export async function postPrivately(
  bot: Bot,
  { channel, thread }: Place,
  user: string,
  card: Card,
): Promise<void> {
  await withFallback(bot, card, async ({ text, blocks }) => {
    const place = thread === undefined ? { channel } : { channel, thread_ts: thread }
    await bot.clients.web.chat.postEphemeral({ ...place, user, text, blocks })
  })
}

/** Answers through a response_url, which works where the bot is no member. */
export async function respondWith(
  bot: Bot,
  respond: Respond,
  card: Card,
  how: { replace?: boolean; inChannel?: boolean } = {},
): Promise<void> {
  await withFallback(bot, card, ({ text, blocks }) =>
    respond({
      text,
      blocks,
      response_type: how.inChannel ? 'in_channel' : 'ephemeral',
      replace_original: how.replace ?? false,
      ...(how.inChannel ? { unfurl_links: false, unfurl_media: false } : {}),
    }),
  )
}

/** A line as a card; the text must be escaped. */
export function lineCard(escaped: string): Card {
  const text = { type: 'mrkdwn' as const, text: escaped, verbatim: true }
  return { text: escaped, blocks: [{ type: 'section', text }] }
}

async function withFallback<T>(bot: Bot, card: Card, send: (card: Card) => Promise<T>): Promise<T> {
  try {
    return await send(card)
  } catch (error) {
    if (!isContentRefusal(error)) throw error
    bot.log.warn('blocks-refused', loggable(error))
    // A chart is what Slack refuses first: nobody has confirmed one in a private message.
    const simpler = bot.views.withoutCharts(card)
    return simpler ? await withFallback(bot, simpler, send) : await send(bot.views.plain(card))
  }
}
