/**
 * What a person wrote, as plain text: Slack's escapes undone, links and channels by their label, the bot's mention
 * taken away, other people's mentions without their id. Linear in the length.
 */
export function plainText(text: string, botUser?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => token(inner, botUser))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** What a person wrote in a message, and below it the tables that they pasted. */
export function wordsOf(
  { text = '', attachments }: { text?: string | undefined; attachments?: unknown },
  botUser: string,
): string {
  const tables = tableText(Array.isArray(attachments) ? attachments : [])
  return [plainText(text, botUser), tables].filter(Boolean).join('\n')
}

/** Whether a message mentions the bot. */
export function mentions(text: string, botUser: string): boolean {
  return text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`)
}

function token(inner: string, botUser: string | undefined): string {
  const [target = '', label] = inner.split('|', 2)
  if (target.startsWith('@')) return target.slice(1) === botUser ? ' ' : `@${label ?? 'someone'}`
  if (target.startsWith('#')) return `#${label ?? 'channel'}`
  if (target.startsWith('!')) return label ?? ' '
  return label ?? target.replace(/^mailto:/, '')
}

/**
 * The text of tables that people pasted: Slack keeps them beside the text, one line per row here. What a shared message
 * or an address brings along is somebody else's.
 */
export function tableText(attachments: readonly unknown[]): string {
  const rows = attachments
    .filter((attachment) => !quotes.some((key) => field(attachment, key) !== undefined))
    .flatMap((attachment) => list(attachment, 'blocks'))
    .filter((block) => field(block, 'type') === 'table')
    .flatMap((block) => list(block, 'rows'))
  return rows.map((row) => (Array.isArray(row) ? row.map(cellText).join(' | ') : '')).join('\n')
}

/** What Slack writes into an attachment that quotes a message or a page. */
const quotes = ['is_msg_unfurl', 'is_share', 'is_reply_unfurl', 'from_url', 'original_url']

function cellText(cell: unknown): string {
  const own = field(cell, 'text') ?? field(cell, 'value')
  if (typeof own === 'string' || typeof own === 'number') return String(own)
  return list(cell, 'elements').map(cellText).join('')
}

function list(value: unknown, key: string): unknown[] {
  const found = field(value, key)
  return Array.isArray(found) ? found : []
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
