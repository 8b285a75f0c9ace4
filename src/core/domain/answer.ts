import type { Case, Comparison, NamedPair } from './comparison.ts'
import type { Criterion, Entry, EntryId } from './entry.ts'
import type { FactId, OptionId, ReadFact } from './fact.ts'
import type { Pick } from './pick.ts'
import type { Tier } from './tier.ts'

/** How the guides stand on a matter: counted per guide, silent ones listed, never averaged. */
export interface Agreement {
  /** Option that most speaking guides name; `split` on a tie or none. */
  winner: OptionId | 'split' | 'both' | 'neither'
  /** Guides that name the winner. */
  forIt: string[]
  /** Guides that name another option, by option. */
  against: { option: OptionId; guides: string[] }[]
  /** Guides that say both, neither, mixed. */
  mixed: string[]
  /** Guides that speak without naming a winner. */
  open: string[]
  silent: string[]
  /** forIt + against + mixed + open. */
  speaking: number
}

/** A rule (or standing rule) as it took part in a decision. */
export interface RuleOutcome {
  /** `ai-core`, or `team/<option>`, `existing/<option>`, `either`. */
  rule: string
  tier: Tier
  option: OptionId
  /** Part of the system that it assigns, or `whole`. */
  part: string
  because: string
  facts: FactId[]
  cites: string[]
  /** Guides among the cited sources, each once. */
  guides: string[]
  but: { text: string; cites: string[] }[]
}

/** A rule that did not apply, with the facts that it lacks. */
export interface NearMiss {
  rule: string
  option: OptionId
  because: string
  lacks: FactId[]
}

/** The smallest change of facts that changes the pick. */
export interface Flip {
  /** Facts with the value they would take; `no` withdraws. */
  changes: { id: FactId; value: 'yes' | 'no' }[]
  pick: Pick
}

/** A part of the system and where it goes. */
export interface PartPick {
  part: string
  option: OptionId
  /** The outcome that assigned it. */
  by: RuleOutcome
}

/** What the decision is under one resolution of the contradictory facts. */
export interface Reading {
  facts: { id: FactId; value: 'yes' | 'no' }[]
  pick: Pick
}

/**
 * Result of the rules on a set of facts; pure data. A pick of null without readings says that rules of the house
 * contradict each other: `decided` begins with them.
 */
export interface Decision {
  pick: Pick
  /** Tier that decided; null for either and null. */
  tier: Tier | null
  /** True when only tier D speaks. */
  leaning: boolean
  /** Present when pick is `both`: each part once. */
  parts: PartPick[]
  decided: RuleOutcome[]
  outweighed: RuleOutcome[]
  nearMisses: NearMiss[]
  /** Set when readings differ: pick is null then. */
  readings: Reading[]
}

/** The one question that would settle most, with at most four choices; the last is "not sure". */
export interface Clarifying {
  fact: FactId | 'team'
  question: string
  choices: { label: string; facts: { id: FactId; value: 'yes' | 'no' }[] }[]
}

/** Names that were set beside its options and that the comparison does not cover; absent where there are none. */
export type Unweighed = readonly string[]

export interface Verdict extends Decision {
  kind: 'verdict'
  comparison: Comparison
  elsewhere?: DirectAnswer
  unweighed?: Unweighed
  /** Every fact read, counted or not, in the order of the discussion. */
  facts: ReadFact[]
  flips: Flip[]
  clarifying: Clarifying | null
  /** Criteria worth showing for these facts, best first, with their agreement. */
  rows: { criterion: Criterion; agreement: Agreement }[]
  /** Stated needs that no rule knows. */
  noRule: { quote: string; key?: string; message?: number }[]
  /** The asker is deadlocked: the card carries the advice on it. */
  deadlock: boolean
  /** Present when a thread was read. `otherLanguage` counts messages that are surely not in English. */
  read: {
    messages: number
    used: number
    unread: number
    newestUnread?: boolean
    otherLanguage?: number
  } | null
  /** Facts that were only supposed, for this answer alone; their values stand in `facts`. Empty without a what-if. */
  whatIf: FactId[]
  /** Same knowledge and facts give the same id. */
  id: string
}

export interface Overview {
  kind: 'comparison'
  comparison: Comparison
  elsewhere?: DirectAnswer
  unweighed?: Unweighed
  /** With the picks that hold in this house, where it has rules of its own. */
  cases: Case[]
  /** Rules of the house that always hold; absent where there are none. */
  house?: RuleOutcome[]
  rows: { criterion: Criterion; agreement: Agreement }[]
}

export interface TopicAnswer {
  kind: 'faq'
  comparison: Comparison
  elsewhere?: DirectAnswer
  unweighed?: Unweighed
  entry: Entry
  agreement: Agreement | null
  /** Criteria that answer it together, with how the guides stand on each; empty where one count says it. */
  rows: { criterion: Criterion; agreement: Agreement }[]
  /** Rules of the house that say otherwise than line one; absent where none does. */
  house?: RuleOutcome[]
  /** Question words that led here. */
  matched: string[]
}

export interface TableAnswer {
  kind: 'table'
  comparison: Comparison
  elsewhere?: DirectAnswer
  entry: Extract<Entry, { kind: 'table' }>
}

export interface Ambiguous {
  kind: 'ambiguous'
  comparison: Comparison
  elsewhere?: DirectAnswer
  /** Three to choose from, best first; `overview` among them where a choice may have been meant. */
  candidates: { entry: EntryId; title: string }[]
}

export interface NotCovered {
  kind: 'not-covered'
  /** What was asked about, where a foreign name was seen: "Rust". */
  subject: string | null
  /** What the guides say in passing on that pair. */
  named: { comparison: Comparison; pair: NamedPair } | null
  /** The question is surely not in English, so nothing of it was read but names. */
  otherLanguage?: true
  /** What is covered. */
  covered: { slug: string; title: string; names: string[] }[]
  nearest: { comparison: Comparison; entry: EntryId; title: string }[]
  /** Set where one word is a letter off a name: what was typed, and the comparison that was meant. */
  meant?: { typed: string; comparison: Comparison }
  /** Set where a table was asked for that is none: what it was called, null without a name, and the tables there are. */
  tables: { asked: string | null; known: { comparison: Comparison; entry: EntryId; id: string }[] } | null
}

export interface Help {
  kind: 'help'
  /** What was said wants no answer: thanks, a farewell. */
  courtesy: boolean
  covered: { slug: string; title: string; names: string[]; topics: number }[]
}

/** An answer that offers no choice and refuses nothing; as `elsewhere`, what another comparison would have said. */
export type DirectAnswer = Verdict | Overview | TopicAnswer | TableAnswer

export type Answer = Verdict | Overview | TopicAnswer | TableAnswer | Ambiguous | NotCovered | Help
