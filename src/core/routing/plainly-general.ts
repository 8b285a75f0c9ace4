import { SURER_THAN_A_CASE } from '../answering/thresholds.ts'
import type { Engine } from '../engine.ts'
import { saidWords } from '../language/text.ts'
import type { EntryMatch } from '../matching/entry-index.ts'
import type { Parsed } from '../reading/parse.ts'

/** A shorter message in a thread ("one or two?") speaks of the thread. */
const LEAST_WORDS_OF_A_TOPIC = 6

/** Share of the words that the entry has to know. */
const LEAST_COVERAGE = 0.85

/** True for a message in a thread that is a general question, whatever was discussed before it. */
export function isPlainlyGeneral(
  { deictic }: Pick<Engine, 'deictic'>,
  { parsed, match, sure }: { parsed: Parsed; match: EntryMatch; sure: number },
): boolean {
  const words = saidWords(parsed.tokens)
  const chooses = parsed.mentions.some((mention) => mention.inChoice)
  const own = chooses || words.some((word) => deictic.has(word))
  return (
    !own &&
    words.length >= LEAST_WORDS_OF_A_TOPIC &&
    sure >= SURER_THAN_A_CASE &&
    match.coverage >= LEAST_COVERAGE
  )
}
