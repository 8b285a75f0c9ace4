import { describe, expect, it } from 'vitest'
import { discussion, read, told } from '../real-engine.ts'

/** Facts of a discussion, each with its message. */
function facts(...lines: string[]): string[] {
  return read(discussion(lines)).facts.map((fact) => `${fact.message} ${told(fact)}`)
}

const ask = 'cy: node or python?'

describe('a question in a discussion', () => {
  it('stays open where nobody answers it', () => {
    expect(facts('ann: do we need live updates? I forgot', 'bob: lunch?', ask)).toEqual([
      '0 real-time=maybe (question)',
    ])
  })

  it('is a no where somebody else says no', () => {
    expect(facts('ann: do we need live updates? I forgot', 'bob: no', ask)).toEqual(['0 real-time=no'])
  })

  it('is not answered by whoever asked', () => {
    expect(facts('ann: do we need live updates? I forgot', 'ann: no', ask)).toEqual([
      '0 real-time=maybe (question)',
    ])
  })

  it('asks for all of a sentence that no sign parts', () => {
    expect(facts('ann: and users see live updates while it renders?', 'bob: they get a mail', ask)).toEqual([
      '0 real-time=yes (question)',
    ])
  })

  it.each(['and do the nurses need live updates', 'should the board show live updates'])(
    'needs no question mark: "%s"',
    (words) => {
      expect(facts(`ann: ${words}`, 'bob: no', ask)).toEqual(['0 real-time=no'])
    },
  )

  it('asks for all that it adds to one before', () => {
    expect(facts('ann: and moving pictures, websockets, phones ringing?', 'bob: god forbid', ask)).toEqual([
      '0 real-time=no',
    ])
  })

  it('does not count where it is the last message', () => {
    expect(facts('ann: hello', 'bob: hi', 'cy: do we need websockets?')).toEqual([
      '2 real-time=maybe (question)',
    ])
  })
})

describe('a denial that names another option', () => {
  const team = 'ann: our team knows python'
  const disputed = [
    '0 team/python=yes (contradicted)',
    '0 team/node=no (contradicted)',
    '1 team/python=no (contradicted)',
    '1 team/node=yes (contradicted)',
  ]

  it.each(['no, we know typescript', "that's not true, the team knows node", 'nonsense, we are node people'])(
    'disputes both: "%s"',
    (words) => {
      expect(facts(team, `bob: ${words}`, ask)).toEqual(disputed)
    },
  )

  it('stands where the first agrees', () => {
    expect(facts(team, 'bob: no, we know typescript', 'ann: ah right, sorry', ask)).toEqual([
      '0 team/python=yes (superseded)',
      '1 team/node=yes',
    ])
  })

  it('by the same speaker corrects', () => {
    expect(facts(team, 'ann: no wait, we know node', ask)).toEqual([
      '0 team/python=yes (superseded)',
      '1 team/node=yes',
    ])
  })

  it.each(['we know typescript too', 'and we know node', 'ok. the other half of us knows node'])(
    'is none: "%s"',
    (words) => {
      expect(facts(team, `bob: ${words}`, ask)).toEqual(['0 team/python=yes', '1 team/node=yes'])
    },
  )

  it('answers where it was asked', () => {
    expect(facts('ann: do we know python?', 'bob: no, we know typescript', ask)).toContain('1 team/node=yes')
  })
})

describe('a topic brought up', () => {
  it.each([
    ['and the websockets', 'dropped', 'real-time=no'],
    ['and the websockets', 'yes', 'real-time=yes'],
    ['and the admin panel', 'nope', 'built-in-admin=no'],
    ['what about machine learning', 'no', 'ai-core=no'],
    ['and the websockets', 'who made coffee', 'real-time=yes (question)'],
  ])('"%s", answered "%s", is %s', (topic, reply, fact) => {
    expect(facts(`ann: ${topic}`, `bob: ${reply}`, ask)).toEqual([`0 ${fact}`])
  })

  it('is answered by the next other speaker, not by its own', () => {
    expect(facts('ann: and the websockets', 'ann: hm', 'bob: dropped', ask)).toEqual(['0 real-time=no'])
  })
})

describe('a later word', () => {
  const need = 'ann: we need websockets for the board'
  const replaced = ['0 real-time=yes (superseded)', '1 real-time=no']
  const contradicted = ['0 real-time=yes (contradicted)', '1 real-time=no (contradicted)']

  it.each(['the websockets were cut', 'scrap the websockets', 'the websockets are off the table'])(
    'of anybody takes a need back: "%s"',
    (words) => {
      expect(facts(need, `bob: ${words}`, ask)).toEqual(replaced)
    },
  )

  it('of the same speaker replaces the one before', () => {
    expect(facts(need, "ann: sorry, we don't need websockets", ask)).toEqual(replaced)
  })

  it('of another speaker contradicts: neither side counts', () => {
    expect(facts(need, "bob: we don't need websockets", ask)).toEqual(contradicted)
  })

  it('of another speaker replaces where the first agrees', () => {
    expect(facts(need, "bob: we don't need websockets", "ann: ok, you're right", ask)).toEqual(replaced)
  })

  it('of another speaker still contradicts where a third agrees', () => {
    expect(facts(need, "bob: we don't need websockets", "dan: ok, you're right", ask)).toEqual(contradicted)
  })

  it('that is a bare no denies the one need before it', () => {
    expect(facts(need, 'bob: no', ask)).toEqual(contradicted)
  })

  it.each([
    'the union protested and it was thrown out last week',
    'I asked them. it is cut, they phone each other anyway',
  ])('takes the one need before it back without its name: "%s"', (words) => {
    expect(facts(need, `bob: ${words}`, ask)).toEqual(replaced)
  })

  it('takes a need back that it denies as well', () => {
    const board = 'ann: on the big panel people must see changes live'
    expect(facts(board, 'bob: the panel is scrapped, no live updates of any kind', ask)).toEqual([
      '0 real-time=yes (superseded)',
      '1 real-time=no',
    ])
  })

  it('takes a need back where somebody asks what became of it', () => {
    expect(facts(need, 'bob: and now?', 'ann: cancelled, nobody wanted it', ask)).toEqual([
      '0 real-time=yes (superseded)',
      '2 real-time=no',
    ])
    expect(facts(need, 'bob: and the paper forms?', 'ann: cancelled', ask)).toContain('0 real-time=yes')
  })

  it('puts a need off that is named in the message before', () => {
    expect(
      facts('ann: I would add live updates', 'bob: next season at the earliest', 'ann: ok', ask),
    ).toEqual(['0 real-time=maybe (later)'])
  })

  it('contradicts in words of its own', () => {
    const words = "No it hasn't. The receptionist reloads it by hand"
    expect(facts('ann: the board must show live updates', `bob: ${words}`, ask)).toEqual([
      '0 real-time=yes (contradicted)',
      '1 real-time=no (contradicted)',
    ])
  })

  it('takes back what it names itself, not what was said before', () => {
    expect(facts(need, 'bob: the admin panel? it was cut', ask)).toContain('0 real-time=yes')
  })

  it('is a memory where the need was gone before', () => {
    expect(
      facts('ann: the machine learning is dead', 'bob: sad for joe, he did the pytorch part', ask),
    ).toContain('0 ai-core=no')
  })

  it('of another speaker about themselves contradicts nothing', () => {
    expect(facts("ann: I'm a node developer", 'bob: I do python only. I never did express', ask)).toEqual([
      '0 team/node=yes',
      '1 team/python=yes',
    ])
  })

  it('that is a bare no of the same speaker denies nothing', () => {
    expect(facts(need, 'ann: no', ask)).toEqual(['0 real-time=yes'])
  })

  it('contradicts what was said of the team as well', () => {
    expect(facts('ann: everyone here writes python', 'bob: none of us writes python', ask)).toEqual([
      '0 team/python=yes (contradicted)',
      '1 team/python=no (contradicted)',
    ])
  })

  it('contradicts a no too', () => {
    expect(facts('ann: no live updates', 'bob: users must see changes live', ask)).toEqual([
      '0 real-time=no (contradicted)',
      '1 real-time=yes (contradicted)',
    ])
  })
})

describe('whose a need is', () => {
  it('is said by an answer to whoever asks', () => {
    expect(
      facts('ann: the BI people build a data warehouse', 'bob: not us, right?', 'ann: not us', ask),
    ).toEqual(['0 data-core=yes (other-team)'])
  })

  it.each(['which team?', 'which team? ours or the reporting team?', 'whose?'])(
    'is said by another team’s name behind "%s"',
    (asking) => {
      const said = ['ann: the team is great at python', `bob: ${asking}`]
      expect(facts(...said, 'ann: the reporting team', ask)).toEqual(['0 team/python=yes (other-team)'])
      expect(facts(...said, 'ann: the whole team', ask)).toEqual(['0 team/python=yes'])
    },
  )

  it.each(['no, that moved to the analytics team last week', 'this is with the platform team now'])(
    'is said by whoever handed it over: "%s"',
    (moved) => {
      expect(facts('ann: we need live updates', `bob: ${moved}`, ask)).toEqual([
        '0 real-time=yes (other-team)',
      ])
    },
  )

  it.each([
    ['it goes to the sales people', 'ok'],
    ['which people?', 'the sales people'],
    ['which team will see that?', 'the sales team'],
    ['which team?', 'the python team'],
  ])('is not said by who sees it, or who knows what: "%s" "%s"', (asked, answer) => {
    expect(facts('ann: we need live updates', `bob: ${asked}`, `ann: ${answer}`, ask)).toContain(
      '0 real-time=yes',
    )
  })

  it('is said by the next message', () => {
    const monitor = 'ann: the beekeepers have live updates on a monitor'
    expect(facts(monitor, 'bob: Theirs. We have nothing to do with it', ask)).toEqual([
      '0 real-time=yes (other-team)',
    ])
  })

  it('is said of a wish as well', () => {
    expect(
      facts('ann: the app team wants websockets', "bob: that's for their own app, not ours", ask),
    ).toEqual(['0 real-time=yes (other-team)'])
  })

  it('is not said by an answer to something else', () => {
    expect(
      facts('ann: we need websockets for the board', 'bob: and video?', 'ann: not our problem', ask),
    ).toContain('0 real-time=yes')
  })
})

describe('the last message', () => {
  it('counts as said', () => {
    expect(facts('ann: hello', 'bob: lunch?', 'ann: users must see changes live, node or python?')).toEqual([
      '2 real-time=yes',
    ])
  })

  it('takes back what was said before', () => {
    expect(facts('ann: we need websockets for the board', 'bob: hi', 'ann: scrap the websockets')).toEqual([
      '0 real-time=yes (superseded)',
      '2 real-time=no',
    ])
  })
})

describe('what was so', () => {
  it.each([
    ['ann: the team knows node', 'bob: knew. they all went', '0 team/node=past (past)'],
    ['ann: we have a django monolith', 'bob: had. it burnt down', '0 existing/python=past (past)'],
    ['ann: flo knows django', 'bob: lunch?', 'cy: flo quit last month', '0 team/python=past (past)'],
    ['ann: flo is in pension since May, and her Python knowledge with her', '0 team/python=past (past)'],
  ])('is over where it is said so: %j', (...lines) => {
    const [told, ...said] = lines.toReversed()
    expect(facts(...said.toReversed(), ask)).toEqual([told])
  })

  it.each([
    ['ann: flo knows django', 'bob: kim quit last month'],
    ['ann: me and flo know django', 'bob: flo quit last month'],
  ])('stays where somebody is left who knows it: %j', (...lines) => {
    expect(facts(...lines, ask)).toEqual(['0 team/python=yes'])
  })
})

describe('a need put off or made up', () => {
  it.each([
    ['ann: the PM wants an AI feature', 'bob: in Q4 at the earliest, if the budget comes'],
    ['ann: the PM wants an AI feature', 'bob: not before autumn'],
  ])('is for later: %j', (...lines) => {
    expect(facts(...lines, ask)).toEqual(['0 ai-feature=maybe (later)'])
  })

  it.each(['ann: what if it grows, websockets and all', 'ann: imagine we had websockets'])(
    'is none: "%s"',
    (line) => {
      expect(facts(line, 'bob: lunch?', ask)).toEqual(['0 real-time=maybe (hypothetical)'])
    },
  )
})

describe('words that only look like others', () => {
  it('"sees if" supposes nothing', () => {
    expect(
      facts('ann: our own neural net sees if a man walks under the crane. that is what we sell', ask),
    ).toEqual(['0 ai-core=yes'])
  })

  it('"how do we cut it" takes nothing back, "the board cut it" does', () => {
    const need = 'ann: users must see changes live'
    expect(facts(need, 'bob: oh ok', 'cy: how do we cut it, node or python?')).toEqual(['0 real-time=yes'])
    expect(facts(need, 'bob: the board cut it', ask)).toContain('1 real-time=no')
  })
})

describe('who denies', () => {
  it('is quoted with words of their own', () => {
    const { facts } = read(discussion(['ann: we need websockets', 'bob: no we do not. mail is fine', ask]))
    const denial = facts.find(({ value }) => value === 'no')
    expect(denial).toMatchObject({ message: 1, quote: 'no we do not' })
  })

  it('says more than that nobody is there yet', () => {
    expect(facts('ann: plain CRUD for a gym', 'bob: nobody on the team yet apart from us', ask)).toEqual([
      '0 crud-only=yes',
    ])
  })

  it('yields with a word', () => {
    expect(
      facts('ann: we need websockets', 'bob: product says no websockets any more', 'ann: oh. ok then', ask),
    ).toEqual(['0 real-time=yes (superseded)', '1 real-time=no'])
  })
})

describe('a discussion', () => {
  it('gives facts in its order', () => {
    expect(
      facts(
        'ann: everyone here knows django',
        'bob: yep',
        'ann: users must see changes live',
        'bob: the api runs on express',
        ask,
      ),
    ).toEqual(['0 team/python=yes', '2 real-time=yes', '3 existing/node=yes'])
  })

  it('keeps a fact that was said twice once', () => {
    expect(facts('ann: users must see changes live', 'bob: we want live updates', ask)).toHaveLength(1)
  })

  it('keeps one of two facts that exclude each other', () => {
    const kept = facts(
      'ann: the product is a recommendation engine',
      'bob: and one AI feature, a summary button that calls an LLM',
      ask,
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatch(/ ai-(?:core|feature)=yes$/)
  })

  it('keeps needs that no fact knows with their message', () => {
    const { unmapped } = read(discussion(['ann: hello', 'bob: it has to run on prem', ask]))
    expect(unmapped).toEqual([{ quote: 'it has to run on prem', key: 'run on prem', message: 1 }])
  })

  it('takes nothing from what people would like', () => {
    expect(facts("ann: let's use fastapi", 'bob: I like node', ask)).toEqual([])
  })

  it('of nobody says nothing', () => {
    expect(read([])).toEqual({ facts: [], unmapped: [], supposed: [] })
  })
})

describe('a message that puts off what it names itself', () => {
  it.each(['And maybe later a live dashboard, not now.', 'A mobile app maybe later.'])(
    'leaves alone what was said before: "%s"',
    (words) => {
      expect(facts('ann: we train our own models', `bob: ${words}`, ask)).toContain('0 ai-core=yes')
    },
  )

  it.each(['maybe later', 'an idea for phase 3'])('else puts that off: "%s"', (words) => {
    expect(facts('ann: we train our own models', `bob: ${words}`, ask)).toEqual(['0 ai-core=maybe (later)'])
  })
})

describe('a need that somebody sells', () => {
  it.each(['we buy intercom for chat', 'chat is outsourced to a vendor', 'a vendor gives an api for that'])(
    'is none of ours: "%s"',
    (words) => {
      expect(facts('ann: we need a live chat', `bob: ${words}`, ask)).toContain(
        '0 real-time=yes (superseded)',
      )
    },
  )
})
