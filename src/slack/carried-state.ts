import { z } from 'zod'
import { actionIds } from '../cards/ids.ts'
import { readMetadata } from '../cards/state.ts'

const Message = z.looseObject({ metadata: z.unknown().optional(), blocks: z.array(z.unknown()).default([]) })
const Row = z.looseObject({ elements: z.array(z.unknown()).default([]) })
const Button = z.looseObject({ action_id: z.string(), value: z.string() })

/** Buttons whose value is the state of their card and nothing beside it. */
const plain: ReadonlySet<string> = new Set([actionIds.form, actionIds.why, actionIds.fullTable])

/**
 * The text of the state that a message of ours carries: in its buttons, which change with the card, else in its
 * metadata; undefined for any other message.
 */
export function carriedState(message: unknown): string | undefined {
  const read = Message.safeParse(message)
  if (!read.success) return undefined
  for (const block of read.data.blocks) {
    const row = Row.safeParse(block)
    for (const element of row.success ? row.data.elements : []) {
      const button = Button.safeParse(element)
      if (button.success && plain.has(button.data.action_id)) return button.data.value
    }
  }
  return readMetadata(read.data.metadata)?.state
}
