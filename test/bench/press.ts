import { startLocal } from '../support/local.ts'
import { preparedKnowledge } from './dist.ts'
import { digits, type Row } from './row.ts'
import { median, quantile } from './timing.ts'

const PRESSES = 60
/** Until then code is compiled and names of people are asked for. */
const WARMING = 20

/** From a press on a card in the local workspace, or a form's submission, to the updated card that was sent. */
export async function pressPart(): Promise<Row[]> {
  const local = await startLocal(preparedKnowledge())
  const { workspace } = local
  const { channel, thread } = workspace.opening
  const user = workspace.people[0]?.id ?? ''
  await workspace.post({ user, channel, thread, text: '@stack what should we pick?' })
  const { ts } = await local.card(channel)
  const blockId = 'fact/real-time'
  const choose = (value: string) => ({ [`${blockId}/fact`]: [value] })
  const [changed, updated]: [number[], number[]] = [[], []]
  for (let n = -WARMING; n < PRESSES; n += 1) {
    const value = n % 2 === 0 ? 'no' : 'yes'
    await workspace.press({ user, place: { channel, ts }, action: 'form' })
    const open = await workspace.waitFor(() =>
      submits(workspace.modal(user)) ? workspace.modal(user) : undefined,
    )
    const chosen = performance.now()
    const given = choose(value)
    await workspace.press({
      user,
      place: { view: 'modal' },
      action: 'fact',
      block: blockId,
      choice: [value],
      given,
    })
    await workspace.waitFor(() => (workspace.modal(user)?.hash === open.hash ? undefined : true))
    const submitted = performance.now()
    const before = JSON.stringify((await local.card(channel)).blocks)
    await workspace.submit({ user, given })
    await local.card(channel, (message) => JSON.stringify(message.blocks) !== before)
    const done = performance.now()
    if (n < 0) continue
    changed.push(submitted - chosen)
    updated.push(done - submitted)
  }
  await local.stop()
  return [
    {
      what: 'press to updated card sent, local workspace',
      value: median(updated),
      unit: 'ms',
      limit: 50,
      beside: `95th percentile ${digits(quantile(updated, 0.95))} ms`,
    },
    { what: '  a fact changed to the form drawn again', value: median(changed), unit: 'ms' },
  ]
}

/** True for the form, which comes after the view that stands while it is made. */
function submits(view: { submit?: unknown } | undefined): boolean {
  return view?.submit !== undefined
}
