import { type Block, type Chart, type Element, elementsOf, type Table } from '../cards/block-kit/blocks.ts'
import type { AnyText, Inline, MenuOption, RichText } from '../cards/block-kit/composition.ts'
import { fieldName } from './form.ts'
import { type Html, html, safeUrl } from './html.ts'
import { emoji, link, mrkdwn, type Names } from './mrkdwn.ts'

/** Blocks that passed the validator as HTML; `idBase` keeps the ids of labels unique on the page. */
export function renderBlocks(blocks: readonly Block[], names: Names, idBase: string): Html {
  return html`${blocks.map((block, i) => renderBlock(block, names, `${idBase}-${i}`))}`
}

function renderBlock(block: Block, names: Names, id: string): Html {
  switch (block.type) {
    case 'header':
      return html`<h3 class="header">${block.text.text}</h3>`
    case 'divider':
      return html`<hr>`
    case 'section':
      return html`<div class="section"><div>${block.text && anyText(block.text, names)}${
        block.fields && html`<div class="fields">${block.fields.map((field) => anyText(field, names))}</div>`
      }</div>${elementsOf(block).map((each) => element(each, block.block_id, names))}</div>`
    case 'context':
      return html`<div class="context">${block.elements.map((each) =>
        each.type === 'image' ? imagePlace(each.alt_text) : anyText(each, names),
      )}</div>`
    case 'actions':
    case 'context_actions':
      return html`<div class="actions">${elementsOf(block).map((each) => element(each, block.block_id, names))}</div>`
    case 'image':
      return html`<figure>${imagePlace(block.alt_text)}${block.title && html`<figcaption>${block.title.text}</figcaption>`}</figure>`
    case 'rich_text':
      return richText(block, names)
    case 'table':
    case 'data_table':
      return table(block, names)
    case 'markdown':
      return html`<div class="markdown">${block.text}</div>`
    case 'alert':
      return html`<div class="alert" role="note">${anyText(block.text, names)}</div>`
    case 'container':
      return html`<details class="container" ${block.default_collapsed ? '' : html`open`}><summary>${
        block.title?.text ?? (block.rich_text_title && richText(block.rich_text_title, names))
      }</summary>${renderBlocks(block.child_blocks, names, id)}</details>`
    case 'data_visualization':
      return chart(block)
    case 'input': {
      const { label, hint, optional, element: input } = block
      const note = optional && html` <span class="quiet">(optional)</span>`
      return html`<div class="input" data-block="${block.block_id}"><div class="label" id="${id}-label">${label.text}${note}</div>${element(
        input,
        block.block_id,
        names,
        id,
      )}${hint && html`<div class="quiet" id="${id}-hint">${hint.text}</div>`}<div class="error" id="${id}-error"></div></div>`
    }
  }
}

function anyText(text: AnyText, names: Names): Html {
  return text.type === 'mrkdwn' ? mrkdwn(text.text, names) : html`<div class="text plain">${text.text}</div>`
}

/** Nothing leaves the machine, so an image is named rather than fetched. */
function imagePlace(alt: string): Html {
  return html`<span class="place">Image: ${alt}</span>`
}

function richText(block: RichText, names: Names): Html {
  return html`<div class="text">${block.elements.map((part) => richPart(part, names))}</div>`
}

function richPart(part: RichText['elements'][number], names: Names): Html {
  switch (part.type) {
    case 'rich_text_list': {
      const items = part.elements.map((item) => html`<li>${inlines(item.elements, names)}</li>`)
      return part.style === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'rich_text_quote':
      return html`<blockquote>${inlines(part.elements, names)}</blockquote>`
    case 'rich_text_preformatted':
      return html`<pre>${inlines(part.elements, names)}</pre>`
    case 'rich_text_section':
      return html`<div class="plain">${inlines(part.elements, names)}</div>`
  }
}

function inlines(parts: readonly Inline[], names: Names): Html[] {
  return parts.map((part) => {
    const { style } = part
    const text = style?.code ? html`<code>${inline(part, names)}</code>` : inline(part, names)
    const struck = style?.strike ? html`<del>${text}</del>` : text
    const italic = style?.italic ? html`<em>${struck}</em>` : struck
    return style?.bold ? html`<strong>${italic}</strong>` : italic
  })
}

function inline(part: Inline, names: Names): Html {
  switch (part.type) {
    case 'text':
      return html`${part.text}`
    case 'link':
      return link(part.url, part.text ?? part.url)
    case 'emoji':
      return emoji(part.name)
    case 'user':
      return html`<span class="mention">@${names.user(part.user_id)}</span>`
    case 'channel':
      return html`<span class="mention">#${names.channel(part.channel_id)}</span>`
    case 'date':
      return html`${new Date(part.timestamp * 1000).toDateString()}`
  }
}

function table(block: Table, names: Names): Html {
  const [head = [], ...body] = block.rows
  const settings = block.type === 'table' ? block.column_settings : undefined
  const rowHeader = block.type === 'data_table' ? (block.row_header_column_index ?? 0) : 0
  const caption = block.type === 'data_table' ? block.caption : undefined
  const cell = (item: (typeof head)[number]) =>
    item.type === 'rich_text' ? richText(item, names) : item.text
  const align = (column: number) => `align-${settings?.[column]?.align ?? 'left'}`
  const label = caption ?? head.map((item) => ('text' in item ? item.text : '')).join(', ')
  return html`<div class="table" role="group" tabindex="0" aria-label="Table: ${label}"><table>${
    caption && html`<caption>${caption}</caption>`
  }<thead><tr>${head.map((item, i) => html`<th scope="col" class="${align(i)}">${cell(item)}</th>`)}</tr></thead><tbody>${body.map(
    (row) =>
      html`<tr>${row.map((item, i) =>
        i === rowHeader
          ? html`<th scope="row" class="${align(i)}">${cell(item)}</th>`
          : html`<td class="${align(i)}">${cell(item)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}

/** What a chart is sent, bar by bar; Slack draws it otherwise. */
function chart({ title, chart: drawn }: Chart): Html {
  const series = drawn.type === 'pie' ? [{ name: title, data: drawn.segments }] : drawn.series
  const largest = Math.max(...series.flatMap(({ data }) => data.map(({ value }) => value)), 0)
  const unit = drawn.type === 'pie' ? undefined : drawn.axis_config.y_label
  const named = series.length > 1
  const bars = series.flatMap(({ name, data }) =>
    data.map(({ label, value }) => {
      const says = named ? `${label}, ${name}` : label
      return html`<tr><th scope="row">${says}</th><td><meter max="${largest}" value="${value}" aria-label="${says}"></meter></td><td>${value}</td></tr>`
    }),
  )
  return html`<figure class="chart"><figcaption>${title}${unit && html` <span class="quiet">(${unit})</span>`}</figcaption><table>${bars}</table></figure>`
}

/** One element; `labelBase` is the id base of the input block that labels it. */
function element(item: Element, blockId: string | undefined, names: Names, labelBase?: string): Html {
  if (item.type === 'image') return imagePlace(item.alt_text)
  const name = fieldName(blockId, item)
  const placeholder = 'placeholder' in item ? item.placeholder?.text : undefined
  const label = labelBase
    ? html`aria-labelledby="${labelBase}-label" aria-describedby="${labelBase}-hint ${labelBase}-error"`
    : html`aria-label="${placeholder ?? 'Choose'}"`
  const press = html`data-press="${item.action_id}" data-block="${blockId}"`
  // Inside an input a choice waits for submit; elsewhere it is a press of its own.
  const chooses = labelBase ? '' : html`data-choose="${item.action_id}" data-block="${blockId}"`
  const field = html`name="${name}" data-key="${name}" ${label}`
  switch (item.type) {
    case 'button': {
      const url = item.url && safeUrl(item.url)
      const look = html`class="button ${item.style}" data-key="${name}" ${press}`
      if (url)
        return html`<a ${look} href="${url}" target="_blank" rel="noopener noreferrer">${item.text.text}</a>`
      const spoken = item.accessibility_label && html`aria-label="${item.accessibility_label}"`
      const confirm =
        item.confirm && html`data-confirm="${item.confirm.title.text}\n${item.confirm.text.text}"`
      return html`<button type="button" ${look} ${spoken} ${confirm}>${item.text.text}</button>`
    }
    case 'icon_button':
      return html`<button type="button" class="button" data-key="${name}" ${press}>${item.text.text}</button>`
    case 'feedback_buttons':
      return html`${(['positive', 'negative'] as const).map((choice) => {
        const { text, accessibility_label: spoken } = item[`${choice}_button`]
        const key = `${name}/${choice}`
        return html`<button type="button" class="button" data-key="${key}" ${press} data-choice="${choice}" aria-label="${spoken ?? text.text}">${text.text}</button>`
      })}`
    case 'overflow':
      return html`<details class="menu"><summary class="button" data-key="${name}" aria-label="More">⋯</summary><div class="menu-items">${item.options.map(
        (option) =>
          html`<button type="button" ${press} data-choice="${option.value}">${option.text.text}</button>`,
      )}</div></details>`
    case 'static_select':
      // What is chosen once cannot be cleared.
      return html`<select ${field} ${chooses}>${!item.initial_option && html`<option value="">${placeholder ?? 'Choose…'}</option>`}${selectOptions(item, [item.initial_option])}</select>`
    case 'multi_static_select':
      return html`<select multiple ${field} ${chooses}>${selectOptions(item, item.initial_options)}</select>`
    case 'radio_buttons':
      return choices('radio', item.options, [item.initial_option], name, label, chooses, names)
    case 'checkboxes':
      return choices('checkbox', item.options, item.initial_options, name, label, chooses, names)
    case 'plain_text_input': {
      const limits = html`maxlength="${item.max_length ?? 3000}" placeholder="${placeholder}"`
      return item.multiline
        ? html`<textarea rows="4" ${field} ${limits}>${item.initial_value}</textarea>`
        : html`<input type="text" ${field} ${limits} value="${item.initial_value}">`
    }
    case 'number_input':
      return html`<input type="number" ${field} step="${item.is_decimal_allowed ? 'any' : '1'}" value="${item.initial_value}">`
    case 'email_text_input':
    case 'url_text_input':
      return html`<input type="${item.type === 'email_text_input' ? 'email' : 'url'}" ${field} value="${item.initial_value}">`
    case 'datepicker':
      return html`<input type="date" ${field} ${chooses} value="${item.initial_date}">`
    case 'conversations_select':
    case 'users_select':
      // The page fills in the conversations or people, which this renderer does not know.
      return html`<select ${field} ${chooses} data-fill="${item.type}"><option value="">${placeholder ?? 'Choose…'}</option></select>`
  }
}

type Select = Extract<Element, { type: 'static_select' | 'multi_static_select' }>

function selectOptions(item: Select, presets: readonly (MenuOption | undefined)[] = []): Html {
  const chosen = presets.map((preset) => preset?.value)
  const one = (option: MenuOption) =>
    html`<option value="${option.value}" ${chosen.includes(option.value) && html`selected`}>${option.text.text}</option>`
  const groups = item.option_groups?.map(
    (group) => html`<optgroup label="${group.label.text}">${group.options.map(one)}</optgroup>`,
  )
  return html`${item.options?.map(one)}${groups}`
}

function choices(
  type: 'radio' | 'checkbox',
  options: readonly MenuOption[],
  presets: readonly (MenuOption | undefined)[] = [],
  name: string,
  label: Html,
  chooses: Html | string,
  names: Names,
): Html {
  const chosen = presets.map((preset) => preset?.value)
  return html`<div role="${type === 'radio' ? 'radiogroup' : 'group'}" ${label}>${options.map(
    (option) =>
      html`<label class="choice"><input type="${type}" name="${name}" data-key="${name}/${option.value}" value="${option.value}" ${chooses} ${
        chosen.includes(option.value) && html`checked`
      }><span>${anyText(option.text, names)}${option.description && html`<span class="quiet">${option.description.text}</span>`}</span></label>`,
  )}</div>`
}
