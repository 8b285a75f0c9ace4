import { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { StartError } from '../../src/slack/start-error.ts'
import { startRemedy } from '../../src/slack/start-remedy.ts'
import { aBot } from './harness.ts'

const failed = (cause: object) => Object.assign(new Error('failed'), cause)

/** What whoever starts the app is told when `auth.test` is answered so. */
async function told(answer: () => never | { ok: false; error?: string } | { status: number }) {
  const { bot, slack } = aBot()
  slack.on('auth.test', answer)
  const error: unknown = await bot.start({ port: 0 }).catch((error) => error)
  if (!(error instanceof StartError)) throw new Error('It started.')
  expect(error.message.length).toBeLessThan(200)
  return startRemedy(error)
}

describe('a start that fails', () => {
  it.each([
    ['EADDRINUSE', { port: 80 }, 'Port 80 is taken. Set PORT'],
    ['EACCES', { port: 80, address: '0.0.0.0' }, 'Port 80 may not be opened (EACCES). Set PORT'],
    ['EADDRNOTAVAIL', { port: 80, address: '192.0.2.1' }, 'HOST 192.0.2.1 is no address of this machine'],
    [
      'ENOTFOUND',
      { hostname: 'no.host' },
      'HOST no.host is no address of this machine (ENOTFOUND). Set HOST',
    ],
    [
      'EINVAL',
      { port: 80, address: 'fe80::1' },
      'Cannot listen on fe80::1:80 (EINVAL). Check HOST and PORT.',
    ],
  ])('to listen with %s blames a setting of ours', (code, more, line) => {
    const remedy = startRemedy(new StartError('listen', failed({ code, ...more })))
    expect(remedy.line).toContain(line)
    expect(remedy.line).not.toContain('Slack')
    expect(remedy.isSetting).toBe(true)
  })

  const asked = 'https://slack.com/api/auth.test'

  it.each(['ECONNREFUSED', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'to reach Slack names the address and %s, the code of the cause',
    async (code) => {
      const { line, isSetting } = await told(() => {
        throw new TypeError('fetch failed', { cause: failed({ code }) })
      })
      expect(line).toContain(`Slack cannot be reached at ${asked} (${code}).`)
      expect(line.includes('NODE_EXTRA_CA_CERTS')).toBe(code.includes('CERT'))
      expect(isSetting).toBe(false)
    },
  )

  it('with a status names it and the address', async () => {
    const { line, isSetting } = await told(() => ({ status: 502 }))
    expect(line).toContain(`${asked} answered 502.`)
    expect(isSetting).toBe(false)
  })

  it('with a page instead of JSON says so and quotes at most 80 characters of it', async () => {
    const { line } = await told(() => ({ ok: false, error: `<html>\n${'sorry '.repeat(50)}` }))
    expect(line).toContain(`${asked} answered 200 and no JSON: "<html> sorry`)
    expect(/"(.*)"/.exec(line)?.[1]).toHaveLength(80)
  })

  it('with a status and a page tells both', () => {
    const cause = new webApi.WebAPIHTTPError(503, 'Unavailable', {}, '<html>sorry</html>')
    const { line } = startRemedy(new StartError('token', cause, asked))
    expect(line).toContain(`${asked} answered 503 and no JSON: "<html>sorry</html>".`)
  })

  it('for an app-level token names that one', () => {
    const cause = failed({ code: 'ECONNRESET' })
    const { line } = startRemedy(
      new StartError('connect', cause, 'https://slack.com/api/apps.connections.open'),
    )
    expect(line).toContain('apps.connections.open (ECONNRESET)')
  })
})
