import { parseDocument } from 'yaml'

export interface ManifestChoice {
  command: string
  mode: 'http' | 'socket'
  /** Address of the bot as Slack reaches it; needed for HTTP. */
  url?: string | undefined
}

/** The manifest's text with the chosen command, mode and address; its comments stay. */
export function fillManifest(text: string, { command, mode, url }: ManifestChoice): string {
  const document = parseDocument(text)
  document.setIn(['features', 'slash_commands', 0, 'command'], command)
  document.setIn(['settings', 'socket_mode_enabled'], mode === 'socket')
  if (mode === 'http' && url !== undefined) {
    const address = new URL('/slack/events', url).href
    document.setIn(['features', 'slash_commands', 0, 'url'], address)
    document.setIn(['settings', 'event_subscriptions', 'request_url'], address)
    document.setIn(['settings', 'interactivity', 'request_url'], address)
  }
  return document.toString({ lineWidth: 0 })
}
