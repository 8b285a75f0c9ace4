import type { FactId, ReadFact } from './fact.ts'

/** A message of the discussion, oldest first; the caller has removed what is no evidence for its transport. */
export interface Message {
  /** Plain text, unescaped. */
  text: string
  /** Name to show; absent where it is not known. */
  author?: string
  /** Stable id of the author, to tell two people apart. */
  authorId?: string
  /** Time label to show, such as 10:07. */
  time?: string
  permalink?: string
}

/** One question, whatever door it came through. */
export interface Question {
  /** What was addressed to the bot, without its mention. */
  text: string
  /** Day of the question, YYYY-MM-DD; the only clock of the core. */
  asOf: string
  /** Slug, where the asker or a button named the comparison. */
  comparison?: string
  /** The discussion before the question, oldest first; absent outside threads. */
  thread?: Message[]
  /** Messages that exist but could not be read (limits): those between the first and the newest. */
  unread?: number
  /** True where those that could not be read are the newest. */
  newestUnread?: boolean
  /** True where somebody asked to weigh the discussion, whatever it seems to be about. */
  weigh?: boolean
  /**
   * Facts from buttons or forms: they replace what is read. When `only` is true nothing is read from text. `whatIf`
   * holds the ids of those that were only supposed.
   */
  given?: { facts: ReadFact[]; only: boolean; deadlock?: boolean; whatIf?: FactId[] }
}

/** A question as it would be without the discussion before it. */
export function alone({ thread: _, ...question }: Question): Question {
  return question
}
