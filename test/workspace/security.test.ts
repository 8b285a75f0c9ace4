import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../../src/workspace/server.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { manifest, secrets, seed } from './fake-app.ts'

describe('the workspace server', () => {
  let workspace: Workspace
  let cookie: string
  beforeAll(async () => {
    workspace = await startWorkspace({ manifest, seed, ...secrets })
    const page = await fetch(workspace.url)
    cookie = page.headers.get('set-cookie') ?? ''
  })
  afterAll(() => workspace.close())

  /** A request whose headers fetch would not let through (Host). */
  function ask(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(workspace.url + path, { method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
  const json = { 'content-type': 'application/json' }
  const session = () => ({ cookie: cookie.split(';')[0] ?? '' })

  it('sets a strict policy and an HttpOnly, SameSite=Strict cookie', async () => {
    const page = await fetch(workspace.url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/)
    expect(await page.text()).not.toMatch(/<script>|style="|onclick/)
  })

  it.each([
    { is: 'a foreign Host', path: '/', headers: { host: 'evil.example' }, status: 421 },
    {
      is: 'a foreign Origin',
      path: '/api/auth.test',
      headers: { origin: 'http://evil.example' },
      status: 403,
    },
    { is: 'an opaque Origin', path: '/', headers: { origin: 'null' }, status: 403 },
    { is: 'the event stream without a session', path: '/stream', headers: {}, status: 401 },
    { is: 'an action without a session', path: '/act/post', headers: json, method: 'POST', status: 401 },
    { is: 'a path that is not there', path: '/../secrets', headers: {}, status: 401 },
    { is: 'an address that nobody can read', path: '//', headers: {}, status: 400 },
  ])('answers $status to $is', async ({ path, headers, method, status }) => {
    expect(await ask(path, headers, method)).toBe(status)
  })

  it('names its cookie by its port, so that two workspaces of one browser stay apart', async () => {
    const other = await startWorkspace({ manifest, seed, ...secrets })
    const theirs = (await fetch(other.url)).headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(theirs).toMatch(`workspace-${new URL(other.url).port}=`)
    const both = { cookie: `${theirs}; ${session().cookie}` }
    expect(await ask('/act/nothing', { ...both, ...json }, 'POST', '{}')).toBe(404)
    await other.close()
  })

  it('answers 401 to a guessed session', async () => {
    const [name] = session().cookie.split('=')
    expect(await ask('/stream', { cookie: `${name}=guess` })).toBe(401)
  })

  it.each(['a foreign', 'its own'])(
    'outlives an upgrade to an address that nobody can read, with %s Host',
    async (whose) => {
      const { host, port } = new URL(workspace.url)
      const named = whose === 'its own' ? host : 'evil.example'
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(
            `GET // HTTP/1.1\r\nHost: ${named}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
          ),
        )
        socket.on('close', () => resolve())
      })
      expect((await fetch(workspace.url)).status).toBe(200)
    },
  )

  it('answers 415 to an action that is no JSON, 404 to an unknown one, 400 to a broken one', async () => {
    expect(await ask('/act/post', { ...session(), 'content-type': 'text/plain' }, 'POST', '{}')).toBe(415)
    expect(await ask('/act/close-all', { ...session(), ...json }, 'POST', '{}')).toBe(404)
    expect(await ask('/act/post', { ...session(), ...json }, 'POST', '{')).toBe(400)
  })

  it('answers 413 to a body over 2 MB', async () => {
    expect(await ask('/act/post', { ...session(), ...json }, 'POST', 'x'.repeat(2_000_001))).toBe(413)
  })

  it('answers 400 to a call that breaks, whatever breaks it', async () => {
    const { server, port } = await listen(0, {
      api: () => {
        throw new RangeError('Maximum call stack size exceeded')
      },
      hook: () => ({ body: '' }),
      page: () => ({ safe: '' }),
      act: () => Promise.resolve(undefined),
      stream: () => () => {},
      upgrade: () => false,
    })
    expect((await fetch(`http://127.0.0.1:${port}/api/any`)).status).toBe(400)
    server.close()
  })

  it('takes the page’s own calls', async () => {
    const user = workspace.people[0]?.id ?? ''
    const body = JSON.stringify({ user, channel: workspace.opening.channel, text: 'hello' })
    const origin = workspace.url
    expect(await ask('/act/post', { ...session(), ...json, origin }, 'POST', body)).toBe(200)
    expect(workspace.messages(workspace.opening.channel).at(-1)?.text).toBe('hello')
  })

  it('ends a WebSocket that has an Origin or no ticket', async () => {
    const socketWorkspace = await startWorkspace({ manifest, seed, ...secrets, mode: 'socket' })
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    const attempt = (path: string, headers: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const sent = request(socketWorkspace.url + path, { headers: { ...upgrade, ...headers } })
        sent.on('upgrade', (_, stream) => {
          stream.destroy()
          resolve('open')
        })
        sent.on('error', () => resolve('ended'))
        sent.end()
      })
    const ticket = async () => {
      const headers = { authorization: `Bearer ${secrets.appToken}` }
      const response = await fetch(`${socketWorkspace.apiUrl}apps.connections.open`, {
        method: 'POST',
        headers,
      })
      const { url } = (await response.json()) as { url: string }
      return new URL(url)
    }
    expect(await attempt('/link?ticket=guess', {})).toBe('ended')
    expect(await attempt(`/link${(await ticket()).search}`, { origin: 'http://evil.example' })).toBe('ended')
    const good = await ticket()
    expect(await attempt(`/link${good.search}`, {})).toBe('open')
    expect(await attempt(`/link${good.search}`, {})).toBe('ended')
    await socketWorkspace.close()
  })

  it('keeps tokens out of the activity', async () => {
    const body = new URLSearchParams({ token: secrets.botToken, channel: '#design', text: 'a' })
    await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', body })
    expect(JSON.stringify(workspace.activity())).not.toContain(secrets.botToken)
    expect(workspace.activity().at(-1)).toMatchObject({ kind: 'chat.postMessage', outcome: 'ok' })
  })
})
