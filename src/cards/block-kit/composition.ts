import { z } from 'zod'
import { limits } from './limits.ts'

export const id = z.string().min(1).max(limits.id.length).optional()

export const url = z
  .string()
  .max(limits.button.url)
  .regex(/^(https?:\/\/|mailto:|slack:\/\/)\S+$/, 'must be an http, https, mailto or slack address')

/** A plain_text object of 1 to `max` characters. */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })
}

/** A plain_text or mrkdwn object of 1 to `max` characters. */
export function anyText(max: number) {
  const mrkdwn = z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  })
  return z.discriminatedUnion('type', [plainText(max), mrkdwn])
}

export const confirm = z.strictObject({
  title: plainText(limits.confirm.title),
  text: anyText(limits.confirm.text),
  confirm: plainText(limits.confirm.button),
  deny: plainText(limits.confirm.button),
  style: z.enum(['primary', 'danger']).optional(),
})

const optionParts = {
  value: z.string().min(1).max(limits.option.value),
  description: plainText(limits.option.text).optional(),
}
export const menuOption = z.strictObject({ text: plainText(limits.option.text), ...optionParts })
export const linkOption = menuOption.extend({ url: url.optional() })
export const choiceOption = z.strictObject({ ...optionParts, text: anyText(limits.option.text) })

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional()

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url,
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('date'), timestamp: z.number(), format: z.string(), style }),
])

const border = z.union([z.literal(0), z.literal(1)]).optional()
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) })

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id,
  elements: z.array(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        style: z.enum(['bullet', 'ordered']),
        elements: z.array(section).min(1),
        indent: z.number().int().min(0).max(8).optional(),
        offset: z.number().int().optional(),
        border,
      }),
      z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
      z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(inline), border }),
    ]),
  ),
})

export type AnyText = z.infer<ReturnType<typeof anyText>>
export type MenuOption = z.infer<typeof linkOption> | z.infer<typeof choiceOption>
export type RichText = z.infer<typeof richText>
export type Inline = z.infer<typeof inline>
