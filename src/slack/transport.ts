import { createServer, type Server, type ServerResponse } from 'node:http'
import { HTTPReceiver, type Logger, SocketModeReceiver } from '@slack/bolt'
import { type Access, clientOptions } from './clients.ts'
import { starting } from './start-error.ts'

export type Transport = Access &
  ({ kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string })

export interface Listen {
  port?: number | undefined
  host?: string | undefined
}

/** A receiver, and the server beside it that answers the health check where the transport has none. */
export interface Line {
  receiver: HTTPReceiver | SocketModeReceiver
  /** Resolves with the port that is listened on; Socket Mode listens only where a port is given. Rejects with a StartError. */
  open(listen: Listen): Promise<number | undefined>
  /** Takes nothing new, and resolves when no connection is left; those that are open after so long are cut off. */
  close(milliseconds: number): Promise<void>
}

const eventsPath = '/slack/events'
const healthPath = '/healthz'
const defaultPort = 3000

export function openLine(transport: Transport, logger: Logger): Line {
  return transport.kind === 'http'
    ? httpLine(transport.signingSecret, logger)
    : socketLine(transport, transport.appToken, logger)
}

function httpLine(signingSecret: string, logger: Logger): Line {
  const customRoutes = [
    {
      path: healthPath,
      method: 'GET',
      handler: (_: unknown, response: ServerResponse) => sayHealth(response, true),
    },
  ]
  const receiver = new HTTPReceiver({ signingSecret, endpoints: eventsPath, customRoutes, logger })
  let server: Server | undefined
  return {
    receiver,
    open: async ({ port = defaultPort, host }) => {
      server = await starting('listen', receiver.start(host === undefined ? port : { port, host }))
      return portOf(server)
    },
    close: async (milliseconds) => {
      const listening = server
      if (!listening) return
      // Slack keeps connections open between requests; they would hold the stop for minutes.
      listening.closeIdleConnections()
      // So would one that never sent its request, or half of it: Node does not take it for idle.
      const late = setTimeout(() => listening.closeAllConnections(), milliseconds)
      await receiver.stop()
      clearTimeout(late)
    },
  }
}

/**
 * Socket Mode with client options of its own: its client writes a policy of 100 retries into the object that it is
 * given, which is right for reconnecting and wrong for answering.
 */
function socketLine(access: Access, appToken: string, logger: Logger): Line {
  const { slackApiUrl, fetch } = clientOptions(access, logger)
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: {
      clientOptions: {
        allowAbsoluteUrls: false,
        ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
        ...(fetch === undefined ? {} : { fetch }),
      },
    },
  })
  let connected = false
  receiver.client.on('connected', () => {
    connected = true
  })
  for (const lost of ['reconnecting', 'disconnected']) {
    receiver.client.on(lost, () => {
      connected = false
    })
  }
  const health = createServer((request, response) => {
    if (request.url === healthPath && request.method === 'GET') sayHealth(response, connected)
    else response.writeHead(404).end()
  })
  return {
    receiver,
    open: async ({ port, host = '127.0.0.1' }) => {
      if (port !== undefined) {
        const listening = new Promise<void>((resolve, reject) => {
          health.once('error', reject).listen(port, host, resolve)
        })
        await starting('listen', listening)
      }
      const asked = `${slackApiUrl ?? 'https://slack.com/api/'}apps.connections.open`
      await starting('connect', receiver.start(), asked)
      return port === undefined ? undefined : portOf(health)
    },
    close: async () => {
      health.close()
      health.closeAllConnections()
      await receiver.stop()
    },
  }
}

function sayHealth(response: ServerResponse, ok: boolean): void {
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ ok }))
}

function portOf(server: Server): number | undefined {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : undefined
}
