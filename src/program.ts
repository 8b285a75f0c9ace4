import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Config, loadConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { answer, answerEntry } from './core/answer.ts'
import type { Knowledge } from './core/domain/knowledge.ts'
import { prepare } from './core/engine.ts'
import type { CountedKnowledge } from './knowledge/compiled.ts'
import { KnowledgeError } from './knowledge/knowledge-error.ts'
import { loadAside } from './knowledge/load-aside.ts'
import { openKnowledge } from './knowledge/open-knowledge.ts'
import { foldersOf } from './knowledge/read-folder.ts'
import { createReloader, type Reloader } from './knowledge/reloader.ts'
import { watchFolders } from './knowledge/watch-folders.ts'
import { fillManifest } from './manifest.ts'
import { inPackage } from './package-root.ts'
import { createApp } from './slack/app.ts'
import type { Deps, Says } from './slack/bot.ts'
import { loggable } from './slack/errors.ts'
import { knowledgeViews } from './slack/knowledge-views.ts'
import { createLog } from './slack/log.ts'
import { StartError } from './slack/start-error.ts'
import { startRemedy } from './slack/start-remedy.ts'
import type { Transport } from './slack/transport.ts'
import type { Manifest } from './workspace/model.ts'

type Running = { stop(): Promise<unknown> }

const exitCodes = { config: 78, unavailable: 69 }
const localPort = 4390

async function start(args: readonly string[]): Promise<Running> {
  const config = loadConfig(args)
  const { command, logLevel } = config
  const dir = config.knowledgeDir ?? inPackage('knowledge')
  const log = createLog(logLevel, (line) => process.stderr.write(`${line}\n`))
  const watching = new AbortController()
  let reloader: Reloader | undefined
  let isChanged = false
  if (config.mode === 'local') {
    // From before the first look at them: what is saved while the program starts is not missed.
    const changed = () => {
      isChanged = true
      void reloader?.reload('file')
    }
    const failed = (error: unknown) => log.warn('knowledge-not-watched', loggable(error))
    watchFolders(foldersOf(dir), { changed, failed }, watching.signal)
  }
  const opened = await openKnowledge(dir)
  let { knowledge } = opened
  let says = saysOf(opened, command)
  // The one reference to the newest knowledge: whoever asks before it changes finishes on what was there.
  const deps: Deps = { says: () => says, command, log, today: () => new Date().toISOString().slice(0, 10) }
  reloader = createReloader({
    dir,
    version: knowledge.version,
    print: opened.print,
    load: loadAside,
    swap: async (counted, step) => {
      says = await step(() => saysOf(counted, command))
      knowledge = counted.knowledge
    },
    log,
  })
  if (config.mode === 'local') {
    const running = await startLocal(config, () => knowledge, deps)
    if (isChanged) void reloader.reload('file')
    return {
      stop: () => {
        watching.abort()
        return running.stop()
      },
    }
  }
  process.on('SIGHUP', () => void reloader?.reload('signal'))
  return startSlack(config, deps)
}

function saysOf({ knowledge, counts }: CountedKnowledge, command: string): Says {
  const engine = prepare(knowledge, counts)
  return {
    answer: (question) => answer(engine, question),
    entry: (slug, entry) => answerEntry(engine, slug, entry),
    views: knowledgeViews(knowledge, command),
  }
}

async function startSlack(config: Exclude<Config, { mode: 'local' }>, deps: Deps): Promise<Running> {
  const { botToken, apiUrl } = config
  const transport: Transport =
    config.mode === 'socket'
      ? { kind: 'socket', appToken: config.appToken, botToken, apiUrl }
      : { kind: 'http', signingSecret: config.signingSecret, botToken, apiUrl }
  const app = createApp(deps, transport)
  const port = await app.start(config)
  say(
    config.mode === 'socket'
      ? 'Connected to Slack by Socket Mode.'
      : `Listening on port ${port}; Slack's requests go to /slack/events.`,
    `Type ${config.command} in any channel, or mention the app in a thread.`,
  )
  return app
}

/** The local workspace and the app, which meet over the wire as Slack and the app do; tokens are made up each time. */
async function startLocal(config: Config, newest: () => Knowledge, deps: Deps): Promise<Running> {
  const { command } = config
  const secrets = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-local-${randomBytes(16).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(16).toString('hex')}`,
  }
  // Against Slack itself there is no workspace: what only it needs is not loaded then.
  const [{ startWorkspace }, { load }] = await Promise.all([
    import('./workspace/workspace.ts'),
    import('js-yaml'),
  ])
  const text = readFileSync(inPackage('manifest.yml'), 'utf8')
  const manifest = load(fillManifest(text, { command, mode: 'http' })) as Manifest
  const mention = `@${manifest.features?.bot_user?.display_name ?? 'stack'}`
  const typed = () => `${command} ${newest().comparisons[0]?.slug ?? 'help'}`
  const open = (port: number) =>
    startWorkspace({
      ...secrets,
      port,
      manifest,
      // Each time that the page is opened, for knowledge changes while it runs.
      get suggestions() {
        const examples = examplesOf(newest())
        return [
          typed(),
          ...examples.map((text) => `${command} ${text}`),
          ...examples.slice(0, 2).map((text) => `${mention} ${text}`),
        ]
      },
    })
  const workspace = await open(config.port ?? localPort).catch((error: unknown) => {
    if (config.port !== undefined || !isBusy(error)) throw new StartError('listen', error)
    return open(0)
  })
  const app = createApp(deps, { kind: 'http', ...secrets, apiUrl: workspace.apiUrl })
  const port = await app.start({ port: 0, host: '127.0.0.1' })
  workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  say(
    `Local workspace: ${workspace.url}`,
    `Open it and press Enter in the thread, or type ${typed()}. Nothing leaves this machine.`,
  )
  return {
    stop: async () => {
      await app.stop()
      await workspace.close()
    },
  }
}

/** Two questions of the first comparison and one of each other: a page full of suggestions suggests nothing. */
function examplesOf({ comparisons: [first, ...others] }: Knowledge): string[] {
  return [...(first?.examples.slice(0, 2) ?? []), ...others.flatMap(({ examples }) => examples.slice(0, 1))]
}

function explain(error: unknown): { lines: string; exitCode: number } {
  if (error instanceof ConfigError || error instanceof KnowledgeError) {
    return { lines: error.message, exitCode: error.exitCode }
  }
  if (!(error instanceof StartError)) {
    return { lines: `Could not start: ${JSON.stringify(loggable(error))}`, exitCode: 1 }
  }
  const { line, isSetting } = startRemedy(error)
  return { lines: line, exitCode: isSetting ? exitCodes.config : exitCodes.unavailable }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

try {
  const running = await start(process.argv.slice(2))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().finally(() => process.exit(0)))
  }
  // A reconnect that finally fails rejects with nobody listening: better to end, so that a supervisor starts anew.
  process.on('unhandledRejection', (error) => {
    process.stderr.write(`Stopped by an unhandled failure: ${JSON.stringify(loggable(error))}\n`)
    process.exit(1)
  })
} catch (error) {
  const { lines, exitCode } = explain(error)
  process.stderr.write(`${lines}\n`)
  process.exit(exitCode)
}
