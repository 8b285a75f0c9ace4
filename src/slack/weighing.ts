import { z } from 'zod'
import { type State, stateOf } from '../cards/state.ts'
import type { Answer } from '../core/domain/answer.ts'

/** What the modal of a weighed thread keeps, so that posting gives the verdict that is shown. Ids, nobody's words. */
const Weighing = z.strictObject({
  channel: z.string(),
  thread: z.string(),
  /** The newest message that was read. */
  until: z.string(),
  /** The state of the answer shown. */
  state: z.string(),
})
export type Weighing = z.infer<typeof Weighing>

/** The modal's private metadata for an answer to that thread. */
export function weighingOf(place: Omit<Weighing, 'state'>, answer: Answer): string {
  const state: State = stateOf(answer)
  return JSON.stringify({ ...place, state: JSON.stringify(state) } satisfies Weighing)
}

/** Reads a modal's private metadata; undefined for any other modal. */
export function readWeighing(metadata: string | undefined): Weighing | undefined {
  if (!metadata?.startsWith('{')) return undefined
  const read = Weighing.safeParse(JSON.parse(metadata))
  return read.success ? read.data : undefined
}
