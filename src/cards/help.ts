import type { Help } from '../core/domain/answer.ts'
import { actions, button, section } from './blocks.ts'
import { budgets, labelLength } from './budget.ts'
import type { Block, Card, CardContext, CardKnowledge } from './card-types.ts'
import { fitCard } from './fit.ts'
import { footLines, lead, stateButton } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { firstThatFits } from './line-one.ts'
import { escapeText } from './mrkdwn.ts'
import { encodeState } from './state.ts'
import { counted, listed } from './wording.ts'

/** The card of an empty command or of "help": what is covered and how to ask. */
export function helpCard(knowledge: CardKnowledge, answer: Help, context: CardContext): Card {
  if (answer.courtesy) return courtesyCard(context)
  const asked = { covered: Math.min(answer.covered.length, 4) }
  return fitCard(budgets.help, asked, ['covered', 'covered', 'covered', 'covered'], ({ covered }) =>
    build(knowledge, answer, context, covered),
  )
}

/** The one line for whoever asked nothing and still expects a sign. */
function courtesyCard({ command }: CardContext): Card {
  const text = `Noted. ${escapeText(command)} help says how to ask.`
  return { text, blocks: [section(text)] }
}

function build(knowledge: CardKnowledge, answer: Help, context: CardContext, covered: number): Card {
  const first = escapeText(helpLine(answer))
  const ways = howToAsk(knowledge, context.command)
  const lines = answer.covered
    .slice(0, covered)
    .map(({ title, topics }) => `• ${escapeText(title)}: ${counted(topics, 'topic')}`)
  const left = answer.covered.length - covered
  const rest = left > 0 ? [`+${counted(left, 'more comparison')} in All topics`] : []
  return {
    text: [first, ...ways.slice(0, 1)].join('\n'),
    blocks: [
      section([lead(first), ...lines, ...rest].join('\n')),
      section(ways.map((way) => `• ${way}`).join('\n')),
      ...footLines(context),
      actions([
        ...overviewButtons(answer),
        button(actionIds.topics, 'All topics', encodeState({ kind: 'help', facts: {} })),
      ]),
    ],
  }
}

/** How to ask, one way a line, built from the command as installed and the comparison's own example. */
function howToAsk(knowledge: CardKnowledge, command: string): string[] {
  const [comparison] = knowledge.comparisons
  const [example] = comparison?.examples ?? []
  const typed = (text: string) => `\`${escapeText(`${command} ${text}`.trim().replaceAll('`', "'"))}\``
  return [
    ...(comparison ? [`${typed(comparison.slug)} gives the overview.`] : []),
    ...(example ? [`${typed(example)} answers one question.`] : []),
    `${typed('decide')} opens a form.`,
    'Mention me in a thread: I weigh it.',
    'Message menu, "Weigh this thread": the same, for you alone.',
    `Slack takes no ${escapeText(command)} inside threads.`,
  ]
}

function helpLine({ covered }: Help): string {
  const names = covered.map((each) => (covered.length === 1 ? listed(each.names) : each.title))
  return firstThatFits([
    `I compare ${listed(names)}, from published guides.`,
    `I compare ${counted(covered.length, 'pair')} of options, from published guides.`,
  ])
}

/** One button for each of the first two comparisons; the slug is its own label where it is short enough. */
function overviewButtons({ covered }: Help) {
  return covered
    .slice(0, 2)
    .map(({ slug, title }, index) =>
      stateButton(
        numberedAction(actionIds.showEntry, index),
        covered.length > 1 && title.length <= labelLength ? title : 'Overview',
        { kind: 'comparison', slug, facts: {} },
        `Overview: ${title}`,
      ),
    )
}

/** Sections that say how to ask, for the Home tab. */
export function howToAskBlocks(knowledge: CardKnowledge, command: string): Block[] {
  return [section(['*How to ask*', ...howToAsk(knowledge, command).map((way) => `• ${way}`)].join('\n'))]
}
