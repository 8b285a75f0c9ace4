import { describe, expect, it } from 'vitest'
import { slug } from './answers.ts'
import type { FakeSlack } from './fake-slack.ts'
import { harness } from './harness.ts'
import {
  aChoiceOf,
  aCommand,
  aForm,
  aMention,
  aPress,
  aSubmission,
  asker,
  channel,
  other,
  responseUrl,
  rootTs,
} from './payloads.ts'

type Body = Record<string, unknown>

const text = (value: unknown) => JSON.stringify(value)
const modalIn = (slack: FakeSlack) => ({ ...(slack.of('views.update').at(-1)?.view as Body) })
const toldTo = (slack: FakeSlack, user: string) =>
  slack.of('chat.postEphemeral').filter((each) => each.user === user)

/** A card in a thread in which somebody said that it must be loud. */
async function threadCard() {
  const all = await harness()
  all.slack.threads.set(rootTs, [
    { ts: rootTs, thread_ts: rootTs, user: other, text: 'it must be loud' },
    { ts: '1700000500.000100', thread_ts: rootTs, user: asker, text: '<@UBOT> what fits?' },
  ])
  await all.deliver(aMention('what fits?', { thread_ts: rootTs }))
  const posted = () => all.slack.threads.get(rootTs)?.at(-1) ?? { ts: '' }
  const press = (action: string, user = asker) =>
    aPress(posted().blocks, action, { message: posted(), thread: rootTs, user })
  /** Opens the form on the card as it stands. */
  const open = async (user = asker) => {
    await all.deliver(press('form', user))
    return modalIn(all.slack)
  }
  return { ...all, posted, press, open }
}

describe('Correct facts', () => {
  it('opens the facts of the card with their quotes, to be updated or left as it is', async () => {
    const { open } = await threadCard()
    const form = await open()
    expect(form).toMatchObject({
      callback_id: 'facts-form',
      title: { text: 'Correct facts' },
      submit: { text: 'Update card' },
      close: { text: 'Cancel' },
    })
    const [, , first] = form.blocks as Body[]
    expect(text(first)).toContain('*Loud*')
    expect(text(first)).toContain('\\"it must be loud\\" Name of UBEN')
    expect(first).toMatchObject({ accessory: { initial_option: { value: 'yes' } } })
  })

  it('updates the card in its place and says who changed what', async () => {
    const { deliver, slack, open, posted } = await threadCard()
    await deliver(aSubmission(aForm(await open(other), { loud: 'no' }), other))
    const [update] = slack.of('chat.update')
    expect(update).toMatchObject({ channel, ts: posted().ts })
    expect(text(update)).toContain('Name of UBEN changed: Loud to no')
    expect(text(update)).toContain('Given: Loud: no')
    expect(text(update)).toContain(`remove:${asker}`)
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })

  it('keeps ids and values in the card and in the form, and nobody’s words', async () => {
    const { deliver, open, posted } = await threadCard()
    const form = await open()
    expect(form.private_metadata).not.toContain('must be')
    await deliver(aSubmission(aForm(form, { damp: 'yes' })))
    expect(text(posted().metadata)).toContain('damp')
    expect(text(posted().metadata)).not.toContain('must be')
  })

  it('marks a fact when it is changed, lets the verdict follow, and keeps what was chosen', async () => {
    const { deliver, slack, open } = await threadCard()
    await deliver(aChoiceOf(await open(), 'loud', 'maybe'))
    const changed = modalIn(slack)
    expect(text(changed)).toContain('*Loud* · changed from Yes')
    expect(text((changed.blocks as Body[])[0])).toContain('*Either')
    expect(changed).toMatchObject({ submit: { text: 'Update card' } })
    await deliver(aChoiceOf(changed, 'loud', 'yes'))
    expect(text(modalIn(slack))).not.toContain('changed from')
    // Neither read the thread again nor changed anything that others see.
    expect(slack.of('conversations.replies')).toHaveLength(1)
    expect(slack.of('chat.update')).toEqual([])
  })

  it('asks of a team once, for all options', async () => {
    const { deliver, open, posted, slack } = await threadCard()
    const form = await open()
    const row = (form.blocks as Body[]).find((each) => each.block_id === 'fact/team')
    expect(text(row)).toMatch(/Blip.*Dorn.*All.*None.*Not known/)
    await deliver(aSubmission(aForm(form, { team: '/dorn' })))
    expect(text(slack.of('chat.update')[0])).toContain('changed: Team knows Dorn to yes')
    expect(text(posted().metadata)).toContain('\\"team/dorn\\":\\"Y\\"')
  })

  it('that changes nothing says so and leaves the card', async () => {
    const { deliver, slack, open } = await threadCard()
    await deliver(aSubmission(aForm(await open())))
    expect(slack.of('chat.update')).toEqual([])
    expect(toldTo(slack, asker)[0]?.text).toContain('No fact was changed')
  })

  it('keeps what was corrected and answered before', async () => {
    const { deliver, open, posted, press } = await threadCard()
    await deliver(aSubmission(aForm(await open(), { team: '/dorn' })))
    await deliver(press('choice/0', other))
    expect(text(posted())).toContain('Name of UBEN answered: Damp')
    expect(text(posted())).toContain('Given: Team knows Dorn; Damp')
    await deliver(aSubmission({ ...aForm(await open(), { loud: 'no' }), id: 'V2' }))
    expect(text(posted())).toContain('Name of UANA changed: Loud to no')
    expect(text(posted())).toMatch(/Given: [^\\]*Loud: no/)
    expect(text(posted())).toMatch(/Given: [^\\]*Team knows Dorn; Damp/)
  })
})

describe('two people on one card', () => {
  it('both count, whoever comes second', async () => {
    const { deliver, open, posted } = await threadCard()
    const [first, second] = [await open(asker), await open(other)]
    await deliver(aSubmission({ ...aForm(first, { damp: 'yes' }), id: 'V1' }, asker))
    await deliver(aSubmission({ ...aForm(second, { team: '/dorn' }), id: 'V2' }, other))
    expect(text(posted())).toContain('Given: Damp; Team knows Dorn')
    expect(text(posted())).toContain('Name of UBEN changed: Team knows Dorn to yes')
  })

  it('who change it in the same moment lose nothing', async () => {
    const { deliver, open, posted } = await threadCard()
    const [first, second] = [await open(asker), await open(other)]
    await Promise.all([
      deliver(aSubmission({ ...aForm(first, { damp: 'yes' }), id: 'V1' }, asker)),
      deliver(aSubmission({ ...aForm(second, { team: '/dorn' }), id: 'V2' }, other)),
    ])
    expect(text(posted())).toContain('Damp; Team knows Dorn')
  })

  it('who change one fact have the last one’s value', async () => {
    const { deliver, open, posted } = await threadCard()
    const [first, second] = [await open(asker), await open(other)]
    await deliver(aSubmission({ ...aForm(first, { loud: 'no' }), id: 'V1' }, asker))
    await deliver(aSubmission({ ...aForm(second, { loud: 'maybe' }), id: 'V2' }, other))
    expect(text(posted().metadata)).toContain('\\"loud\\":\\"M\\"')
  })

  it('lose nothing where Slack does not tell what the card says by now', async () => {
    const { deliver, open, posted, slack } = await threadCard()
    const [first, second] = [await open(asker), await open(other)]
    slack.on('conversations.replies', () => ({ status: 429, headers: { 'retry-after': '60' } }))
    await deliver(aSubmission({ ...aForm(first, { damp: 'yes' }), id: 'V1' }, asker))
    await deliver(aSubmission({ ...aForm(second, { team: '/dorn' }), id: 'V2' }, other))
    expect(text(posted())).toContain('Damp; Team knows Dorn')
    expect(text(posted())).toContain('it must be loud')
  })
})

describe('a card that cannot be corrected', () => {
  it('because it is gone: one private line, and no new card', async () => {
    const { deliver, slack, open } = await threadCard()
    const form = await open()
    slack.threads.get(rootTs)?.pop()
    await deliver(aSubmission(aForm(form, { loud: 'no' })))
    expect(toldTo(slack, asker)).toHaveLength(1)
    expect(toldTo(slack, asker)[0]?.text).toContain('This card is gone')
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })

  it('because it went while it was changed: the same line', async () => {
    const { deliver, slack, open } = await threadCard()
    const form = await open()
    slack.on('chat.update', () => ({ ok: false, error: 'message_not_found' }))
    await deliver(aSubmission(aForm(form, { loud: 'no' })))
    expect(toldTo(slack, asker)[0]?.text).toContain('This card is gone')
  })

  it('because it is of another version by now: one private line', async () => {
    const { deliver, slack, open, posted } = await threadCard()
    const form = await open()
    const card = posted()
    Object.assign(card, {
      blocks: [],
      metadata: { event_type: 'stack_verdict_card', event_payload: { state: '{"v":9}' } },
    })
    await deliver(aSubmission(aForm(form, { loud: 'no' })))
    expect(toldTo(slack, asker)[0]?.text).toContain('another version')
    expect(slack.of('chat.update')).toEqual([])
  })

  it('because its asker turned it to a topic: one private line', async () => {
    const { deliver, slack, open, posted } = await threadCard()
    const form = await open(other)
    const state = `{"v":2,"kind":"faq","slug":"${slug}","entry":"faq/what-is-dorn"}`
    Object.assign(posted(), {
      blocks: [],
      metadata: { event_type: 'stack_verdict_card', event_payload: { state } },
    })
    await deliver(aSubmission(aForm(form, { loud: 'no' }), other))
    expect(toldTo(slack, other)[0]?.text).toContain('something else by now')
  })

  it('from a form of another version: one private line', async () => {
    const { deliver, slack, open } = await threadCard()
    const form = { ...(await open()), private_metadata: '{"v":9}' }
    expect(await deliver(aSubmission(aForm(form, { loud: 'no' })))).toEqual([undefined])
    expect(slack.of('chat.update')).toEqual([])
    expect(slack.of('chat.postMessage').at(-1)).toMatchObject({ channel: asker })
    expect(slack.of('chat.postMessage').at(-1)?.text).toContain('another version')
  })

  it('by a choice in a form of another version: one private line', async () => {
    const { deliver, slack, open } = await threadCard()
    await deliver(aChoiceOf({ ...(await open()), private_metadata: '{"v":9}' }, 'loud', 'no'))
    expect(slack.of('chat.postMessage').at(-1)?.text).toContain('another version')
  })

  it('with a fact that the guides no longer cover: one private line', async () => {
    const { deliver, slack, open } = await threadCard()
    const form = await open()
    const metadata = String(form.private_metadata).replace('\\"loud\\"', '\\"gone\\"')
    await deliver(aSubmission(aForm({ ...form, private_metadata: metadata }, { damp: 'no' })))
    expect(toldTo(slack, asker)[0]?.text).toContain('no longer cover')
  })

  it('where the bot is no member: through the response_url of the press, else one private line', async () => {
    const { deliver, slack, open } = await threadCard()
    const form = await open()
    slack.on('chat.update', () => ({ ok: false, error: 'not_in_channel' }))
    await deliver(aSubmission({ ...aForm(form, { loud: 'no' }), id: 'V1' }))
    expect(slack.responded).toMatchObject([{ replace_original: true }])
    expect(form.private_metadata).toContain(responseUrl)
    const metadata = String(form.private_metadata).replace(`,"hook":"${responseUrl}"`, '')
    await deliver(
      aSubmission({ ...aForm({ ...form, private_metadata: metadata }, { loud: 'no' }), id: 'V2' }),
    )
    expect(toldTo(slack, asker)[0]?.text).toContain('Invite me')
  })

  it('by a person who left the channel meanwhile: the card changes, and a line comes to their messages', async () => {
    const { deliver, slack, open } = await threadCard()
    const [form, again] = [await open(other), await open(other)]
    slack.on('chat.postEphemeral', () => ({ ok: false, error: 'user_not_in_channel' }))
    await deliver(aSubmission({ ...aForm(form, { loud: 'no' }), id: 'V1' }, other))
    expect(text(slack.of('chat.update'))).toContain('Name of UBEN changed: Loud to no')
    expect(slack.of('chat.postMessage')).toHaveLength(1)
    await deliver(aSubmission({ ...aForm(again), id: 'V2' }, other))
    expect(slack.of('chat.postMessage').at(-1)).toMatchObject({ channel: other })
    expect(slack.of('chat.postMessage').at(-1)?.text).toContain('No fact was changed')
  })
})

describe('Our case…', () => {
  it('on a private overview gives the verdict in its place, to whoever asked alone', async () => {
    const { deliver, slack } = await harness()
    await deliver(aCommand(slug))
    await deliver(aPress(slack.responded[0]?.blocks, 'form'))
    const form = modalIn(slack)
    expect(form).toMatchObject({ title: { text: 'Our case' }, submit: { text: 'Show verdict' } })
    expect(await deliver(aSubmission(aForm(form, { loud: 'yes' })))).toEqual([undefined])
    expect(slack.responded[1]).toMatchObject({ replace_original: true, response_type: 'ephemeral' })
    expect(text(slack.responded[1])).toContain('Blip')
    await deliver(aPress(slack.responded[1]?.blocks, 'share'))
    expect(text(slack.of('chat.postMessage')[0])).toContain(
      `asked: \\\\\\"${slug}`.replaceAll('\\\\\\', '\\'),
    )
  })

  it('by the command opens the form, with the facts that were typed after it', async () => {
    const { deliver, slack } = await harness()
    await deliver(aCommand('decide'))
    expect(text(modalIn(slack))).not.toContain('we are loud')
    await deliver(aCommand('decide we are loud'))
    const form = modalIn(slack)
    expect(text(form)).toContain('\\"we are loud\\"')
    expect(slack.responded).toEqual([])
    await deliver(aSubmission(aForm(form, { damp: 'yes' })))
    expect(slack.responded).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
    expect(text(slack.responded[0])).toContain('Damp')
  })

  it.each(['decide', 'decide rust'])('by "%s" alone says how to name one of several', async (asked) => {
    const covered = ['a-vs-b', 'c-vs-d'].map((each) => ({ slug: each, title: each, names: [], topics: 1 }))
    const { deliver, slack } = await harness({
      deps: { answer: () => ({ kind: 'help', courtesy: false, covered }) },
    })
    await deliver(aCommand(asked))
    expect(slack.responded).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
    expect(slack.responded[0]?.text).toBe(
      'Which comparison is it? Name it: `/weigh decide a-vs-b`, `/weigh decide c-vs-d`.',
    )
    expect(slack.of('views.open')).toEqual([])
  })

  it('on the Home tab answers in the modal', async () => {
    const { deliver, slack } = await harness()
    await deliver(aCommand('help'))
    await deliver(aPress(slack.responded[0]?.blocks, 'show-entry/0', { view: { id: 'VH', type: 'home' } }))
    const answer = modalIn(slack)
    await deliver(aPress(answer.blocks, 'form', { view: { ...answer, id: 'V1', type: 'modal' } }))
    expect(slack.of('views.push')).toHaveLength(1)
    const acks = await deliver(aSubmission(aForm(modalIn(slack), { loud: 'yes' })))
    expect(acks).toMatchObject([{ response_action: 'update', view: { callback_id: 'answer-view' } }])
    expect(text(acks)).toContain('Blip')
  })

  it.each([404, 429])('comes by direct message where its place answers %i, with why', async (status) => {
    const { deliver, slack } = await harness()
    await deliver(aCommand('decide'))
    slack.refuseResponses(status, status)
    await deliver(aSubmission(aForm(modalIn(slack), { loud: 'yes' })))
    const card = slack.of('chat.postMessage').at(-1)
    expect(card).toMatchObject({ channel: asker })
    expect(card?.text).toContain('Slack did not take this where you asked for it')
    expect(text(card?.blocks)).toContain('Slack did not take this where you asked for it')
    expect(text(card?.blocks)).toContain('Given: Loud')
  })

  it('in a modal is acked without asking Slack for a name', async () => {
    const { deliver, slack } = await harness()
    slack.on('users.info', () => ({ ok: false, error: 'internal_error' }))
    await deliver(aCommand(slug))
    await deliver(aPress(slack.responded[0]?.blocks, 'form', { view: { id: 'V1', type: 'modal' } }))
    const before = slack.of('users.info').length
    const acks = await deliver(aSubmission(aForm(modalIn(slack), { loud: 'yes' })))
    expect(acks).toMatchObject([{ response_action: 'update' }])
    expect(slack.of('users.info')).toHaveLength(before)
  })

  it('in a modal of a version that cannot be read any more is acked before that is told', async () => {
    const { deliver, slack, bot } = await harness()
    await deliver(aCommand(slug))
    await deliver(aPress(slack.responded[0]?.blocks, 'form', { view: { id: 'V1', type: 'modal' } }))
    const form = modalIn(slack)
    const metadata = JSON.stringify({ ...JSON.parse(String(form.private_metadata)), base: '{"v":9}' })
    const happened: string[] = []
    slack.on('chat.postMessage', ({ text: told }) => {
      happened.push(String(told))
      return { ok: true, ts: '1.1' }
    })
    await bot.app.processEvent({
      body: aSubmission(aForm({ ...form, private_metadata: metadata })),
      ack: async () => {
        happened.push('acked')
      },
    })
    expect(happened).toEqual(['acked', expect.stringContaining('another version')])
  })
})

describe('behind a form', () => {
  it('Why? opens above it, on the facts as chosen', async () => {
    const { deliver, slack, open } = await threadCard()
    await deliver(aChoiceOf(await open(), 'loud', 'no'))
    const form = modalIn(slack)
    await deliver(aPress(form.blocks, 'why', { view: { ...form, id: 'V1', type: 'modal' } }))
    expect(slack.of('views.push')).toHaveLength(1)
    expect(text(modalIn(slack))).toContain('Loud, no')
  })

  it('a full table opens above a modal, never as a message behind it', async () => {
    const { deliver, slack } = await harness()
    await deliver(aCommand(slug))
    const blocks = slack.responded[0]?.blocks
    await deliver(aPress(blocks, 'full-table', { view: { id: 'V1', type: 'modal' } }))
    expect(slack.of('views.push')).toHaveLength(1)
    expect(modalIn(slack)).toMatchObject({ callback_id: 'table-view', title: { text: 'Full table' } })
    expect(slack.of('chat.postEphemeral')).toEqual([])
    expect(slack.responded).toHaveLength(1)
  })
})
