import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepare } from '../../src/core/engine.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { createServer } from '../../src/mcp/server.ts'
import { ask, asOf, engine, knowledgeDir } from '../cli/ask/shipped.ts'

const logged: string[] = []
let client: Client

beforeEach(async () => {
  logged.length = 0
  client = await connected(engine)
})
afterEach(() => client.close())

async function connected(to: typeof engine): Promise<Client> {
  const server = createServer(to, {
    version: '1.2.3',
    command: '/stack',
    today: () => asOf,
    log: (line) => logged.push(line),
  })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await server.connect(theirs)
  const made = new Client({ name: 'test', version: '0' })
  await made.connect(ours)
  return made
}

/** Calls a tool; gives its object, its text and whether it is an error. */
async function call(name: string, args: Record<string, unknown> = {}) {
  const { content, structuredContent, isError = false } = await client.callTool({ name, arguments: args })
  const [first] = content
  return { object: structuredContent, text: first?.type === 'text' ? first.text : '', isError }
}

describe('the MCP server', () => {
  it('names itself and says where to begin', () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'stack-verdict', version: '1.2.3' })
    expect(client.getInstructions()).toContain('list_comparisons')
  })

  it('describes four read-only tools and each of their arguments', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'decide', 'compare', 'list_comparisons'])
    for (const { inputSchema, outputSchema, annotations, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
      expect(description?.length).toBeGreaterThan(50)
      expect(outputSchema).toBeDefined()
      for (const argument of Object.values(inputSchema.properties ?? {}))
        expect(Object(argument).description).toMatch(/\w{3}/)
    }
  })
})

describe('ask', () => {
  it('gives the object of ask --json, and the card with its sources as text', async () => {
    const text = 'chat app, the team only knows django'
    const { object, text: said } = await call('ask', { text })
    expect(object).toEqual(ask(text))
    expect(said).toMatch(/^Node\.js: better fit/)
    expect(said).toMatch(/\n\nSources\n\[1\] /)
    expect(said).not.toContain('--more')
  })

  it('weighs a discussion as a thread, the last message asking', async () => {
    const { object } = await call('ask', {
      messages: [
        { user: 'ann', text: 'we need live updates in the browser' },
        { user: 'ben', text: 'the team knows python' },
        { user: 'ann', text: '@stack node or python?' },
      ],
    })
    const thread: [string, string][] = [
      ['ann', 'we need live updates in the browser'],
      ['ben', 'the team knows python'],
    ]
    expect(object).toEqual(ask('node or python?', thread))
    expect(object).toMatchObject({ kind: 'verdict', facts: [{ message: 0 }, { message: 1 }] })
  })

  it('offers as text what a card offers to press', async () => {
    expect((await call('ask', { text: 'how do we log errors?' })).text).toMatch(/\nTo choose from: .+ \| /)
  })

  it('answers from the comparison that is asked for', async () => {
    const { object } = await call('ask', { text: 'which one has an admin', comparison: 'django-vs-fastapi' })
    expect(object).toMatchObject({ comparison: 'django-vs-fastapi' })
  })

  it.each([
    { args: {}, says: /neither text nor messages.*Give \{"text": "…"\} or/ },
    { args: { text: 'a', messages: [{ user: 'a', text: 'b' }] }, says: /both text and messages/ },
    { args: { messages: [] }, says: /messages/ },
    { args: { question: 'a' }, says: /question/ },
    {
      args: { text: 'a', comparison: 'zebra-vs-gnu' },
      says: /no comparison "zebra-vs-gnu".*There are: node-vs-python/s,
    },
  ])('says of $args what is wrong', async ({ args, says }) => {
    const { isError, text } = await call('ask', args)
    expect(isError).toBe(true)
    expect(text).toMatch(says)
  })
})

describe('decide', () => {
  it('gives the verdict on facts alone, and replays as the card of the same facts', async () => {
    const { object, text } = await call('decide', {
      comparison: 'node-vs-python',
      facts: { 'real-time': 'yes', 'team/python': 'yes', 'ai-core': 'no', edge: 'maybe' },
    })
    expect(object).toMatchObject({ kind: 'verdict', comparison: 'node-vs-python', pick: 'node' })
    expect(Object(object).replay).toContain(`.verdict~${asOf}~node-vs-python~~node~`)
    expect(text).toContain('Sources')
  })

  it('takes the facts of a choice that the answer offers', async () => {
    const { object } = await call('decide', { comparison: 'node-vs-python', facts: {} })
    const [choice] = Object(object).question.choices
    const facts = Object.fromEntries(
      choice.facts.map(({ id, value }: { id: string; value: string }) => [id, value]),
    )
    const { object: next } = await call('decide', { comparison: 'node-vs-python', facts })
    expect(next).toMatchObject({ kind: 'verdict', pick: 'node' })
  })

  it('understands the names of a comparison in any order', async () => {
    const { object } = await call('decide', { comparison: 'fastapi-vs-django', facts: {} })
    expect(object).toMatchObject({ comparison: 'django-vs-fastapi' })
  })

  it('says which facts no rule of the comparison uses', async () => {
    const { text, isError } = await call('decide', {
      comparison: 'go-vs-rust',
      facts: { 'built-in-admin': 'yes' },
    })
    expect(isError).toBe(false)
    expect(text).toContain('No rule of go-vs-rust uses built-in-admin.')
  })

  it('names every unknown fact with the nearest, and the list', async () => {
    const { text, isError } = await call('decide', {
      comparison: 'node-vs-python',
      facts: { realtime: 'yes', team: 'yes', 'ai-core': 'yes' },
    })
    expect(isError).toBe(true)
    expect(text).toContain('no fact "realtime". Did you mean real-time')
    expect(text).toContain('no fact "team". Did you mean team/node or team/python?')
    expect(text).not.toContain('"ai-core"')
    expect(text).toMatch(/Its rules use: real-time, .*shared-types/)
  })

  it('names the nearest comparison for a slug that is off by a letter', async () => {
    const { text } = await call('decide', { comparison: 'fastqpi-vs-django', facts: {} })
    expect(text).toMatch(/no comparison "fastqpi-vs-django"\. Did you mean django-vs-fastapi\? There are:/)
  })

  it('says which values a fact takes', async () => {
    const { text, isError } = await call('decide', {
      comparison: 'node-vs-python',
      facts: { 'real-time': 'si' },
    })
    expect(isError).toBe(true)
    expect(text).toMatch(/facts\.real-time.*"yes"\|"no"\|"maybe"/)
  })
})

describe('compare', () => {
  it('gives what each source says, with its address and interest', async () => {
    const { object, text } = await call('compare', {
      comparison: 'node-vs-python',
      criteria: ['real-time', 'criterion/hiring'],
    })
    const { criteria, sources, others } = Object(object)
    expect(criteria.map(({ id }: { id: string }) => id)).toEqual(['real-time', 'hiring'])
    expect(others).not.toContain('hiring')
    for (const { positions } of criteria)
      for (const { source, cites } of positions) {
        expect(cites.length).toBeGreaterThan(0)
        expect(sources.find(({ id }: { id: string }) => id === source)).toMatchObject({ counted: true })
      }
    expect(text).toMatch(/Better: Node\.js by S0/)
    expect(text).toMatch(/\nS1: .*https:/)
  })

  it('says that both fit as the cards do', async () => {
    const { text } = await call('compare', { comparison: 'node-vs-python', criteria: ['scalability'] })
    expect(text).toMatch(/^S\d says both fit\. /m)
  })

  it('shows the criteria of the overview where none are named', async () => {
    const { object } = await call('compare', { comparison: 'rest-vs-graphql' })
    const { overview } = engine.bySlug.get('rest-vs-graphql')!.comparison
    expect(Object(object).criteria.map(({ id }: { id: string }) => id)).toEqual(overview.criteria)
  })

  it('names the nearest criterion and the list', async () => {
    const { text, isError } = await call('compare', { comparison: 'rest-vs-graphql', criteria: ['cache'] })
    expect(isError).toBe(true)
    expect(text).toMatch(/no criterion "cache"\. Did you mean http-caching\?\nIts criteria: data-fetching, /)
  })
})

describe('list_comparisons', () => {
  it('gives ids that the other tools take, for every comparison', async () => {
    const { object, text } = await call('list_comparisons')
    const { comparisons, knowledge } = Object(object)
    expect(knowledge).toBe(engine.knowledge.version)
    expect(comparisons.map(({ slug }: { slug: string }) => slug)).toEqual([...engine.bySlug.keys()])
    for (const { slug, criteria, facts } of comparisons) {
      const given = Object.fromEntries(facts.map(({ id }: { id: string }) => [id, 'no']))
      const decided = await call('decide', { comparison: slug, facts: given })
      expect(decided).toMatchObject({ isError: false })
      expect(decided.text).not.toContain('No rule of')
      expect(await call('compare', { comparison: slug, criteria })).toMatchObject({ isError: false })
      expect(text).toContain(`${slug}: `)
    }
  })

  it('says of one comparison when each of its facts is true', async () => {
    const { object, text } = await call('list_comparisons', { comparison: 'go-vs-rust' })
    const [{ facts }] = Object(object).comparisons
    expect(facts).toContainEqual({
      id: 'team/rust',
      question: expect.stringContaining('?'),
      means: expect.stringContaining('Rust'),
    })
    expect(text).not.toContain('{option}')
  })
})

describe('the resource of a comparison', () => {
  it('exists for each, with criteria, rules and the address of every source that has one', async () => {
    const { resources } = await client.listResources()
    expect(resources.map(({ name }) => name)).toEqual([...engine.bySlug.keys()])
    for (const { uri, name, mimeType } of resources) {
      const { contents } = await client.readResource({ uri })
      const [page] = contents
      const text = page && 'text' in page ? page.text : ''
      expect(page).toMatchObject({ uri, mimeType })
      const { sources, rules, entries } = engine.bySlug.get(name)!.comparison
      for (const { url } of sources) if (url) expect(text).toContain(url)
      for (const { because } of rules.rules) expect(text).toContain(because)
      for (const entry of entries) if (entry.kind === 'criterion') expect(text).toContain(entry.answer)
    }
  })

  it('is completed by its slug, and refused with the nearest', async () => {
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'stack-verdict://comparison/{slug}' },
      argument: { name: 'slug', value: 'no' },
    })
    expect(completion.values).toEqual(['node-vs-python', 'node-frameworks'])
    const missing = client.readResource({ uri: 'stack-verdict://comparison/graphql-rest-vs' })
    await expect(missing).rejects.toThrow(/no comparison "graphql-rest-vs"\. Did you mean rest-vs-graphql/)
  })
})

describe('a fault', () => {
  it('is logged whole and told without its inside', async () => {
    const broken = prepare(loadKnowledge(knowledgeDir))
    const faulty = await connected({
      ...broken,
      read: () => {
        throw new TypeError('inside')
      },
    })
    const { content, isError } = await faulty.callTool({
      name: 'ask',
      arguments: { text: 'chat app, the team only knows django' },
    })
    await faulty.close()
    expect(isError).toBe(true)
    expect(JSON.stringify(content)).not.toContain('inside')
    expect(logged.join()).toContain('TypeError: inside')
  })
})
