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
