import { describe, expect, it } from 'vitest'
import { createClients } from '../../src/slack/clients.ts'
import { createLog, slackLogger } from '../../src/slack/log.ts'
import { createPeople } from '../../src/slack/people.ts'
import { fakeSlack, missingScope } from './fake-slack.ts'

const everybody = Array.from({ length: 45 }, (_, index) => `U${index}`)

function people() {
  const slack = fakeSlack()
  const logger = slackLogger(createLog('error', () => undefined))
  return { slack, people: createPeople(createClients({ botToken: 'xoxb-test', fetch: slack.fetch }, logger)) }
}

describe('createPeople', () => {
  it('asks for forty names at once, and names the others the next time', async () => {
    const { slack, people: known } = people()
    expect((await known.find(everybody)).size).toBe(40)
    expect((await known.find(everybody)).size).toBe(45)
    expect(slack.of('users.info')).toHaveLength(45)
  })

  it('asks once for a name where Slack refuses all', async () => {
    const { slack, people: known } = people()
    slack.on('users.info', () => missingScope('users:read'))
    expect((await known.find(everybody)).size).toBe(0)
    await known.find(everybody)
    expect(slack.of('users.info')).toHaveLength(1)
    expect(known.allowed()).toBe(false)
  })
})
