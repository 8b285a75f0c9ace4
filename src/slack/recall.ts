import NodeCache from 'node-cache'

/**
 * The words of recent questions, so that a shared card can say what was asked. Held in memory alone and for as long
 * as Slack lets a private answer be replaced; afterwards a card says who shared it without the words.
 */
export interface Recall {
  keep(user: string, state: string, asked: string): void
  asked(user: string, state: string): string | undefined
}

const seconds = 30 * 60
const most = 2000

export function createRecall(): Recall {
  const cache = new NodeCache({ stdTTL: seconds, useClones: false })
  return {
    keep: (user, state, asked) => {
      if (cache.getStats().keys >= most) cache.flushAll()
      cache.set(`${user} ${state}`, asked)
    },
    asked: (user, state) => cache.get<string>(`${user} ${state}`),
  }
}
