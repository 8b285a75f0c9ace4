import { z } from 'zod'
import { anyText, id, plainText, richText, url } from './composition.ts'
import { accessory, actionElement, contextAction, image, inputElement } from './elements.ts'
import { limits } from './limits.ts'

const section = z.strictObject({
  type: z.literal('section'),
  block_id: id,
  text: anyText(limits.section.text).optional(),
  fields: z.array(anyText(limits.section.field)).min(1).max(limits.section.fields).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
})
const header = z.strictObject({
  type: z.literal('header'),
  block_id: id,
  text: plainText(limits.header.text),
})
const divider = z.strictObject({ type: z.literal('divider'), block_id: id })
const context = z.strictObject({
  type: z.literal('context'),
  block_id: id,
  elements: z
    .array(z.discriminatedUnion('type', [anyText(limits.text.length), image]))
    .min(1)
    .max(limits.context.elements),
})
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: id,
  elements: z.array(actionElement).min(1).max(limits.actions.elements),
})
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: id,
  elements: z.array(contextAction).min(1).max(limits.contextActions.elements),
})
const imageBlock = z.strictObject({
  type: z.literal('image'),
  block_id: id,
  image_url: url,
  alt_text: z.string().min(1).max(limits.image.alt),
  title: plainText(limits.image.title).optional(),
})
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plainText(limits.input.label),
  hint: plainText(limits.input.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
})
const alert = z.strictObject({
  type: z.literal('alert'),
  block_id: id,
  text: anyText(limits.alert.text),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
})
const markdown = z.strictObject({ type: z.literal('markdown'), block_id: id, text: z.string().min(1) })

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) })
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
})
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText])
const table = z.strictObject({
  type: z.literal('table'),
  block_id: id,
  rows: z.array(z.array(cell).min(1).max(limits.table.cells)).min(1).max(limits.table.rows),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(limits.table.cells)
    .optional(),
})
const dataTable = z.strictObject({
  type: z.literal('data_table'),
  block_id: id,
  caption: z.string().min(1),
  rows: z.array(z.array(cell).min(1).max(limits.table.cells)).min(2).max(limits.dataTable.rows),
  page_size: z.number().int().min(1).max(limits.dataTable.pageSize).optional(),
  row_header_column_index: z.number().int().min(0).optional(),
})

const chartLabel = z.string().min(1).max(limits.chart.label)
const series = z
  .array(
    z.strictObject({
      name: chartLabel,
      data: z
        .array(z.strictObject({ label: chartLabel, value: z.number() }))
        .min(1)
        .max(limits.chart.points),
    }),
  )
  .min(1)
  .max(limits.chart.series)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'names of series are unique')
const axisLabel = z.string().min(1).max(limits.chart.axis).optional()
const lines = z
  .strictObject({
    type: z.enum(['bar', 'line', 'area']),
    series,
    axis_config: z.strictObject({
      categories: z.array(chartLabel).min(1).max(limits.chart.points),
      x_label: axisLabel,
      y_label: axisLabel,
    }),
  })
  .refine(
    ({ series, axis_config: { categories } }) =>
      series.every(({ data }) => data.map(({ label }) => label).join('\n') === categories.join('\n')),
    { message: 'labels of each series are the categories', path: ['series'] },
  )
const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: chartLabel, value: z.number().positive() }))
    .min(1)
    .max(limits.chart.segments),
})
const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id,
  title: z.string().min(1).max(limits.chart.title),
  chart: z.union([lines, pie]),
})

const plain = [section, header, divider, context, actions, imageBlock, input, richText, table] as const
const container = z.strictObject({
  type: z.literal('container'),
  block_id: id,
  title: plainText(limits.container.title).optional(),
  rich_text_title: richText.optional(),
  subtitle: anyText(limits.container.title).optional(),
  child_blocks: z.array(z.discriminatedUnion('type', plain)).min(1).max(limits.container.blocks),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  icon: image.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
})

/** Any block that this project may send, by its shape and its own limits. */
export const block = z.discriminatedUnion('type', [
  ...plain,
  alert,
  markdown,
  dataTable,
  contextActions,
  container,
  chart,
])

export type Block = z.infer<typeof block>
export type Element =
  | z.infer<typeof actionElement>
  | z.infer<typeof accessory>
  | z.infer<typeof inputElement>
  | z.infer<typeof contextAction>
export type Table = z.infer<typeof table> | z.infer<typeof dataTable>
/** Bars, lines, areas or a pie. */
export type Chart = z.infer<typeof chart>

/** Blocks that passed the validator, typed. Throws a ZodError on any other value. */
export function readBlocks(value: unknown): Block[] {
  return z.array(block).parse(value)
}

/** The interactive elements of a block, in reading order. */
export function elementsOf(item: Block): Element[] {
  switch (item.type) {
    case 'actions':
    case 'context_actions':
      return item.elements
    case 'section':
      return item.accessory ? [item.accessory] : []
    case 'input':
      return [item.element]
    case 'container':
      return item.child_blocks.flatMap(elementsOf)
    default:
      return []
  }
}
