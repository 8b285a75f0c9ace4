import { describe, expect, it } from 'vitest'
import { answerEntry, answerWithConfidence } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import type { ReadFact } from '../../src/core/domain/fact.ts'
import { asOf, givenAs } from '../whole-path/real-knowledge.ts'
import { ask, discussion, engine, told } from './real-engine.ts'

/** An answer as one line: the entry, the pick or what is not covered behind its kind. */
function line(given: Answer): string {
  switch (given.kind) {
    case 'faq':
    case 'table':
      return given.entry.entry
    case 'verdict':
      return `verdict ${given.pick}`
    case 'not-covered':
      return `not covered: ${given.named?.pair.title ?? given.subject ?? 'nothing named'}`
    default:
      return given.kind
  }
}

describe('a plain text', () => {
  it.each([
    ['help', 'help'],
    ['hi', 'help'],
    ['node or python?', 'comparison'],
    ['node-vs-python', 'comparison'],
    ['table benchmarks', 'table/benchmarks'],
    ['what is the GIL?', 'faq/gil'],
    ['is node faster than python?', 'faq/node-faster'],
    ['can we mix both?', 'polyglot/can-we-mix'],
    ['express vs fastapi numbers', 'faq/fastapi-throughput'],
    ['does python have types', 'criterion/type-safety'],
    ['which is cheaper to host?', 'faq/running-cost'],
    ['how do we migrate from python to node', 'migration/python-to-node'],
    ['should we rewrite because it is slow', 'faq/rewrite-because-slow'],
    ['what do the guides disagree on', 'faq/guides-differ'],
    ['which one is best for careers', 'faq/career'],
    ['how do both talk to each other', 'polyglot/how-they-talk'],
    ['who recommends what', 'table/recommendations'],
    ['chat app, the team only knows django', 'verdict node'],
    ['our product trains models and the front end is react, node or python', 'verdict python'],
    ['nightly report plus a live dashboard', 'verdict both'],
    ['three of us write python all day, internal booking forms, node or python?', 'verdict python'],
    ['pandas vs polars', 'not covered: pandas vs Polars'],
    ['npm vs PyPI', 'criterion/ecosystem'],
    ['jest vs pytest', 'faq/testing-tools'],
    ['our CTO wants Go but we only know Node. High traffic websocket gateway.', 'verdict node'],
    ['We build a chatbot over our docs. node or python?', 'scenario/ai-chatbot'],
    ['model behind an api, node or python?', 'scenario/model-serving'],
    ['We build a RAG chatbot. node or python?', 'verdict python'],
    ['We are making a live chat and cannot decide between Node and Python', 'verdict node'],
    ['should we use node or python for ML?', 'criterion/ai-data'],
    ['what should we use for chat, node or python?', 'criterion/real-time'],
    ['we want a webshop, node or python?', 'verdict either'],
    ['django vs laravel, team knows php', 'verdict laravel'],
    ['real-time: no, team: python', 'verdict python'],
    ['django vs fastapi', 'comparison'],
    ['laravel or django?', 'comparison'],
    ['go or rust?', 'comparison'],
    ['react vs vue', 'not covered: react'],
    ['python or Java', 'not covered: Java'],
    ['mysql or postgres', 'not covered: mysql'],
    ['jenkins?', 'not covered: jenkins'],
    [
      'stripe webhook receiver, ~200 req/s, writes to sqs. no preference from team',
      'not covered: nothing named',
    ],
    ['how do I center a div', 'not covered: nothing named'],
    [
      "celery worker and the node app disagree about the time, websocket says 502, what's up",
      'not covered: nothing named',
    ],
    ['please review my pull request', 'not covered: nothing named'],
    ['how many vacation days do I have left', 'not covered: nothing named'],
  ])('"%s" leads to %s', (text, leads) => {
    expect(line(ask(text))).toBe(leads)
  })

  it('that may mean several things offers three topics', () => {
    const given = ask('how do i install python')
    expect(given.kind === 'ambiguous' && new Set(given.candidates.map(({ entry }) => entry)).size).toBe(3)
  })

  it('with a plain word that is also a name is about no such thing', () => {
    const given = ask('should we go with node')
    expect(given.kind === 'not-covered' ? given.subject : null).toBeNull()
  })

  it('that sets a foreign name against an option is no comparison of the options', () => {
    expect(line(ask('rust or python?'))).toMatch(/^not covered/)
    expect(line(ask('node or java?'))).toMatch(/^not covered/)
    expect(line(ask('django vs flask vs fastapi'))).toMatch(/^not covered/)
  })

  it.each([
    ['node vs python vs go', 'comparison', ['Go']],
    ['node vs python vs rust', 'comparison', ['Rust']],
    ['node or python or Java?', 'comparison', ['Java']],
    ['Node vs Python vs Go for a chat', 'scenario/chat', ['Go']],
    ['our team knows python, live chat. node, python or rust?', 'verdict node', ['Rust']],
    ['rust or go or Kotlin for a command-line tool', 'verdict go', ['Kotlin']],
    ['node or python, with postgres or redis behind it?', 'not covered: postgres', undefined],
    ['we moved from java. live chat, the team knows python, node or python?', 'verdict node', undefined],
    ['is node or python faster than java?', 'faq/node-faster', undefined],
  ])('that sets a third name beside two options is answered for these: "%s"', (text, leads, names) => {
    const given = ask(text)
    expect('unweighed' in given ? given.unweighed : undefined).toEqual(names)
    expect(line(given)).toBe(leads)
  })

  it.each([
    'We have 300 people and sell in 12 countries. Now we would like a nicer look. tailwind or bootstrap?',
    'We sell bearings in 12 countries. mysql or postgres?',
    'mysql or postgres for the shop? we need live updates',
  ])('that sets names against each other none of which is covered is refused: "%s"', (text) => {
    expect(ask(text).kind).toBe('not-covered')
  })

  it.each([
    'Our app keeps data in Postgres or MySQL, needs live chat and machine learning. Which backend language fits?',
    'Live chat with 10k users, hosted on AWS or Azure, which backend language?',
    'Team knows React or Vue equally, needs live chat, what back end',
  ])('that names others in passing, or tells what counts, is a case all the same: "%s"', (text) => {
    expect(ask(text).kind).toBe('verdict')
  })

  it.each([
    ['go-vs-rust which is faster', 'faq/is-rust-faster'],
    ['Go_vs_Rust: compile times', 'criterion/build-times'],
    ['node-frameworks for a small api', 'scenario/plain-crud'],
  ])('is of the comparison whose folder it names: "%s"', (text, entry) => {
    expect(line(ask(text))).toBe(entry)
  })

  it.each([
    'We have 5 Python devs building a CRUD api, live chat. Notes: https://wiki.example/go-vs-rust',
    'We have 5 Python devs building a CRUD api, live chat. Notes in `docs/go-vs-rust.md`',
  ])('is of no comparison that only an address or a path names: "%s"', (text) => {
    expect(ask(text)).toMatchObject({ kind: 'verdict', comparison: { slug: 'node-vs-python' } })
  })

  it.each(['node or python for yodelling', 'is fastapi cheaper than django?'])(
    'that shares nothing but names with any entry is refused, near the overview: "%s"',
    (text) => {
      expect(ask(text)).toMatchObject({ kind: 'not-covered', nearest: [{ entry: 'overview' }] })
    },
  )

  it.each(['django vs fastapi for a crud app', 'django or fastapi for a crud app'])(
    'that sets options against each other for a plain need is a case: "%s"',
    (text) => {
      expect(line(ask(text))).toBe('verdict either')
    },
  )

  it('that asks of two comparisons is answered for one, with the other at hand', () => {
    const given = ask('is node faster than python, and also should we use REST or GraphQL?')
    expect(given).toMatchObject({
      comparison: { slug: 'rest-vs-graphql' },
      elsewhere: { comparison: { slug: 'node-vs-python' } },
    })
  })

  it('in another language is told so, with the overview of what it names near', () => {
    const given = ask('Wir brauchen ein Dashboard, das Team kennt nur Python. Node oder Python?')
    expect(given).toMatchObject({
      kind: 'not-covered',
      otherLanguage: true,
      nearest: [{ entry: 'overview', comparison: { slug: 'node-vs-python' } }],
    })
    expect(ask('react vs vue')).not.toHaveProperty('otherLanguage')
  })

  it('of names that no comparison covers together is near to the overviews of each', () => {
    const given = ask('go vs node')
    expect(given).toMatchObject({ kind: 'not-covered', subject: 'Go vs Node.js' })
    expect(given.kind === 'not-covered' && given.nearest.map(({ title }) => title)).toEqual([
      'Node.js vs Python',
      'Go vs Rust',
    ])
  })

  it('that is one name has the entry that introduces it, and that of another comparison beside it', () => {
    expect(ask('graphql')).toMatchObject({ kind: 'faq', entry: { entry: 'faq/what-is-graphql' } })
    expect(ask('nestjs')).toMatchObject({
      kind: 'comparison',
      comparison: { slug: 'node-frameworks' },
      elsewhere: { entry: { entry: 'faq/nestjs' }, comparison: { slug: 'node-vs-python' } },
    })
  })

  it.each([
    ['which node framework is best for big teams', 'node-frameworks', 'criterion/structure'],
    ['best node framework for typescript', 'node-frameworks', 'criterion/typescript'],
    ['we need a python web framework with an admin', 'django-vs-fastapi', 'criterion/admin'],
    ['which systems language for firmware', 'go-vs-rust', 'scenario/firmware'],
    [
      'which node framework: 30 developers in 5 teams, we want one enforced structure and injection',
      'node-frameworks',
      'verdict nestjs',
    ],
    [
      'which python framework: admin panel for the staff, accounts, one developer',
      'django-vs-fastapi',
      'verdict django',
    ],
    ['req/s figures for the node and python frameworks?', 'node-vs-python', 'table/benchmarks'],
    ['node test framework', 'node-vs-python', 'faq/testing-tools'],
  ])('"%s" is called by what %s compares', (text, slug, leads) => {
    const given = ask(text)
    expect(given).toMatchObject({ comparison: { slug } })
    expect(line(given)).toBe(leads)
  })

  it.each([
    ['node vs python for ml', 'criterion/ai-data'],
    ['node versus python hiring', 'criterion/hiring'],
    ['express vs fastapi', 'faq/express-and-fastapi'],
    ['fastapi versus express.js', 'faq/express-and-fastapi'],
  ])('however the choice is put, "%s" leads to %s', (text, entry) => {
    expect(line(ask(text))).toBe(entry)
  })

  it.each([
    'we store it in postgres and the team writes django all day, users must see changes live. node or python?',
    'postgres or mysql, no matter: the team writes django all day, users must see changes live. node or python?',
  ])('may name foreign things beside a case of its own: "%s"', (text) => {
    expect(line(ask(text))).toBe('verdict node')
  })

  it('is surer in scope than out of it', () => {
    const sure = (text: string) => answerWithConfidence(engine, { text, asOf }).confidence
    const inside = ['what is the GIL?', 'is node faster than python?', 'chat app, the team only knows django']
    const outside = ['how do I center a div', 'mysql or postgres', 'please review my pull request']
    for (const text of [...inside, ...outside]) {
      expect(sure(text)).toBeGreaterThanOrEqual(0)
      expect(sure(text)).toBeLessThanOrEqual(1)
    }
    expect(Math.min(...inside.map(sure))).toBeGreaterThan(Math.max(...outside.map(sure)) + 0.3)
  })
})

describe('an answer', () => {
  it('with an entry counts the guides that speak', () => {
    const given = ask('which is better for AI')
    if (given.kind !== 'faq') throw new Error(`It is ${given.kind}.`)
    const guides = engine.comparisons[0]!.comparison.sources.filter(({ grade }) => grade === 'vendor-guide')
    expect(given.agreement).toMatchObject({ winner: 'python' })
    expect(given.agreement!.speaking + given.agreement!.silent.length).toBe(guides.length)
    expect(given.matched).toContain('ai')
  })

  it('that is the overview has the cases and rows of the comparison', () => {
    const given = ask('python vs node')
    if (given.kind !== 'comparison') throw new Error(`It is ${given.kind}.`)
    expect(given.cases).toEqual(given.comparison.overview.cases)
    expect(given.rows.length).toBeGreaterThan(2)
  })

  it('that is a refusal tells what is covered and the nearest topics', () => {
    const given = ask('pandas vs polars')
    if (given.kind !== 'not-covered') throw new Error(`It is ${given.kind}.`)
    expect(given.covered).toEqual(
      engine.comparisons.map(({ comparison: { slug, title, options } }) => ({
        slug,
        title,
        names: options.map(({ name }) => name),
      })),
    )
    expect(given.covered).toContainEqual({
      slug: 'node-vs-python',
      title: 'Node.js vs Python',
      names: ['Node.js', 'Python'],
    })
    expect(given.nearest).toHaveLength(3)
    expect(given.nearest[0]?.entry).toBe(given.named?.pair.nearest)
    expect(new Set(given.nearest.map(({ entry }) => entry)).size).toBe(3)
  })

  it('of help counts the topics', () => {
    expect(ask('help')).toMatchObject({
      covered: engine.comparisons.map(({ comparison }) => ({ topics: comparison.entries.length })),
    })
  })

  it('is the same for the same question', () => {
    for (const text of ['what is the GIL?', 'chat app, the team only knows django', 'kafka', 'rust or go'])
      expect(ask(text)).toEqual(ask(text))
  })

  it('carries the advice on deadlocks where the discussion has one', () => {
    const thread = discussion(['ann: users must see changes live', 'bob: we keep going in circles'])
    expect(ask('which one?', { thread })).toMatchObject({ kind: 'verdict', deadlock: true })
    expect(ask('which one?', { thread: thread.slice(0, 1) })).toMatchObject({ deadlock: false })
  })
})

describe('a message in a thread', () => {
  const thread = discussion([
    'ann: users must see changes live',
    'bob: everyone here knows django',
    'ann: thanks all',
  ])

  it.each([
    'which one?',
    'node or python?',
    'what should we pick',
    'verdict please',
    'decide',
    'help me',
    '',
    'so what now',
    'python?',
    'ok?',
    'so what is written in what?',
    'one stack or two, and which?',
    'which backend language?',
    'the team knows django, node or python?',
  ])('"%s" weighs the discussion', (text) => {
    expect(line(ask(text, { thread }))).toBe('verdict node')
  })

  it.each([
    ['what is the global interpreter lock', 'faq/gil'],
    ['which is cheaper to host in the cloud', 'faq/running-cost'],
    ['is python good with websockets?', 'faq/python-real-time'],
    ['can node and python share code?', 'faq/python-share-types'],
    ['and memory?', 'criterion/memory'],
    ['what about deployment?', 'criterion/deployment'],
  ])('"%s" is a general question, answered with %s', (text, entry) => {
    expect(line(ask(text, { thread }))).toBe(entry)
  })

  it.each([
    ['help', 'help'],
    ['list', 'help'],
    ['what do you cover?', 'help'],
    ['table benchmarks', 'table/benchmarks'],
    ['what is python?', 'faq/what-is-python'],
  ])('"%s" is a command all the same', (text, wanted) => {
    expect(line(ask(text, { thread }))).toBe(wanted)
  })

  it.each([
    [['ann: node', 'bob: python', 'ann: node']],
    [['ann: should it be node or python?', 'bob: dunno']],
  ])('asks for the verdict behind names alone or a choice, though nothing is needed yet: %j', (lines) => {
    expect(line(ask('settle it', { thread: discussion(lines) }))).toBe('verdict either')
  })

  it.each([
    [['ann: deploy of the node service failed', 'bob: python workers are ok']],
    [['ann: Installed packages:\nnode\npython\nruby', 'bob: the build takes 20 minutes']],
  ])('gets no verdict behind names in passing: %j', (lines) => {
    expect(ask('settle it', { thread: discussion(lines) }).kind).toBe('not-covered')
  })

  it.each(['node or python?', 'rest or graphql?', 'node or python for a chat?', 'django or fastapi?'])(
    '"%s" behind small talk gets what it gets alone',
    (text) => {
      const chatter = discussion(['ann: morning', 'bob: the build is red again', 'ann: lunch?'])
      expect(ask(text, { thread: chatter })).toEqual(ask(text))
    },
  )

  it.each(['which one?', 'verdict?', 'so what should we take?'])(
    '"%s" behind small talk asks for what was not said',
    (text) => {
      const chatter = discussion(['ann: morning', 'bob: the build is red again', 'ann: lunch?'])
      expect(ask(text, { thread: chatter }).kind).toBe('not-covered')
    },
  )

  it.each([
    [['ann: kotlin or java for the ledger?', 'bob: users must see changes live'], 'kotlin'],
    [['ann: go or python for the agent', 'bob: we all know python'], 'Python vs Go'],
  ])('of %j is about a choice that is not covered', (said, name) => {
    expect(line(ask('verdict?', { thread: discussion(said) }))).toBe(`not covered: ${name}`)
  })

  it.each([
    [['ann: postgres or mysql for it?', 'bob: users must see changes live', 'ann: node or python though']],
    [['ann: we took over a symfony shop', 'bob: its users must see changes live']],
    [['ann: users must see changes live', 'bob: kafka or rabbitmq behind it']],
  ])('of %j names others only beside its own choice', (said) => {
    expect(line(ask('verdict?', { thread: discussion(said) }))).toBe('verdict node')
  })

  it('tells what was read and what was used', () => {
    const given = ask('which one?', { thread, unread: 4 })
    expect(given).toMatchObject({ read: { messages: 3, used: 2, unread: 4 } })
    expect(given.kind === 'verdict' && given.facts.map((fact) => [fact.message, told(fact)])).toEqual([
      [0, 'real-time=yes'],
      [1, 'team/python=yes'],
    ])
  })

  it('tells how many messages are in another language', () => {
    const mixed = discussion([
      'ann: Wir brauchen eine Anzeige, die sich selbst neu lädt',
      'bob: we all know django',
    ])
    expect(ask('which one?', { thread: mixed })).toMatchObject({ read: { messages: 2, otherLanguage: 1 } })
    const given = ask('which one?', { thread })
    expect(given.kind === 'verdict' && given.read).not.toHaveProperty('otherLanguage')
  })

  it('is no message of the thread itself: its facts have no place there', () => {
    const given = ask('we train our own models. which one?', { thread })
    if (given.kind !== 'verdict') throw new Error(`It is ${given.kind}.`)
    const own = given.facts.find(({ id }) => id === 'ai-core')
    expect(own).toMatchObject({ counted: true })
    expect(own).not.toHaveProperty('message')
    expect(given.read).toMatchObject({ messages: 3, used: 2 })
  })

  it('keeps needs that no rule knows, with their place', () => {
    const given = ask('it must be ISO 27001 certified, which one?', {
      thread: discussion(['ann: it has to run on prem']),
    })
    expect(given.kind === 'verdict' && given.noRule).toEqual([
      { quote: 'it has to run on prem', key: 'run on prem', message: 0 },
      { quote: 'it must be ISO 27001 certified', key: '27001 certified' },
    ])
  })
})

describe('given facts', () => {
  const facts: ReadFact[] = [givenAs('ai-core', 'yes')]

  it('alone decide, and nothing is read', () => {
    const given = ask('users must see changes live, node or python?', { given: { facts, only: true } })
    expect(given).toMatchObject({ kind: 'verdict', pick: 'python', facts, noRule: [], read: null })
  })

  it('join what is read', () => {
    const given = ask('users must see changes live, node or python?', { given: { facts, only: false } })
    if (given.kind !== 'verdict') throw new Error(`It is ${given.kind}.`)
    expect(given.facts.map(told).sort()).toEqual(['ai-core=yes', 'real-time=yes'])
    expect(given.pick).toBe('both')
  })

  it('replace what is read of the same fact', () => {
    const given = ask('users must see changes live, node or python?', {
      given: { facts: [givenAs('real-time', 'no')], only: false },
    })
    if (given.kind !== 'verdict') throw new Error(`It is ${given.kind}.`)
    expect(given.facts.filter(({ counted }) => counted).map(told)).toEqual(['real-time=no'])
    expect(given.pick).toBe('either')
  })

  it('answer whatever the text says', () => {
    expect(line(ask('help', { given: { facts, only: true } }))).toBe('verdict python')
  })

  it('of no known comparison are an error that names it', () => {
    expect(() => ask('', { comparison: 'a-vs-b', given: { facts, only: true } })).toThrow('a-vs-b')
  })
})

describe('an entry by its id', () => {
  it.each(['faq/gil', 'table/benchmarks', 'criterion/real-time'])('%s answers with it', (id) => {
    const given = answerEntry(engine, 'node-vs-python', id)
    expect(given && line(given)).toBe(id)
  })

  it('overview is the overview', () => {
    expect(answerEntry(engine, 'node-vs-python', 'overview')).toEqual(ask('node vs python'))
  })

  it('that is unknown is null', () => {
    expect(answerEntry(engine, 'node-vs-python', 'faq/none-such')).toBeNull()
  })
})
