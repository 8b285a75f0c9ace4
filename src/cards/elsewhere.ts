import type { Answer } from '../core/domain/answer.ts'
import { smallPrint } from './blocks.ts'
import type { Block, Button } from './card-types.ts'
import { actionIds, numberedAction } from './ids.ts'
import { escapeText } from './mrkdwn.ts'
import { stateOf } from './state.ts'
import { stateButton } from './state-button.ts'
import { shortName } from './wording.ts'

/** Apart from the numbers of topics that a card offers by the same action. */
const place = 9

/** Which comparison answered, where another one might have; empty where the choice was clear. */
export function elsewhereLines(answer: Answer): Block[] {
  if (!('elsewhere' in answer) || !answer.elsewhere) return []
  return [smallPrint(escapeText(`Answered as ${answer.comparison.title}.`))]
}

/** A button to the answer of the other comparison. */
export function elsewhereButtons(answer: Answer): Button[] {
  if (!('elsewhere' in answer) || !answer.elsewhere) return []
  const { elsewhere } = answer
  const label = shortName(elsewhere.comparison) ?? 'Another choice'
  const action = numberedAction(actionIds.showEntry, place)
  return [stateButton(action, label, stateOf(elsewhere), elsewhere.comparison.title)]
}
