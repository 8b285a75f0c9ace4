import { z } from 'zod'
import type { Question } from '../../core/domain/question.ts'
import { withoutMention } from './mention.ts'

const Asked = z.object({ text: z.string() })
const Discussed = z.object({
  messages: z.array(z.object({ user: z.string().min(1), text: z.string() })).min(1),
})

const remedy = 'Give {"text": "…"} or {"messages": [{"user": "…", "text": "…"}, …]}.'

/** What a line asks, or why it asks nothing. */
export type ReadLine = { ok: true; question: Question } | { ok: false; error: string }

/** Reads one line of input, which holds one object. */
export function readLine(line: string, asOf: string, command: string): ReadLine {
  try {
    return readAsked(JSON.parse(line.replace(/^\ufeff/, '')), asOf, command)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return failed(line.trim() === '' ? 'The line is empty' : 'The line is not JSON')
  }
}

/**
 * Reads what an object asks. The last message addresses the bot, and its mention of the bot is taken away; those before
 * it are the discussion. Keys of no use are passed over. Errors name the place, never the words.
 */
export function readAsked(raw: unknown, asOf: string, command: string): ReadLine {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return failed('The line is no object')
  if ('text' in raw === 'messages' in raw) {
    return failed(
      `The object has ${'text' in raw ? 'both' : 'neither'} text ${'text' in raw ? 'and' : 'nor'} messages`,
    )
  }
  if ('text' in raw) {
    const asked = Asked.safeParse(raw)
    if (!asked.success) return failed(problem(asked.error))
    return { ok: true, question: { text: withoutMention(asked.data.text, command), asOf } }
  }
  const discussed = Discussed.safeParse(raw)
  if (!discussed.success) return failed(problem(discussed.error))
  const { messages } = discussed.data
  return {
    ok: true,
    question: {
      text: withoutMention(messages.at(-1)?.text ?? '', command),
      asOf,
      thread: messages.slice(0, -1).map(({ user, text }) => ({ text, author: user, authorId: user })),
    },
  }
}

function failed(what: string): ReadLine {
  return { ok: false, error: `${what}. ${remedy}` }
}

/** The first thing that is wrong: "messages.0.user: …". */
function problem(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'The object does not fit'
}
