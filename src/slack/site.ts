import type { Clients } from './clients.ts'

/** Asks Slack for the workspace's address until it is known; links are left out where it is not. */
export function createSite({ quick }: Clients): () => Promise<string | undefined> {
  let known: string | undefined
  return async () => {
    if (known === undefined) {
      try {
        known = (await quick.auth.test()).url
      } catch {
        return undefined
      }
    }
    return known
  }
}
