import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { logLevels } from '../../src/config.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const section = /### Run it\n(.*?)\n##/s.exec(read('README.md'))?.[1]?.replace(/\s+/g, ' ') ?? ''

describe('what the README says of running it', () => {
  it.each([
    ['slack/transport.ts', "eventsPath = '/slack/events'", '`/slack/events`'],
    ['slack/transport.ts', "healthPath = '/healthz'", '`/healthz`'],
    ['slack/transport.ts', 'defaultPort = 3000', 'port 3000'],
    ['slack/app.ts', 'graceMs = 5000', 'five seconds'],
    [
      'program.ts',
      'exitCodes = { config: 78, unavailable: 69 }',
      '69: Slack could not be reached at the start. 78:',
    ],
    ['slack/thread.ts', 'cacheSeconds = 600', 'read for 10 minutes'],
    ['slack/thread.ts', 'cachedThreads = 50', '(50 threads)'],
    ['slack/form.ts', 'seconds = 15 * 60', 'began with for 15 minutes'],
    ['slack/recall.ts', 'seconds = 30 * 60', 'question for 30 ('],
    ['slack/people.ts', 'nameSeconds = 3600', 'names for an hour'],
    ['slack/shared-cards.ts', 'seconds = 3600', 'stands on for an hour'],
    ['slack/seen.ts', 'seconds = 2 * 3600', 'deliveries for two'],
  ])('is what src/%s does: %s', (file, code, words) => {
    expect(read(`src/${file}`)).toContain(code)
    expect(section).toContain(words)
  })

  it('names every level of the log as it must be written', () => {
    for (const level of logLevels) expect(section).toContain(`\`${level}\``)
  })
})
