import { App } from '@slack/bolt'

// Started by the bench as a process of its own: the yardstick of HTTP mode.
const { SLACK_API_URL: slackApiUrl = '', SIGNING_SECRET: signingSecret = '', CARD = '{}' } = process.env
const card: { text: string } = JSON.parse(CARD)
const app = new App({ token: 'xoxb-bare', signingSecret, clientOptions: { slackApiUrl } })
app.command('/stack', async ({ ack, respond }) => {
  await ack()
  await respond(card)
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
process.stdout.write(`Listening on port ${typeof address === 'object' && address ? address.port : 0}\n`)
