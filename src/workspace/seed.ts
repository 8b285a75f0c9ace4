import type { Seed } from './model.ts'
import { seedThreads } from './seed-threads.ts'

/** What a new workspace opens with. Whoever only speaks in a thread is no choice of who one is. */
export const seed: Seed = {
  people: ['Maya Chen', 'Tom Okafor', 'Priya Nair', 'Jonas Weber', 'Lena Park'],
  channels: [
    { name: 'architecture', topic: 'Decisions before code', threads: seedThreads },
    { name: 'general', topic: 'Everybody' },
    { name: 'random', topic: 'The bot is not a member here', withoutBot: true },
  ],
  draft: '@bot what should we pick?',
}
