import { SURER_THAN_A_CASE } from '../answering/thresholds.ts'
import type { Engine } from '../engine.ts'
import { saidWords } from '../language/text.ts'
import type { EntryMatch } from '../matching/entry-index.ts'
import type { Parsed } from '../reading/parse.ts'
import { strangers } from './strangers.ts'

/** A shorter message in a thread ("one or two?") speaks of the thread. */
const LEAST_WORDS = 6

/**
 * So does one that says little but which options there are and that one is to be chosen ("so what is written in
 * what?"): these many of its words name a topic.
 */
const LEAST_WORDS_OF_A_TOPIC = 3

/** Share of the words that the entry has to know. */
const LEAST_COVERAGE = 0.85

/** True for a message in a thread that is a general question, whatever was discussed before it. */
export function isPlainlyGeneral(
  engine: Pick<Engine, 'deictic' | 'allNames' | 'carriers'>,
  { parsed, match, sure }: { parsed: Parsed; match: EntryMatch; sure: number },
): boolean {
  const words = saidWords(parsed.tokens)
  const chooses = parsed.mentions.some((mention) => mention.inChoice)
  const own = chooses || words.some((word) => engine.deictic.has(word))
  return (
    !own &&
    words.length >= LEAST_WORDS &&
    strangers(engine, parsed.tokens) >= LEAST_WORDS_OF_A_TOPIC &&
    sure >= SURER_THAN_A_CASE &&
    match.coverage >= LEAST_COVERAGE
  )
}
