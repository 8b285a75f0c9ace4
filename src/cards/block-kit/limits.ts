const docs = 'https://docs.slack.dev/reference/block-kit'

/**
 * Slack's limits, each group with the address of its source. Where sources disagree the smaller figure stands.
 * Lengths are UTF-16 units, which is never less than what Slack counts.
 */
export const limits = {
  message: { blocks: 50, text: 40_000, source: 'https://docs.slack.dev/reference/methods/chat.postMessage' },
  /** Undocumented: `msg_blocks_too_long` was reported from about 12,000 characters of the whole block array. */
  budget: { characters: 11_000, source: 'https://github.com/slackapi/bolt-js/issues/2509' },
  view: {
    blocks: 100,
    title: 24,
    privateMetadata: 3000,
    source: 'https://docs.slack.dev/surfaces/modals',
  },
  id: { length: 255, source: `${docs}/blocks` },
  text: { length: 3000, source: `${docs}/composition-objects/text-object` },
  section: { text: 3000, fields: 10, field: 2000, source: `${docs}/blocks/section-block` },
  header: { text: 150, source: `${docs}/blocks/header-block` },
  context: { elements: 10, source: `${docs}/blocks/context-block` },
  actions: { elements: 25, source: `${docs}/blocks/actions-block` },
  contextActions: { elements: 5, source: `${docs}/blocks/context-actions-block` },
  image: { alt: 2000, title: 2000, url: 3000, source: `${docs}/blocks/image-block` },
  input: { label: 2000, hint: 2000, source: `${docs}/blocks/input-block` },
  markdown: { characters: 12_000, source: `${docs}/blocks/markdown-block` },
  alert: { text: 200, source: 'https://github.com/slackapi/node-slack-sdk/pull/2567' },
  container: { title: 150, blocks: 10, source: `${docs}/blocks/container-block` },
  table: { rows: 100, cells: 20, perMessage: 1, characters: 10_000, source: `${docs}/blocks/table-block` },
  dataTable: { rows: 101, pageSize: 100, source: `${docs}/blocks/data-table-block` },
  chart: {
    title: 50,
    perMessage: 2,
    segments: 6,
    series: 6,
    points: 20,
    label: 20,
    axis: 50,
    source: `${docs}/blocks/data-visualization-block`,
  },
  button: { text: 75, value: 2000, url: 3000, label: 75, source: `${docs}/block-elements/button-element` },
  overflow: { options: 5, source: `${docs}/block-elements/overflow-menu-element` },
  select: { options: 100, source: `${docs}/block-elements/select-menu-element` },
  choice: { options: 10, source: `${docs}/block-elements/radio-button-group-element` },
  option: { text: 75, value: 75, source: `${docs}/composition-objects/option-object` },
  placeholder: { text: 150, source: `${docs}/block-elements/plain-text-input-element` },
  plainInput: { length: 3000, source: `${docs}/block-elements/plain-text-input-element` },
  confirm: {
    title: 100,
    text: 300,
    button: 30,
    source: `${docs}/composition-objects/confirmation-dialog-object`,
  },
} as const
