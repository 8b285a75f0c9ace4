import { z } from 'zod'

/** What the modal of a weighed thread keeps, so that posting gives the verdict that was shown. Ids only. */
export const Weighing = z.strictObject({
  channel: z.string(),
  thread: z.string(),
  /** The newest message that was read. */
  until: z.string(),
})
export type Weighing = z.infer<typeof Weighing>
