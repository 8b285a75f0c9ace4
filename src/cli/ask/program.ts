import { once } from 'node:events'
import { loadTerminal } from '../../config.ts'
import { inPackage } from '../../package-root.ts'
import { endWith } from '../end-with.ts'
import { type AskDoor, runAsk } from './run.ts'

const shippedKnowledge = inPackage('knowledge')

/** The terminal: standard streams, the day, and the settings that a question needs. */
function terminal(): AskDoor {
  const { stdin, stdout, stderr } = process
  stdin.setEncoding('utf8')
  return {
    input: stdin,
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    err: (text) => void stderr.write(text),
    watched: stderr.isTTY,
    today: new Date().toISOString().slice(0, 10),
    settings: () => {
      const { command, knowledgeDir = shippedKnowledge } = loadTerminal()
      return { command, knowledgeDir }
    },
  }
}

// Whoever reads may stop early, as `head` does: that is no failure.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

await endWith(() => runAsk(process.argv.slice(2), terminal()))
