import { z } from 'zod'
import { Claim } from './citation.ts'
import { Day } from './date.ts'
import type { Entry } from './entry.ts'
import type { OwnFacts } from './fact.ts'
import type { Rules } from './rule.ts'
import { PublicGrade, type Source } from './source.ts'

/** One of the things compared. */
export const Option = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1).max(20),
  /** What people call it, lower case, with common misspellings. */
  aliases: z.array(z.string()).min(1),
  /** Frameworks, libraries and tools that belong to it (they speak for the option as a language would). */
  frameworks: z.array(z.string()).default([]),
})
export type Option = z.infer<typeof Option>

/** A one-tap case of the overview. */
export const Case = z.strictObject({
  /** Button label, at most 16 characters. */
  label: z.string().min(1).max(16),
  facts: z.array(z.string()).default([]),
  /** Line of the overview, without the option: "Real-time, or types shared with a TypeScript front end". */
  line: z.string().min(1).max(64),
  /** What follows; an option's id, `both` or `either`. The check proves it against the rules. */
  pick: z.string(),
  /** Said instead of an option's name where pick is `either`: "the language you know". */
  instead: z.string().optional(),
})
export type Case = z.infer<typeof Case>

/** A pair that guides only name: what little they say. */
export const NamedPair = z.strictObject({
  /** Names as people type them; a question is about this pair when it holds one of each (or one alone, if `sides` has one list). */
  sides: z.array(z.array(z.string()).min(1)).min(1).max(4),
  title: z.string().min(1).max(48),
  /** What little the guides say: at most 110 characters. */
  say: Claim,
  /** Nearest entry, by full id. */
  nearest: z.string(),
  /** True where that entry answers what is asked of the pair, and is shown where it surely does. */
  answered: z.boolean().default(false),
})
export type NamedPair = z.infer<typeof NamedPair>

/** Head of a comparison: comparison.yml in its folder; the folder's name is the slug typed after the command. */
export const ComparisonHead = z.strictObject({
  title: z.string().min(1).max(48),
  owner: z.string().min(1),
  reviewBy: Day,
  /** Months after which the check calls a source old that was not read again. */
  horizon: z.number().int().positive().default(24),
  /** What is compared, for "what is covered": "back-end languages". */
  subject: z.string().min(1).max(48),
  options: z.array(Option).min(2),
  /** Grades of the sources whose positions and citations count. */
  counted: z.array(PublicGrade).min(1).default(['vendor-guide']),
  /** What one of them is called on cards, and several: "guide" and "guides". */
  voices: z
    .strictObject({ one: z.string().min(1).max(12), many: z.string().min(1).max(12) })
    .default({ one: 'guide', many: 'guides' }),
  /** Words by which people ask for this choice without naming an option: "which language". */
  cues: z.array(z.string().min(1)).default([]),
  /**
   * What people call the choice itself, beside its subject: each of `kinds`, in the singular; where `of` names
   * something, only beside one of these ("node framework", "framework for node").
   */
  called: z
    .array(
      z.strictObject({
        kinds: z.array(z.string().min(1)).min(1),
        of: z.array(z.string().min(1)).default([]),
        /** Words before one of `kinds` that make it another thing: "test framework". */
        except: z.array(z.string().min(1)).default([]),
      }),
    )
    .default([]),
  /** True for the one comparison in which a case is weighed that names nothing: the broadest choice of all. */
  broadest: z.boolean().default(false),
  /** Questions that show how to ask, at most 40 characters each: help, App Home and the local workspace offer them. */
  examples: z.array(z.string().min(8).max(40)).min(2).max(6),
  overview: z.strictObject({
    /** Line one of the overview card, at most 80 characters. */
    answer: z.string().min(1).max(80),
    ask: z.string().max(40),
    cases: z.array(Case).min(2).max(4),
    /** Criteria of the overview's table, by id, at most six. */
    criteria: z.array(z.string()).min(1).max(6),
  }),
  named: z.array(NamedPair).default([]),
})
export type ComparisonHead = z.infer<typeof ComparisonHead>

/**
 * Words of a comparison beyond its entries' wordings. Answers rest on `foreign` alone; the rest is for the author's
 * check, which finds names that mean two things.
 */
export const Vocabulary = z.strictObject({
  /** Word or phrase → what it stands for: spelling variants and abbreviations. */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  /** An alias that means different things, with the words beside which it means each. */
  ambiguous: z
    .array(
      z.strictObject({
        word: z.string(),
        senses: z.array(z.strictObject({ means: z.string(), context: z.array(z.string()).min(1) })).min(2),
      }),
    )
    .default([]),
  /** Related words with a weight from 0 to 1: on the left one of a question, on the right those of entries. */
  related: z
    .array(
      z.strictObject({ word: z.string(), to: z.array(z.string()).min(1), weight: z.number().min(0).max(1) }),
    )
    .default([]),
  /** Names of technologies that this comparison does not cover: "A or B" with both here is another question. */
  foreign: z.array(z.string()).default([]),
  /** Libraries, tools and services: the option they belong to and the facts that they support, with the reason. */
  tools: z
    .array(
      z.strictObject({
        names: z.array(z.string()).min(1),
        option: z.string().optional(),
        facts: z.array(z.string()).default([]),
        why: z.string().optional(),
      }),
    )
    .default([]),
})
export type Vocabulary = z.infer<typeof Vocabulary>

export interface Comparison extends ComparisonHead {
  slug: string
  sources: Source[]
  entries: Entry[]
  rules: Rules
  vocabulary: Vocabulary
  /** Absent where the shared facts are enough. */
  ownFacts?: OwnFacts
  /** Who answers for what a house adds to it; one for each house that does. */
  houses?: readonly string[]
}
