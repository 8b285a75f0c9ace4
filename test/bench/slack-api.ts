import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const ME = '{"ok":true,"user_id":"UBOT","bot_id":"BBOT","team_id":"T1","url":"https://team.example/"}'

/** A Web API that knows one bot, and addresses to answer to; all of it on this machine. */
export class SlackApi {
  private readonly got = new Map<string, string[]>()
  private readonly news = new EventEmitter()
  private readonly server = createServer(async (request, response) => {
    const body = await text(request)
    response.setHeader('content-type', 'application/json').end(ME)
    const [, to, name = ''] = request.url?.split('/') ?? []
    if (to !== 'respond') return
    const bodies = this.got.get(name) ?? []
    this.got.set(name, bodies)
    bodies.push(body)
    this.news.emit(name)
  })
  private root = ''

  async open(): Promise<this> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening')
    const address = this.server.address()
    this.root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    return this
  }

  /** For SLACK_API_URL. */
  get url(): string {
    return `${this.root}/api/`
  }

  /** Where an app of this name sends its answers. */
  responseUrl(name: string): string {
    return `${this.root}/respond/${name}`
  }

  /** Waits until an app gave as many answers and takes them away; rejects after a minute. */
  async answers(name: string, count: number): Promise<string[]> {
    const signal = AbortSignal.timeout(60_000)
    while ((this.got.get(name)?.length ?? 0) < count) await once(this.news, name, { signal })
    const bodies = this.got.get(name) ?? []
    this.got.delete(name)
    return bodies
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}
