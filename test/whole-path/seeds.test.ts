import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readMetadata } from '../../src/cards/state.ts'
import type { Message } from '../../src/workspace/model.ts'
import { seedThreads } from '../../src/workspace/seed-threads.ts'
import { readLines } from '../eval/sets.ts'
import { type Local, startLocal } from '../support/local.ts'
import { realEngine } from './real-knowledge.ts'

/**
 * What each seeded discussion comes out as (a pick, `null` where readings differ, or `not-covered`), and one
 * correction with what it leads to. `misread` tells what is still got wrong: its test fails as soon as it is right, so
 * that the remark goes.
 */
const expected: Record<string, Expected> = {
  'near miss': { outcome: 'not-covered', change: ['team', '/node', 'node'] },
  'two parts': { outcome: 'both', change: ['ai-core', 'no', 'node'] },
  'nothing decides': { outcome: 'either', change: ['team', '/node', 'node'] },
  irony: { outcome: 'node', change: ['ai-core', 'no', 'node'] },
  contradiction: { outcome: null, change: ['real-time', 'yes', 'node'] },
  'withdrawn need': { outcome: 'node', change: ['real-time', 'no', 'python'] },
}

interface Expected {
  outcome: string | null
  change: [fact: string, value: string, pick: string]
  misread?: string
}

/** A seed in other words; `misread` as above. */
const Reworded = z.strictObject({
  seed: z.enum(seedThreads.map(({ shows }) => shows)),
  messages: z.array(z.object({ author: z.string(), text: z.string() })).min(2),
  pick: z.string().nullable().optional(),
  kind: z.literal('not-covered').optional(),
  misread: z.string().optional(),
})
const reworded = readLines('steadiness/seeds.jsonl', Reworded)

let local: Local
beforeAll(async () => {
  local = await startLocal(realEngine())
})
afterAll(() => local.stop())

const said = (message: unknown) => JSON.stringify(message ?? null)
const user = () => local.workspace.people[0]?.id ?? ''
const channel = () => local.workspace.opening.channel

/** The thread of a seed, as it stands in the channel of a new workspace. */
function seedRoot(shows: string): string {
  const [first] = seedThreads.find((each) => each.shows === shows)?.messages ?? []
  const root = local.workspace.messages(channel()).find(({ text }) => text === first?.text)
  if (!root) throw new Error(`The channel holds no thread that shows ${shows}.`)
  return root.ts
}

async function asked(root: string): Promise<Message> {
  const before = local.workspace.messages(channel(), { thread: root }).at(-1)?.ts ?? ''
  const text = local.workspace.opening.draft
  await local.workspace.post({ user: user(), channel: channel(), thread: root, text })
  return local.card(channel(), (each) => each.thread_ts === root && Number(each.ts) > Number(before))
}

function outcomeOf({ metadata, text }: Message): string | null | undefined {
  if (text.includes('not covered')) return 'not-covered'
  return readMetadata(metadata)?.pick
}

/** Changes one fact in the open form and submits it: two presses. */
async function changed(fact: string, value: string): Promise<void> {
  const { workspace } = local
  const given = { [`fact/${fact}/fact`]: [value] }
  const wait = (words: string) =>
    workspace.waitFor(() => said(workspace.modal(user())).includes(words) || undefined)
  await wait(`fact/${fact}`)
  const block = `fact/${fact}`
  await workspace.press({
    user: user(),
    place: { view: 'modal' },
    action: 'fact',
    block,
    choice: [value],
    given,
  })
  await wait('changed from')
  expect(await workspace.submit({ user: user(), given })).toEqual({ ok: true })
}

describe('a seeded discussion', () => {
  it('is one of six, each expected here', () => {
    expect(seedThreads.map(({ shows }) => shows)).toEqual(Object.keys(expected))
  })

  it.each(seedThreads)('has four to eight messages: $shows', ({ messages }) => {
    expect(messages.length).toBeGreaterThanOrEqual(4)
    expect(messages.length).toBeLessThanOrEqual(8)
  })

  it('has people of its own', () => {
    const people = seedThreads.flatMap(({ messages }) => [...new Set(messages.map(({ author }) => author))])
    expect(new Set(people).size).toBe(people.length)
  })

  for (const [shows, { outcome, misread }] of Object.entries(expected)) {
    it(`${misread ? 'does not yet come' : 'comes'} out as ${outcome}: ${shows}`, async () => {
      const got = outcomeOf(await asked(seedRoot(shows)))
      if (misread) expect(got).not.toBe(outcome)
      else expect(got).toBe(outcome)
    })
  }

  it('shows both readings of a contradiction and asks one question', async () => {
    const { blocks = [] } = await asked(seedRoot('contradiction'))
    const [readings] = blocks.filter((block) => block.type === 'table')
    expect(readings?.rows).toHaveLength(3)
    expect(said(readings)).toContain('Karim Haddad')
    const questions = blocks.filter((block) => block.type === 'section' && block.text?.text.endsWith('?'))
    expect(questions).toHaveLength(1)
  })

  it('asks which language the team knows where nothing decides', async () => {
    expect(said(await asked(seedRoot('nothing decides')))).toContain('What does the team know best?')
  })

  it('names the messages of a withdrawn need as replaced', async () => {
    const card = await asked(seedRoot('withdrawn need'))
    expect(said(card)).toContain('replaced later')
    expect(readMetadata(card.metadata)?.state).toContain('"ai-core":"n"')
  })

  const onCard = Object.entries(expected).filter(([, { outcome }]) => outcome !== 'not-covered')
  it.each(onCard)('is corrected in three presses on its card: %s', async (shows, { change }) => {
    const [fact, value, pick] = change
    const { ts } = await asked(seedRoot(shows))
    await local.workspace.press({ user: user(), place: { channel: channel(), ts }, action: 'Correct facts' })
    await changed(fact, value)
    const card = await local.card(channel(), (each) => each.ts === ts && said(each).includes('changed:'))
    expect(outcomeOf(card)).toBe(pick)
  })

  it('is weighed from its menu in three presses, needing no card: near miss', async () => {
    const [fact, value, pick] = expected['near miss']!.change
    const ts = seedRoot('near miss')
    await local.workspace.shortcut({ user: user(), channel: channel(), ts, callbackId: 'weigh-thread' })
    await changed(fact, value)
    const card = await local.card(
      channel(),
      (each) => each.thread_ts === ts && said(each).includes('Shared by'),
    )
    expect(outcomeOf(card)).toBe(pick)
  })
})

describe('a seeded discussion in other words', () => {
  it('is there for every seed', () => {
    expect(new Set(reworded.map(({ seed }) => seed))).toEqual(new Set(Object.keys(expected)))
  })

  for (const [index, { seed, messages, pick, kind, misread }] of reworded.entries()) {
    it(`${misread ? 'does not yet come' : 'comes'} out the same: ${seed}, line ${index + 1}`, async () => {
      const wanted = kind ?? pick
      expect(wanted).toBe(expected[seed]?.outcome)
      const text = messages.map(({ author, text: words }) => `${author}: ${words}`).join('\n')
      const pasted = await local.workspace.paste({ user: user(), channel: channel(), text })
      if (!pasted.ok || pasted.ts === undefined) throw new Error('The discussion was not taken.')
      const got = outcomeOf(await asked(pasted.ts))
      if (misread) expect(got).not.toBe(wanted)
      else expect(got).toBe(wanted)
    })
  }
})
