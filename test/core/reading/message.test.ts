import { describe, expect, it } from 'vitest'
import { read, told } from '../real-engine.ts'

/** What a text says, every fact as `id=value` with the reason where it does not count. */
function facts(text: string): string[] {
  return read([{ text }]).facts.map(told).sort()
}

describe('a need plainly said', () => {
  it.each([
    ['we want live updates', 'real-time=yes'],
    ['we need live updates for the dashboard', 'real-time=yes'],
    ['users must see changes at once over websockets', 'real-time=yes'],
    ['it must be real-time', 'real-time=yes'],
    ['the chat must update live', 'real-time=yes'],
    ['the product is a recommendation engine', 'ai-core=yes'],
    ['we train our own models', 'ai-core=yes'],
    ['RAG over our documents is the product', 'ai-core=yes'],
    ['dashboards and BI are what we sell', 'data-core=yes'],
    ['our product is analytics pipelines', 'data-core=yes'],
    ['all events collected into a warehouse, cut into weekly analytics they pay for', 'data-core=yes'],
    ['zod schemas are used on both sides', 'shared-types=yes'],
    ['5000 concurrent connections', 'high-concurrency-io=yes'],
    ['monte carlo simulations in numpy', 'cpu-numeric=yes'],
    ['every night we import a csv', 'data-side-job=yes'],
    ['a nightly report for finance', 'data-side-job=yes'],
    ['cron jobs and scrapers', 'scripting=yes'],
    ['data scientists must be able to commit to it', 'data-people-commit=yes'],
    ['aws lambda, cold starts matter', 'serverless-cold-start=yes'],
    ['edge runtime, close to users', 'edge=yes'],
    ['we integrate stripe, hubspot and salesforce', 'saas-integrations=yes'],
    ['we need an admin panel out of the box', 'built-in-admin=yes'],
    ['interns will build it', 'newcomers=yes'],
    ['compile-time types are the top criterion', 'strict-typing=yes'],
    ['plain CRUD', 'crud-only=yes'],
    ['it must be fast', 'raw-speed=yes'],
    ['python is trendy', 'popularity-or-fashion=yes'],
  ])('"%s" is %s', (text, fact) => {
    expect(facts(text)).toEqual([fact])
  })
})

describe('who knows what and what runs', () => {
  it.each([
    ['three of us write python all day', ['team/python=yes']],
    ['we are five django developers', ['team/python=yes']],
    ['our people know django well', ['team/python=yes']],
    ['I only know javascript', ['team/node=yes']],
    ['everyone comes from node', ['team/node=yes']],
    ['nobody here knows python', ['team/python=no']],
    ['two devs from django shops, and neither can write server side js', ['team/node=no', 'team/python=yes']],
    ['none of us knows node or python', ['team/node=no', 'team/python=no']],
    ['the api runs on django', ['existing/python=yes']],
    ['the monolith is in flask and we keep it', ['existing/python=yes']],
    ['we run nestjs in production', ['existing/node=yes']],
    ["it's an express app from 2018 and it stays", ['existing/node=yes']],
    ['it must join what is a Nest service, and that has to stay', ['existing/node=yes']],
    ['we know both languages well', ['team/node=yes', 'team/python=yes']],
    ['the two of us are comfortable in both', ['team/node=yes', 'team/python=yes']],
    ["we don't know either language", ['team/node=no', 'team/python=no']],
  ])('"%s" is %j', (text, expected) => {
    expect(facts(text)).toEqual(expected)
  })
})

describe('what stays', () => {
  it.each([
    ['two TS contractors, they stay for the whole year'],
    ["we're all node people and it stays small"],
    ['node for the portal or stay?'],
  ])('is no system: "%s"', (text) => {
    expect(facts(text).filter((fact) => fact.startsWith('existing/'))).toEqual([])
  })

  it('is a skill where somebody asks whether to stay with what they know', () => {
    expect(facts('I only know python. should I stay with python or go node?')).toEqual(['team/python=yes'])
    expect(facts('the shop: stay with python or go node?')).toEqual(['existing/python=yes'])
  })

  it('is not what is gone', () => {
    expect(facts('version 1 was flask and is switched off. stay with python or go node?')).not.toContain(
      'existing/python=yes',
    )
  })
})

describe('a need that is denied', () => {
  it.each([
    ["we don't need real-time", 'real-time=no'],
    ['no websockets needed', 'real-time=no'],
    ['there are no live updates', 'real-time=no'],
    ['polling is fine, no live updates', 'real-time=no'],
    ['nobody needs live updates', 'real-time=no'],
    ['there is no machine learning in it', 'ai-core=no'],
    ['we do not need any AI', 'ai-core=no'],
  ])('"%s" is %s', (text, fact) => {
    expect(facts(text)).toEqual([fact])
  })
})

describe('what does not count', () => {
  it.each([
    ['maybe we add live updates next year', 'real-time=maybe (later)'],
    ['live updates come in phase 2', 'real-time=maybe (later)'],
    ['machine learning is planned for next year', 'ai-core=maybe (later)'],
    ['AI comes in phase 2', 'ai-core=maybe (later)'],
    ['live updates on the board are an idea for 2029', 'real-time=maybe (later)'],
    ['they ask for live updates, I told them 2028', 'real-time=maybe (later)'],
    ['live updates on the payout page; that is parked until spring', 'real-time=maybe (later)'],
    ['we had a django app once, it is gone', 'existing/python=past (past)'],
    ['the old django app was switched off', 'existing/python=past (past)'],
    ['somebody wrote "real-time" on the cover', 'real-time=maybe (unclear)'],
    ['do we need websockets?', 'real-time=maybe (question)'],
    ['will there be machine learning?', 'ai-core=maybe (question)'],
    ['do we need an admin panel?', 'built-in-admin=maybe (question)'],
    ['if we ever needed websockets', 'real-time=maybe (hypothetical)'],
    ['if we ever add machine learning', 'ai-core=maybe (hypothetical)'],
  ])('"%s" is %s', (text, fact) => {
    expect(facts(text)).toEqual([fact])
  })

  it('is what is put off, not what stands beside it', () => {
    expect(facts('the portal needs live chat, next year maybe AI')).toContain('real-time=yes')
    expect(facts('live updates: perhaps, some day')).toEqual(['real-time=maybe (later)'])
  })

  it.each([
    'the portal opens in 2027 and must show live updates',
    'we need live updates and pay for them until 2031',
  ])('is not what the next year is named for, nor one until which it is so: "%s"', (text) => {
    expect(facts(text)).toEqual(['real-time=yes'])
  })

  it('is what another team does', () => {
    const given = facts('the BI team runs the pipelines with their own tools')
    expect(given).toContain('data-core=yes (other-team)')
    expect(given.filter((fact) => !fact.endsWith('(other-team)'))).toEqual([])
  })

  it.each(['the portal is all js heavy pages', 'model inference in node is a pain', 'node sucks'])(
    'is no skill where a name only describes or is disliked: "%s"',
    (text) => {
      expect(facts(text).filter((fact) => /^(?:team|existing)\/node=yes$/.test(fact))).toEqual([])
    },
  )

  it.each([
    ['the reporting team uses pandas and sklearn, we need live updates', 'other-team'],
    ['years ago we had a data warehouse and image recognition, now we need live updates', 'past'],
  ])('goes on with the clause before: "%s"', (text, reason) => {
    expect(facts(text).filter((fact) => !fact.includes(`(${reason})`))).toEqual(['real-time=yes'])
    expect(facts(text)).toContain(`ai-core=${reason === 'past' ? 'past' : 'yes'} (${reason})`)
  })

  it.each(['The team knew Node and now knows Python', 'We used to write Node and now write Python'])(
    'is not past where another clause goes on with what is so now: "%s"',
    (text) => {
      expect(facts(text)).toContain('team/python=yes')
    },
  )

  it('is ours where another clause goes on with us', () => {
    const said = facts('the team next door does machine learning and we need live chat')
    expect(said).toEqual(expect.arrayContaining(['real-time=yes', 'ai-core=yes (other-team)']))
  })

  it.each([
    ['our team knows python', 'the data people upstairs know python'],
    ['we are python developers', 'there are python developers next door'],
  ])('is the skill of people who will not build it: "%s" counts, "%s" does not', (inside, outside) => {
    expect(facts(inside)).toEqual(['team/python=yes'])
    expect(facts(outside)).toEqual(['team/python=yes (other-team)'])
  })

  it('is the skill of outsiders only, where others stand in the same sentence', () => {
    expect(facts('three of us write typescript, the python developers next door are booked out')).toEqual([
      'team/node=yes',
      'team/python=yes (other-team)',
    ])
  })
})

describe('a number with its unit', () => {
  const limits = 'high-concurrency-io'

  it.each([
    ['50 requests per second', `${limits}=no`],
    ['100 simultaneous users', `${limits}=no`],
    ['600 requests per second at peak', `${limits}=maybe (unclear)`],
    ['we must serve 1000 requests per second', `${limits}=yes`],
    ['2,000 concurrent connections', `${limits}=yes`],
    ['20.000 open connections at the same time', `${limits}=yes`],
    ['10k concurrent connections', `${limits}=yes`],
    ['1 million devices connected at once', `${limits}=yes`],
  ])('settles the fact that has a threshold: "%s" is %s', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })
})

describe('a need taken back', () => {
  it.each(['scrap the websockets', 'forget about the websockets'])('"%s" replaces what was said', (text) => {
    const thread = [{ text: 'we need websockets' }, { text }, { text: 'so what now?' }]
    expect(read(thread).facts.map(told)).toEqual(['real-time=yes (superseded)', 'real-time=no'])
  })

  it.each([
    ['strike the admin panel', 'built-in-admin=no'],
    ['never mind the AI feature', 'ai-feature=no'],
    ['the websockets were cut', 'real-time=no'],
    ['the websockets are off the table', 'real-time=no'],
    ['machine learning got axed', 'ai-core=no'],
    ['the chatbot was dropped', 'ai-feature=no'],
  ])('"%s" is %s', (text, fact) => {
    expect(facts(text)).toEqual([fact])
  })
})

describe('what says nothing of the case', () => {
  it.each([
    'node or python?',
    'should we use node or python for the backend',
    'express/fastapi?',
    'express, fastify or django?',
    "let's use python",
    'I prefer node',
    'I like python better',
    'thanks all, see you after lunch',
    '',
  ])('"%s" gives no fact', (text) => {
    expect(read([{ text }])).toEqual({ facts: [], unmapped: [], supposed: [] })
  })
})

describe('two facts that exclude each other', () => {
  it('keep the more probable one within a message', () => {
    const kept = facts('the whole product is machine learning, and one AI feature, a summary button')
    expect(kept.filter((fact) => fact.startsWith('ai-') && fact.endsWith('=yes'))).toHaveLength(1)
  })
})

describe('a need that no fact knows', () => {
  it.each([
    ['we have to stay on prem', 'we have to stay on prem', 'stay on prem'],
    [
      'Simple app, but it must be ISO 27001 certified.',
      'but it must be ISO 27001 certified.',
      '27001 certified',
    ],
    ['it needs to run on a mainframe', 'it needs to run on a mainframe', 'on a mainframe'],
    [
      'Legal says it has to stay in Switzerland',
      'Legal says it has to stay in Switzerland',
      'in Switzerland',
    ],
    ['Security requires xxxxxxxxxxxxxxxxxxxxxxxx yy', 'Security requires xxxxxxxxxxxxxxxxxxxxxxxx yy', 'yy'],
  ])('is kept from "%s" in its words, and in those that say what is needed', (text, quote, key) => {
    expect(read([{ text }]).unmapped).toEqual([{ quote, key, message: 0 }])
  })

  it.each([
    "that's what we need",
    'do we have to stay on prem?',
    'we stay on prem',
    "we don't need real-time",
    'we must use python for this',
  ])('is none in "%s"', (text) => {
    expect(read([{ text }]).unmapped).toEqual([])
  })
})

describe('a term that leaves no doubt', () => {
  it.each([
    ['should i use python or node to build a realtime fraud detection', ['ai-core=yes', 'real-time=yes']],
    ['raster math with gdal, node or python?', ['data-core=yes']],
    ['we do a video conference tool. node or python?', ['real-time=yes']],
    ['5 python devs, RAG chatbot, node or python?', ['ai-core=yes', 'team/python=yes']],
    ['sorry typo, 100 concurrent. node or python?', ['high-concurrency-io=no']],
  ])('is read however it is put: "%s"', (text, expected) => {
    expect(facts(text)).toEqual(expected)
  })

  it('is denied like any other', () => {
    expect(facts('no video conference tool. node or python?')).toEqual(['real-time=no'])
  })
})

describe('whose a sentence is', () => {
  it.each([
    ['our competitors do realtime in elixir, we only need plain CRUD. django or node?', 'crud-only=yes'],
    ['we used to be a python shop, now everyone does typescript. which one?', 'team/node=yes'],
    ['my ex-colleagues all know python. node or python?', 'team/python=yes (other-team)'],
    ['our team ditched python years ago. node or python?', 'team/python=past (past)'],
  ])('is read by its clause: "%s"', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })
})
