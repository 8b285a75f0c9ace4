import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMetadata } from '../../src/cards/state.ts'
import type { Message } from '../../src/workspace/model.ts'
import { type Local, startLocal } from '../support/local.ts'
import { realEngine } from './real-knowledge.ts'

const engine = realEngine()

let local: Local
beforeAll(async () => {
  local = await startLocal(engine)
})
afterAll(() => local.stop())

const text = (message: unknown) => JSON.stringify(message)
const user = (index = 0) => local.workspace.people[index]?.id ?? ''

/** What the workspace's page offers on the open form: each list by its fact. */
function lists(whose = user()): Record<string, string | undefined> {
  const blocks = local.workspace.modal(whose)?.blocks ?? []
  return Object.fromEntries(
    blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'static_select'
        ? [[(block.block_id ?? '').replace('fact/', ''), block.accessory.initial_option?.value]]
        : [],
    ),
  )
}

const form = (whose = user()) =>
  local.workspace.waitFor(() => (Object.keys(lists(whose)).length > 0 ? lists(whose) : undefined))

const given = (facts: Record<string, string>) =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`fact/${fact}/fact`, [value]]))

const choose = (fact: string, value: string, whose = user()) =>
  local.workspace.press({
    user: whose,
    place: { view: 'modal' },
    action: 'fact',
    block: `fact/${fact}`,
    choice: [value],
    given: given({ [fact]: value }),
  })

/** A new thread, and the bot's card in it. */
async function askedIn(lines: readonly string[]): Promise<{ channel: string; root: string; card: Message }> {
  const { workspace } = local
  const { channel } = workspace.opening
  const pasted = lines.map((line, index) => `Person ${index}: ${line}`).join('\n')
  const outcome = await workspace.paste({ user: user(), channel, text: pasted })
  if (!outcome.ok || outcome.ts === undefined) throw new Error('The discussion was not taken.')
  const root = outcome.ts
  await workspace.post({ user: user(), channel, thread: root, text: '@stack what should we pick?' })
  const card = await local.card(channel, (each) => each.thread_ts === root)
  return { channel, root, card }
}

const discussion = ['We push live updates over WebSockets to many screens.', 'The team knows Python best.']

describe('a discussion in the local workspace', () => {
  it('is corrected in three presses: the card follows in its place and says who', async () => {
    const { workspace } = local
    const { channel, thread: root } = workspace.opening
    await workspace.post({ user: user(), channel, thread: root, text: '@stack what should we pick?' })
    const card = await local.card(channel)
    const place = { channel, ts: card.ts }
    await workspace.press({ user: user(), place, action: 'Correct facts' })
    expect(await form()).toMatchObject({ 'real-time': 'yes' })
    await choose('real-time', 'no')
    await workspace.waitFor(() =>
      text(workspace.modal(user())).includes('changed from Yes') ? true : undefined,
    )
    await workspace.submit({ user: user(), given: given({ 'real-time': 'no' }) })
    const corrected = await local.card(channel, (each) =>
      text(each).includes('Maya Chen changed: Live updates to no'),
    )
    expect(corrected.ts).toBe(card.ts)
    expect(workspace.modal(user())).toBeUndefined()
    expect(readMetadata(corrected.metadata)?.state).toContain('"real-time":"N"')
  })

  it('keeps a form private that is closed', async () => {
    const { workspace } = local
    const { channel, card } = await askedIn(discussion)
    await workspace.press({ user: user(1), place: { channel, ts: card.ts }, action: 'Correct facts' })
    await form(user(1))
    await choose('real-time', 'no', user(1))
    await workspace.closeView({ user: user(1) })
    expect(text(workspace.messages(channel).find((each) => each.ts === card.ts))).not.toContain('changed:')
  })

  it('says what changed when the bot is asked again, and links its card', async () => {
    const { workspace } = local
    const { channel, root, card } = await askedIn(discussion)
    await workspace.post({
      user: user(2),
      channel,
      thread: root,
      text: 'No live updates any more, they were dropped.',
    })
    await workspace.post({ user: user(2), channel, thread: root, text: '@stack and now?' })
    const again = await local.card(channel, (each) => each.thread_ts === root && each.ts !== card.ts)
    expect(text(again)).toMatch(/Since <[^|]*\|my card at [\d:]+>: dropped Live updates/)
    expect(text(again)).toContain(`/p${card.ts.replace('.', '')}`)
  })

  it('answers a what-if as one, which no later card is compared with', async () => {
    const { workspace } = local
    const { channel, root, card } = await askedIn(discussion)
    const ask = async (words: string, before: Message) => {
      await workspace.post({ user: user(2), channel, thread: root, text: words })
      return local.card(channel, (each) => each.thread_ts === root && Number(each.ts) > Number(before.ts))
    }
    const supposed = await ask('@stack what if the live updates were dropped?', card)
    expect(text(supposed)).toContain('What if: Live updates: no')
    expect(text(supposed)).not.toContain('Since ')
    const again = await ask('@stack so what should we pick?', supposed)
    expect(text(again)).toContain(`/p${card.ts.replace('.', '')}`)
    expect(text(again)).toContain('no new facts. Same verdict.')
  })

  it('is not listened to: replies to a card’s question reach nobody', async () => {
    const { workspace } = local
    const { channel, root, card } = await askedIn([
      'Which language for a small internal service?',
      'No idea yet.',
    ])
    expect(text(card)).toContain('What does the team know best?')
    const before = workspace.activity().length
    for (const words of ['Python', 'Not sure', 'lunch?'])
      await workspace.post({ user: user(1), channel, thread: root, text: words })
    expect(workspace.activity()).toHaveLength(before)
  })

  it('still takes what a person chose who left the channel meanwhile, and answers them in their messages', async () => {
    const { workspace } = local
    const { channel, card } = await askedIn(discussion)
    const lena = user(4)
    await workspace.press({ user: lena, place: { channel, ts: card.ts }, action: 'Correct facts' })
    await form(lena)
    await workspace.leave({ user: lena, channel })
    await workspace.submit({ user: lena })
    const line = await workspace.waitFor(() =>
      workspace.messages(lena).find((each) => /No fact/.test(each.text)),
    )
    expect(line.user).toBe(workspace.botUser)
    expect(workspace.messages(channel).some((each) => each.to === lena)).toBe(false)
  })
})

describe('mention, direct message, shortcut and form', () => {
  it('lead to the same answer for the same facts', async () => {
    const { workspace } = local
    const { channel, root, card } = await askedIn(discussion)
    const answers = new Map<string, ReturnType<typeof readMetadata>>([
      ['mention', readMetadata(card.metadata)],
    ])

    const asked = `${discussion.join(' ')} Node or Python?`
    await workspace.post({ user: user(), channel: user(), text: asked })
    answers.set('direct message', readMetadata((await local.card(user())).metadata))

    const [first] = workspace.messages(channel, { thread: root })
    const shortcut = { user: user(), channel, ts: first?.ts ?? '', callbackId: 'weigh-thread' }
    expect(await workspace.shortcut(shortcut)).toEqual({ ok: true })
    await form()
    await workspace.submit({ user: user() })
    const posted = await local.card(channel, (each) => text(each).includes('Shared by'))
    answers.set('shortcut', readMetadata(posted.metadata))

    await workspace.post({ user: user(), channel, text: '/stack decide node or python' })
    await form()
    await workspace.submit({ user: user(), given: given({ 'real-time': 'yes', team: '/python' }) })
    const own = await workspace.waitFor(() =>
      workspace.messages(channel).find((each) => each.to === user() && text(each).includes('Given: ')),
    )
    const lines = [card, await local.card(user()), posted, own].map(({ text: said }) => said.split('\n')[0])
    expect(new Set(lines).size).toBe(1)
    const facts = [...answers.values()].map((each) => [each?.pick, each?.state])
    expect(new Set(facts.map((each) => JSON.stringify(each))).size).toBe(1)
  })
})
