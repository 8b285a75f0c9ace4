import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function start(...args: string[]) {
  return spawn(process.execPath, ['dist/cli/ask.js', ...args], { cwd: root })
}

describe('ask', () => {
  it('answers lines from its input and ends with 1 when one is malformed', async () => {
    const child = start('--jsonl', '--as-of', '2026-11-21')
    child.stdin.end('{"text": "node or python?"}\nno json\n{"text": "help"}\n')
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(objects.map((object) => object.kind ?? object.line)).toEqual(['comparison', 2, 'help'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  it('ends with 64 for an unknown option', async () => {
    const child = start('--zebra', 'question')
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    expect({ out, code }).toEqual({ out: '', code: 64 })
    expect(err).toContain("Unknown option '--zebra'.")
  })

  it('ends quietly when its reader stops early', async () => {
    const child = start('--jsonl')
    child.stdin.on('error', () => {})
    child.stdin.end('{"text": "node or python?"}\n'.repeat(500))
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
    child.stdout.destroy()
    const ended = child.exitCode === null ? once(child, 'close') : [child.exitCode]
    const [err, [code]] = await Promise.all([text(child.stderr), ended])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})
