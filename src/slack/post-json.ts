import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as requestPlain,
} from 'node:http'
import { Agent, request } from 'node:https'

/** Connections that wait for the next post do so for less than the 5 s after which most servers close them. */
const idle = { keepAlive: true, maxSockets: 50, timeout: 4000 }
const secure = new Agent(idle)
const plain = new PlainAgent(idle)

/**
 * Posts JSON over a kept connection and resolves with the status. Rejects with the system's error, or after
 * `milliseconds`. The global fetch does the same at about the price of all that Bolt does for a command.
 */
export async function postJson(url: string, json: string, milliseconds: number): Promise<number> {
  const post = open(url, json)
  try {
    return await statusOf(post, json, milliseconds)
  } catch (error) {
    // The other side closed a kept connection in the moment that it was taken again: nothing was read of the post.
    if (!post.reusedSocket || !isReset(error)) throw error
    return statusOf(open(url, json), json, milliseconds)
  }
}

function open(url: string, json: string): ClientRequest {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }
  return url.startsWith('http:')
    ? requestPlain(url, { method: 'POST', headers, agent: plain })
    : request(url, { method: 'POST', headers, agent: secure })
}

function statusOf(post: ClientRequest, json: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => post.destroy(new Error('No answer in time')), milliseconds)
    post
      .on('response', (response: IncomingMessage) => {
        // What it says is of no use; a connection is free again only when it is read.
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0)).on('error', reject)
      })
      .on('error', reject)
      .on('close', () => {
        clearTimeout(late)
        reject(new Error('The connection was closed'))
      })
      .end(json)
  })
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
}
