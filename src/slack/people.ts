import NodeCache from 'node-cache'
import type { Clients } from './clients.ts'
import { slackCode } from './errors.ts'

export interface Person {
  name: string
  /** Seconds east of UTC, where Slack tells it. */
  offset?: number | undefined
}

export interface People {
  /** Those of the people that Slack names, by id. Never throws: without a name the card shows the time alone. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>
  /** False after Slack refused names for want of a scope. */
  allowed(): boolean
}

const nameSeconds = 3600
/** The refusal is asked again after a while: scopes are granted without a restart. */
const refusalSeconds = 600
const mostPeople = 5000
/** Names asked for at once: a long thread must not use up the minute's calls. */
const mostCalls = 40

export function createPeople({ quick }: Clients): People {
  const cache = new NodeCache({ stdTTL: nameSeconds, useClones: false })
  const refused = new NodeCache({ stdTTL: refusalSeconds })
  const ask = async (id: string): Promise<void> => {
    if (cache.has(id) || refused.has('names')) return
    try {
      const { user } = await quick.users.info({ user: id })
      const name = user?.profile?.display_name || user?.real_name || user?.name
      if (cache.getStats().keys >= mostPeople) cache.flushAll()
      if (name) cache.set<Person>(id, { name, offset: user?.tz_offset })
    } catch (error) {
      if (slackCode(error) === 'missing_scope') refused.set('names', true)
    }
  }
  return {
    find: async (ids) => {
      const [first, ...rest] = [...new Set(ids)].slice(0, mostCalls)
      // The first call alone: it tells whether the others may be made.
      if (first) await ask(first)
      await Promise.all(rest.map(ask))
      const found = new Map<string, Person>()
      for (const id of ids) {
        const person = cache.get<Person>(id)
        if (person) found.set(id, person)
      }
      return found
    },
    allowed: () => !refused.has('names'),
  }
}
