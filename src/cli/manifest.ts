import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigError, loadCommand } from '../config.ts'
import { fillManifest } from '../slack/manifest.ts'

const usage = 'npm run manifest -- [--command /name] [--mode socket|http] [--url https://your.host]'

/** Prints the app manifest for a command, a mode and an address; what to know about it goes to stderr. */
function printManifest(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { command: { type: 'string' }, mode: { type: 'string' }, url: { type: 'string' } },
  })
  const { mode = values.url === undefined ? 'socket' : 'http', url } = values
  if (mode !== 'socket' && mode !== 'http') throw new Error(`--mode is socket or http, not ${mode}.`)
  if (mode === 'http' && (url === undefined || !/^https:\/\/[^/]/.test(url) || !URL.canParse(url))) {
    throw new Error('HTTP needs --url with the https address at which Slack reaches this app.')
  }
  const command = loadCommand(values.command)
  const text = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')
  process.stdout.write(fillManifest(text, { command, mode, url }))
  process.stderr.write(
    `Slack does not warn about a command that exists: the app installed last owns ${command} silently.\n` +
      `Check that no other app in your workspace uses it, and set SLACK_COMMAND=${command} for this app.\n`,
  )
}

try {
  printManifest(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = error instanceof ConfigError ? error.exitCode : 64
}
