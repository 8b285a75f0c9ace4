import { z } from 'zod'
import { ConfigError, type ConfigIssue } from './config-error.ts'
import { readDotEnv } from './dot-env.ts'
import { nearVariable } from './near-variable.ts'

export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

interface Common {
  command: string
  /** 0 takes any free port; absent: the default of the mode. */
  port: number | undefined
  host: string | undefined
  knowledgeDir: string | undefined
  logLevel: LogLevel
}

/** Where questions come from: the local workspace, or Slack by one of its two transports. */
export type Config = Common &
  (
    | { mode: 'local' }
    | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined }
    | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined }
  )

const credentials = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const

/** What to do about each variable, said with every problem that it has. */
const remedies = {
  SLACK_BOT_TOKEN: 'Copy the "Bot User OAuth Token" from "OAuth & Permissions" of your Slack app.',
  SLACK_APP_TOKEN:
    'Make an app-level token with connections:write under "Basic Information", or leave it empty for HTTP.',
  SLACK_SIGNING_SECRET: 'Copy the "Signing Secret" from "Basic Information" of your Slack app.',
  SLACK_COMMAND: 'Use the name in your manifest, such as /stack.',
  SLACK_API_URL:
    'Leave it unset to use Slack, or give a loopback address such as http://127.0.0.1:4000/api/.',
  PORT: 'Use a whole number from 0 to 65535; 0 takes any free port.',
  HOST: 'Use a host name or address, such as 127.0.0.1.',
  KNOWLEDGE_DIR: 'Give the folder of the comparisons, several joined as in PATH, or leave it unset.',
  LOG_LEVEL: `Use one of ${logLevels.join(', ')}.`,
} as const

type Variable = keyof typeof remedies

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

const Settings = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]+$/, 'is no bot token: one starts with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]+$/, 'is no app-level token: one starts with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\w{16,}$/, 'is no signing secret: one is 16 or more letters and digits')
    .optional(),
  SLACK_COMMAND: z
    .string()
    .regex(
      /^\/[\p{Ll}\p{Lo}\p{N}_-]{1,31}$/u,
      'is no command: one is a slash and at most 31 lower-case letters, digits, - or _',
    )
    .default('/stack'),
  SLACK_API_URL: z
    .string()
    .refine(isLoopback, 'is not on this machine: another address would be sent the token')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'is no port')
    .transform(Number)
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no host')
    .optional(),
  KNOWLEDGE_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, 'is no level').default('info'),
})
type Settings = z.infer<typeof Settings>

/**
 * Reads the settings from `.env` in the working directory (less) and the environment (more).
 * With `--local` among the arguments neither `.env` nor any Slack credential is looked at.
 * Throws a ConfigError that lists every problem.
 */
export function loadConfig(args: readonly string[]): Config {
  if (args.includes('--local')) return readConfig(process.env, { local: true })
  const { environment, issues } = wholeEnvironment()
  return readConfig(environment, { issues })
}

type Environment = Readonly<Record<string, string | undefined>>

/** The environment above what `.env` says, and what is wrong with that file. */
function wholeEnvironment(): { environment: Environment; issues: ConfigIssue[] } {
  const { values, issues } = readDotEnv()
  return { environment: { ...values, ...process.env }, issues }
}

/**
 * Checks the settings and settles the mode; an empty variable counts as unset. Throws a ConfigError that lists `issues`,
 * found before, with its own.
 */
export function readConfig(
  environment: Environment,
  { local = false, issues = [] }: { local?: boolean; issues?: readonly ConfigIssue[] } = {},
): Config {
  const variables = Object.keys(remedies).filter(
    (variable) => !(local && (isCredential(variable) || variable === 'SLACK_API_URL')),
  )
  const given = Object.fromEntries(
    variables.map((variable) => [variable, environment[variable]?.trim() || undefined]),
  )
  const read = Settings.safeParse(given)
  const others = [...issues, ...misspelt(environment, variables), ...missingCredentials(given)]
  if (!read.success || others.length > 0) throw new ConfigError([...problems(read), ...others])
  return withMode(read.data)
}

/** The slash command alone: as given, else from the environment and `.env`. Throws a ConfigError. */
export function loadCommand(given?: string): string {
  return loadTerminal(given).command
}

/** What the terminal needs: the slash command (as given, else as set) and the folder of knowledge. Throws a ConfigError. */
export function loadTerminal(command?: string): { command: string; knowledgeDir: string | undefined } {
  const { environment, issues } = wholeEnvironment()
  const read = Settings.pick({ SLACK_COMMAND: true, KNOWLEDGE_DIR: true }).safeParse({
    SLACK_COMMAND: command ?? (environment.SLACK_COMMAND?.trim() || undefined),
    KNOWLEDGE_DIR: environment.KNOWLEDGE_DIR?.trim() || undefined,
  })
  const others = [...issues, ...misspelt(environment, ['SLACK_COMMAND', 'KNOWLEDGE_DIR'])]
  const wrong = read.success ? [] : read.error.issues.map(({ message }) => issue('SLACK_COMMAND', message))
  if (!read.success || others.length > 0) throw new ConfigError([...wrong, ...others])
  return { command: read.data.SLACK_COMMAND, knowledgeDir: read.data.KNOWLEDGE_DIR }
}

/** The folders of knowledge as the environment or `.env` has them, joined as in PATH. Throws a ConfigError. */
export function loadKnowledgeDir(): string | undefined {
  const { environment, issues } = wholeEnvironment()
  const wrong = [...issues, ...misspelt(environment, ['KNOWLEDGE_DIR'])]
  if (wrong.length > 0) throw new ConfigError(wrong)
  return environment.KNOWLEDGE_DIR?.trim() || undefined
}

function withMode(settings: Settings): Config {
  const common: Common = {
    command: settings.SLACK_COMMAND,
    port: settings.PORT,
    host: settings.HOST,
    knowledgeDir: settings.KNOWLEDGE_DIR,
    logLevel: settings.LOG_LEVEL,
  }
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = settings
  if (botToken && appToken) return { ...common, mode: 'socket', botToken, appToken, apiUrl }
  const signingSecret = settings.SLACK_SIGNING_SECRET
  if (botToken && signingSecret) return { ...common, mode: 'http', botToken, signingSecret, apiUrl }
  return { ...common, mode: 'local' }
}

/** None when no credential is given (local workspace) or a whole set is; never a silent half. */
function missingCredentials(given: Record<string, string | undefined>): ConfigIssue[] {
  const set = credentials.filter((variable) => given[variable])
  if (set.length === 0) return []
  const problem = `is not set, but ${set.join(' and ')} ${set.length > 1 ? 'are' : 'is'}`
  const orLocal = 'For the local workspace clear every SLACK_ token and secret, or run npm run local.'
  const missing: ConfigIssue[] = []
  if (!given.SLACK_BOT_TOKEN) {
    missing.push({ variable: 'SLACK_BOT_TOKEN', problem, remedy: `${remedies.SLACK_BOT_TOKEN} ${orLocal}` })
  }
  if (!given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET) {
    const remedy = `Set the first for Socket Mode or the second for HTTP. ${orLocal}`
    missing.push({ variable: 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET', problem, remedy })
  }
  return missing
}

/** Variables that are set under nearly the name of one that is looked for: without a word they would count as unset. */
function misspelt(environment: Environment, variables: readonly string[]): ConfigIssue[] {
  return Object.entries(environment).flatMap(([variable, value]) => {
    const meant = value?.trim() ? nearVariable(variable, Object.keys(remedies)) : undefined
    if (meant === undefined || !variables.includes(meant)) return []
    const remedy = `Did you mean ${meant}? Rename it, or unset it here if it belongs to another program.`
    return { variable, problem: 'is not known', remedy }
  })
}

function problems(read: z.ZodSafeParseResult<Settings>): ConfigIssue[] {
  if (read.success) return []
  return read.error.issues.map(({ path, message }) => {
    const variable = String(path[0])
    return isVariable(variable) ? issue(variable, message) : { variable, problem: message, remedy: '' }
  })
}

function issue(variable: Variable, problem: string): ConfigIssue {
  return { variable, problem, remedy: remedies[variable] }
}

function isVariable(name: string): name is Variable {
  return Object.hasOwn(remedies, name)
}

function isCredential(name: string): boolean {
  return credentials.some((each) => each === name)
}

function isLoopback(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && loopback.has(url.hostname) && !url.username
}
