import type { NotCovered } from '../core/domain/answer.ts'
import { actions, button, menu, section } from './blocks.ts'
import { budgets, labelLength } from './budget.ts'
import type { Button, Card, CardContext } from './card-types.ts'
import { within } from './fit.ts'
import { footLines, lead, menuValues, stateButton } from './foot.ts'
import { actionIds } from './ids.ts'
import { firstThatFits } from './line-one.ts'
import { escapeText, harmless } from './mrkdwn.ts'
import { numberSources } from './sources.ts'
import { encodeState } from './state.ts'
import { listed } from './wording.ts'

const subjectLength = 24

/** The card of a question outside the guides: what is not covered, what is, what little they say, what is near. */
export function notCoveredCard(answer: NotCovered, context: CardContext): Card {
  const { mark, plain } = numberSources(answer)
  const first = firstLine(answer)
  const say = answer.named?.pair.say
  const said = say ? [`${escapeText(say.text)} ${mark(say.cites)}`] : []
  const covered = escapeText(coveredLine(answer))
  const [near] = answer.nearest
  const nearLine = near ? [`Nearest: ${escapeText(near.title)}.`] : []
  // From the most to the least that there may be room for; what the guides say outlasts all but line one.
  const bodies = say
    ? [
        [lead(first), covered, ...said, ...nearLine],
        [lead(first), ...said, ...nearLine],
        [lead(first), ...said],
        [lead('This pair is not covered.'), ...said],
      ]
    : [[lead(first), covered, ...nearLine], [lead(first), ...nearLine], [lead(first)]]
  const text = [first, say ? `${escapeText(say.text)} ${plain(say.cites)}` : covered].join('\n')
  const cards = bodies.map((body) => {
    const told = nearLine.length > 0 && body.includes(nearLine[0] ?? '')
    return build(text, body.join('\n'), context, near ? nearButton(near, told) : undefined)
  })
  return (
    cards.find((card) => within(card, budgets.notCovered)) ?? build(text, lead(first), context, undefined)
  )
}

function build(text: string, body: string, context: CardContext, show: Button | undefined): Card {
  const topics = button(actionIds.topics, 'All topics', encodeState({ v: 1, kind: 'help', facts: {} }))
  const removable =
    context.surface !== 'private' && context.surface !== 'home' && context.asker !== undefined
      ? [menu([{ label: 'Remove', value: menuValues.remove(context.asker) }])]
      : []
  return {
    text,
    blocks: [section(body), ...footLines(context), actions([...(show ? [show] : []), topics, ...removable])],
  }
}

function firstLine({ named, subject }: NotCovered): string {
  if (named) return escapeText(`${named.pair.title} is not covered.`)
  return subject === null ? 'That is not covered.' : `${harmless(subject, subjectLength)} is not covered.`
}

function coveredLine({ covered }: NotCovered): string {
  const names = covered.map((each) => (covered.length === 1 ? listed(each.names) : each.title))
  return firstThatFits([
    `I compare ${listed(names)}.`,
    `I compare ${covered.map(({ title }) => title).join('; ')}.`,
  ])
}

/** "Show that" below the line that names it; without that line the title itself where a button takes it. */
function nearButton(near: NotCovered['nearest'][number], told: boolean): Button {
  const entry = near.comparison.entries.find((each) => each.entry === near.entry)
  const label = near.title.length <= labelLength ? near.title : 'Show nearest'
  return stateButton(
    actionIds.showEntry,
    told ? 'Show that' : label,
    {
      v: 1,
      kind: entry?.kind === 'table' ? 'table' : 'faq',
      slug: near.comparison.slug,
      facts: {},
      entry: near.entry,
    },
    `Show: ${near.title}`,
  )
}
