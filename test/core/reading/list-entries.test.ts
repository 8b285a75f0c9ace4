import { describe, expect, it } from 'vitest'
import { discussion, read, told } from '../real-engine.ts'

const facts = (text: string) => read([{ text }]).facts.map(told)

describe('an entry of a list', () => {
  it.each([
    'live tracking: no',
    'Websockets: none.',
    'push notifications - nope',
    'live chat = no',
    'a live map (no)',
    'realtime? no.',
    'any sockets? No, polling',
    'do we need websockets? no',
    'live updates needed: no',
    'typing indicators: not needed',
    'live chat no. The rest is forms.',
    'Websockets ✗',
    'realtime: ❌',
    'live chat: n/a',
  ])('denies what it names: "%s"', (text) => {
    expect(facts(text)).toContain('real-time=no')
  })

  it.each(['live tracking: yes', 'websockets? yes.', 'live chat - a must', 'Websockets ✅', 'live chat yes'])(
    'affirms it: "%s"',
    (text) => {
      expect(facts(text)).toContain('real-time=yes')
    },
  )

  it('speaks of what it names alone, in any order', () => {
    const expected = ['ai-core=no', 'real-time=yes']
    expect(facts('live chat: yes. machine learning: no.').sort()).toEqual(expected)
    expect(facts('machine learning: no. live chat: yes.').sort()).toEqual(expected)
    expect(facts('- machine learning: no\n- live chat: yes').sort()).toEqual(expected)
  })

  it('is quoted with its value', () => {
    const [fact] = read([{ text: 'live tracking: no, the rest is forms' }]).facts
    expect(fact?.quote).toBe('live tracking: no')
  })

  it('needs no answer of others in a discussion', () => {
    const said = discussion(['ana: websockets? no. machine learning? no.', 'ben: yes', 'ana: which one?'])
    expect(read(said).facts.map(told).sort()).toEqual(['ai-core=no', 'real-time=no'])
  })

  it.each([
    ['do we need websockets? no idea', 'real-time=maybe (question)'],
    ['websockets: no problem, we need them', 'real-time=yes'],
    ['we need websockets - no polling please', 'real-time=yes'],
    ['no reload: yes', 'real-time=yes'],
  ])('is not what only looks like one: "%s" is %s', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })

  it.each([
    ['Node: no experience. Python: six years.', ['team/node=no', 'team/python=yes']],
    ['Django - never used, Express: all of us', ['team/node=yes', 'team/python=no']],
  ])('denies a skill: "%s"', (text, expected) => {
    expect(facts(text).sort()).toEqual(expected)
  })

  it.each([
    ['Bookings for a gym. Team: Python. Node or Python?', 'team/python=yes'],
    ['Refreshed at night. Our devs = 3 node people. Node or Python?', 'team/node=yes'],
  ])('names what the team knows: "%s"', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })

  it.each(['Team: Node or Python?', 'Team: no Python.'])(
    'names no skill that its value does not: "%s"',
    (text) => {
      expect(facts(text)).not.toContain('team/python=yes')
    },
  )
})
