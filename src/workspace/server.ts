import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fields } from '../cards/block-kit/read.ts'
import { inPackage } from '../package-root.ts'
import type { Html } from './html.ts'

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body: string | object
}

export interface Routes {
  /** A Web API call, its arguments decoded. */
  api(method: string, args: Readonly<Record<string, unknown>>, token: string): Reply
  hook(token: string, body: unknown): Reply
  page(url: URL): Html
  act(name: string, input: Readonly<Record<string, unknown>>): Promise<object | undefined>
  /** Called with each page that opens the event stream; returns what to call when it leaves. */
  stream(send: (event: string, data: object) => void): () => void
  upgrade(request: IncomingMessage, url: URL): boolean
}

const maxBody = 2_000_000
/** Completes the path that a request names. */
const base = 'http://local'
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
}
const assets: Readonly<Record<string, string>> = { 'client.js': 'text/javascript', 'style.css': 'text/css' }
/** Slack's arguments that may come as JSON text inside a form. */
const jsonArguments = ['blocks', 'view', 'message', 'metadata', 'attachments']

/**
 * Listens on 127.0.0.1 only. Refuses a foreign Host (421, against DNS rebinding), a foreign Origin (403), page calls
 * without the page's session cookie (401) or that are not JSON (415), and bodies over 2 MB (413).
 */
export async function listen(port: number, routes: Routes): Promise<{ server: Server; port: number }> {
  const session = randomBytes(24).toString('base64url')
  let cookieName = ''
  let own: string[] = []
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      send(response, {
        status: error instanceof BodyTooBig ? 413 : 400,
        body: error instanceof Error ? error.message : 'bad request',
      })
    })
  })
  server.on('upgrade', (request, socket) => {
    // Only the app joins, and it is no page.
    const refused = request.headers.origin !== undefined || refusalOf(request, own) !== undefined
    if (refused || !routes.upgrade(request, new URL(request.url ?? '/', base))) socket.destroy()
  })

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, own)
    if (refusal) return send(response, refusal)
    const url = new URL(request.url ?? '/', base)
    const [, area = '', ...rest] = url.pathname.split('/')
    const name = rest.join('/')
    if (area === 'api') {
      const args = decodeArguments(await readBody(request), request.headers['content-type'] ?? '')
      const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(args.token ?? '')
      return send(response, routes.api(name, args, token))
    }
    if (area === 'hooks')
      return send(response, routes.hook(name, JSON.parse((await readBody(request)) || '{}')))
    if (area === '' || area === 'archives') {
      const cookieHeader = `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
      const headers = { 'content-security-policy': policy, 'set-cookie': cookieHeader }
      return send(response, {
        body: routes.page(url).safe,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      })
    }
    const type = assets[area]
    if (type) {
      const body = readFileSync(inPackage(`src/workspace/${area}`), 'utf8')
      return send(response, { body, headers: { 'content-type': `${type}; charset=utf-8` } })
    }
    if (!isSession(cookieOf(request, cookieName), session))
      return send(response, { status: 401, body: 'Open the page first.' })
    if (area === 'stream') return openStream(request, response)
    if (area === 'act' && request.method === 'POST') {
      if (!request.headers['content-type']?.startsWith('application/json')) {
        return send(response, { status: 415, body: 'Send JSON.' })
      }
      const outcome = await routes.act(name, fields(JSON.parse(await readBody(request))))
      return send(response, outcome ? { body: outcome } : { status: 404, body: 'No such action.' })
    }
    send(response, { status: 404, body: 'Not found.' })
  }

  function openStream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...safeHeaders, 'content-type': 'text/event-stream' })
    const leave = routes.stream((event, data) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    })
    request.on('close', leave)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const taken = addressOf(server).port
  own = [`127.0.0.1:${taken}`, `localhost:${taken}`]
  // Browsers send the cookies of one port to all ports of a host.
  cookieName = `workspace-${taken}`
  return { server, port: taken }
}

/** What answers a request from elsewhere or without a readable address; undefined for one that may go on. */
function refusalOf({ headers, url = '/' }: IncomingMessage, own: readonly string[]): Reply | undefined {
  const { host = '', origin } = headers
  if (!own.includes(host)) return { status: 421, body: 'This host is not served here.' }
  if (origin && !own.some((each) => origin === `http://${each}`))
    return { status: 403, body: 'Other origins are refused.' }
  return URL.canParse(url, base) ? undefined : { status: 400, body: 'This is no address.' }
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port; listen first.')
  return address
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  if (response.headersSent) return
  const json = typeof body !== 'string'
  const type = json ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  response.writeHead(status, { ...safeHeaders, 'content-type': type, ...headers })
  response.end(json ? JSON.stringify(body) : body)
}

class BodyTooBig extends Error {}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBody) {
        reject(new BodyTooBig('The body is larger than 2 MB.'))
        request.removeAllListeners('data').resume()
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
  })
}

function decodeArguments(body: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return { ...fields(JSON.parse(body || '{}')) }
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body))
  for (const name of jsonArguments) {
    const value = args[name]
    if (typeof value === 'string') args[name] = JSON.parse(value)
  }
  return args
}

function cookieOf({ headers }: IncomingMessage, name: string): string {
  const pairs = headers.cookie?.split('; ') ?? []
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

function isSession(cookie: string, session: string): boolean {
  const given = Buffer.from(cookie)
  const wanted = Buffer.from(session)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
