import type { Question } from '../../../src/core/domain/question.ts'
import { seeded } from '../../whole-path/seeded.ts'
import type { Generated } from './generate.ts'

/** A question with the comparison that it is about. */
export interface Asking extends Question {
  about: string
}

/**
 * So many questions in words that no file holds: a third sets two options against each other, every second of these
 * with a need and else with a topic; a third names one option and a topic; a third names nothing but a topic.
 */
export function questionsOn(all: readonly Generated[], count: number, seed: string): Asking[] {
  const draws = seeded(seed)
  return Array.from({ length: count }, (_, n) => {
    const { slug, names, asked, needs } = draws.pick(all)
    const [left, right] = names
    const topic = draws.pick(draws.pick(asked).texts)
    const need = draws.pick(needs)
    const texts = [
      n % 2 === 0 ? `we need ${need}, ${left} or ${right}?` : `${left} vs ${right}: ${topic}`,
      `${topic} ${draws.pick(names)}`,
      topic,
    ]
    return { text: texts[n % 3]!, asOf: '2026-11-20', about: slug }
  })
}
