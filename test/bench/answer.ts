import { miniSearchRank } from '../eval/yardstick.ts'
import { questions } from './asked.ts'
import { answer, preparedKnowledge } from './dist.ts'
import { digits, type Row } from './row.ts'
import { fastest, quantile } from './timing.ts'

const ROUNDS = 6

/** `answer()` over all questions beside MiniSearch's search over the same wordings: fastest of the rounds per question. */
export function answerPart(): Row[] {
  const engine = preparedKnowledge()
  const search = miniSearchRank(engine)
  const [ours = [], theirs = []] = fastest(
    questions(engine.knowledge),
    [(question) => answer(engine, question), (question) => search(question.text)],
    ROUNDS,
  )
  const row = (name: string, share: number, limit: number, aim: number): Row => ({
    what: `answer(), ${name} of ${ours.length} questions`,
    value: quantile(ours, share),
    unit: 'ms',
    limit,
    aim,
    beside: `MiniSearch ${digits(quantile(theirs, share))} ms`,
  })
  return [row('median', 0.5, 1, 0.3), row('p99', 0.99, 6, 3)]
}
