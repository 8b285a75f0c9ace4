import { type Logger, LogLevel as SlackLevel } from '@slack/bolt'

const levels = ['error', 'warn', 'info', 'debug'] as const
type Level = (typeof levels)[number]

/** Facts about an event: ids, codes, counts. Never what people wrote. */
export type LogData = Record<string, string | number | boolean | undefined>

export type Log = Record<Level, (event: string, data?: LogData) => void>

/** A log of one line per event, `time level event key=value`; lines below `level` are dropped. */
export function createLog(level: Level, write: (line: string) => void): Log {
  const line =
    (own: Level) =>
    (event: string, data: LogData = {}) => {
      if (levels.indexOf(own) > levels.indexOf(level)) return
      const pairs = Object.entries(data).flatMap(([key, value]) =>
        value === undefined ? [] : `${key}=${JSON.stringify(value)}`,
      )
      write([new Date().toISOString(), own, event, ...pairs].join(' '))
    }
  return { error: line('error'), warn: line('warn'), info: line('info'), debug: line('debug') }
}

/**
 * The logger that Slack's libraries get. Their debug lines hold request bodies, so it stays at info whatever the
 * level; parser errors quote the text that they failed on, so all from the first quotation mark on is left out, and so
 * are messages of errors.
 */
export function slackLogger(log: Log): Logger {
  const told = (parts: readonly unknown[]): LogData => {
    const text = parts.map(said).join(' ')
    return { said: text, remedy: remedies.find(([of]) => of.test(text))?.[1] }
  }
  return {
    error: (...parts) => log.error('slack-library', told(parts)),
    warn: (...parts) => log.warn('slack-library', told(parts)),
    info: (...parts) => log.info('slack-library', told(parts)),
    debug: () => undefined,
    setLevel: () => undefined,
    getLevel: () => SlackLevel.INFO,
    setName: () => undefined,
  }
}

/** What to do about a request that is refused, by what the library says of it. */
const remedies: [of: RegExp, remedy: string][] = [
  [
    /signature mismatch$/,
    'If Slack sent it, copy SLACK_SIGNING_SECRET again from "Basic Information" of your Slack app, and restart',
  ],
  [/timestamp must differ from system time/, "If Slack sent it, set this machine's clock"],
]

function said(part: unknown): string {
  if (part instanceof Error) return 'code' in part ? `${part.name} ${String(part.code)}` : part.name
  return typeof part === 'string' ? part.replace(/(?<!\w)["'`].*/s, '…').slice(0, 200) : typeof part
}
