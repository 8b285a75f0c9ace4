import { z } from 'zod'
import { type Correction, givenFact } from '../core/decision/given.ts'
import type { Answer } from '../core/domain/answer.ts'
import { catalogueOf, fullIds } from '../core/domain/catalogue.ts'
import type { FactId, FactValue, ReadFact } from '../core/domain/fact.ts'
import type { Pick } from '../core/domain/pick.ts'
import type { Card, CardContext, CardKnowledge } from './card-types.ts'
import { metadataType } from './ids.ts'

const version = 2

const Kind = z.enum(['verdict', 'comparison', 'faq', 'table', 'ambiguous', 'not-covered', 'help'])

/** A fact's value in one letter, a capital where a person gave it: a menu's state has 255 characters. */
const Letter = z.enum(['y', 'n', 'm', 'p', 'Y', 'N', 'M', 'P'])
const values: Readonly<Record<string, FactValue>> = { y: 'yes', n: 'no', m: 'maybe', p: 'past' }

const Wire = z.strictObject({
  v: z.literal(version),
  kind: Kind,
  slug: z.string().optional(),
  facts: z.record(z.string(), Letter).default({}),
  entry: z.string().optional(),
  choice: z
    .strictObject({ asked: z.string().optional(), facts: z.record(z.string(), z.enum(['yes', 'no'])) })
    .optional(),
  unsure: z.array(z.string()).optional(),
  whatIf: z.array(z.string()).optional(),
})

/** All that a press needs to answer again: ids and values, never anybody's words. */
export interface State {
  kind: Answer['kind']
  slug?: string | undefined
  facts: Record<FactId, FactValue>
  /** Those of the facts that people gave, by a press or a form. */
  given?: FactId[] | undefined
  entry?: string | undefined
  /** On the button of a choice: the question that it answers, if any, and what it says; nothing says "not sure". */
  choice?: { asked?: FactId | undefined; facts: Record<FactId, 'yes' | 'no'> } | undefined
  /** Questions that were answered with "not sure". */
  unsure?: FactId[] | undefined
  /** Those of the facts that were only supposed. */
  whatIf?: FactId[] | undefined
}

export type DecodedState =
  | { ok: true; state: State }
  | { ok: false; problem: 'unreadable' | 'other-version' | 'unknown-id'; what: string }

const valueLength = 2000
const blockIdLength = 255

/**
 * The state as a button's value, at most 2,000 characters. Throws a RangeError beyond: no catalogue has so many
 * facts that one discussion reaches it.
 */
export function encodeState({ facts, given = [], ...rest }: State): string {
  const letters: Record<string, string> = {}
  for (const [id, value] of Object.entries(facts)) {
    const letter = value.charAt(0)
    letters[id] = given.includes(id) ? letter.toUpperCase() : letter
  }
  const text = JSON.stringify({ v: version, ...rest, facts: letters })
  if (text.length > valueLength)
    throw new RangeError(`A button takes ${valueLength} characters of state, not ${text.length}.`)
  return text
}

/** An encoded state as the id of a row of buttons, for its menu; undefined where it is too long for one. */
export function stateBlockId(encoded: string): string | undefined {
  return encoded.length <= blockIdLength ? encoded : undefined
}

/** Reads a state that a press brought, and checks every id in it against the knowledge of today. */
export function decodeState(knowledge: CardKnowledge, text: string): DecodedState {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'unreadable', what: 'the button' }
  }
  const other = z.looseObject({ v: z.number() }).safeParse(raw)
  if (other.success && other.data.v !== version)
    return { ok: false, problem: 'other-version', what: `version ${other.data.v}` }
  const parsed = Wire.safeParse(raw)
  if (!parsed.success) return { ok: false, problem: 'unreadable', what: 'the button' }
  const { v: _, facts: letters, ...rest } = parsed.data
  const facts = Object.entries(letters)
  const given = facts.filter(([, letter]) => letter !== letter.toLowerCase()).map(([id]) => id)
  const state: State = {
    ...rest,
    facts: Object.fromEntries(facts.map(([id, letter]) => [id, values[letter.toLowerCase()] ?? 'maybe'])),
    ...(given.length > 0 ? { given } : {}),
  }
  const unknown = unknownId(knowledge, state)
  return unknown === null ? { ok: true, state } : { ok: false, problem: 'unknown-id', what: unknown }
}

/** One private line that tells whoever pressed why the press does nothing, and what to do. */
export function stateProblem(decoded: Extract<DecodedState, { ok: false }>, command: string): string {
  if (decoded.problem === 'unknown-id')
    return `This card speaks of ${decoded.what}, which the guides no longer cover. Ask again with ${command}.`
  return `This card comes from another version of me. Ask again with ${command}.`
}

/**
 * The state that gives an answer again. Facts in dispute are left out: a choice brings them. `unsure` is what the
 * conversation about the answer adds.
 */
export function stateOf(answer: Answer, { unsure }: Partial<CardContext> = {}): State {
  const head = { kind: answer.kind, facts: {} }
  if (answer.kind === 'verdict') {
    const facts: State['facts'] = {}
    const told = answer.facts.filter(({ value, counted }) => counted || value === 'maybe' || value === 'past')
    for (const { id, value } of told) facts[id] = value
    for (const { id, value, counted } of told) if (counted) facts[id] = value
    const given = [...new Set(told.filter(({ grade }) => grade === 'given').map(({ id }) => id))]
    return {
      ...head,
      slug: answer.comparison.slug,
      facts,
      ...(given.length > 0 ? { given } : {}),
      ...(unsure && unsure.length > 0 ? { unsure: [...unsure] } : {}),
      ...(answer.whatIf.length > 0 ? { whatIf: answer.whatIf } : {}),
    }
  }
  if (answer.kind === 'faq' || answer.kind === 'table')
    return { ...head, slug: answer.comparison.slug, entry: answer.entry.entry }
  if (answer.kind === 'comparison' || answer.kind === 'ambiguous')
    return { ...head, slug: answer.comparison.slug }
  return head
}

/** The facts of a state; without the discussion they have no words. */
export function factsOf({ facts, given = [] }: State): ReadFact[] {
  return Object.entries(facts).map(([id, value]) => {
    const grade = given.includes(id) ? ('given' as const) : ('stated' as const)
    const fact = value === 'past' ? pastFact(id) : givenFact(id, value)
    return { ...fact, grade }
  })
}

/** The verdict's state after corrections: each is given, whatever was read; what else was asked about it stays. */
export function corrected(state: State, corrections: readonly Correction[]): State {
  const { slug, facts, given = [], unsure } = state
  const whatIf = state.whatIf?.filter((id) => !corrections.some((correction) => correction.id === id))
  return {
    kind: 'verdict',
    ...(slug === undefined ? {} : { slug }),
    facts: { ...facts, ...Object.fromEntries(corrections.map(({ id, value }) => [id, value])) },
    given: [...new Set([...given, ...corrections.map(({ id }) => id)])],
    ...(unsure === undefined ? {} : { unsure }),
    ...(whatIf?.length ? { whatIf } : {}),
  }
}

/** The state as metadata of a posted message, with the pick where it is a verdict: what it said must outlast us. */
export function stateMetadata(state: State, pick?: Pick): NonNullable<Card['metadata']> {
  const said = pick === undefined ? {} : { pick: pick ?? noPick }
  return { event_type: metadataType, event_payload: { state: encodeState(state), ...said } }
}

const noPick = 'open'
const Metadata = z.looseObject({
  event_type: z.literal(metadataType),
  event_payload: z.looseObject({ state: z.string(), pick: z.string().optional() }),
})

/** Reads the metadata of a message of ours: its state's text, and the pick that it said; null for any other. */
export function readMetadata(metadata: unknown): { state: string; pick?: Pick } | null {
  const read = Metadata.safeParse(metadata)
  if (!read.success) return null
  const { state, pick } = read.data.event_payload
  return { state, ...(pick === undefined ? {} : { pick: pick === noPick ? null : pick }) }
}

function pastFact(id: FactId): ReadFact {
  return { id, value: 'past', grade: 'given', counted: false, reason: 'past', probability: 1 }
}

function unknownId(knowledge: CardKnowledge, state: State): string | null {
  if (state.slug === undefined) return state.entry === undefined ? null : state.entry
  const comparison = knowledge.comparisons.find((each) => each.slug === state.slug)
  if (!comparison) return state.slug
  if (state.entry !== undefined && !comparison.entries.some((each) => each.entry === state.entry))
    return state.entry
  const catalogue = catalogueOf(knowledge.catalogue, comparison)
  const known = new Set(fullIds(catalogue.facts, comparison.options))
  const kinds = new Set(catalogue.facts.map(({ id }) => id))
  const { facts, choice, unsure = [], whatIf = [] } = state
  const asked = [...unsure, ...(choice?.asked === undefined ? [] : [choice.asked])]
  return (
    [...Object.keys(facts), ...Object.keys(choice?.facts ?? {}), ...whatIf].find((id) => !known.has(id)) ??
    asked.find((id) => !kinds.has(id)) ??
    null
  )
}
