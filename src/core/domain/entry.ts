import { z } from 'zod'
import { Citation, Claim } from './citation.ts'

/** Kinds of entries that answer a general question; each has a file of its name in a comparison's folder. */
export const TopicKind = z.enum(['criterion', 'faq', 'scenario', 'migration', 'polyglot', 'note', 'table'])
export type TopicKind = z.infer<typeof TopicKind>

/** Full id of an entry: `criterion/type-safety`. */
export type EntryId = string

/**
 * What one source says on a matter: a guide, or a public page. `winner`: an option's id; `both` (good with either); `neither`;
 * `mixed` (depends, or says two things); `none` (speaks of it without a winner). Silent guides are not listed.
 */
export const Position = z.strictObject({
  guide: z.string(),
  winner: z.string(),
  at: z.array(Citation).min(1),
  /** What it says of each option, in our words; options may be missing. */
  says: z.record(z.string(), z.string()).default({}),
  note: z.string().optional(),
})
export type Position = z.infer<typeof Position>

const topic = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Name in lists: at most 48 characters. */
  title: z.string().min(1).max(48),
  /** Line one of the card: answers in at most 80 characters and carries its condition. */
  answer: z.string().min(1).max(80),
  cites: z.array(Citation).min(1),
  /** Set where line one is what we read in the sources, and none of them says it: no source is credited with it. */
  ownReading: z.literal(true).optional(),
  /** On the card, at most two, each at most 110 characters. */
  points: z.array(Claim).max(2).default([]),
  /** Behind "Why?": everything else that the guides say on it. */
  more: z.array(Claim).default([]),
  /** What primary sources confirm or correct, dated by their source. */
  checks: z.array(Claim).default([]),
  /** Other ways to ask for it; more of them stand in wordings.yml. */
  wordings: z.array(z.string()).default([]),
  /** Entries near to it, by full id. */
  see: z.array(z.string()).default([]),
}

/** A general question with its answer: one question, one point. */
export const Topic = z.strictObject({
  ...topic,
  positions: z.array(Position).default([]),
  /** Criteria, by id, that answer it together: the card shows how the guides stand on each, in place of one count. */
  criteria: z.array(z.string()).max(6).default([]),
  /** Set where line one recommends: an option's id, `both` or `either`. */
  pick: z.string().optional(),
})
export type Topic = z.infer<typeof Topic>

/** A dimension on which the options are compared. */
export const Criterion = z.strictObject({
  ...topic,
  /** Name in a table's first column: at most 14 characters. */
  short: z.string().min(1).max(14),
  positions: z.array(Position).min(1),
  /** Where guides differ, in one or two sentences; required when they do. */
  differ: Claim.optional(),
  /** Facts that make this row worth showing. */
  facts: z.array(z.string()).default([]),
})
export type Criterion = z.infer<typeof Criterion>

/** A typical situation with the pick that the guides give it; the check proves it against the rules. */
export const Scenario = z.strictObject({
  ...topic,
  facts: z.array(z.string()).min(1),
  pick: z.string(),
  positions: z.array(Position).default([]),
})
export type Scenario = z.infer<typeof Scenario>

/** A table as a guide prints it, in our words. */
export const Table = z.strictObject({
  ...topic,
  /** Always shown with its figures. */
  caveat: Claim.optional(),
  columns: z.array(z.string()).min(2).max(6),
  /** Cells are strings with figures exact; every row cites its line. */
  rows: z
    .array(
      z.strictObject({ cells: z.array(z.string().min(1)).min(2).max(6), cites: z.array(Citation).min(1) }),
    )
    .min(1),
})
export type Table = z.infer<typeof Table>

export type Entry =
  | ({ kind: 'criterion'; entry: EntryId } & Criterion)
  | ({ kind: 'scenario'; entry: EntryId } & Scenario)
  | ({ kind: 'table'; entry: EntryId } & Table)
  | ({ kind: 'faq' | 'migration' | 'polyglot' | 'note'; entry: EntryId } & Topic)
