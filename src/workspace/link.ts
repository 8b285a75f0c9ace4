import { createHmac, randomUUID } from 'node:crypto'
import { fields } from '../cards/block-kit/read.ts'
import type { Socket } from './socket.ts'

export type PayloadKind = 'events_api' | 'slash_commands' | 'interactive'
export type Ack = { ok: true; body: unknown } | { ok: false; error: string }
/** Sends one payload to the app and waits for its ack, at most Slack's 3 s. Never throws. */
export type Link = (kind: PayloadKind, payload: object, retry?: number) => Promise<Ack>

export const ackMs = 3000

/** Signed HTTP requests as Slack sends them. */
export function httpLink(requestUrl: () => string | undefined, signingSecret: string): Link {
  return async (kind, payload, retry) => {
    const url = requestUrl()
    if (!url) return { ok: false, error: 'not_connected' }
    const body = encode(kind, payload)
    const timestamp = Math.floor(Date.now() / 1000)
    const hmac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(ackMs),
        body,
        headers: {
          // Bolt knows the bare type only: a charset suffix gives 400.
          'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${hmac}`,
          ...(retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
        },
      })
      const text = await response.text()
      return response.ok ? { ok: true, body: decode(text) } : { ok: false, error: `http_${response.status}` }
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError'
      return { ok: false, error: late ? 'operation_timeout' : 'unreachable' }
    }
  }
}

/** Socket Mode: envelopes to the newest open connection. `join` takes a new connection of the app. */
export function socketLink(): { link: Link; join(socket: Socket): void; close(): void } {
  const open = new Set<Socket>()
  const waiting = new Map<string, (body: unknown) => void>()
  return {
    link: (kind, payload, retry) => {
      const socket = [...open].at(-1)
      if (!socket) return Promise.resolve({ ok: false, error: 'not_connected' })
      const envelope = randomUUID()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(envelope)
          resolve({ ok: false, error: 'operation_timeout' })
        }, ackMs)
        waiting.set(envelope, (body) => {
          clearTimeout(timer)
          resolve({ ok: true, body })
        })
        const accepts = kind !== 'events_api'
        const attempt = retry ? { retry_attempt: retry, retry_reason: 'timeout' } : {}
        socket.send({
          envelope_id: envelope,
          type: kind,
          payload,
          accepts_response_payload: accepts,
          ...attempt,
        })
      })
    },
    join: (socket) => {
      open.add(socket)
      socket.onClose = () => open.delete(socket)
      socket.onText = (text) => {
        const { envelope_id: id, payload } = fields(decode(text))
        waiting.get(String(id))?.(payload)
        waiting.delete(String(id))
      }
      socket.send({
        type: 'hello',
        num_connections: open.size,
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 3600 },
      })
    },
    close: () => {
      for (const socket of open) socket.close()
    },
  }
}

function encode(kind: PayloadKind, payload: object): string {
  if (kind === 'events_api') return JSON.stringify(payload)
  const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : { ...payload }
  return new URLSearchParams(form).toString()
}

function decode(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}
