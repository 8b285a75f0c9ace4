import type { State } from '../cards/state.ts'
import { createHeld } from './held.ts'

/**
 * The words of recent questions, so that a shared card can say what was asked. Held in memory alone and for as long
 * as Slack lets a private answer be replaced; afterwards a card says who shared it without the words.
 */
export interface Recall {
  keep(user: string, state: State, asked: string): void
  asked(user: string, state: State): string | undefined
}

const seconds = 30 * 60
const most = 2000

export function createRecall(): Recall {
  const held = createHeld<string>(seconds, most)
  return {
    keep: (user, state, asked) => held.set(keyOf(user, state), asked),
    asked: (user, state) => held.get(keyOf(user, state)),
  }
}

function keyOf(user: string, { kind, slug, entry, facts }: State): string {
  return JSON.stringify([user, kind, slug, entry, Object.entries(facts).sort()])
}
