import { header, section, smallPrint } from './blocks.ts'
import type { CardContext, CardKnowledge, HomeView } from './card-types.ts'
import { howToAskBlocks } from './help.ts'
import { escapeText } from './mrkdwn.ts'
import { comparisonBlocks } from './topics-modal.ts'
import { ageLine, commonVoices } from './wording.ts'

const mostBlocks = 100

/** The Home tab: what is covered, how to ask, the topics by kind, and what is done with messages. */
export function homeView(knowledge: CardKnowledge, context: CardContext): HomeView {
  const rules = knowledge.comparisons.some(({ houses }) => houses) ? ' and documents of this house' : ''
  const head = [
    header('Stack Verdict'),
    section(`I answer from published ${commonVoices(knowledge)}${rules}, with the source beside each claim.`),
    ...howToAskBlocks(knowledge, context.command),
  ]
  const foot = smallPrint('I read a thread only when called there. I keep and log no message text.')
  const covered = knowledge.comparisons.flatMap((comparison) => [
    ...comparisonBlocks(comparison),
    smallPrint(escapeText(ageLine(comparison, context.asOf))),
  ])
  return { type: 'home', blocks: [...head, ...covered.slice(0, mostBlocks - head.length - 1), foot] }
}
