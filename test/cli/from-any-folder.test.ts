import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const program = join(import.meta.dirname, '../../tools/stack-verdict.mjs')

/** Runs the command in a folder that knows nothing of the project. */
function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    input: '',
  })
  return { out: stdout, err: stderr, code: status }
}

describe('stack-verdict from any folder', () => {
  it('asks the shipped knowledge', () => {
    const { out, err, code } = run('ask', 'node or python?', '--json')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(JSON.parse(out)).toMatchObject({ kind: 'comparison', comparison: 'node-vs-python' })
  })

  it('counts the shipped knowledge, and checks the folder that it is given', () => {
    expect(run('knowledge', 'stats')).toMatchObject({
      code: 0,
      out: expect.stringContaining('node-vs-python: '),
    })
    expect(run('knowledge', 'check', '--knowledge', 'none')).toMatchObject({
      code: 1,
      err: expect.stringContaining('none is no folder. '),
    })
  })

  it('serves coding agents', () => {
    expect(run('mcp')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('ready.') })
  })

  it('ends with 64 and its doors for anything else', () => {
    expect(run('start')).toEqual({
      code: 64,
      out: '',
      err: 'stack-verdict ask | knowledge | manifest | mcp, each with --help.\n',
    })
  })
})
