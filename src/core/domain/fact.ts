import { z } from 'zod'
import { Citation } from './citation.ts'
import type { NotCounted } from './not-counted.ts'

/** Identifier of a fact: `real-time`, or with an option `team/<option>`, `existing/<option>`. */
export type FactId = string

export type OptionId = string

/** One fact that can be read out of a discussion. Texts of facts per option hold `{option}` for its name. */
export const Fact = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** True for facts that exist once per option (`team`, `existing`); their full id is `<id>/<option>`. */
  perOption: z.boolean().default(false),
  /** Name in lists and buttons, at most 24 characters. */
  name: z.string().min(1).max(40),
  /** One sentence: when is it true. */
  means: z.string().min(1),
  /** The question that the bot asks for it. */
  question: z.string().min(1).max(80),
  /** Noun phrase for sentences: "live updates". */
  noun: z.string().min(1).max(40),
  /** What happens when it becomes true, as in "if …": "live updates are needed". */
  whenTrue: z.string().min(1).max(60),
  /** What happens when it stops: "live updates are dropped". */
  whenFalse: z.string().min(1).max(60),
  /** The usual part of the system that it speaks of; `whole` for the team and what runs. */
  part: z.string().min(1),
  /** False: read and shown, but no rule may use it. */
  pulls: z.boolean().default(true),
  /** True for what people say beside needs, such as what is in fashion: line one gives it as no reason. */
  aside: z.boolean().optional(),
  /** Order in which facts are asked and listed, 1 first. */
  rank: z.number().int().positive(),
  /** Facts that cannot hold together with it on one part: the stronger replaces the weaker (`ai-core` over `ai-feature`). */
  replaces: z.array(z.string()).default([]),
  /** True for what must show as it happens: said of something that changes seldom it is no need. */
  asItHappens: z.boolean().optional(),
  /** A number with one of these units settles it: from `yesFrom` it holds, up to `noUpTo` it does not, between it is open. */
  quantity: z
    .strictObject({
      units: z.array(z.string()).min(1),
      yesFrom: z.number().positive(),
      noUpTo: z.number().nonnegative(),
      cites: z.array(Citation).min(1),
    })
    .optional(),
})
export type Fact = z.infer<typeof Fact>

/** A part of a system, for verdicts that split: "the live part". */
export const Part = z.strictObject({
  id: z.string(),
  name: z.string().max(24),
})
export type Part = z.infer<typeof Part>

/** Facts and the parts that they speak of: those common to all comparisons, or those of one alone. */
export const Catalogue = z.strictObject({
  /** A comparison's own file may leave them out and use the shared ones. */
  parts: z.array(Part).default([]),
  facts: z.array(Fact).min(1),
})
export type Catalogue = z.infer<typeof Catalogue>

/** What people plainly call facts. */
export type FactTerms = readonly (readonly [fact: string, term: string])[]

/** Facts and parts that only one comparison knows, with what people plainly call them. */
export interface OwnFacts extends Catalogue {
  terms: FactTerms
}

export type FactValue = 'yes' | 'no' | 'maybe' | 'past'
/** stated: said as a need; assumed: only mentioned in a thread; given: a click, a form or a profile. */
export type FactGrade = 'stated' | 'assumed' | 'given'

/** A fact as read from a text or given by a person. */
export interface ReadFact {
  id: FactId
  value: FactValue
  grade: FactGrade
  counted: boolean
  /** Why it is not counted; absent when it is. */
  reason?: NotCounted
  /** Exact words that gave it; absent for given facts. */
  quote?: string
  /** The words of the quote that decided: a short line quotes around them. */
  key?: string
  /** Index of the message in the question's thread; absent outside threads. */
  message?: number
  /** Part of the system, where the text names one; else the catalogue's usual part holds. */
  part?: string
  /** 0–1, how sure the reader is; given facts have 1. */
  probability: number
}
