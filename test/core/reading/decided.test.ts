import { describe, expect, it } from 'vitest'
import { discussion, read, told } from '../real-engine.ts'

const facts = (lines: readonly string[]) => read(discussion(lines)).facts.map(told)
const noRule = (text: string) => read([{ text }]).unmapped.map(({ quote }) => quote)

describe('a decision or a wish', () => {
  it.each([
    ['it is decided: node, since we need sockets', 'team/node=yes (proposal)'],
    ['ok but python', 'team/python=yes (proposal)'],
    ['node it is. plain forms', 'existing/node=yes (proposal)'],
  ])('says nothing of who knows it: "%s"', (text, fact) => {
    expect(facts([`ana: ${text}`, 'ben: which one?'])).toContain(fact)
  })

  it('takes nothing from who answers what they know', () => {
    expect(facts(['ana: who builds it?', 'ben: two python people', 'ana: ok but node', 'ben: so?'])).toEqual([
      'team/python=yes',
      'team/node=yes (proposal)',
    ])
    expect(facts(['ana: what does it run on?', 'ben: it is python', 'ana: so?'])).toContain(
      'existing/python=yes',
    )
  })

  it.each([
    ['The customer demands Node (contract). We only know Python.', 'The customer demands Node (contract)'],
    ['Node is off limits here, we only know Python', 'Node is off limits here'],
    ['the client insists on python, we are node people', 'the client insists on python'],
    ['the tender requires django. forms and lists', 'the tender requires django'],
  ])('of somebody who will not build it stands under "No rule for": "%s"', (text, quote) => {
    expect(noRule(text)).toEqual([quote])
  })

  it.each([
    'the customer runs Node',
    'does the customer demand Node?',
    'the client does not insist on python',
    'the customer demands it by May, we know python',
  ])('is not every word of theirs: "%s"', (text) => {
    expect(noRule(text)).toEqual([])
  })
})
