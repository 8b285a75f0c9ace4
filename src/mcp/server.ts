import {
  type CallToolResult,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
} from '@modelcontextprotocol/server'
import type { Engine } from '../core/engine.ts'
import { answerSchema } from './answer-schema.ts'
import { ask, askInput } from './ask.ts'
import { compare, compareInput, compareOutput } from './compare.ts'
import { comparisonText } from './comparison-text.ts'
import { decide, decideInput } from './decide.ts'
import { findComparison } from './find-comparison.ts'
import { InputError } from './input-error.ts'
import { listComparisons, listInput, listOutput } from './list-comparisons.ts'
import type { Told } from './tell.ts'

/** What the server needs of the process around it. */
export interface McpDoor {
  /** Of the program, as package.json has it. */
  version: string
  /** The slash command in hints. */
  command: string
  /** The day of a question, YYYY-MM-DD. */
  today(): string
  /** One line of what went wrong; never on the output, which belongs to the protocol. */
  log(line: string): void
}

const instructions = `Cited, deterministic verdicts on technology choices from published sources; no language model.
Call ask with the user's own words, or decide when the facts are known; compare tells what the sources say.
list_comparisons gives what is covered and all ids. Keep the citations and conditions when you repeat an answer;
"not covered" means that the sources are silent, not that either option is fine.`

const reading = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

/** The tools and resources over one engine. */
export function createServer(engine: Engine, door: McpDoor): McpServer {
  const server = new McpServer(
    { name: 'stack-verdict', title: 'Stack Verdict', version: door.version },
    { instructions },
  )
  const asked = () => ({ today: door.today(), command: door.command })
  const given = (run: () => Told) => result(run, door)
  server.registerTool(
    'ask',
    {
      title: 'Ask a stack question',
      description:
        'Answers a question or weighs a situation ("chat app, the team only knows …") on the technologies that ' +
        'list_comparisons names: a verdict with the facts read, the rules, what would change it, and citations; or a ' +
        'general answer; or that it is not covered.',
      inputSchema: askInput,
      outputSchema: answerSchema,
      annotations: reading,
    },
    (input) => given(() => ask(engine, input, asked())),
  )
  server.registerTool(
    'decide',
    {
      title: 'Decide on known facts',
      description:
        'The verdict of one comparison on facts that are already known, without reading text. Start with what is ' +
        'certain; the answer names the question that would settle most, and what would flip it.',
      inputSchema: decideInput,
      outputSchema: answerSchema,
      annotations: reading,
    },
    (input) => given(() => decide(engine, input, asked())),
  )
  server.registerTool(
    'compare',
    {
      title: 'Compare criterion by criterion',
      description:
        'What each source says of each option on some criteria, who agrees, who differs and who is silent, with ' +
        "citations and each source's own interest.",
      inputSchema: compareInput,
      outputSchema: compareOutput,
      annotations: reading,
    },
    (input) => given(() => compare(engine, input)),
  )
  server.registerTool(
    'list_comparisons',
    {
      title: 'List what is covered',
      description:
        'The comparisons with their options, and the ids of criteria and facts that the other tools take.',
      inputSchema: listInput,
      outputSchema: listOutput,
      annotations: reading,
    },
    (input) => given(() => listComparisons(engine, input)),
  )
  registerComparisons(server, engine)
  return server
}

/** One page to read for each comparison. */
function registerComparisons(server: McpServer, engine: Engine): void {
  const mimeType = 'text/markdown'
  server.registerResource(
    'comparison',
    new ResourceTemplate('stack-verdict://comparison/{slug}', {
      list: () => ({
        resources: engine.knowledge.comparisons.map(({ slug, title, subject }) => ({
          uri: `stack-verdict://comparison/${slug}`,
          name: slug,
          title,
          description: `Criteria, rules and sources on ${subject}.`,
          mimeType,
        })),
      }),
      complete: { slug: (begun) => [...engine.bySlug.keys()].filter((slug) => slug.startsWith(begun)) },
    }),
    { title: 'A comparison', description: 'Criteria, rules and sources of one comparison.', mimeType },
    (uri, { slug }) => {
      try {
        const { comparison } = findComparison(engine, String(slug))
        return { contents: [{ uri: uri.href, mimeType, text: comparisonText(comparison) }] }
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message)
      }
    },
  )
}

/** A tool's result, or its error as text that says what to give instead. */
function result(run: () => Told, { log }: McpDoor): CallToolResult {
  try {
    const { structured, text } = run()
    return { content: [{ type: 'text', text }], structuredContent: structured }
  } catch (error) {
    // A RangeError is a limit of the core; anything else that nobody expected is a fault of ours.
    if (!(error instanceof InputError) && !(error instanceof RangeError)) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return {
        content: [
          { type: 'text', text: 'This has no answer because of a fault; the log of the server has it.' },
        ],
        isError: true,
      }
    }
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
}
