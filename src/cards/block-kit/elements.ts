import { z } from 'zod'
import { choiceOption, confirm, id, linkOption, menuOption, plainText, url } from './composition.ts'
import { limits } from './limits.ts'

const actionable = { action_id: id, confirm: confirm.optional() }
const field = {
  action_id: id,
  placeholder: plainText(limits.placeholder.text).optional(),
  focus_on_load: z.boolean().optional(),
}
const dispatch = z
  .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])) })
  .optional()
const value = z.string().max(limits.button.value).optional()
const label = z.string().min(1).max(limits.button.label).optional()

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plainText(limits.button.text),
  value,
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: label,
})
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(linkOption).min(1).max(limits.overflow.options),
})
const menuOptions = {
  options: z.array(menuOption).min(1).max(limits.select.options).optional(),
  option_groups: z
    .array(
      z.strictObject({
        label: plainText(limits.option.text),
        options: z.array(menuOption).min(1).max(limits.select.options),
      }),
    )
    .min(1)
    .max(limits.select.options)
    .optional(),
}
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...actionable,
  ...field,
  ...menuOptions,
  initial_option: menuOption.optional(),
})
const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...actionable,
  ...field,
  ...menuOptions,
  initial_options: z.array(menuOption).optional(),
  max_selected_items: z.number().int().min(1).optional(),
})
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...actionable,
  ...field,
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z.array(z.enum(['im', 'mpim', 'public', 'private'])).optional(),
      exclude_bot_users: z.boolean().optional(),
      exclude_external_shared_channels: z.boolean().optional(),
    })
    .optional(),
})
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...actionable,
  ...field,
  initial_user: z.string().optional(),
})
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...actionable,
  focus_on_load: z.boolean().optional(),
  options: z.array(choiceOption).min(1).max(limits.choice.options),
  initial_option: choiceOption.optional(),
})
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...actionable,
  focus_on_load: z.boolean().optional(),
  options: z.array(choiceOption).min(1).max(limits.choice.options),
  initial_options: z.array(choiceOption).optional(),
})
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  ...field,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-01-31')
    .optional(),
})
const plainInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...field,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(limits.plainInput.length).optional(),
  max_length: z.number().int().min(1).max(limits.plainInput.length).optional(),
  dispatch_action_config: dispatch,
})
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...field,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  dispatch_action_config: dispatch,
})
const addressInputs = (['email_text_input', 'url_text_input'] as const).map((type) =>
  z.strictObject({
    type: z.literal(type),
    ...field,
    initial_value: z.string().optional(),
    dispatch_action_config: dispatch,
  }),
)
const feedbackButton = z.strictObject({
  text: plainText(limits.button.text),
  value: z.string().max(limits.button.value),
  accessibility_label: label,
})

export const image = z.strictObject({
  type: z.literal('image'),
  image_url: url,
  alt_text: z.string().min(1).max(limits.image.alt),
})
const selects = [
  staticSelect,
  multiStaticSelect,
  conversationsSelect,
  usersSelect,
  radioButtons,
  checkboxes,
  datepicker,
] as const

/** The elements that an actions block, a section's accessory, an input and a context_actions block take. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...selects])
export const accessory = z.discriminatedUnion('type', [button, overflow, image, ...selects])
export const inputElement = z.discriminatedUnion('type', [
  plainInput,
  numberInput,
  ...addressInputs,
  ...selects,
])
export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: id,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionable,
    icon: z.literal('trash'),
    text: plainText(limits.button.text),
    value,
    accessibility_label: label,
    visible_to_user_ids: z.array(z.string()).optional(),
  }),
])
