import { createServer } from 'node:http'

/** A Web API that knows one bot, and addresses to answer to; all of it on this machine. */
export interface SlackApi {
  /** For SLACK_API_URL. */
  url: string
  /** Where an app of this name sends its answers. */
  responseUrl(name: string): string
  /** Bodies that came to it since it was last asked for them; resolves when there are `count`. */
  answers(name: string, count: number): Promise<string[]>
  close(): void
}

const LIMIT_MS = 60_000

export async function openSlackApi(): Promise<SlackApi> {
  const got = new Map<string, string[]>()
  const waiting = new Map<string, () => void>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(
        '{"ok":true,"user_id":"UBOT","bot_id":"BBOT","team_id":"T1","url":"https://team.example/"}',
      )
      const [, to, name = ''] = request.url?.split('/') ?? []
      if (to !== 'respond') return
      const bodies = got.get(name) ?? []
      got.set(name, bodies)
      bodies.push(Buffer.concat(chunks).toString('utf8'))
      waiting.get(name)?.()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url: `${root}/api/`,
    responseUrl: (name) => `${root}/respond/${name}`,
    answers: (name, count) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${name} gave ${got.get(name)?.length ?? 0} of ${count} answers`)),
          LIMIT_MS,
        )
        const look = () => {
          const bodies = got.get(name) ?? []
          if (bodies.length < count) return
          clearTimeout(late)
          waiting.delete(name)
          got.delete(name)
          resolve(bodies)
        }
        waiting.set(name, look)
        look()
      }),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
