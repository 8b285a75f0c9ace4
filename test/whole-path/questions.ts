import type { Message, Question } from '../../src/core/domain/question.ts'
import type { Engine } from '../../src/core/engine.ts'
import { asOf, comparisonIn } from './real-knowledge.ts'
import { seeded } from './seeded.ts'

/** A message of a discussion. */
export function aMessage(text: string, more: Partial<Message> = {}): Message {
  return { text, authorId: 'U1', author: 'Ann', ...more }
}

/**
 * `count` questions of every kind, the same for the same seed: wordings of entries, needs in the words of the
 * catalogue, names, commands, pairs that nobody covers, and discussions of up to eight messages.
 */
export function questionsOf(engine: Engine, count: number, seed = 'questions'): Question[] {
  const { catalogue, language } = engine.knowledge
  const { entries, options, slug } = comparisonIn(engine)
  const { pick, below } = seeded(seed)
  const name = () => pick(pick(options).aliases)
  const need = () => pick(catalogue.facts).whenTrue.replaceAll('{option}', pick(options).name)
  const situation = () => `${need()} and ${need()}, ${name()} or ${name()}?`
  const texts: (() => string)[] = [
    () => pick(pick(entries.filter(({ wordings }) => wordings.length > 0)).wordings),
    () => pick(entries).title,
    situation,
    () => `should we use ${name()}? ${need()}, but maybe later ${need()}`,
    () => `${name()} vs ${name()}`,
    () => `${pick(language.foreign)} or ${pick(language.foreign)}`,
    () => pick([slug, 'help', 'list', '', `table ${pick(entries).id}`]),
  ]
  return Array.from({ length: count }, (): Question => {
    const text = pick(texts)()
    if (below(4) > 0) return { text, asOf }
    const thread = Array.from({ length: 1 + below(8) }, () =>
      aMessage(pick([situation, need, () => `no, ${need()}`, () => 'thanks!'])(), {
        authorId: `U${below(3)}`,
      }),
    )
    return { text: pick(['what should we pick?', text]), asOf, thread }
  })
}
