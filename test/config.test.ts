import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { ConfigError } from '../src/config-error.ts'

const botToken = 'xoxb-1-abc'
const appToken = 'xapp-1-def'
const secret = '0123456789abcdef0123456789abcdef'

/** What is wrong with an environment, as [variable, problem]. */
function issuesOf(environment: Record<string, string>): ConfigError {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('The settings were taken.')
}

describe('the mode', () => {
  it.each([
    ['no credential', {}, 'local'],
    ['empty credentials', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, 'local'],
    ['a command alone', { SLACK_COMMAND: '/weigh', SLACK_API_URL: 'http://localhost:1/api' }, 'local'],
    ['bot and app token', { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }, 'socket'],
    ['bot token and secret', { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: secret }, 'http'],
    [
      'all three',
      { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret },
      'socket',
    ],
  ])('with %s is settled', (_, environment, mode) => {
    expect(readConfig(environment).mode).toBe(mode)
  })

  it('is local when that is asked for, whatever is set', () => {
    const environment = { SLACK_BOT_TOKEN: 'nonsense', SLACK_API_URL: 'https://example.org', PORT: '5000' }
    expect(readConfig(environment, { local: true })).toMatchObject({ mode: 'local', port: 5000 })
  })

  it.each([
    ['a bot token', { SLACK_BOT_TOKEN: botToken }, ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET']],
    ['an app token', { SLACK_APP_TOKEN: appToken }, ['SLACK_BOT_TOKEN']],
    ['a signing secret', { SLACK_SIGNING_SECRET: secret }, ['SLACK_BOT_TOKEN']],
    [
      'all but the bot token',
      { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: secret },
      ['SLACK_BOT_TOKEN'],
    ],
  ])('with %s alone is an error that names what is missing', (_, environment, missing) => {
    const { issues } = issuesOf(environment)
    expect(issues.map(({ variable }) => variable)).toEqual(missing)
    expect(issues[0]?.remedy).toContain('local')
  })
})

describe('a setting', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-secret-value'],
    ['SLACK_APP_TOKEN', 'xoxb-secret-value'],
    ['SLACK_SIGNING_SECRET', 'secret'],
    ['SLACK_COMMAND', 'stack'],
    ['SLACK_COMMAND', '/Stack'],
    ['SLACK_COMMAND', '/two words'],
    ['SLACK_COMMAND', `/${'a'.repeat(32)}`],
    ['SLACK_API_URL', 'https://slack.example/api/'],
    ['SLACK_API_URL', 'http://127.0.0.1.example/api/'],
    ['SLACK_API_URL', 'http://user@127.0.0.1/api/'],
    ['SLACK_API_URL', 'file://localhost/etc'],
    ['SLACK_API_URL', 'nonsense'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['HOST', 'two hosts'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s is refused as "%s" without its value being told', (variable, value) => {
    const whole = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }
    const { issues, message, exitCode } = issuesOf({ ...whole, [variable]: value })
    expect(issues.map((issue) => issue.variable)).toEqual([variable])
    expect(issues[0]?.remedy).not.toBe('')
    expect(message).not.toContain(`${value} `)
    expect(exitCode).toBe(78)
  })

  it('is told together with all others that are wrong', () => {
    const { issues } = issuesOf({ SLACK_BOT_TOKEN: 'x', PORT: 'x', LOG_LEVEL: 'x' })
    expect(issues.map(({ variable }) => variable)).toEqual([
      'SLACK_BOT_TOKEN',
      'PORT',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
    ])
  })

  it('has a default where one makes sense', () => {
    expect(readConfig({})).toEqual({
      mode: 'local',
      command: '/stack',
      port: undefined,
      host: undefined,
      knowledgeDir: undefined,
      logLevel: 'info',
    })
  })

  it.each(['http://127.0.0.1:4000/api', 'http://localhost:4000/api/', 'http://[::1]:4000/api/'])(
    'SLACK_API_URL takes %s, with a slash at its end',
    (url) => {
      const config = readConfig({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: url })
      expect(config.mode === 'socket' && config.apiUrl).toMatch(/\/api\/$/)
    },
  )
})

describe('a name that is nearly one of ours', () => {
  it.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['SLACK_API_TOKEN', 'SLACK_APP_TOKEN'],
    ['SLACK_SIGNING_SECRTE', 'SLACK_SIGNING_SECRET'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['SLACK_COMAND', 'SLACK_COMMAND'],
    ['KNOWLEDGE_DIRS', 'KNOWLEDGE_DIR'],
    ['log_level', 'LOG_LEVEL'],
  ])('%s is an error that names %s too, and not its value', (name, meant) => {
    const { issues, message } = issuesOf({ [name]: 'hush' })
    expect(issues.map(({ variable }) => variable)).toEqual([name])
    expect(message).toContain(`${name} is not known. Did you mean ${meant}?`)
    expect(message).not.toContain('hush')
  })

  it('is told together with all that is wrong', () => {
    const { issues } = issuesOf({ SLACK_BOT_TOKN: botToken, SLACK_APP_TOKEN: appToken, PORT: 'x' })
    expect(issues.map(({ variable }) => variable)).toEqual(['PORT', 'SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'])
  })

  it.each(['HOME', 'HOSTNAME', 'PATH', 'PGHOST', 'PGPORT', 'PORTS', 'SLACK_CHANNEL', 'LOGNAME'])(
    '%s resembles none and is left alone',
    (name) => {
      expect(readConfig({ [name]: 'x' }).mode).toBe('local')
    },
  )

  it('is left alone where it is empty, or its neighbour is not looked at', () => {
    expect(readConfig({ LOGLEVEL: '' }).mode).toBe('local')
    expect(readConfig({ SLACK_BOT_TOKN: botToken }, { local: true }).mode).toBe('local')
  })
})

describe('the program', () => {
  const dist = join(import.meta.dirname, '../dist')

  /** Runs the program in a folder with a `.env`; for runs that end by themselves. */
  function run(dotEnv: string | Buffer, env: Record<string, string>, args: string[] = [], door = 'main.js') {
    const cwd = mkdtempSync(join(tmpdir(), 'config-'))
    try {
      writeFileSync(join(cwd, '.env'), dotEnv)
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, door), ...args], {
        cwd,
        env,
        encoding: 'utf8',
        timeout: 120_000,
      })
      return { status, said: `${stdout}${stderr}` }
    } finally {
      rmSync(cwd, { recursive: true })
    }
  }

  it('ends with 78 and every problem of .env, and tells no secret', () => {
    const { status, said } = run('SLACK_BOT_TOKEN=hush-hush\nLOG_LEVEL=loud\n', {})
    expect(status).toBe(78)
    expect(said).toContain('SLACK_BOT_TOKEN is no bot token')
    expect(said).toContain('LOG_LEVEL is no level')
    expect(said).not.toContain('hush')
  })

  it('names the lines of .env that say nothing, without their content', () => {
    const lines = [
      '# a comment with NAME="',
      '',
      'export PORT=0 # any',
      'SLACK_BOT_TOKEN xoxb-hush',
      'OTHER="two',
      'lines"',
      'NAME: value',
      '  xapp-hush',
      '=hush',
      'LOG_LEVEL=loud',
    ]
    for (const end of ['\n', '\r\n']) {
      const { status, said } = run(`\ufeff${lines.join(end)}`, {})
      expect(status).toBe(78)
      expect(said.match(/^\.env:\d+ is neither/gm)).toEqual(
        [4, 8, 9].map((line) => `.env:${line} is neither`),
      )
      expect(said).toContain('LOG_LEVEL is no level')
      expect(said).not.toContain('hush')
    }
  })

  it('says of a .env in UTF-16 that it is', () => {
    const { status, said } = run(Buffer.from('\ufeffSLACK_BOT_TOKEN=xoxb-hush\n', 'utf16le'), {})
    expect(status).toBe(78)
    expect(said.trim()).toBe('.env is in UTF-16. Save it as UTF-8.')
  })

  it.each([
    ['cli/ask.js', ['blips']],
    ['cli/knowledge.js', ['stats']],
    ['cli/manifest.js', []],
    ['mcp/main.js', []],
  ])('of the terminal, %s, says so too', (door, args) => {
    const { status, said } = run('KNOWLEDGE_DIRS=house\nhush\n', {}, args, door)
    expect(status).toBe(78)
    expect(said).toContain('Did you mean KNOWLEDGE_DIR?')
    expect(said).toContain('.env:2 is neither')
    expect(said).not.toMatch(/hush| {4}at /)
  })

  it('ignores .env with --local', () => {
    const { status, said } = run('LOG_LEVEL=loud\n', { KNOWLEDGE_DIR: 'nowhere' }, ['--local'])
    expect(status).toBe(78)
    expect(said).toContain('nowhere')
    expect(said).not.toContain('LOG_LEVEL')
  })
})
