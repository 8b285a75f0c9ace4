import type { Help } from '../core/domain/answer.ts'
import { actions, button, section } from './blocks.ts'
import { budgets } from './budget.ts'
import type { Block, Card, CardContext, CardKnowledge } from './card-types.ts'
import { fitCard, times } from './fit.ts'
import { footLines, lead } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { firstThatFits } from './line-one.ts'
import { code, escapeText } from './mrkdwn.ts'
import { encodeState } from './state.ts'
import { stateButton } from './state-button.ts'
import { commonVoices, counted, listed, shortName, yearsOf } from './wording.ts'

/** The card of an empty command or of "help": what is covered and how to ask. */
export function helpCard(knowledge: CardKnowledge, answer: Help, context: CardContext): Card {
  if (answer.courtesy) return courtesyCard(context)
  const asked = { covered: Math.min(answer.covered.length, mostListed), years: 1, ways: mostWays }
  // All topics lists what is covered, nothing else how to ask; how old it is says least.
  const cuts: Cut[] = [
    'ways',
    'years',
    'ways',
    ...times<Cut>('covered', mostListed - 3),
    ...times<Cut>('ways', mostWays - 4),
    ...times<Cut>('covered', 3),
  ]
  return fitCard(budgets.help, asked, cuts, (room) => build(knowledge, answer, context, room))
}

type Cut = 'covered' | 'years' | 'ways'

/** Ways to ask that are told of. */
const mostWays = 7

/** Lines of comparisons that there may be room for. */
const mostListed = 6

/** The one line for whoever asked nothing and still expects a sign. */
function courtesyCard({ command }: CardContext): Card {
  const text = `Noted. ${escapeText(command)} help says how to ask.`
  return { text, blocks: [section(text)] }
}

function build(
  knowledge: CardKnowledge,
  answer: Help,
  context: CardContext,
  { covered, years, ways: shown }: Record<Cut, number>,
): Card {
  const first = escapeText(helpLine(knowledge, answer))
  const ways = howToAsk(knowledge, context.command).slice(0, shown)
  const lines = answer.covered.slice(0, covered).map(({ slug, title, topics }) => {
    const comparison = knowledge.comparisons.find((each) => each.slug === slug)
    const age = years > 0 && answer.covered.length > 1 && comparison ? [yearsOf(comparison)] : []
    return `• ${escapeText([`${title}: ${counted(topics, 'topic')}`, ...age].join(', '))}`
  })
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
  const table = comparison?.entries.find(({ kind }) => kind === 'table')
  const typed = (text: string) => code(`${command} ${text}`)
  // With several to choose from the form has to be told which.
  const own = comparison && knowledge.comparisons.length > 1 ? `decide ${comparison.slug}` : 'decide'
  return [
    ...(comparison ? [`${typed(comparison.slug)}: the overview.`] : []),
    ...(example ? [typed(example)] : []),
    `${typed(own)}: a form.`,
    ...(table ? [`${typed(`table ${table.id}`)}: a table.`] : []),
    'Thread: mention me, or message menu.',
    'Message menu, "Weigh this thread": the same, for you alone.',
    `Slack takes no ${escapeText(command)} inside threads.`,
  ]
}

function helpLine(knowledge: CardKnowledge, { covered }: Help): string {
  const from = `from published ${commonVoices(knowledge)}`
  const names = covered.map((each) => (covered.length === 1 ? listed(each.names) : each.title))
  return firstThatFits([
    `I compare ${listed(names)}, ${from}.`,
    `I weigh ${counted(covered.length, 'choice')} by published ${commonVoices(knowledge)}.`,
  ])
}

/** Buttons for the first two comparisons that have a label of their own: title or slug, what is short enough. */
function overviewButtons({ covered }: Help) {
  const labelled = covered.flatMap(({ slug, title }) => {
    const label = shortName({ slug, title })
    return label === undefined ? [] : [{ slug, title, label }]
  })
  const [only] = covered
  const shown = covered.length === 1 && only ? [{ ...only, label: 'Overview' }] : labelled.slice(0, 2)
  return shown.map(({ slug, title, label }, index) =>
    stateButton(
      numberedAction(actionIds.showEntry, index),
      label,
      { kind: 'comparison', slug, facts: {} },
      `Overview of ${title}`,
    ),
  )
}

/** Sections that say how to ask, for the Home tab. */
export function howToAskBlocks(knowledge: CardKnowledge, command: string): Block[] {
  return [section(['*How to ask*', ...howToAsk(knowledge, command).map((way) => `• ${way}`)].join('\n'))]
}
