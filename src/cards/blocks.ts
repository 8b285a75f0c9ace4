import type { Block, Button, Overflow } from './card-types.ts'
import { type ActionId, actionIds } from './ids.ts'

/** Longest text of one section or context that this project writes; Slack takes 3,000. */
const textLength = 2900

/** A section of escaped mrkdwn. */
export function section(mrkdwn: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true } }
}

/** Small print of escaped mrkdwn. */
export function smallPrint(mrkdwn: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }] }
}

export function header(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } }
}

/** Sections that hold all lines under their title; a new section begins where one is full. Empty without lines. */
export function titledSections(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  const texts: string[] = []
  let text = `*${title}*`
  for (const line of lines.flatMap(pieces)) {
    if (text.length + 1 + line.length > textLength) {
      texts.push(text)
      text = line
    } else text += `\n${line}`
  }
  return [...texts, text].map(section)
}

/** A line that is longer than a section, in pieces that end at a space. */
function pieces(line: string): string[] {
  if (line.length <= textLength) return [line]
  const space = line.lastIndexOf(' ', textLength)
  const end = space > 0 ? space : textLength
  return [line.slice(0, end), ...pieces(line.slice(end).trimStart())]
}

/** A button; its label and `about` are read to those who cannot see what stands around it. */
export function button(action: string, label: string, value?: string, about?: string): Button {
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: label, emoji: false },
    ...(value === undefined ? {} : { value }),
    ...(about === undefined ? {} : { accessibility_label: spokenName(label, about).slice(0, 75) }),
  }
}

/** Begins with the label, by which those who steer by voice call the button (WCAG 2.5.3). */
function spokenName(label: string, about: string): string {
  return about.startsWith(label) ? about : `${label}: ${about}`
}

/** The menu behind the three dots: at most five things, each with a value of at most 75 characters. */
export function menu(options: readonly { label: string; value: string }[]): Overflow {
  return {
    type: 'overflow',
    action_id: actionIds.more,
    options: options.slice(0, 5).map(({ label, value }) => ({
      text: { type: 'plain_text', text: label, emoji: false },
      value,
    })),
  }
}

/** One row of buttons and at most one menu. `id` carries the state for the menu, whose values are too short for it. */
export function actions(elements: readonly (Button | Overflow)[], id?: string): Block {
  return { type: 'actions', elements: [...elements], ...(id === undefined ? {} : { block_id: id }) }
}

/** A select of entries or the like; `label` is its placeholder. */
export function select(
  action: ActionId,
  id: string,
  label: string,
  options: readonly { label: string; value: string }[],
): Block {
  return {
    type: 'actions',
    block_id: id,
    elements: [
      {
        type: 'static_select',
        action_id: action,
        placeholder: { type: 'plain_text', text: label, emoji: false },
        options: options.slice(0, 100).map((option) => ({
          text: { type: 'plain_text', text: option.label, emoji: false },
          value: option.value,
        })),
      },
    ],
  }
}

/** A section of escaped mrkdwn with a list to choose from beside it; `chosen` is one of the options' values. */
export function withSelect(
  mrkdwn: string,
  id: string,
  action: ActionId,
  label: string,
  options: readonly { label: string; value: string }[],
  chosen: string,
): Block {
  const all = options.map((option) => ({
    text: { type: 'plain_text' as const, text: option.label, emoji: false },
    value: option.value,
  }))
  const initial = all.find(({ value }) => value === chosen)
  return {
    type: 'section',
    block_id: id,
    text: { type: 'mrkdwn', text: mrkdwn, verbatim: true },
    accessory: {
      type: 'static_select',
      action_id: action,
      placeholder: { type: 'plain_text', text: label, emoji: false },
      options: all,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  }
}

/** A table of plain cells; Slack refuses an empty cell, so it shows a dash. Columns in `wrapped` break their lines. */
export function table(rows: readonly (readonly string[])[], wrapped = false): Block {
  return {
    type: 'table',
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text' as const, text: text || '–' }))),
    ...(wrapped ? { column_settings: (rows[0] ?? []).map(() => ({ is_wrapped: true })) } : {}),
  }
}
