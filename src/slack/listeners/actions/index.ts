import type { App, BlockAction } from '@slack/bolt'
import { type ActionId, actionIds } from '../../../cards/ids.ts'
import type { Bot, CurrentBot } from '../../bot.ts'
import { type PressArgs, pressed, stateOfPress } from '../../pressed.ts'
import { takeChoice } from './choice.ts'
import { showEntry } from './entry.ts'
import { changeFact, openFacts, showMoreFacts } from './form.ts'
import { chooseMore } from './more.ts'
import { showFullTable, showSources, showTopics, showWhy } from './read.ts'
import { shareHere } from './share.ts'

type Listener = (bot: Bot, args: PressArgs) => Promise<void>

/** `remove` is a choice of the menu. */
const listeners: Readonly<Record<Exclude<ActionId, 'remove'>, Listener>> = {
  [actionIds.case]: takeChoice,
  [actionIds.choice]: takeChoice,
  [actionIds.why]: showWhy,
  [actionIds.sources]: showSources,
  [actionIds.fullTable]: showFullTable,
  [actionIds.share]: shareHere,
  [actionIds.more]: chooseMore,
  [actionIds.showEntry]: showEntry,
  [actionIds.topics]: showTopics,
  [actionIds.form]: openFacts,
  [actionIds.fact]: changeFact,
  [actionIds.moreFacts]: showMoreFacts,
}

/**
 * Every button and menu, by one registration: Bolt runs each request through all that are registered, and a press on
 * a card of another version must be answered too.
 */
export function registerActions(app: App, bot: CurrentBot): void {
  app.action<BlockAction>({ type: 'block_actions' }, (args) => listenerOf(args.action.action_id)(bot(), args))
}

/** Several buttons of one kind are numbered: `case/1`. */
function listenerOf(actionId: string): Listener {
  const [kind = ''] = actionId.split('/')
  return isHandled(kind) ? listeners[kind] : answerUnknown
}

function isHandled(kind: string): kind is keyof typeof listeners {
  return Object.hasOwn(listeners, kind)
}

async function answerUnknown(bot: Bot, args: PressArgs): Promise<void> {
  const found = await pressed(bot, args)
  if (found) await stateOfPress(bot, found.press, '')
}
