import { z } from 'zod'
import { type Block, readBlocks } from './blocks.ts'
import { plainText } from './composition.ts'
import { limits } from './limits.ts'

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(limits.view.title),
  submit: plainText(limits.view.title).optional(),
  close: plainText(limits.view.title).optional(),
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(limits.view.privateMetadata).optional(),
  callback_id: z.string().max(limits.id.length).optional(),
  external_id: z.string().max(limits.id.length).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
})
const home = modal.omit({ title: true, submit: true, close: true }).extend({ type: z.literal('home') })
/** A modal or Home view by its shape; its blocks are checked apart, so that each error keeps its pointer. */
export const view = z.discriminatedUnion('type', [modal, home])

export type View = Omit<z.infer<typeof modal>, 'type' | 'title' | 'blocks'> & {
  type: 'modal' | 'home'
  title?: { text: string } | undefined
  blocks: Block[]
}

/** A view that passed `validateView`, typed. Throws a ZodError on any other value. */
export function readView(value: unknown): View {
  const shape = view.parse(value)
  return { ...shape, blocks: readBlocks(shape.blocks) }
}
