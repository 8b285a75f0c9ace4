import type { Overview } from '../core/domain/answer.ts'
import type { Case } from '../core/domain/comparison.ts'
import { criterionRows } from './agreement.ts'
import { actions, section, smallPrint, table } from './blocks.ts'
import { budgets, tableLimits } from './budget.ts'
import type { Card, CardContext } from './card-types.ts'
import { elsewhereLines } from './elsewhere.ts'
import { fitCard, times } from './fit.ts'
import { footLines, footRow, lead } from './foot.ts'
import { actionIds, numberedAction } from './ids.ts'
import { cut, escapeText } from './mrkdwn.ts'
import { houseLine } from './outcome.ts'
import { numberSources } from './sources.ts'
import { stateMetadata, stateOf } from './state.ts'
import { stateButton } from './state-button.ts'
import { unweighedLines } from './unweighed.ts'
import { guidesLine, pickName } from './wording.ts'

type Cut = 'rows' | 'full'

const formLabel = 'Our case…'

/** The card of two names and nothing else: neither fits all, the one-tap cases, the criteria that decide most. */
export function overviewCard(answer: Overview, context: CardContext): Card {
  const asked = { rows: Math.min(answer.rows.length, tableLimits.rows), full: answer.cases.length }
  const cuts: Cut[] = [...times<Cut>('rows', 3), ...times<Cut>('full', 4), ...times<Cut>('rows', 3)]
  return fitCard(budgets.overview, asked, cuts, (room) => build(answer, context, room))
}

function build(answer: Overview, context: CardContext, room: Record<Cut, number>): Card {
  const { comparison, cases } = answer
  const { answer: first, ask } = comparison.overview
  // The last cases give up their line first: their label says the same in fewer words.
  const lines = cases.map((each, index) => caseLine(answer, each, index < room.full))
  const numbering = numberSources(answer)
  const house = (answer.house ?? []).map((rule) => houseLine(rule, numbering))
  const rows = answer.rows.slice(0, room.rows)
  const choices = cases.map((each, index) =>
    stateButton(
      numberedAction(actionIds.case, index),
      each.label,
      { ...stateOf(answer), choice: { facts: Object.fromEntries(each.facts.map((id) => [id, 'yes'])) } },
      each.line,
    ),
  )
  // A row holds four choices at most.
  const beside = choices.length < 4
  if (beside) choices.push(stateButton(actionIds.form, formLabel, stateOf(answer)))
  return {
    text: escapeText([first, ...cases.slice(0, 1).map((each) => plainCase(answer, each, true))].join('\n')),
    blocks: [
      section([lead(escapeText(first)), ...unweighedLines(answer), ...house, ...lines].join('\n')),
      section(escapeText(ask)),
      actions(choices),
      ...(rows.length > 0 ? [table(criterionRows(comparison, rows))] : []),
      smallPrint(escapeText(guidesLine(comparison, context.asOf))),
      ...elsewhereLines(answer),
      ...footLines(context),
      footRow(answer, context, { ...(beside ? {} : { form: formLabel }), fullTable: true, share: true }),
    ],
    metadata: stateMetadata(stateOf(answer)),
  }
}

function caseLine(answer: Overview, each: Case, full: boolean): string {
  return `• ${escapeText(plainCase(answer, each, full))}`
}

function plainCase({ comparison }: Overview, each: Case, full: boolean): string {
  const goes = each.pick === 'either' && each.instead ? each.instead : pickName(comparison, each.pick)
  return full ? `${each.line} → ${goes}` : cut(`${each.label} → ${goes}`, 38)
}
