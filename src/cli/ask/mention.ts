/**
 * The text without the mention that addresses the bot: whatever is mentioned first, as typed or as Slack writes it,
 * and the name of the command wherever it is mentioned.
 */
export function withoutMention(text: string, command: string): string {
  const name = command.replace(/^\//, '').replace(/[^\p{L}\p{N}_]/gu, '\\$&')
  return text
    .replace(/^\s*(?:<@[^<>]*>|@[\p{L}\p{N}_][\p{L}\p{N}._-]*(?=[\s:,]|$))[:,]?/u, ' ')
    .replace(new RegExp(`@${name}(?![\\p{L}\\p{N}_-])[:,]?`, 'giu'), ' ')
    .trim()
}
