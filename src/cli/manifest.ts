import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCommand } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { fillManifest } from '../manifest.ts'
import { inPackage } from '../package-root.ts'

const usage = `Prints the app manifest to paste at api.slack.com/apps.

  npm run --silent manifest -- [--command /name] [--mode socket|http] [--url https://your.host]

  --command /name   the slash command (default: SLACK_COMMAND, or /stack)
  --mode socket     Socket Mode, which needs no address (default)
  --mode http       signed HTTP, which needs --url
  --url ADDRESS     the https address at which Slack reaches this app; it implies --mode http. Where it has a path
                    /sub, the proxy must hand on /sub/slack/events as /slack/events
  --help            this text

Ends with 0; 64 for wrong usage; 78 for settings that are wrong.
`

/** Prints the app manifest for a command, a mode and an address; what to know about it goes to stderr. */
function printManifest(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      command: { type: 'string' },
      mode: { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const { mode = values.url === undefined ? 'socket' : 'http', url } = values
  if (mode !== 'socket' && mode !== 'http') throw new Error(`--mode is socket or http, not ${mode}.`)
  checkUrl(mode, url)
  const command = loadCommand(values.command)
  const text = readFileSync(inPackage('manifest.yml'), 'utf8')
  process.stdout.write(fillManifest(text, { command, mode, url }))
  process.stderr.write(
    `Slack does not warn about a command that exists: the app installed last owns ${command} silently.\n` +
      `Check that no other app in your workspace uses it, and set SLACK_COMMAND=${command} for this app.\n`,
  )
}

/** Throws an Error that says what is wrong with the address, without it where it holds credentials. */
function checkUrl(mode: 'socket' | 'http', url: string | undefined): void {
  if (mode === 'socket') {
    if (url === undefined) return
    throw new Error('--url is of no use with --mode socket, which needs no address. Leave one of them out.')
  }
  if (url === undefined || !/^https:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new Error('HTTP needs --url with the https address at which Slack reaches this app.')
  }
  const { username, password } = new URL(url)
  if (username || password) {
    throw new Error('--url holds a user or password, which the manifest would show. Leave them out.')
  }
}

try {
  printManifest(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = error instanceof ConfigError ? error.exitCode : 64
}
