import type { NotCovered } from '../core/domain/answer.ts'
import { once } from '../core/once.ts'
import { actions, button, menu, section } from './blocks.ts'
import { budgets, labelLength } from './budget.ts'
import type { Button, Card, CardContext } from './card-types.ts'
import { firstWithin } from './fit.ts'
import { footLines, lead, menuValues } from './foot.ts'
import { actionIds } from './ids.ts'
import { firstThatFits } from './line-one.ts'
import { escapeText, harmless, quote } from './mrkdwn.ts'
import { numberSources } from './sources.ts'
import { encodeState } from './state.ts'
import { stateButton } from './state-button.ts'
import { capitalized, counted, listed, sentence } from './wording.ts'

const subjectLength = 24

/** What a card says: line one, then what follows it. */
interface Body {
  first: string
  others: string[]
}

/** The card of a question outside the guides: what is not covered, what is, what little they say, what is near. */
export function notCoveredCard(answer: NotCovered, context: CardContext): Card {
  const { mark, plain } = numberSources(answer)
  if (answer.tables) return noTableCard(answer.tables, context)
  if (answer.meant) return meantCard(answer.meant, context)
  const say = answer.named?.pair.say
  const said = say ? [`${escapeText(say.text)} ${mark(say.cites)}`] : []
  const covered = escapeText(coveredLine(answer))
  const [near] = answer.nearest
  const nearLine = near ? [escapeText(sentence(`Nearest: ${near.title}`))] : []
  const reason = say ? `${escapeText(say.text)} ${plain(say.cites)}` : covered
  const show = once((told: boolean) => (near ? nearButton(near, told) : undefined))
  const cards = bodies(answer, said, covered, nearLine).map(({ first, others }) => {
    const told = nearLine.some((line) => others.includes(line))
    const text = [first, reason].join('\n')
    return build(text, [lead(first), ...others].join('\n'), context, show(told))
  })
  return firstWithin(budgets.notCovered, cards)!
}

/** The card of a table that does not exist: the names of those that do, as many as there is room for. */
function noTableCard({ asked, known }: NonNullable<NotCovered['tables']>, context: CardContext): Card {
  const names = [...new Set(known.map(({ id }) => id))]
  const example = names[0] === undefined ? '' : ` Name one, as in ${context.command} table ${names[0]}.`
  const first =
    asked === null
      ? escapeText(
          firstThatFits([
            `${counted(names.length, 'table')}.${example}`,
            `${counted(names.length, 'table')}.`,
          ]),
        )
      : `No table is called ${quote(asked, subjectLength)}.`
  const cards = names.map((_, left) => {
    const shown = names.slice(0, names.length - left).join(', ')
    const rest = left > 0 ? ` +${left} in All topics` : ''
    const body = `Tables: ${escapeText(shown)}${rest}`
    return build([first, body].join('\n'), [lead(first), body].join('\n'), context, undefined)
  })
  return firstWithin(budgets.notCovered, cards) ?? build(first, lead(first), context, undefined)
}

/** The card of names with a letter wrong: what was meant, to be shown by a press and not taken for granted. */
function meantCard({ typed, comparison }: NonNullable<NotCovered['meant']>, context: CardContext): Card {
  const { slug, title } = comparison
  const first = `Did you mean ${escapeText(title)}?`
  const why = `I know no ${harmless(typed, subjectLength)}.`
  const show = stateButton(actionIds.showEntry, 'Show that', { kind: 'comparison', slug, facts: {} }, title)
  return build([first, why].join('\n'), [lead(first), why].join('\n'), context, show)
}

/** From the most to the least that there may be room for; what the guides say outlasts all but line one. */
function bodies(
  { named, subject, otherLanguage }: NotCovered,
  said: readonly string[],
  covered: string,
  nearLine: readonly string[],
): Body[] {
  if (named) {
    // A question about one side of the pair alone is answered for that side.
    const title = subject === null ? escapeText(named.pair.title) : subjectName(subject)
    const first = `${title} is not covered.`
    return [
      { first, others: [covered, ...said, ...nearLine] },
      { first, others: [...said, ...nearLine] },
      { first, others: [...said] },
      { first: `${title}: not covered.`, others: [...said] },
      { first: 'This pair is not covered.', others: [...said] },
      { first: 'This pair is not covered.', others: [] },
    ]
  }
  if (otherLanguage) {
    const first = 'I read English only.'
    return [
      { first, others: [covered, ...nearLine] },
      { first, others: [...nearLine] },
    ]
  }
  const first = subject === null ? 'That is not covered.' : `${subjectName(subject)} is not covered.`
  return [
    { first, others: [covered, ...nearLine] },
    { first, others: [...nearLine] },
    { first, others: [] },
  ]
}

/** What was asked about, as it was typed; in small letters alone it begins the sentence with a capital. */
function subjectName(subject: string): string {
  const name = harmless(subject, subjectLength)
  return name === name.toLowerCase() ? capitalized(name) : name
}

function build(text: string, body: string, context: CardContext, show: Button | undefined): Card {
  const topics = button(actionIds.topics, 'All topics', encodeState({ kind: 'help', facts: {} }))
  const removable =
    context.surface !== 'private' && context.surface !== 'home' && context.asker !== undefined
      ? [menu([{ label: 'Remove', value: menuValues.remove(context.asker) }])]
      : []
  return {
    text,
    blocks: [section(body), ...footLines(context), actions([...(show ? [show] : []), topics, ...removable])],
  }
}

function coveredLine({ covered }: NotCovered): string {
  const names = covered.map((each) => (covered.length === 1 ? listed(each.names) : each.title))
  return firstThatFits([
    `I compare ${listed(names)}.`,
    ...[3, 2, 1]
      .filter((few) => few < names.length)
      .map((few) => `I compare ${listed([...names.slice(0, few), `${names.length - few} more`])}.`),
  ])
}

/** "Show that" below the line that names it; without that line the title itself where a button takes it. */
function nearButton(near: NotCovered['nearest'][number], told: boolean): Button {
  const label = near.title.length <= labelLength ? near.title : 'Show nearest'
  return stateButton(
    actionIds.showEntry,
    told ? 'Show that' : label,
    {
      kind: nearKind(near),
      slug: near.comparison.slug,
      facts: {},
      ...(near.entry === 'overview' ? {} : { entry: near.entry }),
    },
    near.title,
  )
}

/** What "Show that" shows: the overview of a comparison, or an entry. */
function nearKind({ comparison, entry }: NotCovered['nearest'][number]): 'comparison' | 'faq' | 'table' {
  if (entry === 'overview') return 'comparison'
  return comparison.entries.find((each) => each.entry === entry)?.kind === 'table' ? 'table' : 'faq'
}
