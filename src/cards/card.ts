import type { Answer } from '../core/domain/answer.ts'
import { ambiguousCard } from './ambiguous.ts'
import type { Card, CardContext, CardKnowledge } from './card-types.ts'
import { helpCard } from './help.ts'
import { notCoveredCard } from './not-covered.ts'
import { overviewCard } from './overview.ts'
import { tableCard } from './stored-table.ts'
import { topicCard } from './topic.ts'
import { verdictCard } from './verdict.ts'

/** The first card of an answer: within its budget, every claim with its sources, nothing of people unescaped. */
export function card(knowledge: CardKnowledge, answer: Answer, context: CardContext): Card {
  switch (answer.kind) {
    case 'verdict':
      return verdictCard(knowledge, answer, context)
    case 'comparison':
      return overviewCard(answer, context)
    case 'faq':
      return topicCard(answer, context)
    case 'table':
      return tableCard(answer, context)
    case 'ambiguous':
      return ambiguousCard(answer, context)
    case 'not-covered':
      return notCoveredCard(answer, context)
    case 'help':
      return helpCard(knowledge, answer, context)
  }
}
