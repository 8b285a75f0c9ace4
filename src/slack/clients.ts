import { type Logger, RespondError, webApi } from '@slack/bolt'
import type { Card } from '../cards/card-types.ts'
import { onceForAll } from '../core/once.ts'
import type { Respond } from './bot.ts'
import { postJson } from './post-json.ts'

export interface Access {
  botToken: string
  /** Another address of the Web API; loopback only, checked where the settings are read. */
  apiUrl?: string | undefined
  /** Replaces the global fetch, for tests. */
  fetch?: webApi.FetchFunction | undefined
}

export interface Clients {
  /** Waits when Slack limits it. For messages. */
  web: webApi.WebClient
  /** Fails at once when limited, since a waiting queue would outlive a trigger's 3 s. For views and reads. */
  quick: webApi.WebClient
}

const callMs = 10_000

/** Options of one client. Always a fresh object: libraries write into it (the retry policy, the logger). */
export function clientOptions({ apiUrl, fetch }: Access, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    allowAbsoluteUrls: false,
    fetch: withTimeout(fetch ?? globalThis.fetch),
    logger,
    retryConfig,
  }
}

/** Asks again where Slack was not reached, or said that it failed or that it was asked too often. */
const retryConfig = {
  retries: 2,
  minTimeout: 300,
  factor: 2,
  // Asked after each failure by what a WebClient tries again with; its types do not know of it.
  onFailedAttempt: (error: unknown) => {
    if (mayBeDone(error)) throw error
  },
}

/** Codes of connections that never stood. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether a call may have been carried out though no answer came: sent again, a card would stand there twice. */
function mayBeDone(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIRequestError)) return false
  const { name, cause } = error.original
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return name === 'TimeoutError' || (code !== undefined && !unreached.has(code))
}

export function createClients(access: Access, logger: Logger): Clients {
  const quick = { rejectRateLimitedCalls: true, retryConfig: { retries: 0 } }
  return {
    web: new webApi.WebClient(access.botToken, clientOptions(access, logger)),
    quick: new webApi.WebClient(access.botToken, { ...clientOptions(access, logger), ...quick }),
  }
}

/** Bounds every request: neither Bolt nor a WebClient sets a limit by itself. */
function withTimeout(fetch: webApi.FetchFunction): webApi.FetchFunction {
  return (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(callMs) })
}

/** Answers through a response_url. Throws a RespondError on non-2xx, as Bolt's own respond does. */
export function respondTo({ fetch }: Access, url: string): Respond {
  return async (message) => {
    const json = bodyOf(message)
    const status = fetch ? await postBy(fetch, url, json) : await postJson(url, json, callMs)
    if (status < 200 || status > 299) throw new RespondError('The response_url refused', status)
  }
}

/** The blocks of a card that is kept are written once; most answers are such. */
const written = onceForAll((blocks: Card['blocks']) => JSON.stringify(blocks))

function bodyOf({ blocks, ...rest }: Parameters<Respond>[0]): string {
  return blocks
    ? `{"blocks":${written(blocks)},${JSON.stringify({ text: '', ...rest }).slice(1)}`
    : JSON.stringify(rest)
}

async function postBy(fetch: webApi.FetchFunction, url: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return (await withTimeout(fetch)(url, { method: 'POST', headers, body })).status
}
