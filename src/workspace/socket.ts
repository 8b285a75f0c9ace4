import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The server half of RFC 6455 with text frames only: what a Socket Mode client needs. */
export interface Socket {
  send(value: unknown): void
  close(): void
  onText?: (text: string) => void
  onClose?: () => void
}

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const maxFrame = 5_000_000
const opcode = { text: 1, close: 8, ping: 9, pong: 10 }
const normalClosure = Buffer.from([3, 232])

/** Accepts an upgrade request. Unmasked or oversized frames end the connection. */
export function acceptSocket(request: IncomingMessage, stream: Duplex): Socket {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64')
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  )
  const socket: Socket = {
    send: (value) => stream.write(frame(opcode.text, Buffer.from(JSON.stringify(value)))),
    close: () => {
      stream.end(frame(opcode.close, normalClosure), () => stream.destroy())
    },
  }
  let pending: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (let next = readFrame(pending); next !== 'partial'; next = readFrame(pending)) {
      if (next === 'bad') {
        stream.destroy()
        return
      }
      pending = next.rest
      if (next.opcode === opcode.ping) stream.write(frame(opcode.pong, next.payload))
      else if (next.opcode === opcode.close) stream.end(frame(opcode.close, normalClosure))
      else if (next.opcode <= 2) {
        parts.push(next.payload)
        if (next.last) {
          const text = Buffer.concat(parts).toString()
          parts = []
          socket.onText?.(text)
        }
      }
    }
  })
  stream.on('close', () => socket.onClose?.())
  stream.on('error', () => stream.destroy())
  return socket
}

function frame(code: number, payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | code, length]), payload])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x80 | code
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

type Frame = { opcode: number; last: boolean; payload: Buffer; rest: Buffer }

function readFrame(data: Buffer): Frame | 'partial' | 'bad' {
  if (data.length < 2) return 'partial'
  const first = data.readUInt8(0)
  const second = data.readUInt8(1)
  let length = second & 127
  let at = 2
  if (length === 126) {
    if (data.length < 4) return 'partial'
    length = data.readUInt16BE(2)
    at = 4
  } else if (length === 127) {
    if (data.length < 10) return 'partial'
    length = Number(data.readBigUInt64BE(2))
    at = 10
  }
  if (length > maxFrame || !(second & 0x80)) return 'bad'
  if (data.length < at + 4 + length) return 'partial'
  const payload = Buffer.from(data.subarray(at + 4, at + 4 + length))
  for (let i = 0; i < length; i += 1) payload[i] = (payload[i] ?? 0) ^ (data[at + (i & 3)] ?? 0)
  return { opcode: first & 15, last: (first & 0x80) !== 0, payload, rest: data.subarray(at + 4 + length) }
}
