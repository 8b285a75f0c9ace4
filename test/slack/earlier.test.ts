import { describe, expect, it } from 'vitest'
import { givenFact } from '../../src/core/decision/given.ts'
import type { Question } from '../../src/core/domain/question.ts'
import { fakeAnswer } from './answers.ts'
import { harness } from './harness.ts'
import { aForm, aMention, anEvent, aPress, aShortcut, aSubmission, asker, other, rootTs } from './payloads.ts'

type Body = Record<string, unknown>

const text = (value: unknown) => JSON.stringify(value)

/** A thread in which the bot was asked once; `say` adds to it, `ask` asks again. */
async function askedOnce(said = 'what about noise?', deps = {}) {
  const all = await harness({ deps })
  const { slack, deliver } = all
  slack.threads.set(rootTs, [{ ts: rootTs, thread_ts: rootTs, user: other, text: said }])
  let second = 500
  const thread = () => slack.threads.get(rootTs) ?? []
  const say = (words: string, user = other) => {
    second += 1
    // Later than the card, whose timestamp the fake gives.
    const ts = `1800000${second}.000100`
    thread().push({ ts, thread_ts: rootTs, user, text: words })
    return ts
  }
  const ask = async (words = 'what fits?') => {
    const ts = say(`<@UBOT> ${words}`, asker)
    await deliver(aMention(words, { thread_ts: rootTs, ts, event_ts: ts }))
    return text(slack.of('chat.postMessage').at(-1)?.blocks)
  }
  await deliver(aMention('what fits?', { thread_ts: rootTs }))
  const card = () => thread().find(({ user }) => user === 'UBOT') ?? { ts: '' }
  return { ...all, say, ask, card, thread }
}

describe('asked again in a thread', () => {
  it('says what came, that the verdict changed, and links the card before', async () => {
    const { say, ask, card } = await askedOnce()
    say('it must be loud')
    const again = await ask()
    const permalink = `https://team.example/archives/C1/p${card().ts.replace('.', '')}?thread_ts=${rootTs}&amp;cid=C1`
    expect(again).toContain(`Since <${permalink}|my card at 08:00>: added Loud. It said either.`)
  })

  it('says what went', async () => {
    const { ask, thread } = await askedOnce('it must be loud')
    thread()[0]!.text = 'it may be quiet'
    expect(await ask()).toContain('dropped Loud. It said Blip.')
  })

  it('says so where nothing changed', async () => {
    const { ask } = await askedOnce('it must be loud')
    expect(await ask()).toContain('no new facts. Same verdict.')
  })

  it('says what changed on its card after a restart too, since Slack alone knows it', async () => {
    const { slack } = await askedOnce()
    const later = await harness()
    const said = { ts: '1800000501.000100', thread_ts: rootTs, user: other, text: 'it must be loud' }
    later.slack.threads.set(rootTs, [...(slack.threads.get(rootTs) ?? []), said])
    await later.deliver(aMention('what fits?', { thread_ts: rootTs, ts: '1800000502.000100' }))
    expect(text(later.slack.of('chat.postMessage'))).toContain('added Loud')
    expect(later.slack.of('conversations.replies')[0]).toMatchObject({ include_all_metadata: 'true' })
  })

  it('weighed by the shortcut, the posted card says it as well', async () => {
    const { slack, deliver, say } = await askedOnce()
    const ts = say('it must be loud')
    await deliver(aShortcut({ ts, thread_ts: rootTs, user: other, text: 'it must be loud' }))
    await deliver(aSubmission(aForm(slack.of('views.update').at(-1)?.view as Body)))
    expect(text(slack.of('chat.postMessage').at(-1))).toContain('added Loud. It said either.')
  })

  it('the line stays when the card is corrected', async () => {
    const { slack, deliver, say, ask, thread } = await askedOnce()
    say('it must be loud')
    await ask()
    const card = thread().at(-1)!
    await deliver(aPress(card.blocks, 'choice/0', { message: card, thread: rootTs }))
    expect(text(slack.of('chat.update'))).toContain('added Loud, Damp. It said either.')
  })

  it('the first card of a thread compares itself with nothing', async () => {
    const { card } = await askedOnce()
    expect(text(card().blocks)).not.toContain('Since')
  })
})

describe('what people corrected on the card before', () => {
  /** Somebody corrected the card: it need not be loud. */
  async function corrected() {
    const all = await askedOnce('it must be loud')
    await all.deliver(aPress(all.card().blocks, 'form', { message: all.card(), thread: rootTs }))
    const form = all.slack.of('views.update').at(-1)?.view as Body
    await all.deliver(aSubmission(aForm(form, { loud: 'no' })))
    return all
  }

  it('still holds', async () => {
    const { ask } = await corrected()
    const again = await ask()
    expect(again).toContain('Given: Loud: no')
    expect(again).toContain('no new facts. Same verdict.')
  })

  it('gives way to what somebody says later', async () => {
    const { ask, say, thread } = await corrected()
    // The fake core reads every message by itself; a reader would let the newer one stand.
    thread()[0]!.text = 'so which one?'
    say('no, it must be loud after all')
    const again = await ask()
    expect(again).not.toContain('Given')
    expect(again).toContain('added Loud')
  })
})

describe('a what-if', () => {
  /** A core that supposes what is asked for after "what if". */
  const answer = (question: Question) => {
    const found = fakeAnswer(question)
    return found.kind === 'verdict' && question.text.startsWith('what if')
      ? { ...found, facts: [...found.facts, givenFact('loud', 'yes')], whatIf: ['loud'] }
      : found
  }

  it('is compared with no card, and no card with it', async () => {
    const { ask } = await askedOnce('what about noise?', { answer })
    const supposed = await ask('what if it made noise?')
    expect(supposed).toContain('What if: Loud')
    expect(supposed).not.toContain('Since')
    const again = await ask()
    expect(again).toContain('|my card at 08:00>: no new facts. Same verdict.')
  })
})

describe('unrelated replies', () => {
  it('never answer the question of a card: nothing is listened to in channels', async () => {
    const { slack, deliver, card } = await askedOnce()
    const before = text(card())
    const calls = slack.calls.length
    for (const words of ['Damp', 'yes', 'not sure', 'lunch?']) {
      const reply = { type: 'message', channel_type: 'channel', channel: 'C1', user: other, text: words }
      await deliver(anEvent({ ...reply, ts: '1800000600.000100', thread_ts: rootTs }))
    }
    expect(slack.calls).toHaveLength(calls)
    expect(text(card())).toBe(before)
  })
})
