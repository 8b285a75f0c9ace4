import { describe, expect, it } from 'vitest'
import { type AskDoor, runAsk } from '../../../src/cli/ask/run.ts'
import { replayOf } from '../../../src/core/replay.ts'
import { knowledgeDir } from './shipped.ts'

interface Ran {
  code: number
  out: string
  err: string
}

async function run(args: string[], input: string[] = [], door: Partial<AskDoor> = {}): Promise<Ran> {
  const ran = { out: '', err: '' }
  const code = await runAsk(args, {
    input: (async function* () {
      yield* input
    })(),
    out: async (text) => {
      ran.out += text
    },
    err: (text) => {
      ran.err += text
    },
    watched: false,
    today: '2026-11-21',
    settings: () => ({ command: '/stack', knowledgeDir }),
    ...door,
  })
  return { code, ...ran }
}

describe('runAsk', () => {
  it('prints the card as text with its sources at the end', async () => {
    const { code, out, err } = await run(['what is the GIL?'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^GIL: .*\n[\s\S]*\n\nSources\n(\[\d+\] .+\n)+$/)
    expect(out).not.toContain('Share here')
  })

  it('says as words what the buttons of the card offer, and what needs Slack not at all', async () => {
    const { out } = await run(['node-vs-python'])
    expect(out).toContain('To choose from: Real-time | AI or data | Plain API\n')
    expect(out).toContain('To read on, add --more: Full table | Sources\n')
    expect(out).not.toMatch(/Share here|Remove/)
    expect((await run(['what is the GIL?'])).out).toMatch(/\nNear to it: .+ \| .+\n/)
  })

  it('adds with --more what stands behind the buttons, all topics where the card leads to little else', async () => {
    const verdict = (await run(['chat app, the team only knows django', '--more'])).out
    expect(verdict).toMatch(/\n\nWhy\?\n\n[\s\S]*\n\nSources\n\n[\s\S]*\n\nFull table\n\n/)
    expect(verdict).not.toContain('Questions (')
    expect((await run(['help', '--more'])).out).toMatch(/\nQuestions \(\d+\)\n {2}\w/)
  })

  it('asks on the day of the run, or on the day given', async () => {
    const on = async (...args: string[]) =>
      JSON.parse((await run(['node or python?', '--json', ...args])).out)
    expect((await on()).replay).toContain('~2026-11-21~')
    expect((await on('--as-of', '2025-03-01')).replay).toContain('~2025-03-01~')
  })

  it('answers lines in order, errors in their place, and ends with 1', async () => {
    const { code, out } = await run(
      ['--jsonl'],
      ['{"text": "table benchmarks"}\nno json\n\n{"te', 'xt": "node or python?"}'],
    )
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(objects.map((object) => object.kind ?? object.line)).toEqual(['table', 2, 3, 'comparison'])
    expect(Object.keys(objects[1])).toEqual(['error', 'line'])
    expect(code).toBe(1)
  })

  it('adds blocks to each line when asked', async () => {
    const { code, out } = await run(['--jsonl', '--blocks'], ['{"text": "help"}\n'])
    expect(Object.keys(JSON.parse(out)).at(-1)).toBe('blocks')
    expect(code).toBe(0)
  })

  it('waits for the output before it answers the next line', async () => {
    let open = 0
    let most = 0
    const out = async () => {
      open += 1
      most = Math.max(most, open)
      await new Promise((done) => setTimeout(done, 5))
      open -= 1
    }
    await run(['--jsonl'], ['{"text": "help"}\n'.repeat(5)], { out })
    expect(most).toBe(1)
  })

  it('reports progress only to someone who watches', async () => {
    const input = ['x\n'.repeat(250)]
    expect((await run(['--jsonl'], input)).err).toBe('')
    expect((await run(['--jsonl'], input, { watched: true })).err).toBe(
      '\r100 answered\r200 answered\r250 answered\n',
    )
  })

  it('gives an answer again by its id, the same bytes each time', async () => {
    const { replay } = JSON.parse(
      (await run(['chat with live zebra messages, node or python?', '--json'])).out,
    )
    const first = await run(['--replay', replay, '--json'])
    expect(first).toEqual(await run(['--replay', replay, '--json'], [], { today: '2030-01-01' }))
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ kind: 'verdict', pick: 'node', replay })
    expect(first.out).not.toContain('zebra')
  })

  it('says what changed before an answer of other knowledge', async () => {
    const facts = [{ id: 'real-time', value: 'yes', grade: 'given', counted: true, probability: 1 } as const]
    const of = { kind: 'verdict', comparison: 'node-vs-python', pick: 'python', facts } as const
    const id = replayOf('0123456789ab', '2026-01-31', of)
    const { out } = await run(['--replay', id])
    expect(out).toMatch(
      /^The knowledge has changed since: 0123456789ab then, .*\nThe pick was Python and is Node\.js now\.\n\n/,
    )
    const object = JSON.parse((await run(['--replay', id, '--json'])).out)
    expect(Object.keys(object).at(-1)).toBe('changed')
    expect(object.changed).toHaveLength(2)
  })

  it('ends with 1 for a topic that is gone and with 65 for what is no id', async () => {
    const gone = await run([
      '--replay',
      replayOf('0123456789ab', '2026-01-31', {
        kind: 'entry',
        comparison: 'node-vs-python',
        entry: 'faq/zebra',
      }),
    ])
    expect(gone).toMatchObject({ code: 1, out: '', err: expect.stringContaining('faq/zebra') })
    expect(await run(['--replay', 'zebra'])).toMatchObject({
      code: 65,
      out: '',
      err: expect.stringContaining('no replay id'),
    })
  })

  it('ends with 64 and the usage for wrong options', async () => {
    const { code, out, err } = await run(['--zebra'])
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toMatch(/^Unknown option '--zebra'\.\n\nAsks one question/)
  })

  it('ends with 78 and the list for knowledge that is wrong', async () => {
    const { code, err } = await run(['q', '--knowledge', 'no-such-folder'])
    expect(code).toBe(78)
    expect(err).toMatch(/^no-such-folder is no folder\. .*--knowledge/)
  })

  it('prints the usage without settings or knowledge', async () => {
    const settings = () => {
      throw new Error('not needed')
    }
    expect(await run(['--help'], [], { settings })).toMatchObject({ code: 0, err: '' })
  })
})
