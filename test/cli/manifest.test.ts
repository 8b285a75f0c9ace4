import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '../slack/shipped-manifest.ts'

const root = join(import.meta.dirname, '../..')

describe('the manifest command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/manifest.js'), ...args], {
      encoding: 'utf8',
      env: {},
      timeout: 120_000,
    })

  it('prints the manifest alone and warns on stderr', () => {
    const { stdout, stderr, status } = run('--command', '/weigh')
    expect(parseManifest(stdout).features.slash_commands[0]?.command).toBe('/weigh')
    expect(stderr).toContain('owns /weigh silently')
    expect(status).toBe(0)
  })

  it('tells its options when asked for help', () => {
    const { stdout, stderr, status } = run('--help')
    for (const option of ['--command', '--mode', '--url']) expect(stdout).toContain(option)
    expect(stdout).toContain('Ends with 0; 64 for wrong usage; 78 for settings that are wrong.')
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  it.each([
    [['--mode', 'http'], 'https address', 64],
    [['--mode', 'carrier-pigeon'], 'socket or http', 64],
    [['--zebra'], "Unknown option '--zebra'", 64],
    [['--url', 'https://hush:hush@bot.example'], 'holds a user or password', 64],
    [['--mode', 'socket', '--url', 'https://bot.example'], '--url is of no use with --mode socket', 64],
    [['--command', 'Weigh'], 'SLACK_COMMAND is no command', 78],
  ])('refuses %j with its usage', (args, why, code) => {
    const { stdout, stderr, status } = run(...args)
    expect(stdout).toBe('')
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('hush')
    expect(stderr).toContain('npm run --silent manifest')
    expect(status).toBe(code)
  })
})
