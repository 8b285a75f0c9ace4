import { z } from 'zod'
import { Citation, Claim, HouseCitation } from './citation.ts'
import { GUIDE_TIERS } from './tier.ts'

const named = { id: z.string().regex(/^[a-z][a-z0-9-]*$/), option: z.string() }

/** A decision rule: if all its facts are counted with value yes (and none of `unless`), it pulls to its option. */
export const GuideRule = z.strictObject({
  ...named,
  tier: z.enum(GUIDE_TIERS),
  when: z.array(z.string()).min(1),
  unless: z.array(z.string()).default([]),
  /** Part that it assigns; default: the usual part of its first fact. */
  part: z.string().optional(),
  /** False where the part cannot be built apart from the rest (shared types with a front end: true; strict typing: false). */
  separable: z.boolean().default(true),
  /** A reason that a reader accepts, one sentence of at most 14 words, without naming the guides. */
  because: z.string().min(1).max(90),
  /** Guide lines that back it; their guides are counted. Primary sources may follow. */
  cites: z.array(Citation).min(1),
  /** What speaks against it. */
  but: z.array(Claim).default([]),
})

/** A rule of the house that runs the bot: its own document says so, and no guide outranks it. */
export const HouseRule = z.strictObject({
  ...named,
  tier: z.literal('must'),
  /** Left out: it always holds. */
  when: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
  /** Left out: the usual part of its first fact; of one that always holds, the whole system. */
  part: z.string().optional(),
  separable: z.boolean().default(true),
  /** As of any rule, but said by the house: "The platform runs nothing else." */
  because: z.string().min(1).max(90),
  /** The house's documents, with a section where there is one; left out: the first of house.yml. */
  cites: z.array(HouseCitation).default([]),
  but: z.array(Claim).default([]),
})

export const Rule = z.discriminatedUnion('tier', [GuideRule, HouseRule])
export type Rule = z.infer<typeof Rule>

/** Rules that hold for each option alike; `{option}` stands for the option's name. */
export const StandingRule = z.strictObject({
  because: z.string().min(1).max(90),
  cites: z.array(Citation).min(1),
  but: z.array(Claim).default([]),
})
export type StandingRule = z.infer<typeof StandingRule>

export const Rules = z.strictObject({
  /** Tier B: the team is proficient in exactly one option. */
  team: StandingRule,
  /** What already runs is kept for its part. */
  existing: StandingRule,
  /** Said when nothing separates the options. */
  either: z.strictObject({
    because: z.string().max(90),
    cites: z.array(Citation).min(1),
    /** Who among the guides leans where in that case. */
    leans: z.array(Claim).default([]),
  }),
  /** Said with `either` when the team is deadlocked. */
  deadlock: Claim,
  /** How parts in different options talk to each other. */
  both: z.strictObject({ because: z.string().max(90), cites: z.array(Citation).min(1) }),
  rules: z.array(Rule).min(1),
})
export type Rules = z.infer<typeof Rules>
