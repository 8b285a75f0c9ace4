import type { Question } from '../domain/question.ts'
import type { Engine } from '../engine.ts'
import { excerpt } from '../language/pieces.ts'
import { type ForeignName, foreignNames } from '../matching/foreign.ts'
import { Opened, type Parsed, parse } from '../reading/parse.ts'
import { isAskedFor } from '../routing/asked-for.ts'
import { isNamed, optionsIn, type Routed } from '../routing/routed.ts'

/**
 * The name by which a discussion is about a choice that is not covered ("kotlin or java for the ledger"): it was opened
 * with it, and nobody in it sets our options against each other or names two of them. Else null.
 */
export function otherChoice(
  engine: Engine,
  { thread = [] }: Pick<Question, 'thread'>,
  { of, parsed }: Pick<Routed, 'of' | 'parsed'>,
): { name: ForeignName; parsed: Parsed } | null {
  const taken = (text: string) => parse(new Opened(excerpt(text), engine.lexicon), of.names)
  const [opening] = thread
  if (!opening) return null
  const first = taken(opening.text)
  const named = optionsIn(first.mentions)
  const name = foreignNames(first.text, engine.foreign).find(
    (each) =>
      each.chosen &&
      (!each.to || each.to.includes(of.comparison.slug)) &&
      !isNamed(each, first) &&
      isAskedFor(each, { parsed: first, named }),
  )
  if (!name) return null
  const mentions = [...thread.map(({ text }) => taken(text)), parsed].flatMap((each) => each.mentions)
  return mentions.some(({ inChoice }) => inChoice) || optionsIn(mentions) > 1 ? null : { name, parsed: first }
}
