import { describe, expect, it } from 'vitest'
import { discussion, read, told } from '../real-engine.ts'

function counted(...lines: string[]): string[] {
  return read(discussion([...lines, 'cy: node or python?']))
    .facts.filter((fact) => fact.counted)
    .map(told)
}

describe('an answer', () => {
  it.each(['who codes it?', 'who will build it?', 'devs?', 'ok, and the team?'])(
    'to "%s" that names an option says what the builders know',
    (question) => {
      expect(counted(`ann: ${question}`, 'bob: two django people')).toEqual(['team/python=yes'])
    },
  )

  it.each(['what do you two write, day to day?', 'and you both?', 'in what?', 'from which stack are you?'])(
    'to "%s" does so too',
    (question) => {
      expect(counted(`ann: ${question}`, 'bob: django')).toEqual(['team/python=yes'])
    },
  )

  it.each(['yes, three', 'all of us', 'the whole team'])('to "any ts devs?" says so: "%s"', (words) => {
    expect(counted('ann: any ts devs?', `bob: ${words}`)).toEqual(['team/node=yes'])
  })

  it('to a question that names the option itself says nothing of them', () => {
    expect(counted('ann: could we do it in node?', 'bob: node starts too slowly for it')).toEqual([])
  })

  const list = 'ann: scope: (1) live chat, (2) an admin panel, (3) a nightly import'

  it.each([
    ['(2) is gone, they took it out', ['real-time=yes', 'data-side-job=yes', 'built-in-admin=no']],
    ['drop 1 for now', ['built-in-admin=yes', 'data-side-job=yes', 'real-time=no']],
    ['number 3 was cut', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=no']],
    ['drop 1 and 2', ['data-side-job=yes', 'real-time=no', 'built-in-admin=no']],
    ['do not drop 2', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes']],
    ['nobody wants to drop 2', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes']],
    ['if we drop 2 then we are done', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes']],
    ['drop 2?', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes']],
    [
      'we need 3 servers and dropped 1 for cost',
      ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes'],
    ],
    ['we dropped 2 servers', ['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes']],
  ])('takes back what stands under its number in a list: "%s"', (words, wanted) => {
    expect(counted(list, `bob: ${words}`)).toEqual(wanted)
  })

  it('ends an entry of a list with its line, and counts beyond nine', () => {
    const items = [
      'live chat',
      ...Array.from({ length: 8 }, (_, i) => `page ${'abcdefgh'[i]}`),
      'an admin panel',
    ]
    const long = `ann: ${items.map((item, i) => `${i + 1}. ${item}`).join('\n')}\n\nIt needs a nightly import.`
    expect(counted(long, 'bob: drop 9')).toEqual(['real-time=yes', 'built-in-admin=yes', 'data-side-job=yes'])
    expect(counted(long, 'bob: drop 10')).toEqual(['real-time=yes', 'data-side-job=yes', 'built-in-admin=no'])
  })

  it('takes nothing back where the numbers count no list', () => {
    const need = 'ann: live chat for room (2) and an admin panel'
    expect(counted(need, 'bob: (2) is gone')).toEqual(['real-time=yes', 'built-in-admin=yes'])
  })

  it('that names who left before what they knew says that it is gone', () => {
    expect(counted('ann: who is on it?', 'bob: joe left friday, the express guy')).toEqual([])
  })

  it('takes back what was asked for rather than what was said before', () => {
    const need = 'ann: the feed must be pushed live over websockets'
    expect(counted(need, 'bob: and the machine learning?', 'ann: they killed that')).toEqual([
      'real-time=yes',
      'ai-core=no',
    ])
  })

  it('to another question does not', () => {
    expect(counted('ann: what did they use next door?', 'bob: django')).not.toContain('team/python=yes')
  })

  it('that is a question itself denies nothing', () => {
    expect(counted('ann: customers must see bids live, over websockets', 'bob: no screens?')).toEqual([
      'real-time=yes',
    ])
  })

  it('puts the need before it off', () => {
    expect(counted('ann: I would add live updates', 'bob: phase 3', 'ann: fine')).toEqual([])
  })
})

describe('a need', () => {
  it('is taken back by a word that it was stated with', () => {
    const need = 'ann: the feed must be pushed live over websockets'
    expect(counted(need)).toEqual(['real-time=yes'])
    expect(counted(need, 'bob: scrap the feed')).toEqual(['real-time=no'])
    expect(counted(need, 'bob: the feed is out')).toEqual(['real-time=no'])
    expect(counted(need, 'bob: scrap the roster')).toEqual(['real-time=yes'])
  })

  it('is taken back without its name while it is what was spoken of', () => {
    const need = 'ann: the feed must be pushed live over websockets'
    expect(counted(need, 'bob: the board took it off the list')).toEqual(['real-time=no'])
    const chatter = ['bob: lunch', 'ann: soon', 'bob: soup again']
    expect(counted(need, ...chatter, 'bob: the board took it off the list')).not.toContain('real-time=no')
  })

  it('is the one of the message itself where it states one', () => {
    const need = 'ann: the feed must be pushed live over websockets'
    expect(counted(need, 'bob: it needs an admin panel out of the box. no, scrap it')).toEqual([
      'real-time=yes',
      'built-in-admin=no',
    ])
  })

  it('stays where the site is what died', () => {
    expect(counted('ann: the feed must be pushed live over websockets', 'bob: last year it died')).toEqual([
      'real-time=yes',
    ])
  })
})

describe('a choice against what runs', () => {
  it('says what runs', () => {
    expect(counted('ann: keep it on express or rebuild with fastapi?')).toEqual(['existing/node=yes'])
  })
})

describe('what somebody else is said to do', () => {
  const need = 'bob: the dairy must see its numbers live, over websockets'

  it('does not count where the next message says whose it is', () => {
    expect(counted(need)).toEqual(['real-time=yes'])
    expect(counted(need, "ann: that's another customer of theirs")).toEqual([])
    expect(counted(need, 'ann: not us, they only read our lists')).toEqual([])
  })

  it('counts where the next message says it of something else', () => {
    expect(counted(need, 'ann: lunch at the other place?')).toEqual(['real-time=yes'])
  })
})

describe('a system that a message names', () => {
  const portal = 'ann: the billing portal is the Django thing, two years old'

  it.each(['it stays', 'yes, and it stays', "it isn't replaced", 'fine. we keep it', 'it will keep running'])(
    'runs where a later one says "%s"',
    (words) => {
      expect(counted(portal, `bob: ${words}`)).toContain('existing/python=yes')
    },
  )

  it.each([
    ['and that stays?', 'ann: yes', ['existing/python=yes']],
    ['do we keep it?', 'ann: keep. voted 9 to 1', ['existing/python=yes']],
    ['do we keep it?', 'ann: who made coffee', []],
  ])('runs where "%s" is answered so: %s', (asked, reply, expected) => {
    expect(counted('ann: what of the Django thing', `bob: ${asked}`, reply)).toEqual(expected)
  })

  it('is not meant where others keep something', () => {
    expect(
      counted('ann: what of the Django thing', 'bob: gone. the forecast is theirs, they keep it'),
    ).not.toContain('existing/python=yes')
  })

  it('is not meant where a need stands between, nor where people stay', () => {
    const chat = 'ann: we need websockets for the board'
    expect(counted('ann: what of the Django thing', chat, 'bob: it stays')).not.toContain(
      'existing/python=yes',
    )
    expect(counted('ann: two Django people on the team', 'bob: they stay')).not.toContain(
      'existing/python=yes',
    )
  })

  it.each([
    ['the Django portal goes on running', ['existing/python=yes']],
    ["that Django thing isn't going anywhere", ['existing/python=yes']],
    ['a Django portal, which we keep', ['existing/python=yes']],
  ])('runs where its own message says so: "%s"', (words, expected) => {
    expect(counted(`ann: ${words}`)).toEqual(expected)
  })
})

describe('a question without a mark', () => {
  it('asks who knows an option, and nobody does', () => {
    expect(counted('ann: who of us has ever shipped something in django', 'bob: not one of us')).toEqual([
      'team/python=no',
    ])
  })

  it('asks at its end for all that it named', () => {
    const lines = ['ann: websockets for the tenants, is it in the contract?', 'bob: was. got removed']
    expect(counted(...lines)).toEqual(['real-time=no'])
  })
})
