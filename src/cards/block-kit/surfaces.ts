/** Where a block can stand. `private` is an ephemeral message or a response_url body. */
export type Surface = 'message' | 'private' | 'modal' | 'home'
export type Support = 'yes' | 'no' | 'unknown'

export interface BlockSupport extends Record<Surface, Support> {
  source: string
}

const list = 'https://docs.slack.dev/reference/block-kit/blocks'
const tested = 'https://github.com/TightknitAI/slack-block-kit-validator'
const everywhere: BlockSupport = { message: 'yes', private: 'yes', modal: 'yes', home: 'yes', source: list }

/**
 * Which block Slack takes where. A table on the Home tab is named by Slack's own list and was seen dropped there
 * by the second source, so it counts as refused; nobody has confirmed a table in a private message.
 */
export const blockSupport: Readonly<Record<string, BlockSupport>> = {
  section: everywhere,
  header: everywhere,
  divider: everywhere,
  rich_text: everywhere,
  context: everywhere,
  actions: everywhere,
  image: everywhere,
  input: everywhere,
  table: { message: 'yes', private: 'unknown', modal: 'no', home: 'no', source: tested },
  data_table: { message: 'yes', private: 'unknown', modal: 'no', home: 'no', source: tested },
  data_visualization: { message: 'yes', private: 'unknown', modal: 'no', home: 'yes', source: list },
  markdown: { message: 'yes', private: 'yes', modal: 'no', home: 'no', source: list },
  container: { message: 'yes', private: 'unknown', modal: 'no', home: 'yes', source: list },
  context_actions: { message: 'yes', private: 'unknown', modal: 'no', home: 'no', source: tested },
  alert: {
    message: 'no',
    private: 'no',
    modal: 'yes',
    home: 'no',
    source: 'https://github.com/slackapi/node-slack-sdk/pull/2567',
  },
}

/** Elements that Slack takes on some surfaces only. */
export const elementSupport: Readonly<Record<string, BlockSupport>> = {
  number_input: { message: 'no', private: 'no', modal: 'yes', home: 'no', source: tested },
  email_text_input: { message: 'no', private: 'no', modal: 'yes', home: 'no', source: tested },
  url_text_input: { message: 'no', private: 'no', modal: 'yes', home: 'no', source: tested },
}
