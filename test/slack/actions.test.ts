import { describe, expect, it } from 'vitest'
import { fullTable } from '../../src/cards/full-table.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { knowledgeViews } from '../../src/slack/knowledge-views.ts'
import { aContext, aTableOf } from '../support/card-fixture.ts'
import { comparison, knowledge, slug } from './answers.ts'
import { blockTypes } from './fake-slack.ts'
import { type Harness, harness } from './harness.ts'
import { aCommand, aMention, aPress, asker, channel, other, rootTs } from './payloads.ts'

/** A table that a chart can show. */
const measured = aTableOf(
  ['Tool', 'Runs/s'],
  [
    ['Blorp', '3'],
    ['Quix', '2'],
    ['Zanter', '1'],
  ],
)
const inThread = { thread_ts: rootTs }

/** A private card, as the asker has it before them. */
async function privateCard(text: string) {
  const all = await harness()
  await all.deliver(aCommand(text))
  return { ...all, blocks: all.slack.responded[0]?.blocks }
}

/** A card that a mention in a thread got. */
async function threadCard(
  text = 'what fits?',
  said = 'it must be loud',
  setting: Parameters<typeof harness>[0] = {},
) {
  const all = await harness(setting)
  all.slack.threads.set(rootTs, [
    { ts: rootTs, thread_ts: rootTs, user: other, text: said },
    { ts: '1700000500.000100', thread_ts: rootTs, user: asker, text: `<@UBOT> ${text}` },
  ])
  await all.deliver(aMention(text, inThread))
  const card = all.slack.of('chat.postMessage')[0] ?? {}
  const { ts } = all.slack.threads.get(rootTs)?.at(-1) ?? { ts: '' }
  return { ...all, message: { ...card, ts }, blocks: card.blocks }
}

const text = (message: unknown) => JSON.stringify(message)
const lastModal = ({ slack }: Harness) => slack.of('views.update').at(-1)

describe('a case', () => {
  it('is answered in the place of the private card', async () => {
    const { deliver, slack, blocks } = await privateCard(slug)
    expect(await deliver(aPress(blocks, 'case/0'))).toEqual([undefined])
    expect(slack.responded[1]).toMatchObject({ replace_original: true })
    expect(slack.responded[1]?.text).toContain('Blip')
    expect(text(slack.responded[1])).toContain('You answered: Loud')
  })

  it('is answered after a restart, from its own state', async () => {
    const { blocks } = await privateCard(slug)
    const { deliver, slack } = await harness()
    await deliver(aPress(blocks, 'case/0'))
    expect(slack.responded[0]?.text).toContain('Blip')
  })

  it.each([
    ['another version', '{"v":9}', 'another version'],
    ['a fact that is gone', `{"v":2,"kind":"verdict","slug":"${slug}","facts":{"gone":"y"}}`, 'gone'],
    ['no state', 'nonsense', 'another version'],
  ])('of %s says privately why it is not', async (_, value, why) => {
    const { deliver, slack } = await harness()
    const elements = [
      { type: 'button', action_id: 'case/0', text: { type: 'plain_text', text: 'Loud' }, value },
    ]
    await deliver(aPress([{ elements }], 'case/0'))
    expect(slack.responded).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
    expect(slack.responded[0]?.text).toContain(why)
  })

  it('of a kind that this version does not know says privately why it is not', async () => {
    const { deliver, slack } = await harness()
    const elements = [{ type: 'button', action_id: 'vote', text: { type: 'plain_text', text: 'Vote' } }]
    expect(await deliver(aPress([{ elements }], 'vote'))).toEqual([undefined])
    expect(slack.responded[0]?.text).toContain('another version')
  })

  it('pressed twice is answered twice the same', async () => {
    const { deliver, slack, blocks } = await privateCard(slug)
    await deliver(aPress(blocks, 'case/0'))
    await deliver(aPress(blocks, 'case/0'))
    expect(slack.responded[2]).toEqual(slack.responded[1])
  })

  it('delivered twice is answered once', async () => {
    const { deliver, slack, blocks } = await privateCard(slug)
    const press = aPress(blocks, 'case/0')
    await deliver(press)
    await deliver(press)
    expect(slack.responded).toHaveLength(2)
  })
})

describe('a choice in a thread', () => {
  it('changes the shared card for all, keeps the quotes, and says who', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    await deliver(aPress(blocks, 'choice/0', { user: other, message, thread: rootTs }))
    const [update] = slack.of('chat.update')
    expect(update).toMatchObject({ channel, ts: message.ts })
    expect(text(update)).toContain('it must be loud')
    expect(text(update)).toContain('Name of UBEN answered: Damp')
    expect(text(update)).toContain(`remove:${asker}`)
    expect(slack.responded).toEqual([])
  })

  it('rests on the facts of the card alone when the thread changed since', async () => {
    const { slack, blocks, message } = await threadCard()
    const card = slack.threads.get(rootTs)?.at(-1)
    // Another process, which has read nothing yet.
    const later = await harness()
    later.slack.threads.set(rootTs, [{ ts: rootTs, user: other, text: 'never mind' }, card ?? message])
    await later.deliver(aPress(blocks, 'choice/0', { user: other, message, thread: rootTs }))
    const [update] = later.slack.of('chat.update')
    expect(update?.text).toContain('Blip')
    expect(text(update)).not.toContain('never mind')
  })

  it('takes nothing from a thread that says more by now', async () => {
    const { slack, blocks, message } = await threadCard('what fits?', 'it may be quiet')
    const card = slack.threads.get(rootTs)?.at(-1)
    const later = await harness()
    later.slack.threads.set(rootTs, [{ ts: rootTs, user: other, text: 'it must be loud' }, card ?? message])
    await later.deliver(aPress(blocks, 'choice/0', { message, thread: rootTs }))
    const [update] = later.slack.of('chat.update')
    expect(text(update)).toContain('Damp')
    expect(text(update)).not.toContain('loud')
  })

  it('of "not sure" is not asked again, whatever is changed later', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    const at = { message, thread: rootTs }
    await deliver(aPress(blocks, 'choice/1', at))
    const [unsure] = slack.of('chat.update')
    expect(text(unsure)).toContain('answered: Not sure')
    expect(text(unsure)).not.toContain('Is it damp there?')
    await deliver(aPress(blocks, 'choice/0', at))
    expect(text(slack.of('chat.update')[1])).not.toContain('Is it damp there?')
  })
})

describe('reading', () => {
  it.each([
    ['why', 'Why?'],
    ['sources', 'Sources'],
  ])('%s opens a loading modal with the trigger and then fills it', async (action, title) => {
    const all = await threadCard()
    const at = { message: all.message, thread: rootTs, user: other }
    if (action === 'why') await all.deliver(aPress(all.blocks, action, at))
    else await all.deliver(aPress(all.blocks, 'more', at, action))
    expect(all.slack.of('views.open')).toMatchObject([{ view: { callback_id: 'loading-view' } }])
    expect(lastModal(all)).toMatchObject({ view_id: 'V1', view: { title: { text: title } } })
    expect(all.slack.responded).toEqual([])
  })

  it('the full table is private, in the thread of its card', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    await deliver(aPress(blocks, 'full-table', { message, thread: rootTs, user: other }))
    expect(slack.of('chat.postEphemeral')).toMatchObject([{ channel, user: other, thread_ts: rootTs }])
  })

  it('the full table comes through the response_url where the bot is no member', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    slack.on('chat.postEphemeral', () => ({ ok: false, error: 'not_in_channel' }))
    await deliver(aPress(blocks, 'full-table', { message, thread: rootTs }))
    expect(slack.responded).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
  })

  it('the full table goes without its chart where Slack refuses that, and as plain sections where it refuses more', async () => {
    const views = knowledgeViews(knowledge, '/weigh')
    const charted = fullTable(measured, aContext())!
    for (const refused of [1, 2]) {
      const setting = { deps: { views: { ...views, fullTable: () => charted } } }
      const { deliver, slack, blocks, message } = await threadCard(undefined, undefined, setting)
      let tries = 0
      slack.on('chat.postEphemeral', () => {
        tries += 1
        return tries > refused ? { ok: true } : { ok: false, error: 'invalid_blocks' }
      })
      await deliver(aPress(blocks, 'full-table', { message, thread: rootTs, user: other }))
      const sent = slack.of('chat.postEphemeral').map(blockTypes)
      expect(sent).toEqual(
        [
          ['section', 'data_visualization', 'table', 'context'],
          ['section', 'table', 'context'],
          ['section'],
        ].slice(0, refused + 1),
      )
    }
  })

  it.each([
    ['its asker', asker],
    ['another reader', other],
  ])(
    'the overview chosen on a shared verdict is shown to %s alone, and the verdict stays',
    async (_, user) => {
      const { deliver, slack, blocks, message } = await threadCard()
      await deliver(aPress(blocks, 'more', { message, thread: rootTs, user }, 'overview'))
      expect(slack.of('chat.postEphemeral')).toMatchObject([{ user, thread_ts: rootTs }])
      expect(slack.of('chat.update')).toEqual([])
      expect(slack.responded).toEqual([])
    },
  )

  it('a near topic chosen on a shared topic is shown beside it, naming no sharer', async () => {
    const { deliver, slack, blocks } = await privateCard('what is dorn')
    await deliver(aPress(blocks, 'share'))
    const [card = {}] = slack.of('chat.postMessage')
    const message = { ...card, ts: '1800000000.000001' }
    await deliver(aPress(card.blocks, 'more', { message }, 'entry:faq/what-is-dorn'))
    expect(slack.of('chat.update')).toEqual([])
    expect(slack.responded.at(-1)).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(text(slack.responded.at(-1))).not.toContain('Shared by')
  })

  it('a topic chosen on a posted offer takes its place for whoever asked, nobody else', async () => {
    const candidates = [{ entry: 'faq/what-is-dorn', title: 'What is Dorn?' }]
    const offer = (): Answer => ({ kind: 'ambiguous', comparison, candidates })
    const { deliver, slack, blocks, message } = await threadCard(undefined, undefined, {
      deps: { answer: offer },
    })
    const at = { message, thread: rootTs }
    await deliver(aPress(blocks, 'show-entry/0', { ...at, user: other }))
    expect(slack.of('chat.update')).toEqual([])
    expect(slack.of('chat.postEphemeral')).toMatchObject([{ user: other }])
    await deliver(aPress(blocks, 'show-entry/0', at))
    expect(slack.of('chat.update')).toMatchObject([{ channel, ts: message.ts }])
  })

  it('the overview chosen on a private verdict takes its place', async () => {
    const { deliver, slack, blocks } = await privateCard('we must be loud')
    await deliver(aPress(blocks, 'more', {}, 'overview'))
    expect(slack.responded[1]).toMatchObject({ replace_original: true })
  })

  it('a topic chosen from a list in a modal fills that modal', async () => {
    const all = await privateCard('help')
    await all.deliver(aPress(all.blocks, 'topics'))
    const { view } = lastModal(all) as { view: { blocks: unknown } }
    const inModal = { view: { id: 'V1', type: 'modal' } }
    await all.deliver(aPress(view.blocks, 'show-entry', inModal, `${slug} faq/what-is-dorn`))
    expect(lastModal(all)).toMatchObject({ view_id: 'V1', view: { callback_id: 'answer-view' } })
    expect(text(lastModal(all))).toContain('Dorn')
  })

  it('a topic chosen on the Home tab opens a modal', async () => {
    const all = await privateCard('help')
    const home = { view: { id: 'VH', type: 'home' } }
    await all.deliver(aPress(all.blocks, 'show-entry/0', home))
    expect(all.slack.of('views.open')).toHaveLength(1)
    expect(lastModal(all)).toMatchObject({ view: { callback_id: 'answer-view' } })
    const methods = all.slack.calls.map(({ method }) => method)
    // A trigger lives three seconds, which a name may take.
    expect(methods.indexOf('views.open')).toBeLessThan(methods.indexOf('users.info'))
  })

  it('a modal above another is pushed', async () => {
    const all = await threadCard()
    await all.deliver(aPress(all.blocks, 'why', { view: { id: 'V1', type: 'modal' } }))
    expect(all.slack.of('views.push')).toHaveLength(1)
    expect(lastModal(all)).toMatchObject({ view_id: 'V2' })
  })

  it('a modal whose blocks are refused is filled with plain sections', async () => {
    const all = await threadCard()
    let tries = 0
    all.slack.on('views.update', () => {
      tries += 1
      return tries === 1 ? { ok: false, error: 'invalid_arguments' } : { ok: true }
    })
    await all.deliver(aPress(all.blocks, 'why', { message: all.message, thread: rootTs }))
    const { view } = lastModal(all) as { view: Record<string, unknown> }
    expect(blockTypes(view)).toEqual(['section'])
    expect(text(view)).not.toContain('Reference: ')
  })

  it('a modal that cannot be filled says so itself', async () => {
    const all = await threadCard()
    let tries = 0
    all.slack.on('views.update', () => {
      tries += 1
      return tries === 1 ? { ok: false, error: 'fatal_error' } : { ok: true }
    })
    await all.deliver(aPress(all.blocks, 'why', { message: all.message, thread: rootTs }))
    expect(text(lastModal(all))).toContain('Reference: ')
    expect(all.slack.of('chat.postEphemeral')).toEqual([])
  })

  it('a modal is not waited for when Slack limits views', async () => {
    const all = await threadCard()
    all.slack.on('views.open', () => ({ status: 429, headers: { 'retry-after': '30' } }))
    await all.deliver(aPress(all.blocks, 'why', { message: all.message, thread: rootTs }))
    expect(all.slack.of('chat.postEphemeral')).toMatchObject([{ user: asker, thread_ts: rootTs }])
  })

  it('an unknown choice of a menu is answered with why not', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    await deliver(aPress(blocks, 'more', { message, thread: rootTs }, 'dance'))
    expect(text(slack.of('chat.postEphemeral'))).toContain('another version')
  })
})

describe('Share here', () => {
  it('posts once and says who asked what', async () => {
    const { deliver, slack, blocks } = await privateCard('what is <!channel> *Dorn*')
    await deliver(aPress(blocks, 'share'))
    await deliver(aPress(blocks, 'share'))
    const posted = slack.of('chat.postMessage')
    expect(posted).toHaveLength(1)
    expect(posted[0]).toMatchObject({ channel })
    expect(posted[0]?.thread_ts).toBeUndefined()
    expect(text(posted[0]?.blocks)).toContain('Name of UANA asked')
    expect(text(posted[0])).not.toMatch(/<[@!]/)
    expect(slack.responded.at(-1)).toMatchObject({ text: 'I shared this here already.' })
  })

  it('says what was asked after a case was chosen', async () => {
    const { deliver, slack, blocks } = await privateCard(slug)
    await deliver(aPress(blocks, 'case/0'))
    await deliver(aPress(slack.responded[1]?.blocks, 'share'))
    expect(text(slack.of('chat.postMessage')[0]?.blocks)).toContain(`asked: \\"${slug}\\"`)
  })

  it('is posted from the menu as well', async () => {
    const { deliver, slack, blocks } = await privateCard(slug)
    await deliver(aPress(blocks, 'more', {}, 'share'))
    expect(slack.of('chat.postMessage')).toHaveLength(1)
  })

  it('says who shared it when the words are no longer known', async () => {
    const { blocks } = await privateCard('what is dorn')
    const { deliver, slack } = await harness()
    await deliver(aPress(blocks, 'share'))
    expect(text(slack.of('chat.postMessage')[0]?.blocks)).toContain('Shared by Name of UANA')
  })

  it('posts through the response_url where the bot is no member', async () => {
    const { deliver, slack, blocks } = await privateCard('what is dorn')
    slack.on('chat.postMessage', () => ({ ok: false, error: 'channel_not_found' }))
    await deliver(aPress(blocks, 'share'))
    expect(slack.responded.at(-1)).toMatchObject({ response_type: 'in_channel', replace_original: false })
  })

  it('may be tried again after it failed', async () => {
    const { deliver, slack, blocks } = await privateCard('what is dorn')
    slack.on('chat.postMessage', () => ({ ok: false, error: 'fatal_error' }))
    await deliver(aPress(blocks, 'share'))
    expect(slack.responded.at(-1)?.text).toContain('Reference: ')
    slack.on('chat.postMessage', () => ({ ok: true, ts: '1.1' }))
    await deliver(aPress(blocks, 'share'))
    expect(slack.of('chat.postMessage')).toHaveLength(2)
  })
})

describe('every message', () => {
  it('has a text, mentions nobody, and unfolds no link', async () => {
    const { deliver, slack, blocks, message } = await threadCard(
      'what fits <@UBEN> &lt;!here&gt;?',
      'loud @channel',
    )
    const at = { message, thread: rootTs }
    await deliver(aPress(blocks, 'full-table', at))
    await deliver(aPress(blocks, 'choice/0', at))
    const sent = ['chat.postMessage', 'chat.postEphemeral', 'chat.update'].flatMap(slack.of)
    expect(sent).toHaveLength(3)
    for (const each of sent) {
      expect(each.text).toMatch(/\S/)
      expect(each).not.toHaveProperty('link_names')
      expect(text(each)).not.toMatch(/<[@!]/)
    }
  })
})

describe('Remove', () => {
  it('takes the card away for whoever asked', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    await deliver(aPress(blocks, 'more', { message, thread: rootTs }, `remove:${asker}`))
    expect(slack.responded).toEqual([{ delete_original: true }])
  })

  it('is refused to everybody else, privately', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    await deliver(aPress(blocks, 'more', { message, thread: rootTs, user: other }, `remove:${asker}`))
    expect(slack.responded).toEqual([])
    expect(slack.of('chat.delete')).toEqual([])
    expect(slack.of('chat.postEphemeral')).toMatchObject([{ user: other }])
  })

  it('deletes as the bot when the response_url is spent', async () => {
    const { deliver, slack, blocks, message } = await threadCard()
    slack.refuseResponses(404)
    await deliver(aPress(blocks, 'more', { message, thread: rootTs }, `remove:${asker}`))
    expect(slack.of('chat.delete')).toMatchObject([{ channel, ts: message.ts }])
  })
})
