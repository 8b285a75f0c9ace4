import { z } from 'zod'
import type { Answer } from '../core/domain/answer.ts'
import { catalogueOf, fullIds } from '../core/domain/catalogue.ts'
import type { Card, CardKnowledge } from './card-types.ts'
import { metadataType } from './ids.ts'

const State = z.strictObject({
  v: z.literal(1),
  kind: z.enum(['verdict', 'comparison', 'faq', 'table', 'ambiguous', 'not-covered', 'help']),
  slug: z.string().optional(),
  facts: z.record(z.string(), z.enum(['yes', 'no', 'maybe', 'past'])),
  entry: z.string().optional(),
  /** How the question was answered that led here; `unsure` is not asked again. */
  choice: z.enum(['given', 'unsure']).optional(),
})

/** All that a press needs to answer again: ids and values, never anybody's words. */
export type State = z.infer<typeof State>

export type DecodedState =
  | { ok: true; state: State }
  | { ok: false; problem: 'unreadable' | 'other-version' | 'unknown-id'; what: string }

const valueLength = 2000
const blockIdLength = 255

/**
 * The state as a button's value, at most 2,000 characters. Throws a RangeError beyond: no catalogue has so many
 * facts that one discussion reaches it.
 */
export function encodeState(state: State): string {
  const text = JSON.stringify(state)
  if (text.length > valueLength)
    throw new RangeError(`A button takes ${valueLength} characters of state, not ${text.length}.`)
  return text
}

/** The state as the id of a row of buttons, for its menu; undefined where it is too long for one. */
export function stateBlockId(state: State): string | undefined {
  const text = JSON.stringify(state)
  return text.length <= blockIdLength ? text : undefined
}

/** Reads a state that a press brought, and checks every id in it against the knowledge of today. */
export function decodeState(knowledge: CardKnowledge, text: string): DecodedState {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'unreadable', what: 'the button' }
  }
  const version = z.looseObject({ v: z.number() }).safeParse(raw)
  if (version.success && version.data.v !== 1)
    return { ok: false, problem: 'other-version', what: `version ${version.data.v}` }
  const parsed = State.safeParse(raw)
  if (!parsed.success) return { ok: false, problem: 'unreadable', what: 'the button' }
  const unknown = unknownId(knowledge, parsed.data)
  return unknown === null
    ? { ok: true, state: parsed.data }
    : { ok: false, problem: 'unknown-id', what: unknown }
}

/** One private line that tells whoever pressed why the press does nothing, and what to do. */
export function stateProblem(decoded: Extract<DecodedState, { ok: false }>, command: string): string {
  if (decoded.problem === 'unknown-id')
    return `This card speaks of ${decoded.what}, which the guides no longer cover. Ask again with ${command}.`
  return `This card comes from another version of me. Ask again with ${command}.`
}

/** The state that gives an answer again. Facts in dispute are left out: a choice brings them. */
export function stateOf(answer: Answer): State {
  const head = { v: 1 as const, kind: answer.kind, facts: {} }
  if (answer.kind === 'verdict') {
    const facts: State['facts'] = {}
    for (const { id, value, counted } of answer.facts) {
      if (counted || value === 'maybe' || value === 'past') facts[id] = value
    }
    for (const { id, value, counted } of answer.facts) if (counted) facts[id] = value
    return { ...head, slug: answer.comparison.slug, facts }
  }
  if (answer.kind === 'faq' || answer.kind === 'table')
    return { ...head, slug: answer.comparison.slug, entry: answer.entry.entry }
  if (answer.kind === 'comparison' || answer.kind === 'ambiguous')
    return { ...head, slug: answer.comparison.slug }
  return head
}

/** The state as metadata of a posted message. */
export function stateMetadata(state: State): NonNullable<Card['metadata']> {
  return { event_type: metadataType, event_payload: { state: encodeState(state) } }
}

function unknownId(knowledge: CardKnowledge, state: State): string | null {
  if (state.slug === undefined) return state.entry === undefined ? null : state.entry
  const comparison = knowledge.comparisons.find((each) => each.slug === state.slug)
  if (!comparison) return state.slug
  if (state.entry !== undefined && !comparison.entries.some((each) => each.entry === state.entry))
    return state.entry
  const { facts } = catalogueOf(knowledge.catalogue, comparison)
  const known = new Set(fullIds(facts, comparison.options))
  return Object.keys(state.facts).find((id) => !known.has(id)) ?? null
}
