/** Escapes what Slack reads as markup in mrkdwn and in a message's text; nothing else must be encoded. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * A person's words as a quotation of at most `max` characters: one line, escaped, with formatting marks replaced
 * by characters that look alike, since mrkdwn has no way to escape them.
 */
export function quote(words: string, max = 40, key?: string): string {
  return `"${harmless(around(words, max, key).replaceAll('"', "'"), max)}"`
}

/** Words from a little before `key` on, where the beginning alone would not reach it. */
function around(words: string, max: number, key: string | undefined): string {
  const line = oneLine(words)
  const at = key === undefined ? -1 : line.indexOf(oneLine(key))
  // Cut at its end a line loses a character to the ellipsis, and the rest of a broken word.
  if (key === undefined || at < 0 || line.length <= max || at + key.length < max) return line
  const room = Math.max(0, max - key.length - 2)
  const start = line.indexOf(' ', Math.max(0, at - room))
  return `…${line.slice(start < 0 || start >= at ? at : start + 1)}`
}

/** Words of people or of settings as one escaped line that formats and mentions nothing. */
export function harmless(words: string, max: number): string {
  return escapeText(disarm(cut(oneLine(words), max)))
}

/** A line of plain signs with single spaces: most are, and there is nothing to replace. */
const PLAIN_LINE = /^[!-~]+(?: [!-~]+)*$/

/** Text without line breaks, control characters and direction overrides, single spaces. */
export function oneLine(text: string): string {
  if (PLAIN_LINE.test(text)) return text
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function disarm(text: string): string {
  if (!/[*~`_]/.test(text)) return text
  return text
    .replaceAll('*', '∗')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
}

/** At most `max` characters, cut at a word where one ends near, with an ellipsis. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const letters = [...text]
  if (letters.length <= max) return text
  const head = letters.slice(0, max - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${(space > head.length * 0.6 ? head.slice(0, space) : head).replace(/[\s,;:.]+$/, '')}…`
}

/** A link with its label; the address is encoded where it would end the link early. */
export function link(url: string, label: string): string {
  const address = escapeText(url.replace(/[|<>\s]/g, (sign) => encodeURIComponent(sign)))
  return `<${address}|${escapeText(label)}>`
}

/** Bold mrkdwn of one line that is escaped already. */
export function bold(escaped: string): string {
  return `*${escaped.replaceAll('*', '∗')}*`
}

/** What somebody types, as code. */
export function code(typed: string): string {
  return `\`${escapeText(typed.replaceAll('`', "'"))}\``
}

/** mrkdwn as a reader sees it: labels instead of links, no marks of bold, entities decoded. */
export function visible(mrkdwn: string): string {
  if (!/[<*`&]/.test(mrkdwn)) return mrkdwn
  return mrkdwn
    .replace(/<[^|<>]*\|([^<>]*)>/g, '$1')
    .replace(/(?<![^\s(])\*(\S[^*\n]*)\*(?!\w)/g, '$1')
    .replace(/(?<![^\s(])`([^`\n]+)`(?!\w)/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
