import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { postJson } from '../../src/slack/post-json.ts'

let server: Server | undefined

async function listening(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const open = createServer(listener)
  server = open
  await once(open.listen(0, '127.0.0.1'), 'listening')
  const address = open.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/respond`, server: open }
}

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

describe('a post to a response_url', () => {
  it('brings the JSON and tells the status', async () => {
    const got: string[] = []
    const { url } = await listening(async (request, response) => {
      got.push(`${request.method} ${request.headers['content-type']} ${await text(request)}`)
      response.writeHead(404).end('expired_url')
    })
    expect(await postJson(url, '{"text":"naïve"}', 1000)).toBe(404)
    expect(got).toEqual(['POST application/json {"text":"naïve"}'])
  })

  it('keeps the connection for the next', async () => {
    const { url, server } = await listening((_, response) => void response.end('ok'))
    let connections = 0
    server.on('connection', () => {
      connections += 1
    })
    for (const _ of [1, 2, 3]) expect(await postJson(url, '{}', 1000)).toBe(200)
    expect(connections).toBe(1)
  })

  it('is sent once more where the kept connection was closed meanwhile', async () => {
    let requests = 0
    const { url } = await listening((request, response) => {
      requests += 1
      if (requests === 2) request.socket.resetAndDestroy()
      else response.end('ok')
    })
    expect(await postJson(url, '{}', 1000)).toBe(200)
    expect(await postJson(url, '{}', 1000)).toBe(200)
    expect(requests).toBe(3)
  })

  it('fails where a new connection is closed', async () => {
    const { url } = await listening((request) => void request.socket.resetAndDestroy())
    await expect(postJson(url, '{}', 1000)).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('fails where no answer comes in time', async () => {
    const { url } = await listening(() => undefined)
    await expect(postJson(url, '{}', 50)).rejects.toThrow('in time')
  })

  it('fails where an answer does not end in time', async () => {
    const { url } = await listening((_, response) => void response.writeHead(200).write('begun'))
    await expect(postJson(url, '{}', 50)).rejects.toThrow()
  })
})
