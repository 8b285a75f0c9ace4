import { z } from 'zod'
import { encodeState, type State } from '../cards/state.ts'
import type { Again } from './again.ts'
import { createHeld } from './held.ts'

/** A card that all who see its channel see. `hook` is a response_url, for where the bot is no member. */
const CardTarget = z.strictObject({
  kind: z.literal('card'),
  surface: z.enum(['channel', 'thread', 'dm']),
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  owner: z.string().optional(),
  hook: z.string().optional(),
})
export type CardTarget = z.infer<typeof CardTarget>

/** What the submit button of a form does. */
const Target = z.discriminatedUnion('kind', [
  CardTarget,
  /** Posts to a thread that was read up to `until`. */
  z.strictObject({
    kind: z.literal('thread'),
    channel: z.string(),
    thread: z.string(),
    until: z.string(),
  }),
  /** Answers whoever asked alone, in the place of a private card where there is one. */
  z.strictObject({ kind: z.literal('private'), hook: z.string(), replaces: z.boolean() }),
  /** Shows the answer in the modal: there is no message to answer in, or no thread that may be posted to. */
  z.strictObject({ kind: z.literal('modal') }),
])
export type Target = z.infer<typeof Target>

/** What an open form keeps. Ids and values, nobody's words. */
const Form = z.strictObject({
  v: z.literal(1),
  target: Target,
  /** The state of the answer that the form began with. */
  base: z.string(),
  title: z.string(),
  /** What was changed so far, by question. */
  chosen: z.record(z.string(), z.string()).default({}),
  /** All questions are shown. */
  all: z.boolean().default(false),
})
export type Form = z.infer<typeof Form>

/** A form in which nothing is chosen yet; `base` is the state of the answer that it begins with. */
export function newForm(target: Target, base: State, title: string): Form {
  return { v: 1, target, base: encodeState(base), title, chosen: {}, all: false }
}

/** A form as a modal's private metadata. */
export function formMetadata(form: Form): string {
  return JSON.stringify(form)
}

/** Reads a modal's private metadata; undefined for any other modal, and for a form of another version. */
export function readForm(metadata: string | undefined): Form | undefined {
  if (!metadata?.startsWith('{')) return undefined
  const read = Form.safeParse(JSON.parse(metadata))
  return read.success ? read.data : undefined
}

/** What open forms began with, so that a change need not read the thread again; held in memory alone. */
export interface OpenForms {
  keep(view: string, began: Again): void
  began(view: string): Again | undefined
  /** For when no form is opened any more on what these began with. */
  close(): void
}

const seconds = 15 * 60
const most = 200

export function createOpenForms(): OpenForms {
  const held = createHeld<Again>(seconds, most)
  return { keep: held.set, began: held.get, close: held.close }
}
