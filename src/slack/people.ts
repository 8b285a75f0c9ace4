import type { Clients } from './clients.ts'
import { slackCode } from './errors.ts'
import { createHeld } from './held.ts'

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
  const held = createHeld<Person>(nameSeconds, mostPeople)
  const refused = createHeld<true>(refusalSeconds, 1)
  const ask = async (id: string): Promise<void> => {
    if (refused.get('names')) return
    try {
      const { user } = await quick.users.info({ user: id })
      const name = user?.profile?.display_name || user?.real_name || user?.name
      if (name) held.set(id, { name, offset: user?.tz_offset })
    } catch (error) {
      if (slackCode(error) === 'missing_scope') refused.set('names', true)
    }
  }
  return {
    find: async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => !held.get(id))
      const [first, ...rest] = unknown.slice(0, mostCalls)
      // The first call alone: it tells whether the others may be made.
      if (first) await ask(first)
      await Promise.all(rest.map(ask))
      const found = new Map<string, Person>()
      for (const id of ids) {
        const person = held.get(id)
        if (person) found.set(id, person)
      }
      return found
    },
    allowed: () => !refused.get('names'),
  }
}
