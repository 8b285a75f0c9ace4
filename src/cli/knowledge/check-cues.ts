import type { Comparison } from '../../core/domain/comparison.ts'
import { takeApart } from '../../core/language/text.ts'
import { onceForAll } from '../../core/once.ts'
import type { Finding } from './finding.ts'

/** More wordings of another comparison than this hold a word that is everybody's. */
const MOST = 20

/**
 * Words by which one comparison is asked for, though another one is asked in them: they lead its questions away. The
 * broadest may have such words, for all others go before it.
 */
export function checkCues(
  { slug, cues, called, broadest }: Comparison,
  all: readonly Comparison[],
): Finding[] {
  if (broadest) return []
  // Kinds that stand beside a name alone lead nobody away.
  const kinds = called.flatMap((each) => (each.of.length === 0 ? each.kinds : []))
  const words = [...new Set([...cues, ...kinds])]
  const others = all.filter((comparison) => comparison.slug !== slug)
  return others.flatMap((other) => {
    const texts = textsOf(other)
    return words.flatMap((word): Finding[] => {
      const held = texts.filter((text) => text.includes(spaced(word))).length
      if (held <= MOST) return []
      const problem = `stands in ${held} wordings of ${other.slug}, whose questions may be led away`
      return [
        {
          level: 'warning',
          where: `${slug} cue ${word}`,
          problem,
          remedy: 'Say it in more words, or take it out.',
        },
      ]
    })
  })
}

/** All other comparisons look at the same. */
const textsOf = onceForAll(({ entries }: Comparison) =>
  entries.flatMap(({ wordings }) => wordings.map(spaced)),
)

/** The words of a text with a space around each. */
function spaced(text: string): string {
  return ` ${takeApart(text)
    .tokens.map(({ word }) => word)
    .join(' ')} `
}
