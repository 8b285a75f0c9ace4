export interface ManifestChoice {
  command: string
  mode: 'http' | 'socket'
  /** Address of the bot as Slack reaches it; needed for HTTP. */
  url?: string | undefined
}

/**
 * The manifest's text with the chosen command, mode and address; its comments and its form stay.
 * Throws an Error that names the line where the text no longer holds one that is changed here.
 */
export function fillManifest(text: string, { command, mode, url }: ManifestChoice): string {
  const address = mode === 'http' && url !== undefined ? JSON.stringify(eventsAddress(url)) : undefined
  const below = (line: string) => (address === undefined ? [] : [`${line}: ${address}`])
  const changes: [line: string, put: string[]][] = [
    ['    - command: /stack', [`    - command: ${command}`, ...below('      url')]],
    ['  event_subscriptions:', ['  event_subscriptions:', ...below('    request_url')]],
    ['    is_enabled: true', ['    is_enabled: true', ...below('    request_url')]],
    ['  socket_mode_enabled: true', [`  socket_mode_enabled: ${mode === 'socket'}`]],
  ]
  let lines = text.split('\n')
  for (const [line, put] of changes) lines = withLine(lines, line, put)
  return lines.join('\n')
}

/** Where Slack's requests go: below the path of the address, whether or not it names the whole way already. */
function eventsAddress(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(/(\/slack\/events)?\/*$/, '')}/slack/events`
}

/** The lines with one of them, which must stand there once, replaced. */
function withLine(lines: string[], line: string, put: string[]): string[] {
  const at = lines.indexOf(line)
  if (at < 0 || lines.includes(line, at + 1)) {
    throw new Error(
      `manifest.yml must hold the line "${line}" once. Restore it, or change fillManifest with it.`,
    )
  }
  return lines.toSpliced(at, 1, ...put)
}
