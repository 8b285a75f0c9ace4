import { webApi } from '@slack/bolt'
import { oneLine } from '../cards/mrkdwn.ts'
import { slackCode } from './errors.ts'
import type { StartError } from './start-error.ts'

export interface StartRemedy {
  /** What failed and what to do about it. */
  line: string
  /** Whether a setting is to blame; otherwise the same settings may work later. */
  isSetting: boolean
}

/** One line for whoever starts the app: what failed where, and what to do about it. */
export function startRemedy(error: StartError): StartRemedy {
  return error.step === 'listen' ? { line: listenLine(error), isSetting: true } : webApiRemedy(error)
}

/** Listening concerns this machine alone: Slack is not to blame. */
function listenLine({ code, cause }: StartError): string {
  const port = field(cause, 'port')
  const host = field(cause, 'address') ?? field(cause, 'hostname')
  const [thePort, theHost] = [port ? `Port ${port}` : 'The port', host ? `HOST ${host}` : 'HOST']
  switch (code) {
    case 'EADDRINUSE':
      return `${thePort} is taken. Set PORT to another, or stop what uses it.`
    case 'EACCES':
    case 'EPERM':
      return `${thePort} may not be opened (${code}). Set PORT to one from 1024 on: those below belong to root.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${theHost} is no address of this machine (${code}). Set HOST to one that is, such as 127.0.0.1, or leave it unset.`
    default:
      return `Cannot listen on ${[host, port].filter(Boolean).join(':')} (${code}). Check HOST and PORT.`
  }
}

function webApiRemedy({ step, cause, asked }: StartError): StartRemedy {
  const refusal = slackCode(cause)
  if (refusal !== undefined) {
    const variable = step === 'token' ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN'
    const line = `Slack refused ${variable} (${refusal}, ${asked}). Copy it again from the settings of your Slack app.`
    return { line, isSetting: true }
  }
  const answered = answerOf(cause)
  if (answered) {
    const { status, text } = answered
    const what =
      text === undefined ? `answered ${status}` : `answered ${status} and no JSON: "${shortened(text)}"`
    const line = `${asked} ${what}. Check SLACK_API_URL, and what stands between this machine and Slack.`
    return { line, isSetting: false }
  }
  const reason = reasonOf(cause)
  const network = /CERT|SIGNATURE|ISSUER/.test(reason)
    ? 'Have this program trust the certificate (NODE_EXTRA_CA_CERTS), or check SLACK_API_URL.'
    : 'Check the network and SLACK_API_URL.'
  return { line: `Slack cannot be reached at ${asked} (${reason}). ${network}`, isSetting: false }
}

/** What came instead of an answer of the Web API. Its client takes a page for an error code, at status 200 alone. */
function answerOf(cause: unknown): { status: number; text?: string } | undefined {
  const isRefusal = cause instanceof webApi.WebAPIPlatformError
  if (!isRefusal && !(cause instanceof webApi.WebAPIHTTPError)) return undefined
  const [status, text] = isRefusal ? [200, cause.data.error] : [cause.statusCode, cause.body]
  return typeof text === 'string' ? { status, text } : { status }
}

/** The code of what happened at the bottom of it, else its words. */
function reasonOf(cause: unknown): string {
  let reason = 'unknown'
  let at = cause
  while (at instanceof Error) {
    reason = field(at, 'code') ?? shortened(at.message)
    at = at.cause
  }
  return reason
}

function shortened(text: string): string {
  return oneLine(text).trim().slice(0, 80)
}

function field(value: unknown, key: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}
