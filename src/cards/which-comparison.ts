import { code, escapeText } from './mrkdwn.ts'

/** Commands that one line lists. */
const most = 10

/** The one private line for whoever asks for the form of a case and does not tell of which comparison; escaped. */
export function whichComparison(command: string, slugs: readonly string[]): string {
  const commands = slugs.slice(0, most).map((slug) => code(`${command} decide ${slug}`))
  const left = slugs.length - commands.length
  const rest = left > 0 ? `, +${left} in ${escapeText(command)} help` : ''
  return `Which comparison is it? Name it: ${commands.join(', ')}${rest}.`
}
