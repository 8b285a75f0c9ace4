import type { Question } from '../domain/question.ts'
import type { Engine } from '../engine.ts'
import { excerpt } from '../language/pieces.ts'
import { foreignNames } from '../matching/foreign.ts'
import { Opened, parse } from '../reading/parse.ts'
import { isAskedFor } from '../routing/asked-for.ts'
import { isForeignTo, isNamed, optionsIn, type Routed } from '../routing/routed.ts'
import { subjectOf } from './not-covered.ts'

/**
 * What a discussion is about whose choice is not covered ("kotlin or java for the ledger"): it was opened with it, and
 * nobody in it sets our options against each other or names two of them. Else null.
 */
export function otherChoice(
  engine: Engine,
  { thread = [] }: Pick<Question, 'thread'>,
  { of, parsed }: Pick<Routed, 'of' | 'parsed'>,
): string | null {
  const [opening] = thread
  if (!opening) return null
  const chosen = foreignNames(excerpt(opening.text), engine.foreign).filter(
    (name) => name.chosen && isForeignTo(name, of),
  )
  // Hardly a discussion begins so: nothing is taken apart for the others.
  if (chosen.length === 0) return null
  const said = thread.map(({ text }) => parse(new Opened(excerpt(text), engine.lexicon), of.names))
  const first = said[0]!
  const named = optionsIn(first.mentions)
  const name = chosen.find((each) => !isNamed(each, first) && isAskedFor(each, { parsed: first, named }))
  if (!name) return null
  const mentions = [...said, parsed].flatMap((each) => each.mentions)
  const isOurs = mentions.some(({ inChoice }) => inChoice) || optionsIn(mentions) > 1
  return isOurs ? null : subjectOf(name, { of, parsed: first })
}
