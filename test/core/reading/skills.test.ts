import { describe, expect, it } from 'vitest'
import { read, told } from '../real-engine.ts'

const facts = (text: string) => read([{ text }]).facts.map(told)

describe('who knows an option only a little', () => {
  it.each([
    ['our people write Python, and I know a bit of JavaScript', 'team/node=maybe (unclear)'],
    ['we are two js people, python only basics', 'team/python=maybe (unclear)'],
    ['I used python once, we write node all day', 'team/python=maybe (unclear)'],
    ['undecided between node and python: the team knows python and a bit of js', 'team/node=maybe (unclear)'],
  ])('is no team that knows it: "%s"', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })

  it.each([
    ['I know a bit of python only', 'team/python=yes'],
    ['we write node and a bit of bash', 'team/node=yes'],
    ['we all know python, once a week we teach it', 'team/python=yes'],
    ['the team knows python, mostly django and a bit of flask', 'team/python=yes'],
  ])('is not what stands beside it: "%s"', (text, fact) => {
    expect(facts(text)).toContain(fact)
  })
})

describe('nobody', () => {
  it.each(['0 python devs, three in node', 'we have 0 python people', 'zero python devs'])(
    'knows it: "%s"',
    (text) => {
      expect(facts(text)).toContain('team/python=no')
    },
  )
})

describe('people who stay or leave', () => {
  it.each([
    ['Three python devs stay, two node devs leave.', ['team/node=past (past)', 'team/python=yes']],
    [
      'the node guys are leaving in June, the django people remain',
      ['team/node=past (past)', 'team/python=yes'],
    ],
    [
      'We have 2 Node devs leaving in May and 3 Python devs staying.',
      ['team/node=past (past)', 'team/python=yes'],
    ],
  ])('are no system: "%s"', (text, expected) => {
    expect(facts(text).sort()).toEqual(expected)
  })

  it.each([
    ['the node service stays, two python devs leave', ['existing/node=yes', 'team/python=past (past)']],
    ['the express shop stays', ['existing/node=yes']],
    ['the python shop stays as it is. team knows node', ['existing/python=yes', 'team/node=yes']],
  ])('are not what runs: "%s"', (text, expected) => {
    expect(facts(text).sort()).toEqual(expected)
  })

  it('are told of by a name that tells of no system', () => {
    const text = 'He does not code anymore. The four who code are Pythonistas. A plain API.'
    expect(facts(text)).toContain('team/python=yes')
    expect(facts(text)).not.toContain('existing/python=yes')
  })
})
