import { App, UnknownError } from '@slack/bolt'
import type { Bot, CurrentBot, Deps, Says } from './bot.ts'
import { clientOptions, createClients, respondTo } from './clients.ts'
import { reportFailure } from './failure.ts'
import { createOpenForms } from './form.ts'
import { createInFlight } from './in-flight.ts'
import { registerActions } from './listeners/actions/index.ts'
import { commandOrNext } from './listeners/commands/index.ts'
import { registerEvents } from './listeners/events/index.ts'
import { registerShortcuts } from './listeners/shortcuts/index.ts'
import { registerViews } from './listeners/views/index.ts'
import { slackLogger } from './log.ts'
import { createPeople } from './people.ts'
import { createRecall } from './recall.ts'
import { createSeen } from './seen.ts'
import { createSharedCards } from './shared-cards.ts'
import { createSite } from './site.ts'
import { starting } from './start-error.ts'
import { createThreads } from './thread.ts'
import { type Listen, openLine, type Transport } from './transport.ts'

export interface SlackApp {
  app: App
  /** Checks the token, then listens; resolves with the port, if there is one. Rejects with a StartError. */
  start(listen: Listen): Promise<number | undefined>
  /** Takes nothing new and waits for what is being answered; false when the time was over first. */
  stop(graceMs?: number): Promise<boolean>
}

/** Builds the app for either transport, with every listener and the one error handler; nothing runs yet. */
export function createApp(deps: Deps, transport: Transport): SlackApp {
  const logger = slackLogger(deps.log)
  const line = openLine(transport, logger)
  const app = new App({
    receiver: line.receiver,
    token: transport.botToken,
    clientOptions: clientOptions(transport, logger),
    logger,
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  })
  const clients = createClients(transport, logger)
  const bot = currentBot(deps, {
    command: deps.command,
    log: deps.log,
    today: deps.today,
    clients,
    seen: createSeen(),
    threads: createThreads(clients),
    people: createPeople(clients),
    recall: createRecall(),
    cards: createSharedCards(clients),
    respondTo: (url) => respondTo(transport, url),
    site: createSite(clients),
  })
  const inFlight = createInFlight()
  app.use((args) => inFlight.run(() => commandOrNext(bot, args)))
  registerEvents(app, bot)
  registerActions(app, bot)
  registerShortcuts(app, bot)
  registerViews(app, bot)
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    const url =
      'response_url' in body && typeof body.response_url === 'string' ? body.response_url : undefined
    const cause = error instanceof UnknownError ? error.original : error
    const now = bot()
    await reportFailure(now, cause, body, url === undefined ? undefined : now.respondTo(url))
  })
  return {
    app,
    start: async (listen) => {
      await starting('token', app.init(), `${app.client.slackApiUrl}auth.test`)
      return line.open(listen)
    },
    stop: async (graceMs = 5000) => {
      deps.log.info('stopping', { answering: inFlight.count() })
      const isDone = await inFlight.drain(line.close(graceMs), graceMs)
      if (!isDone) deps.log.info('stopped-early', { unanswered: inFlight.count() })
      return isDone
    },
  }
}

/**
 * The bot on the knowledge of this moment. What is kept of one version alone (open forms and what they began with) is
 * forgotten with it, as after a restart.
 */
function currentBot({ says }: Deps, lasting: Omit<Bot, keyof Says | 'forms'>): CurrentBot {
  let made: { of: Says; bot: Bot } | undefined
  return () => {
    const of = says()
    if (made?.of !== of) {
      made?.bot.forms.close()
      made = { of, bot: { ...lasting, ...of, forms: createOpenForms() } }
    }
    return made.bot
  }
}
